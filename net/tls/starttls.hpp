// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/channel.hpp"

#include <string>
#include <string_view>

namespace hygie::net::tls {

/// The protocol that is spoken before TLS starts; `none` when TLS is spoken from the first byte.
enum class Starttls { none, smtp, imap, pop3, ftp, ldap, postgres, mysql, xmpp, xmpp_server, rdp };

struct Preparation {
  Ending ending = Ending::complete;
  bool refused = false;  // the server was understood, and does not start TLS
};

/// Brings a new connection to where a ClientHello is expected. `name` is the server's, for protocols that ask for it.
[[nodiscard]] Preparation start_tls(Channel& channel, Starttls protocol, std::string_view name);

}  // namespace hygie::net::tls
