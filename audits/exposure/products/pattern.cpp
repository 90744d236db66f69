// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/products/pattern.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>

namespace hygie::exposure {
namespace {

constexpr std::uint32_t most_depth = 2'000, most_kibibytes = 1'024;

struct Free {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

PCRE2_SPTR bytes_of(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

}  // namespace

using MatchData = std::unique_ptr<pcre2_match_data, Free>;

struct Pattern::Code {
  std::unique_ptr<pcre2_code, Free> code;
  std::unique_ptr<pcre2_match_context, Free> limits;
  std::map<std::string, std::uint32_t> groups;  // by name
  std::size_t longest = 0;

  /// The places of the groups; null when there is no match.
  [[nodiscard]] MatchData run(std::string_view subject) const {
    MatchData data(pcre2_match_data_create_from_pattern(code.get(), nullptr));
    const int found = pcre2_match(code.get(), bytes_of(subject), subject.size(), 0, 0, data.get(), limits.get());
    return found < 0 ? nullptr : std::move(data);
  }
};

core::Result<Pattern> Pattern::compile(std::string_view expression, const How& how) {
  int error = 0;
  PCRE2_SIZE place = 0;
  auto made = std::make_shared<Code>();
  made->longest = how.longest;
  const std::uint32_t options = PCRE2_NEVER_UTF | PCRE2_DOLLAR_ENDONLY | (how.any_case ? PCRE2_CASELESS : 0) |
                                (how.dot_is_all ? PCRE2_DOTALL : 0) | (how.by_lines ? PCRE2_MULTILINE : 0);
  made->code.reset(pcre2_compile(bytes_of(expression), expression.size(), options, &error, &place, nullptr));
  if (!made->code) {
    std::array<PCRE2_UCHAR, 256> words{};
    pcre2_get_error_message(error, words.data(), words.size());
    return core::failure(core::ErrorCode::parse,
                         std::string(reinterpret_cast<const char*>(words.data())) + " (" + std::to_string(place) + ")",
                         std::string(expression));
  }
  made->limits.reset(pcre2_match_context_create(nullptr));
  pcre2_set_match_limit(made->limits.get(), how.steps);
  pcre2_set_depth_limit(made->limits.get(), most_depth);
  pcre2_set_heap_limit(made->limits.get(), most_kibibytes);

  std::uint32_t count = 0, width = 0;
  PCRE2_SPTR table = nullptr;
  pcre2_pattern_info(made->code.get(), PCRE2_INFO_NAMECOUNT, &count);
  pcre2_pattern_info(made->code.get(), PCRE2_INFO_NAMEENTRYSIZE, &width);
  pcre2_pattern_info(made->code.get(), PCRE2_INFO_NAMETABLE, &table);
  // an entry: the group's number on two bytes, its name ended by a zero
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto* entry = table + std::size_t{i} * width;
    made->groups[reinterpret_cast<const char*>(entry + 2)] = static_cast<std::uint32_t>(entry[0] << 8U | entry[1]);
  }
  return Pattern(std::move(made));
}

std::optional<Pattern::Groups> Pattern::match(std::string_view subject) const {
  subject = subject.substr(0, code_->longest);
  const auto data = code_->run(subject);
  if (!data) return std::nullopt;
  Groups groups;
  const auto* places = pcre2_get_ovector_pointer(data.get());
  for (const auto& [name, number] : code_->groups) {
    const auto start = places[2 * number], end = places[2 * number + 1];
    if (start != PCRE2_UNSET && end > start) groups[name] = subject.substr(start, end - start);
  }
  return groups;
}

std::optional<std::vector<std::string>> Pattern::numbered(std::string_view subject) const {
  subject = subject.substr(0, code_->longest);
  const auto data = code_->run(subject);
  if (!data) return std::nullopt;
  std::vector<std::string> groups(pcre2_get_ovector_count(data.get()));
  const auto* places = pcre2_get_ovector_pointer(data.get());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto start = places[2 * i], end = places[2 * i + 1];
    if (start != PCRE2_UNSET && end > start) groups[i] = subject.substr(start, end - start);
  }
  return groups;
}

}  // namespace hygie::exposure
