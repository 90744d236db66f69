// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings dicom_query(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"dicom"},
                         .ports = {104, 4242, 11112},
                         .word = "offers",
                         .bad = {"query", "retrieve", "worklist"},
                         .split = true,
                         .when_missing = Verdict::pass});
}

}  // namespace hygie::exposure
