// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings x11_open(const ExposureFacts& facts, const Params&) {
  return by_word(
      facts,
      {.protocols = {"x11"}, .ports = {6000, 6001}, .word = "authentication", .bad = {"none"}, .good = {"wanted"}});
}

}  // namespace hygie::exposure
