// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/chrono.h>
#include <algorithm>

namespace hygie::exposure {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The code of a line "250-SIZE" or "250 SIZE" or "250"; 0 when it is none.
int code_of(std::string_view line) {
  if (line.size() < 3 || !std::all_of(line.begin(), line.begin() + 3, is_digit)) return 0;
  if (line.size() > 3 && line[3] != ' ' && line[3] != '-') return 0;
  return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

}  // namespace

std::optional<std::string_view> first_line(std::string_view text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  auto line = text.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::vector<std::string_view> whole_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (auto line = first_line(text); line; line = first_line(text)) {
    lines.push_back(*line);
    text.remove_prefix(text.find('\n') + 1);
  }
  return lines;
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto start = text.find_first_not_of(blanks);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(blanks) - start + 1);
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  constexpr std::string_view blanks = " \t";
  for (auto start = text.find_first_not_of(blanks); start != std::string_view::npos;) {
    const auto end = text.find_first_of(blanks, start);
    words.push_back(text.substr(start, end - start));
    start = end == std::string_view::npos ? end : text.find_first_not_of(blanks, end);
  }
  return words;
}

std::string bounded(std::string_view text, std::size_t most) { return std::string(text.substr(0, most)); }

std::string_view until_zero(std::string_view text) { return text.substr(0, text.find('\0')); }

void append_to_list(std::string& list, std::string_view one) {
  constexpr std::size_t most = 4096;
  if (one.empty() || list.size() + one.size() + 2 > most) return;
  if (!list.empty()) list += ", ";
  list += one;
}

std::string hexadecimal(net::Bytes bytes) {
  std::string out;
  for (const auto byte : bytes) out += fmt::format("{:02x}", byte);
  return out;
}

std::string from_utf16(net::Bytes bytes) {
  std::string out;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
    out += bytes[i + 1] == 0 && bytes[i] < 0x80 ? static_cast<char>(bytes[i]) : '?';
  return out;
}

std::string utc(std::int64_t seconds_since_1970) {
  constexpr std::int64_t year_9999 = 253'402'300'799;
  if (seconds_since_1970 < 0 || seconds_since_1970 > year_9999) return {};
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds_since_1970)));
}

std::string utc_of_filetime(std::uint64_t filetime) {
  constexpr std::uint64_t second = 10'000'000;
  constexpr std::int64_t from_1601_to_1970 = 11'644'473'600;
  return filetime == 0 ? std::string() : utc(static_cast<std::int64_t>(filetime / second) - from_1601_to_1970);
}

std::optional<Reply> read_reply(std::string_view text) {
  const auto begun = text.substr(0, 3);
  if (!std::all_of(begun.begin(), begun.end(), is_digit)) return Reply{};
  Reply reply;
  for (const auto line : whole_lines(text)) {
    const auto code = code_of(line);
    if (reply.code == 0) reply.code = code;
    if (reply.code == 0) return Reply{};
    const bool of_it = code == reply.code;
    reply.lines.push_back(of_it ? line.substr(std::min<std::size_t>(line.size(), 4)) : line);
    if (of_it && (line.size() == 3 || line[3] == ' ')) return reply;
  }
  constexpr std::size_t longest_reply = 16384;
  return text.size() < longest_reply ? std::nullopt : std::optional(Reply{});
}

std::string_view header_value(std::string_view message, std::string_view name) {
  const auto wanted = upper(name);
  for (const auto line : whole_lines(message)) {
    if (line.empty()) return {};
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && upper(trimmed(line.substr(0, colon))) == wanted)
      return trimmed(line.substr(colon + 1));
  }
  return {};
}

}  // namespace hygie::exposure
