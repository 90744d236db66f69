// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings dicom_any_title(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"dicom"},
                         .ports = {104, 4242, 11112},
                         .word = "association",
                         .bad = {"accepted"},
                         .good = {"rejected", "aborted"}});
}

}  // namespace hygie::exposure
