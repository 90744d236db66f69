// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings mqtt_open(const ExposureFacts& facts, const Params&) {
  return by_word(
      facts, {.protocols = {"mqtt"}, .ports = {1883}, .word = "authentication", .bad = {"none"}, .good = {"password"}});
}

}  // namespace hygie::exposure
