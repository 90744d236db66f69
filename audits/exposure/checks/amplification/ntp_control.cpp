// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ntp_control(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"ntp"},
                         .ports = {123},
                         .word = "control",
                         .bad = {"answered"},
                         .good = {"refused"},
                         .udp_ports = {123}});
}

}  // namespace hygie::exposure
