// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings postgresql_trust(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"postgresql"},
                         .ports = {5432},
                         .word = "authentication",
                         .bad = {"none", "password in clear"},
                         .good = {"sasl", "md5", "gssapi", "refused"}});
}

}  // namespace hygie::exposure
