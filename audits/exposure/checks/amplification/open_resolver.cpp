// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings open_resolver(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"dns"},
                         .ports = {53},
                         .word = "recursion",
                         .bad = {"answered", "offered"},
                         .good = {"refused"},
                         .udp_ports = {53}});
}

}  // namespace hygie::exposure
