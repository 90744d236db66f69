// SPDX-License-Identifier: EUPL-1.2
// XMPP (RFC 6120): a stream is opened, and what the server offers in it is read; nobody signs in.
#include "audits/exposure/dialogues/greetings/greetings.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>

namespace hygie::exposure {
namespace {

using net::Bytes;

constexpr std::string_view streams = "http://etherx.jabber.org/streams";
constexpr std::size_t longest_features = 16'384;

/// A name as the value of an attribute: what could end it is no part of a name.
std::string attribute(std::string_view name) {
  std::string out;
  for (const char c : name)
    if (c != '\'' && c != '"' && c != '<' && c != '>' && c != '&') out += c;
  return bounded(out, 255);
}

/// What stands between <NAME...> and </NAME>; empty when it is not there.
std::string_view element(std::string_view text, std::string_view name) {
  const auto open = text.find(fmt::format("<{}", name));
  if (open == std::string_view::npos) return {};
  const auto close = text.find(fmt::format("</{}>", name), open);
  return close == std::string_view::npos ? std::string_view{} : text.substr(open, close - open);
}

class Xmpp final : public Dialogue {
 public:
  explicit Xmpp(bool servers) : servers_(servers), service_{servers ? "xmpp-server" : "xmpp", {}} {}

  void ask_for(std::string_view name) override { name_ = attribute(name); }
  net::Buffer opening() override {
    return text_bytes(
        fmt::format("<?xml version='1.0'?><stream:stream xmlns:stream='{}' xmlns='jabber:{}' to='{}' "
                    "version='1.0'>",
                    streams, servers_ ? "server" : "client", name_.empty() ? "hygie.invalid" : name_));
  }

  Step hear(Bytes heard) override {
    const auto text = trimmed(net::as_text(heard));
    constexpr std::string_view xml = "<?xml", stream = "<stream:stream";
    const bool begins =
        xml.starts_with(text.substr(0, xml.size())) || stream.starts_with(text.substr(0, stream.size()));
    if (!begins || text.size() > longest_features) return Step::refuses();
    text_ = text;
    const bool whole = text_.find("</stream:features>") != std::string::npos ||
                       text_.find("<stream:features/>") != std::string::npos ||
                       text_.find("</stream:stream>") != std::string::npos;
    return whole ? end() : Step::waits();
  }

  Step end() override {
    if (text_.find(streams) == std::string::npos) return Step::refuses();
    const std::string_view text = text_;
    // the other kind of stream is spoken here
    if (text.find("<invalid-namespace") != std::string_view::npos || answers_in(servers_ ? "client" : "server"))
      return Step::refuses();
    if (text.find("<stream:error") != std::string_view::npos) {
      service_.said["error"] = text.find("<host-unknown") != std::string_view::npos ? "host-unknown" : "other";
      return Step::knows(service_);
    }
    if (text.find("<stream:features") == std::string_view::npos) return Step::knows(service_);
    const auto offered = text.find("<starttls");
    service_.said["starttls"] = offered == std::string_view::npos                                       ? "absent"
                                : element(text, "starttls").find("<required") != std::string_view::npos ? "required"
                                                                                                        : "offered";
    read_mechanisms(text);
    return Step::knows(service_);
  }

 private:
  /// Is the answer's own name space of that kind?
  bool answers_in(std::string_view kind) const {
    const auto head = text_.substr(0, text_.find('>', text_.find("<stream:stream")));
    return head.find(fmt::format("xmlns='jabber:{}'", kind)) != std::string::npos ||
           head.find(fmt::format("xmlns=\"jabber:{}\"", kind)) != std::string::npos;
  }
  void read_mechanisms(std::string_view text) {
    std::string all;
    for (auto rest = element(text, "mechanisms"); !rest.empty();) {
      const auto one = rest.find("<mechanism>");
      if (one == std::string_view::npos) break;
      rest.remove_prefix(one + 11);
      append_to_list(all, bounded(rest.substr(0, rest.find('<')), 64));
    }
    service_.said["mechanisms"] = all.empty() ? "absent" : all;
  }

  bool servers_;
  std::string name_, text_;
  Identity service_;
};

}  // namespace

std::unique_ptr<Dialogue> make_xmpp() { return std::make_unique<Xmpp>(false); }
std::unique_ptr<Dialogue> make_xmpp_server() { return std::make_unique<Xmpp>(true); }

}  // namespace hygie::exposure
