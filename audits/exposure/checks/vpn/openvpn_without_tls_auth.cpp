// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings openvpn_without_tls_auth(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"openvpn"},
                         .ports = {1194},
                         .word = "tls_auth",
                         .bad = {"absent"},
                         .good = {"present"},
                         .udp_ports = {1194}});
}

}  // namespace hygie::exposure
