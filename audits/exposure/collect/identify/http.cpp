// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/attempt.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>

namespace hygie::exposure {
namespace {

constexpr std::size_t most_headers = 32768;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool says_https(std::string_view page) {
  return page.find("plain HTTP request was sent to HTTPS port") != std::string_view::npos ||
         page.find("speaking plain HTTP to an SSL-enabled server port") != std::string_view::npos ||
         page.find("Client sent an HTTP request to an HTTPS server") != std::string_view::npos;
}

void read_header(std::string_view line, Said& said) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const auto name = lower(line.substr(0, colon));
  for (const auto* wanted : {"server", "location", "www-authenticate"})
    if (name == wanted) said.try_emplace(name, trimmed(line.substr(colon + 1)));
}

class Http final : public Dialogue {
 public:
  explicit Http(const std::string& host) : host_(host) {}
  net::Buffer opening() override {
    const auto words = fmt::format(
        "GET / HTTP/1.1\r\nHost: {}\r\nUser-Agent: hygie (authorised audit)\r\nAccept: */*\r\nConnection: "
        "close\r\n\r\n",
        host_.find(':') == std::string::npos ? host_ : "[" + host_ + "]");
    const auto bytes = net::as_bytes(words);
    return {bytes.begin(), bytes.end()};
  }
  Step hear(net::Bytes heard) override {
    last_.assign(heard.begin(), heard.end());
    return read_http(heard);
  }
  Step end() override {  // headers cut short still say who speaks
    const auto text = net::as_text(last_);
    if (!text.starts_with("HTTP/1.")) return Step::refuses();
    last_.insert(last_.end(), {'\r', '\n', '\r', '\n'});
    return read_http(last_);
  }

 private:
  std::string host_;
  net::Buffer last_;
};

}  // namespace

Step read_http(net::Bytes heard) {
  const auto text = net::as_text(heard);
  constexpr std::string_view mark = "HTTP/1.";
  if (text.substr(0, mark.size()) != mark.substr(0, text.size())) return Step::refuses();
  const auto end = text.find("\r\n\r\n");
  if (end == std::string_view::npos) return heard.size() > most_headers ? Step::refuses() : Step::waits();
  Identity identity{"http", {}};
  auto rest = text.substr(0, end);
  const auto status = rest.substr(0, rest.find("\r\n"));
  if (status.size() < 12) return Step::refuses();
  identity.said["status"] = status.substr(9, 3);
  while (!rest.empty()) {
    const auto stop = rest.find("\r\n");
    read_header(rest.substr(0, stop), identity.said);
    rest = stop == std::string_view::npos ? std::string_view{} : rest.substr(stop + 2);
  }
  if (identity.said["status"] == "400") {
    if (says_https(text)) identity.said["wants_tls"] = "true";
  }
  return Step::knows(std::move(identity));
}

std::unique_ptr<Dialogue> make_http(const std::string& host) { return std::make_unique<Http>(host); }

}  // namespace hygie::exposure
