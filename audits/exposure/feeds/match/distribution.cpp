// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/match/distribution.hpp"

#include "audits/exposure/feeds/versions/digits.hpp"

#include <algorithm>
#include <array>

namespace hygie::exposure::feeds {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool has_any(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

Build build_of(const std::string& text) {
  if (has_any(text, {"win32", "win64", "windows"})) return Build::windows;
  if (has_any(text, {"ubuntu"})) return Build::ubuntu;
  if (has_any(text, {"debian", "+deb", "~deb", "raspbian"})) return Build::debian;
  if (has_any(text, {"red hat", "redhat", "centos", "rocky", "alma", "fedora", "suse", "oracle linux", ".el7", ".el8",
                     ".el9", "amazon", "alpine"}))
    return Build::distribution;
  return Build::unsaid;
}

bool of_revision(char c) { return is_digit(c) || is_letter(c) || c == '.' || c == '+' || c == '~'; }

/// The revision that begins at `from`.
std::string revision_at(const std::string& text, std::size_t from) {
  auto to = from;
  while (to < text.size() && of_revision(text[to])) ++to;
  return text.substr(from, to - from);
}

/// The revision that ends before `at`; empty when what stands there is not one.
std::string revision_before(const std::string& text, std::size_t at) {
  auto from = at;
  while (from > 0 && of_revision(text[from - 1])) --from;
  // "4.17.12-Debian" shows a version there, "9.18.24-1-Debian" a revision
  return from > 0 && text[from - 1] == '-' ? text.substr(from, at - from) : std::string{};
}

/// "Debian-2+deb12u3", "10.11.6-MariaDB-0+deb12u1", "3.6.1-Debian-3.6.1-4+deb12u1", "9.18.24-1-Debian", "Debian-7", or
/// the mark alone: "0+deb12u1"
std::string debian_revision(const std::string& version, const std::string& text) {
  for (const std::string_view mark : {"+deb", "~deb"}) {
    const auto at = text.find(mark);
    if (at == std::string::npos) continue;
    auto from = at;
    while (from > 0 && of_revision(text[from - 1])) --from;
    const bool alone = from == 0 || text[from - 1] == ' ';
    if (alone && text.compare(from, version.size(), version) == 0) continue;
    return revision_at(text, from);
  }
  if (const auto at = text.find("-debian"); at != std::string::npos)
    if (auto found = revision_before(text, at); !found.empty()) return found;
  const auto at = text.find("debian-");
  return at == std::string::npos ? std::string{} : revision_at(text, at + 7);
}

/// "2+deb12u3" -> bookworm
std::string release_in(const std::string& revision) {
  struct Name {
    std::string_view number, name;
  };
  constexpr std::array names{Name{"9", "stretch"},   Name{"10", "buster"}, Name{"11", "bullseye"},
                             Name{"12", "bookworm"}, Name{"13", "trixie"}, Name{"14", "forky"}};
  const auto at = revision.find("deb");
  if (at == std::string::npos) return {};
  auto from = at + 3;
  const auto number = take_digits(revision, from);
  const auto* found = std::find_if(names.begin(), names.end(), [&](const Name& one) { return one.number == number; });
  return found == names.end() ? std::string{} : std::string(found->name);
}

/// "9.2p1 Debian-2+deb12u3" -> "9.2p1"; "10.11.6-MariaDB-0+deb12u1", "8.0.36-0ubuntu0.22.04.1" -> up to the hyphen.
std::string upstream(std::string_view version, Build build) {
  if (build == Build::debian || build == Build::ubuntu || build == Build::distribution) {
    version = version.substr(0, version.find(' '));
    const auto text = lower(version);
    if (has_any(text, {"ubuntu", "+deb", "~deb", "-debian"})) version = version.substr(0, version.find('-'));
  }
  return std::string(version);
}

}  // namespace

BuildSigns signs_of(std::string_view version, std::string_view banner) {
  const auto text = lower(std::string(version) + " " + std::string(banner));
  BuildSigns out{.build = build_of(text), .version = {}, .package = {}, .release = {}};
  out.version = upstream(version, out.build);
  if (out.build != Build::debian) return out;
  const auto revision = debian_revision(lower(out.version), text);
  out.release = release_in(revision);
  if (!revision.empty() && !out.version.empty()) out.package = out.version + "-" + revision;
  return out;
}

}  // namespace hygie::exposure::feeds
