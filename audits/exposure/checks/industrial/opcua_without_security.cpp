// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings opcua_without_security(const ExposureFacts& facts, const Params&) {
  return by_word(facts,
                 {.protocols = {"opc-ua"}, .ports = {4840}, .word = "security", .bad = {"None (none)"}, .split = true});
}

}  // namespace hygie::exposure
