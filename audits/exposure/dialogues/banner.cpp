// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/services.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

constexpr std::size_t longest_line = 4096;

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

Identity named(std::string protocol, std::string_view line) {
  return {std::move(protocol), {{"banner", std::string(line)}}};
}

/// SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3 (RFC 4253, 4.2): the software's name, its version, a comment.
Identity ssh(std::string_view line) {
  auto service = named("ssh", line);
  const auto rest = line.substr(4);
  const auto dash = rest.find('-');
  service.said["protocol_version"] = rest.substr(0, dash);
  if (dash == std::string_view::npos) return service;
  const auto software = rest.substr(dash + 1, rest.find(' ', dash) - dash - 1);
  const auto underscore = software.find_first_of("_-");
  service.said["product"] = software.substr(0, underscore);
  if (underscore != std::string_view::npos) service.said["version"] = software.substr(underscore + 1);
  return service;
}

/// The word before the first number with a dot, and that number: "(vsFTPd 3.0.3)", "ProFTPD 1.3.8 Server".
void product_of(std::string_view line, Identity& service) {
  for (std::size_t at = 0; (at = line.find(' ', at)) != std::string_view::npos; ++at) {
    const auto number =
        line.substr(at + 1, line.find_first_not_of("0123456789.abcdefghijklmnopqrstuvwxyz", at + 1) - at - 1);
    if (number.empty() || number[0] < '0' || number[0] > '9' || number.find('.') == std::string_view::npos) continue;
    const auto before = line.substr(0, at);
    const auto start = before.find_last_of(" (");
    service.said["product"] = before.substr(start == std::string_view::npos ? 0 : start + 1);
    service.said["version"] = number;
    return;
  }
}

Step greeting(std::string_view line) {
  const auto text = upper(line);
  if (text.starts_with("SSH-")) return Step::knows(ssh(line));
  std::string protocol;
  if (text.starts_with("220")) {
    if (text.find("SMTP") != std::string::npos) protocol = "smtp";
    if (protocol.empty() && text.find("FTP") != std::string::npos) protocol = "ftp";
  }
  if (text.starts_with("* OK") || text.starts_with("* PREAUTH")) protocol = "imap";
  if (text.starts_with("+OK")) protocol = "pop3";
  if (protocol.empty()) return Step::refuses();
  auto service = named(protocol, line);
  product_of(line, service);
  for (const auto* product : {"Postfix", "Exim", "Sendmail", "Dovecot", "Cyrus", "Courier", "Microsoft Exchange"})
    if (!service.said.contains("product") && text.find(upper(product)) != std::string::npos)
      service.said["product"] = product;
  return Step::knows(std::move(service));
}

}  // namespace

std::optional<std::string_view> first_line(std::string_view text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  auto line = text.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Step read_banner(net::Bytes heard) {
  constexpr std::uint8_t interpret_as_command = 0xff, will = 0xfb, dont = 0xfe;
  if (heard.size() >= 3 && heard[0] == interpret_as_command && heard[1] >= will && heard[1] <= dont)
    return Step::knows({"telnet", {}});
  const auto line = first_line(net::as_text(heard));
  if (line) return greeting(*line);
  return heard.size() < longest_line ? Step::waits() : Step::refuses();
}

}  // namespace hygie::exposure
