// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/formats/version_text.hpp"

#include "audits/exposure/feeds/versions/compare.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace hygie::exposure::feeds {
namespace {

constexpr const char* beyond = ".999999999";  // stands for any number in the place of a "*"

std::string_view trim(std::string_view text) {
  constexpr std::string_view blank = " \t\n\r\xc2\xa0";
  const auto first = text.find_first_not_of(blank);
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> all) {
  return std::find(all.begin(), all.end(), text) != all.end();
}

/// "2.4.*", "2.4.x" -> "2.4"; nothing when it does not end so.
std::optional<std::string> without_wildcard(std::string_view text) {
  if (text.size() > 2 && (text.ends_with(".*") || text.ends_with(".x") || text.ends_with(".X")))
    return std::string(text.substr(0, text.size() - 2));
  return std::nullopt;
}

Affected unsaid(std::string_view text) { return {.form = Form::unsaid, .low = std::string(text.substr(0, 64))}; }

/// The upper end, with "*" in its last place allowed. False when it cannot be read.
bool set_high(Affected& line, std::string_view text, bool included) {
  text = trim(text);
  line.high_included = included;
  if (one_of(lower(text), {"", "*", "unspecified", "infinity"})) return true;
  if (const auto stem = without_wildcard(text)) {
    line.high = *stem + (included ? beyond : "");
    return looks_like_version(*stem);
  }
  line.high = std::string(text);
  return looks_like_version(text);
}

bool set_low(Affected& line, std::string_view text) {
  text = trim(text);
  if (one_of(lower(text),
             {"", "0", "*", "unspecified", "n/a", "-", "0.0", "all", "all versions", "earlier", "previous", "any"}))
    return true;
  const auto stem = without_wildcard(text);
  line.low = stem ? *stem : std::string(text);
  return looks_like_version(line.low);
}

/// ">= 1.0, < 1.2": one comparison after the other.
bool read_comparisons(std::string_view text, Affected& line) {
  line.form = Form::range;
  while (!text.empty()) {
    const auto comma = text.find(',');
    auto one = trim(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    const auto signs = std::min(one.find_first_not_of("<>="), one.size());
    const auto sign = one.substr(0, signs);
    const auto version = trim(one.substr(signs));
    if (sign == ">=" || sign == ">") {
      line.low_excluded = sign == ">";
      if (!line.low.empty() || !set_low(line, version)) return false;
    } else if (sign == "<" || sign == "<=") {
      if (!line.high.empty() || version.empty() || !set_high(line, version, sign == "<=")) return false;
    } else if (sign == "=" && looks_like_version(version)) {
      line.form = Form::exact;
      line.low = std::string(version);
    } else {
      return false;
    }
  }
  return true;
}

/// "1.2 and earlier", "before 1.2", "1.0 through 1.2".
bool read_words(std::string_view text, Affected& line) {
  const auto words = lower(text);
  line.form = Form::range;
  for (const std::string_view tail :
       {" and earlier", " and prior", " and below", " and before", " and lower", " or earlier", " and older",
        " and earlier versions", " and prior versions", " and previous versions", " and older versions",
        " and lower versions", " and below versions"})
    if (words.ends_with(tail))
      return set_high(line, text.substr(0, text.size() - tail.size()), true) && !line.high.empty();
  for (const std::string_view head : {"before ", "prior to ", "versions prior to ", "all versions prior to ",
                                      "versions before ", "all versions before "})
    if (words.starts_with(head)) return set_high(line, text.substr(head.size()), false) && !line.high.empty();
  for (const std::string_view middle : {" through ", " to ", " - "})
    if (const auto at = words.find(middle); at != std::string::npos)
      return set_low(line, text.substr(0, at)) && set_high(line, text.substr(at + middle.size()), true) &&
             !line.high.empty();
  return false;
}

Affected read_text(std::string_view text) {
  const auto words = lower(text);
  if (one_of(words, {"*", "all", "all versions", "any"})) return {.form = Form::range};
  Affected line;
  // "All versions < V4.3.8"
  const auto first = text.find_first_of("<>=");
  if (first != std::string_view::npos &&
      (first == 0 || trim(std::string_view(words).substr(0, first)) == "all versions"))
    return read_comparisons(text.substr(first), line) ? line : unsaid(text);
  if (const auto stem = without_wildcard(text); stem && looks_like_version(*stem))
    return {.form = Form::range, .low = *stem, .high = *stem + beyond, .high_included = true};
  if (text.find(' ') != std::string_view::npos && read_words(text, line)) return line;
  if (looks_like_version(text)) return {.form = Form::exact, .low = std::string(text)};
  return unsaid(text);
}

Said said_of(std::string_view status) {
  return status == "affected" ? Said::affected : status == "unaffected" ? Said::unaffected : Said::unknown;
}

std::string changes_of(const Value& changes) {
  std::string out;
  for (const auto& one : changes.list()) {
    const auto at = trim(one["at"].text);
    if (at.empty()) continue;
    const auto said = said_of(one["status"].text);
    out += std::string(at) + (said == Said::affected ? " a\n" : said == Said::unaffected ? " u\n" : " ?\n");
  }
  return out;
}

}  // namespace

std::optional<Affected> read_version(const Value& item) {
  if (one_of(item["versionType"].text, {"git", "original_commit_for_fix"})) return std::nullopt;
  const auto version = trim(item["version"].text);
  Affected line;
  if (item.has("lessThan") || item.has("lessThanOrEqual")) {
    line.form = Form::range;
    const bool included = !item.has("lessThan");
    // some write the comparison twice: "lessThan": "< 1.2"
    const auto& end = included ? item["lessThanOrEqual"].text : item["lessThan"].text;
    const auto clean = end.find_first_not_of("<= ");
    const bool readable =
        set_low(line, version.starts_with("<") ? std::string_view{} : version) &&
        set_high(line, clean == std::string::npos ? std::string_view{} : std::string_view(end).substr(clean), included);
    if (!readable) line = unsaid(version);
    line.changes = changes_of(item["changes"]);
  } else {
    line = read_text(version);
  }
  line.said = said_of(item["status"].text);
  return line;
}

}  // namespace hygie::exposure::feeds
