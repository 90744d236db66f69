// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings vnc_weak(const ExposureFacts& facts, const Params&) {
  return by_word(
      facts,
      {.protocols = {"vnc"}, .ports = {5900, 5901}, .word = "security", .bad = {"VNC authentication"}, .split = true});
}

}  // namespace hygie::exposure
