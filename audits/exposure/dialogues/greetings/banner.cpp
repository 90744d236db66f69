// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/greetings/greetings.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

namespace hygie::exposure {
namespace {

Step greeting(std::string_view line) {
  const auto text = upper(line);
  Identity service{"", {{"banner", bounded(line)}}};
  if (text.starts_with("SSH-")) {
    service.protocol = "ssh";
    service.said["protocol_version"] = bounded(line.substr(4, line.find('-', 4) - 4), 16);
  } else if (text.starts_with("220")) {
    if (text.find("SMTP") != std::string::npos)
      service.protocol = "smtp";
    else if (text.find("FTP") != std::string::npos)
      service.protocol = "ftp";
  } else if (text.starts_with("* OK") || text.starts_with("* PREAUTH")) {
    service.protocol = "imap";
  } else if (text.starts_with("+OK")) {
    service.protocol = "pop3";
  }
  return service.protocol.empty() ? Step::refuses() : Step::knows(std::move(service));
}

}  // namespace

Step read_banner(net::Bytes heard) {
  constexpr std::uint8_t interpret_as_command = 0xff, will = 0xfb, dont = 0xfe;
  if (heard.size() >= 3 && heard[0] == interpret_as_command && heard[1] >= will && heard[1] <= dont)
    return Step::knows({"telnet", {}});
  const auto line = first_line(net::as_text(heard));
  if (line) return greeting(*line);
  return heard.size() < longest_line ? Step::waits() : Step::refuses();
}

}  // namespace hygie::exposure
