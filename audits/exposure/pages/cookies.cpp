// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/pages/cookies.hpp"

#include "audits/exposure/pages/text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace hygie::exposure::pages {
namespace {

void read_attribute(std::string_view part, SetCookie& cookie) {
  const auto equals = part.find('=');
  const auto name = trimmed(part.substr(0, equals));
  const auto value = equals == std::string_view::npos ? std::string_view{} : trimmed(part.substr(equals + 1));
  if (same(name, "secure")) cookie.secure = true;
  if (same(name, "httponly")) cookie.http_only = true;
  if (same(name, "samesite")) {
    const auto word = lower(value);
    cookie.same_site = word == "strict" || word == "lax" || word == "none" ? word : "";
  }
  if (same(name, "max-age")) cookie.removed = cookie.removed || value == "0" || value.starts_with('-');
  if (same(name, "expires")) cookie.removed = cookie.removed || value.find("1970") != std::string_view::npos;
}

template <class Number>
bool number(std::string_view text, Number& out) {
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, out);
  return !text.empty() && read.ec == std::errc{} && read.ptr == end;
}

}  // namespace

std::optional<SetCookie> read_cookie(std::string_view header) {
  auto rest = header;
  const auto pair = rest.substr(0, rest.find(';'));
  const auto equals = pair.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  SetCookie cookie;
  cookie.name = trimmed(pair.substr(0, equals));
  cookie.value = trimmed(pair.substr(equals + 1));
  if (cookie.name.empty()) return std::nullopt;
  rest.remove_prefix(pair.size());
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const auto part = rest.substr(0, rest.find(';'));
    read_attribute(part, cookie);
    rest.remove_prefix(part.size());
  }
  return cookie;
}

bool names_a_session(std::string_view name) {
  constexpr std::array<std::string_view, 14> words{"sess",       "sid",    "auth",    "token",  "jwt",
                                                   "login",      "aspnet", "cfid",    "webvpn", "remember",
                                                   "svpncookie", "dsid",   "nsc_aaa", "canary"};
  // a token against forged requests is made to be read by scripts
  const auto low = lower(name);
  if (low.find("csrf") != std::string::npos || low.find("xsrf") != std::string::npos) return false;
  return std::any_of(words.begin(), words.end(), [&](auto word) { return low.find(word) != std::string::npos; });
}

std::optional<std::string> pool_member(std::string_view value) {
  const auto first = value.find('.');
  if (first == std::string_view::npos) return std::nullopt;
  const auto second = value.find('.', first + 1);
  if (second == std::string_view::npos || value.substr(second + 1) != "0000") return std::nullopt;
  std::uint32_t address = 0;
  std::uint16_t port = 0;
  if (!number(value.substr(0, first), address) || !number(value.substr(first + 1, second - first - 1), port))
    return std::nullopt;
  // both are written with their bytes turned round
  return fmt::format("{}.{}.{}.{}:{}", address & 0xffU, address >> 8U & 0xffU, address >> 16U & 0xffU, address >> 24U,
                     static_cast<unsigned>((port & 0xffU) << 8U | port >> 8U));
}

}  // namespace hygie::exposure::pages
