// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings opcua_anonymous(const ExposureFacts& facts, const Params&) {
  return by_word(facts,
                 {.protocols = {"opc-ua"}, .ports = {4840}, .word = "anonymous", .bad = {"true"}, .good = {"false"}});
}

}  // namespace hygie::exposure
