// SPDX-License-Identifier: EUPL-1.2
// Mail in its three protocols: what is offered before TLS and before anybody signs in.
#include "audits/exposure/dialogues/greetings/greetings.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

namespace hygie::exposure {
namespace {

using net::Bytes;

/// What SMTP's EHLO answers (RFC 5321, 4.1.1.1): one capability a line, the first line being the server's name.
void read_ehlo(const Reply& reply, Said& said) {
  said["starttls"] = "absent";
  said["vrfy"] = "absent";
  std::string mechanisms, all;
  for (std::size_t i = 1; i < reply.lines.size(); ++i) {
    const auto line = upper(trimmed(reply.lines[i]));
    const auto words = words_of(line);
    if (words.empty()) continue;
    append_to_list(all, bounded(line, 128));
    if (words[0] == "STARTTLS") said["starttls"] = "offered";
    if (words[0] == "VRFY") said["vrfy"] = "offered";
    if (words[0] == "AUTH" || words[0].starts_with("AUTH="))
      for (std::size_t k = 1; k < words.size(); ++k)
        if (mechanisms.find(words[k]) == std::string::npos) append_to_list(mechanisms, bounded(words[k], 64));
  }
  said["authentication_before_tls"] = mechanisms.empty() ? "absent" : mechanisms;
  said["capabilities"] = all;
}

class Smtp final : public Dialogue {
 public:
  net::Buffer opening() override { return {}; }
  Step hear(Bytes heard) override {
    const auto reply = read_reply(net::as_text(heard));
    if (!reply) return Step::waits();
    if (reply->code == 0) return end();
    switch (turn_++) {
      case 0: return greeting(*reply);
      case 1:
        if (reply->code == 250) read_ehlo(*reply, service_.said);
        service_.said["ehlo_code"] = std::to_string(reply->code);
        return Step::says(text_bytes("QUIT\r\n"));
      default: return end();
    }
  }
  Step end() override { return service_.said.empty() ? Step::refuses() : Step::knows(service_); }

 private:
  Step greeting(const Reply& reply) {
    const auto text = reply.lines.empty() ? std::string_view() : reply.lines[0];
    const bool names_itself = upper(text).find("SMTP") != std::string::npos;
    // 554 in place of a greeting: nobody is served here (RFC 5321, 3.1), and it is still SMTP when it says so
    if ((reply.code != 220 && reply.code != 554) || !names_itself) return Step::refuses();
    service_.said["banner"] = bounded(text);
    service_.said["code"] = std::to_string(reply.code);
    if (reply.code == 554) turn_ = 2;
    return Step::says(text_bytes(reply.code == 220 ? "EHLO hygie.invalid\r\n" : "QUIT\r\n"));
  }

  Identity service_{"smtp", {}};
  int turn_ = 0;
};

void read_imap_capabilities(std::string_view text, Said& said) {
  const auto in_capitals = upper(text);
  const auto words = words_of(in_capitals);
  said["starttls"] = "absent";
  said["login_before_tls"] = "accepted";
  std::string mechanisms;
  for (const auto word : words) {
    if (word == "STARTTLS") said["starttls"] = "offered";
    if (word == "LOGINDISABLED") said["login_before_tls"] = "disabled";
    if (word.starts_with("AUTH=")) append_to_list(mechanisms, bounded(word.substr(5), 64));
  }
  said["authentication_before_tls"] = mechanisms.empty() ? "absent" : mechanisms;
  said["capabilities"] = bounded(trimmed(text), 2048);
}

/// IMAP (RFC 3501): CAPABILITY, then ID (RFC 2971) where it is offered, then LOGOUT.
class Imap final : public Dialogue {
 public:
  net::Buffer opening() override { return {}; }
  Step hear(Bytes heard) override {
    const auto text = net::as_text(heard);
    if (turn_ == 0) return greeting(text);
    const std::string tag = "h" + std::to_string(turn_) + " ";
    for (const auto line : whole_lines(text)) {
      constexpr std::string_view capability = "* CAPABILITY ", id = "* ID ";
      const auto start = upper(line.substr(0, capability.size()));
      if (start == capability) read_imap_capabilities(line.substr(capability.size()), service_.said);
      if (start.starts_with(id)) service_.said["id"] = bounded(line.substr(id.size()));
      if (line.starts_with(tag)) return next();
    }
    return heard.size() < longest_answer ? Step::waits() : end();
  }
  Step end() override { return service_.said.empty() ? Step::refuses() : Step::knows(service_); }

 private:
  Step greeting(std::string_view text) {
    constexpr std::string_view head = "* ";
    if (!head.starts_with(text.substr(0, head.size()))) return Step::refuses();
    const auto line = first_line(text);
    if (!line) return text.size() < longest_line ? Step::waits() : Step::refuses();
    const auto words = words_of(*line);
    if (words.size() < 2 || (words[1] != "OK" && words[1] != "PREAUTH" && words[1] != "BYE")) return Step::refuses();
    service_.said["banner"] = bounded(*line);
    service_.said["authentication"] = words[1] == "PREAUTH" ? "none" : "wanted";
    if (words[1] == "BYE") return end();
    turn_ = 1;
    return Step::says(text_bytes("h1 CAPABILITY\r\n"));
  }
  Step next() {
    if (turn_ == 3) return end();
    if (turn_ == 1) {
      turn_ = 2;
      const auto words = words_of(service_.said["capabilities"]);
      for (const auto word : words)
        if (upper(word) == "ID") return Step::says(text_bytes("h2 ID NIL\r\n"));
    }
    turn_ = 3;
    return Step::says(text_bytes("h3 LOGOUT\r\n"));
  }

  Identity service_{"imap", {}};
  int turn_ = 0;
};

/// POP3 (RFC 1939, RFC 2449): CAPA, then QUIT.
class Pop3 final : public Dialogue {
 public:
  net::Buffer opening() override { return {}; }
  Step hear(Bytes heard) override {
    const auto text = net::as_text(heard);
    constexpr std::string_view good = "+OK", bad = "-ERR";
    if (!good.starts_with(text.substr(0, good.size())) && (turn_ == 0 || !bad.starts_with(text.substr(0, bad.size()))))
      return end();
    const auto line = first_line(text);
    if (!line) return text.size() < longest_line ? Step::waits() : end();
    if (turn_ == 0) {
      turn_ = 1;
      service_.said["banner"] = bounded(*line);
      return Step::says(text_bytes("CAPA\r\n"));
    }
    if (turn_ == 1) {
      if (line->starts_with(good) && !capabilities(text)) return text.size() < longest_answer ? Step::waits() : end();
      turn_ = 2;
      return Step::says(text_bytes("QUIT\r\n"));
    }
    return end();
  }
  Step end() override { return service_.said.empty() ? Step::refuses() : Step::knows(service_); }

 private:
  /// False while the list is not whole.
  bool capabilities(std::string_view text) {
    Said said{{"starttls", "absent"}, {"login_before_tls", "disabled"}, {"authentication_before_tls", "absent"}};
    std::string all;
    const auto lines = whole_lines(text);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (lines[i] == ".") {
        said["capabilities"] = all;
        service_.said.merge(said);
        return true;
      }
      append_to_list(all, bounded(lines[i], 128));
      const auto words = words_of(lines[i]);
      if (words.empty()) continue;
      const auto word = upper(words[0]);
      if (word == "STLS") said["starttls"] = "offered";
      if (word == "USER") said["login_before_tls"] = "accepted";
      if (word == "SASL" && words.size() > 1) said["authentication_before_tls"] = bounded(trimmed(lines[i].substr(4)));
      if (word == "IMPLEMENTATION") said["implementation"] = bounded(trimmed(lines[i].substr(14)));
    }
    return false;
  }

  Identity service_{"pop3", {}};
  int turn_ = 0;
};

}  // namespace

std::unique_ptr<Dialogue> make_smtp() { return std::make_unique<Smtp>(); }
std::unique_ptr<Dialogue> make_imap() { return std::make_unique<Imap>(); }
std::unique_ptr<Dialogue> make_pop3() { return std::make_unique<Pop3>(); }

}  // namespace hygie::exposure
