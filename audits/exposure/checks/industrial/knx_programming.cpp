// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings knx_programming(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"knx"},
                         .ports = {3671},
                         .word = "programming_mode",
                         .bad = {"true"},
                         .good = {"false"},
                         .udp_ports = {3671}});
}

}  // namespace hygie::exposure
