// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings snmp_public(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"snmp"},
                         .ports = {161},
                         .word = "community",
                         .bad = {"public", "private"},
                         .when_missing = Verdict::pass,
                         .udp_ports = {161}});
}

}  // namespace hygie::exposure
