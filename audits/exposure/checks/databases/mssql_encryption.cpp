// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings mssql_encryption(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"mssql"},
                         .ports = {1433},
                         .word = "encryption",
                         .bad = {"login only", "absent"},
                         .good = {"on", "required"}});
}

}  // namespace hygie::exposure
