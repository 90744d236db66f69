// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/support/one_answer.hpp"

/// Services that greet: what their first words show, and what they answer before anybody signs in.
namespace hygie::exposure {

/// A greeting in a line: SSH, SMTP, FTP, IMAP, POP3, and telnet's negotiation. Nothing is said. banner; for SSH
/// protocol_version.
[[nodiscard]] Step read_banner(net::Bytes heard);
/// The identification of SSH and the lists of its KEXINIT (RFC 4253, 4.2 and 7.1); ours goes first.
[[nodiscard]] net::Buffer ssh_identification();

/// "ssh": banner, protocol_version; kex, host_keys, ciphers, macs, compression as the server lists them, and
/// ciphers_back, macs_back where what it sends with differs.
[[nodiscard]] std::unique_ptr<Dialogue> make_ssh();
/// "smtp": banner, code of the greeting (220 or 554), ehlo_code, capabilities; starttls and vrfy (offered|absent);
/// authentication_before_tls (absent, or the mechanisms).
[[nodiscard]] std::unique_ptr<Dialogue> make_smtp();
/// "imap" and "pop3": banner, capabilities, starttls (offered|absent), login_before_tls (accepted|disabled),
/// authentication_before_tls (absent, or the mechanisms). IMAP adds authentication (wanted|none) and id, POP3
/// implementation.
[[nodiscard]] std::unique_ptr<Dialogue> make_imap();
[[nodiscard]] std::unique_ptr<Dialogue> make_pop3();
/// "ftp": banner, features, auth_tls (offered|absent, or unknown without FEAT), user_code and user_answer to the name
/// "anonymous", anonymous: true when the name suffices; "name accepted" when a password is asked for after it, and it
/// is said to be a guest's or is not asked for after a name of nobody; unknown when it is asked for after any name;
/// false.
[[nodiscard]] std::unique_ptr<Dialogue> make_ftp();
/// "telnet": banner, up to the first prompt.
[[nodiscard]] std::unique_ptr<Dialogue> make_telnet();

/// "xmpp" and "xmpp-server", the streams of clients and of servers: starttls (required|offered|absent), mechanisms
/// before TLS (absent, or their names); or error (host-unknown|other), for a name that it does not serve.
[[nodiscard]] std::unique_ptr<Dialogue> make_xmpp();
[[nodiscard]] std::unique_ptr<Dialogue> make_xmpp_server();

}  // namespace hygie::exposure
