// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/support/one_answer.hpp"

/// Services that greet: what their first words show, and what they answer before anybody signs in.
namespace hygie::exposure {

/// A greeting in a line: SSH, SMTP, FTP, IMAP, POP3, and telnet's negotiation. Nothing is said.
[[nodiscard]] Step read_banner(net::Bytes heard);
/// The identification of SSH and the lists of its KEXINIT (RFC 4253, 4.2 and 7.1); ours goes first.
[[nodiscard]] net::Buffer ssh_identification();

[[nodiscard]] std::unique_ptr<Dialogue> make_ssh();
[[nodiscard]] std::unique_ptr<Dialogue> make_smtp();
[[nodiscard]] std::unique_ptr<Dialogue> make_imap();
[[nodiscard]] std::unique_ptr<Dialogue> make_pop3();
[[nodiscard]] std::unique_ptr<Dialogue> make_ftp();
[[nodiscard]] std::unique_ptr<Dialogue> make_telnet();

}  // namespace hygie::exposure
