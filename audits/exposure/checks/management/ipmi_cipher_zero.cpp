// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ipmi_cipher_zero(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"ipmi"},
                         .ports = {623},
                         .word = "cipher_zero",
                         .bad = {"accepted"},
                         .good = {"refused"},
                         .udp_ports = {623}});
}

}  // namespace hygie::exposure
