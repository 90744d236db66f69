// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/dialogue.hpp"

#include <optional>

/// The readers of the services that one question, or none, makes known. Each hears all that was said so far.
namespace hygie::exposure {

/// The longest answer that a reader waits for: what is longer is not of the protocol, or of no use.
inline constexpr std::size_t longest_answer = 65536;

/// A greeting in a line: SSH, SMTP, FTP, IMAP, POP3, and telnet's negotiation.
[[nodiscard]] Step read_banner(net::Bytes heard);
/// MySQL and MariaDB, protocol 10: the version without the prefix that MariaDB puts in front for old replicas.
[[nodiscard]] Step read_mysql(net::Bytes heard);
/// Redis, to PING: authentication none, password or protected.
[[nodiscard]] Step read_redis(net::Bytes heard);
/// memcached, to version.
[[nodiscard]] Step read_memcached(net::Bytes heard);
/// MQTT 3.1.1, to CONNECT without a name.
[[nodiscard]] Step read_mqtt(net::Bytes heard);
/// PostgreSQL 3.0, to a start-up message: which authentication it wants.
[[nodiscard]] Step read_postgres(net::Bytes heard);
/// RDP, to a negotiation request: which security it chose, or why it refuses (MS-RDPBCGR 2.2.1.2).
[[nodiscard]] Step read_rdp(net::Bytes heard);
/// X11, to a connection set-up without a cookie.
[[nodiscard]] Step read_x11(net::Bytes heard);
/// AJP 1.3, to CPing.
[[nodiscard]] Step read_ajp(net::Bytes heard);

[[nodiscard]] net::Buffer mqtt_connect();
[[nodiscard]] net::Buffer postgres_startup();
/// `protocols`: 0 standard RDP, 1 TLS, 2 CredSSP (NLA), 8 CredSSP with early user authorisation.
[[nodiscard]] net::Buffer rdp_request(std::uint8_t protocols);

[[nodiscard]] std::unique_ptr<Dialogue> make_vnc();
[[nodiscard]] std::unique_ptr<Dialogue> make_rsync();
[[nodiscard]] std::unique_ptr<Dialogue> make_dicom();
[[nodiscard]] std::unique_ptr<Dialogue> make_mllp();
[[nodiscard]] std::unique_ptr<Dialogue> make_modbus();

/// Lines end with LF, a CR before it is dropped; absent while the line is not whole.
[[nodiscard]] std::optional<std::string_view> first_line(std::string_view text);

}  // namespace hygie::exposure
