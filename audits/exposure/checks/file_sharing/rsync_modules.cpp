// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings rsync_modules(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"rsync"}, .ports = {873}, .word = "modules", .bad = {"*"}, .good = {""}});
}

}  // namespace hygie::exposure
