// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings mongodb_open(const ExposureFacts& facts, const Params&) {
  return by_word(
      facts,
      {.protocols = {"mongodb"}, .ports = {27017}, .word = "authentication", .bad = {"none"}, .good = {"wanted"}});
}

}  // namespace hygie::exposure
