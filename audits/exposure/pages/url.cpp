// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/pages/url.hpp"

#include "audits/exposure/pages/text.hpp"

#include <algorithm>
#include <charconv>

namespace hygie::exposure::pages {
namespace {

constexpr std::size_t longest = 4096;

/// "host", "host:port", "[v6]:port"; false when it is none of them.
bool read_authority(std::string_view text, Url& url) {
  if (text.find('@') != std::string_view::npos) return false;
  std::string_view port;
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == std::string_view::npos) return false;
    url.host = lower(text.substr(1, end - 1));
    port = text.substr(end + 1);
    if (url.host.find_first_not_of("0123456789abcdef:.") != std::string::npos) return false;
  } else {
    const auto colon = text.find(':');
    url.host = lower(text.substr(0, colon));
    port = colon == std::string_view::npos ? std::string_view{} : text.substr(colon);
    if (url.host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") != std::string::npos) return false;
  }
  url.port = url.tls ? 443 : 80;
  if (port.size() > 1) {
    const auto* end = port.data() + port.size();
    const auto read = std::from_chars(port.data() + 1, end, url.port);
    if (port[0] != ':' || read.ec != std::errc{} || read.ptr != end) return false;
  }
  return !url.host.empty() && url.port != 0;
}

std::string path_of(std::string_view text) {
  const auto path = text.substr(0, text.find('#'));
  if (path.empty()) return "/";
  return path.front() == '/' ? std::string(path) : "/" + std::string(path);
}

}  // namespace

std::string Url::authority() const {
  const auto shown_host = host.find(':') == std::string::npos ? host : "[" + host + "]";
  return port == (tls ? 443 : 80) ? shown_host : shown_host + ":" + std::to_string(port);
}

std::string Url::text() const { return (tls ? "https://" : "http://") + authority() + path; }

std::optional<Url> parse_url(std::string_view text) {
  text = trimmed(text);
  if (text.size() > longest || std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '\\';
      }))
    return std::nullopt;
  const auto scheme_end = text.find("://");
  if (scheme_end == std::string_view::npos) return std::nullopt;
  Url url;
  url.tls = same(text.substr(0, scheme_end), "https");
  if (!url.tls && !same(text.substr(0, scheme_end), "http")) return std::nullopt;
  text.remove_prefix(scheme_end + 3);
  const auto end = text.find_first_of("/?#");
  if (!read_authority(text.substr(0, end), url)) return std::nullopt;
  url.path = path_of(end == std::string_view::npos ? std::string_view{} : text.substr(end));
  return url;
}

std::optional<Url> follow(const Url& base, std::string_view reference) {
  reference = trimmed(reference);
  if (reference.empty()) return std::nullopt;
  if (reference.starts_with("//")) return parse_url((base.tls ? "https:" : "http:") + std::string(reference));
  const auto colon = reference.find(':');
  if (colon != std::string_view::npos && colon < reference.find_first_of("/?#")) return parse_url(reference);
  const auto root = (base.tls ? "https://" : "http://") + base.authority();
  if (reference.front() == '/') return parse_url(root + std::string(reference));
  const auto path = base.path.substr(0, base.path.find('?'));
  if (reference.front() == '?' || reference.front() == '#') return parse_url(root + path + std::string(reference));
  return parse_url(root + path.substr(0, path.rfind('/') + 1) + std::string(reference));
}

}  // namespace hygie::exposure::pages
