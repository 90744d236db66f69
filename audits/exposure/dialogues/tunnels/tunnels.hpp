// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/support/one_answer.hpp"

/// Private networks: the first message of each, and what its answer tells. No tunnel is opened.
namespace hygie::exposure {

/// IKE v1, main mode (RFC 2409, 5), with the transforms of yesterday; v2, IKE_SA_INIT (RFC 7296, 1.2).
/// ike1 and ike2 (accepted|no proposal chosen|cookie wanted|...), ike1_transform and ike2_transform (what was chosen),
/// vendor_ids.
/// `cookie`: eight bytes that name the conversation.
[[nodiscard]] net::Buffer ike1_main_mode(std::string_view cookie);
[[nodiscard]] net::Buffer ike2_init(std::string_view cookie);
[[nodiscard]] std::unique_ptr<Dialogue> make_ike1();
[[nodiscard]] std::unique_ptr<Dialogue> make_ike2();
/// OpenVPN: a hard reset, answered by servers without tls-auth and tls-crypt alone. tls_auth (absent).
[[nodiscard]] net::Buffer openvpn_reset_udp();
[[nodiscard]] Step read_openvpn_udp(net::Bytes heard);
[[nodiscard]] net::Buffer openvpn_reset_tcp();
[[nodiscard]] Step read_openvpn_tcp(net::Bytes heard);
/// PPTP (RFC 2637, 2.1): Start-Control-Connection-Request. answer (accepted|refused), result, pptp_version,
/// firmware, host, vendor.
[[nodiscard]] net::Buffer pptp_start();
[[nodiscard]] Step read_pptp(net::Bytes heard);
/// L2TP (RFC 2661, 6.1): SCCRQ, then StopCCN so that nothing of it stays. answer (accepted|refused), result, host,
/// vendor, firmware.
[[nodiscard]] std::unique_ptr<Dialogue> make_l2tp();

}  // namespace hygie::exposure
