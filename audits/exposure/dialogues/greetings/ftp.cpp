// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/greetings/greetings.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

namespace hygie::exposure {
namespace {

std::string text_of(const Reply& reply) {
  std::string text;
  for (const auto line : reply.lines) text += upper(line) + '\n';
  return text;
}

/// FTP (RFC 959, RFC 2389): FEAT, then the name "anonymous", in doubt a name of nobody, then QUIT. No password is ever
/// sent, so that nobody is signed in unless the name alone suffices.
class Ftp final : public Dialogue {
 public:
  net::Buffer opening() override { return {}; }
  Step hear(net::Bytes heard) override {
    const auto reply = read_reply(net::as_text(heard));
    if (!reply) return Step::waits();
    if (reply->code == 0) return end();
    switch (turn_++) {
      case 0:
        // its whole text: some name themselves in the last line alone
        if (reply->code != 220 || text_of(*reply).find("SMTP") != std::string::npos) return Step::refuses();
        service_.said["banner"] = bounded(reply->lines[0]);
        return Step::says(text_bytes("FEAT\r\n"));
      case 1:
        // a server of mail knows no FEAT, nor does an old one of FTP: only the next answer tells them apart
        features(*reply);
        return Step::says(text_bytes("USER anonymous\r\n"));
      case 2:
        if (reply->code != 230 && reply->code != 331 && reply->code != 332 && reply->code != 530 && !knows_feat_)
          return Step::refuses();
        of_ftp_ = true;
        return guest(*reply);
      case 3:
        if (doubtful_) {
          doubtful_ = false;
          service_.said["anonymous"] = reply->code == 331 ? "unknown" : "name accepted";
          return Step::says(text_bytes("QUIT\r\n"));
        }
        return end();
      default: return end();
    }
  }
  Step end() override {
    const bool says_so = upper(service_.said["banner"]).find("FTP") != std::string::npos;
    return of_ftp_ || says_so ? Step::knows(service_) : Step::refuses();
  }

 private:
  /// A password asked for proves little: many servers ask for one after any name.
  Step guest(const Reply& reply) {
    service_.said["user_code"] = std::to_string(reply.code);
    service_.said["user_answer"] = reply.text();
    service_.said["anonymous"] = reply.code == 230 ? "true" : reply.code == 331 ? "unknown" : "false";
    if (reply.code != 331) return Step::says(text_bytes("QUIT\r\n"));
    const auto text = text_of(reply);
    for (const std::string_view word : {"ANONYMOUS", "GUEST", "MAIL"})
      if (text.find(word) != std::string::npos) {
        service_.said["anonymous"] = "name accepted";
        return Step::says(text_bytes("QUIT\r\n"));
      }
    doubtful_ = true;
    return Step::says(text_bytes("USER hygie-nobody\r\n"));
  }
  void features(const Reply& reply) {
    knows_feat_ = reply.code == 211;
    of_ftp_ = of_ftp_ || knows_feat_;
    service_.said["auth_tls"] = knows_feat_ ? "absent" : "unknown";
    std::string all;
    for (const auto line : reply.lines) {
      const auto feature = upper(trimmed(line));
      if (!line.starts_with(' ') && !line.starts_with('\t')) continue;  // the first and the last
      append_to_list(all, bounded(feature, 64));
      if (feature.starts_with("AUTH") &&
          (feature.find("TLS") != std::string::npos || feature.find("SSL") != std::string::npos))
        service_.said["auth_tls"] = "offered";
    }
    if (!all.empty()) service_.said["features"] = all;
  }

  Identity service_{"ftp", {}};
  int turn_ = 0;
  bool knows_feat_ = false, of_ftp_ = false, doubtful_ = false;
};

}  // namespace

std::unique_ptr<Dialogue> make_ftp() { return std::make_unique<Ftp>(); }

}  // namespace hygie::exposure
