// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings mysql_without_tls(const ExposureFacts& facts, const Params&) {
  return by_word(facts,
                 {.protocols = {"mysql"}, .ports = {3306}, .word = "tls", .bad = {"absent"}, .good = {"offered"}});
}

}  // namespace hygie::exposure
