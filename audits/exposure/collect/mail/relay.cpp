// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/relay.hpp"

#include "audits/exposure/dialogues/support/text.hpp"

#include <array>

namespace hygie::exposure {
namespace {

struct Form {
  const char* name;
  std::string sender, recipient;
};

/// Greeting, EHLO, then for each form: MAIL FROM, RCPT TO, RSET; QUIT.
class Relay final : public Dialogue {
 public:
  explicit Relay(const std::string& domain)
      : forms_{{{"stranger to stranger", "hygie@example.org", "hygie@example.net"},
                {"no sender", "", "hygie@example.net"},
                {"local sender", "postmaster@" + domain, "hygie@example.net"},
                {"source route", "hygie@example.org", "@" + domain + ":hygie@example.net"}}} {}

  net::Buffer opening() override { return {}; }

  Step hear(net::Bytes heard) override {
    const auto reply = read_reply(net::as_text(heard));
    if (!reply) return Step::waits();
    switch (phase_) {
      case Phase::greeting: return reply->code == 220 ? say("EHLO hygie.invalid", Phase::hello) : end();
      case Phase::hello: return reply->code == 250 ? next_form() : end();
      case Phase::sender:
        if (reply->code == 250) return say("RCPT TO:<" + forms_[form_].recipient + ">", Phase::recipient);
        return answered(*reply);
      case Phase::recipient: return answered(*reply);
      case Phase::reset: return next_form();
      case Phase::quit: break;
    }
    return end();
  }

  Step end() override { return Step::knows({"smtp", said_}); }

 private:
  enum class Phase { greeting, hello, sender, recipient, reset, quit };

  Step say(const std::string& line, Phase next) {
    phase_ = next;
    const auto words = line + "\r\n";
    const auto bytes = net::as_bytes(words);
    return Step::says({bytes.begin(), bytes.end()});
  }

  Step next_form() {
    if (form_ == forms_.size() && said_["relay"] != "accepted" && !put_off_) said_["relay"] = "refused";
    if (form_ == forms_.size() || said_["relay"] == "accepted") return say("QUIT", Phase::quit);
    return say("MAIL FROM:<" + forms_[form_].sender + ">", Phase::sender);
  }

  /// 4.7.1 (RFC 3463, 3.8) is a refusal to carry it, even when the server calls it a matter of time, as Postfix does.
  Step answered(const Reply& reply) {
    const bool denied = reply.code >= 500 || (!reply.lines.empty() && reply.lines[0].starts_with("4.7.1"));
    if (reply.code == 250 || reply.code == 251) {
      said_["relay"] = "accepted";
      said_["form"] = forms_[form_].name;
    } else {
      put_off_ |= !denied;
    }
    ++form_;
    return say("RSET", Phase::reset);
  }

  std::array<Form, 4> forms_;
  std::size_t form_ = 0;
  Phase phase_ = Phase::greeting;
  bool put_off_ = false;
  Said said_{{"relay", "unknown"}};
};

}  // namespace

std::unique_ptr<Dialogue> make_relay(const std::string& domain) { return std::make_unique<Relay>(domain); }

}  // namespace hygie::exposure
