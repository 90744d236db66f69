// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ldap_anonymous(const ExposureFacts& facts, const Params&) {
  return by_word(
      facts, {.protocols = {"ldap"}, .ports = {389, 3268}, .word = "anonymous", .bad = {"true"}, .good = {"false"}});
}

}  // namespace hygie::exposure
