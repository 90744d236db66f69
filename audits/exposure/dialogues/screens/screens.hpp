// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/support/one_answer.hpp"

/// Screens, buses and gateways that open with one message.
namespace hygie::exposure {

/// MQTT 3.1.1, to CONNECT without a name. authentication (none|password|version refused|client refused|unavailable).
[[nodiscard]] net::Buffer mqtt_connect();
[[nodiscard]] Step read_mqtt(net::Bytes heard);
/// RDP, to a negotiation request: which security it chose, or why it refuses (MS-RDPBCGR 2.2.1.2).
/// `protocols`: 0 standard RDP, 1 TLS, 2 CredSSP (NLA), 8 CredSSP with early user authorisation.
/// security (standard|tls|nla|...) or refused (the reason).
[[nodiscard]] net::Buffer rdp_request(std::uint8_t protocols);
[[nodiscard]] Step read_rdp(net::Bytes heard);
/// X11, to a connection set-up without a cookie. authentication (none|wanted).
[[nodiscard]] Step read_x11(net::Bytes heard);
/// AJP 1.3, to CPing.
[[nodiscard]] Step read_ajp(net::Bytes heard);

/// "vnc": version, security (the kinds that are offered), authentication (none|wanted|refused).
[[nodiscard]] std::unique_ptr<Dialogue> make_vnc();
/// "rsync": version, modules.
[[nodiscard]] std::unique_ptr<Dialogue> make_rsync();

}  // namespace hygie::exposure
