// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the readers of lines and of texts share.
namespace hygie::exposure {

inline constexpr std::size_t longest_line = 4096;

/// Lines end with LF, a CR before it is dropped; absent while the line is not whole.
[[nodiscard]] std::optional<std::string_view> first_line(std::string_view text);
/// Every whole line.
[[nodiscard]] std::vector<std::string_view> whole_lines(std::string_view text);
/// ASCII alone changes.
[[nodiscard]] std::string upper(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Words between spaces and tabs.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);
/// At most 512 bytes of a text from outside.
[[nodiscard]] std::string bounded(std::string_view text, std::size_t most = 512);
/// Up to the first zero.
[[nodiscard]] std::string_view until_zero(std::string_view text);
/// Appends "one, two", up to 4096 bytes.
void append_to_list(std::string& list, std::string_view one);
[[nodiscard]] std::string hexadecimal(net::Bytes bytes);
/// What of UTF-16, little endian, is ASCII; '?' stands for the rest.
[[nodiscard]] std::string from_utf16(net::Bytes bytes);
/// 2026-11-25T10:00:00Z
[[nodiscard]] std::string utc(std::int64_t seconds_since_1970);
/// Of a Windows time, in hundreds of nanoseconds since 1601; empty for zero.
[[nodiscard]] std::string utc_of_filetime(std::uint64_t filetime);

/// A reply of FTP or SMTP (RFC 959, 4.2; RFC 5321, 4.2.1): a code, and the text of its lines.
struct Reply {
  int code = 0;  // 0 when what came is no reply
  std::vector<std::string_view> lines = {};
  [[nodiscard]] std::string text() const { return lines.empty() ? std::string() : bounded(lines.back()); }
};
/// Absent while the reply is not whole.
[[nodiscard]] std::optional<Reply> read_reply(std::string_view text);

/// The value of a header of SIP, RTSP or SSDP, its name in any case; empty when it is absent.
[[nodiscard]] std::string_view header_value(std::string_view message, std::string_view name);

}  // namespace hygie::exposure
