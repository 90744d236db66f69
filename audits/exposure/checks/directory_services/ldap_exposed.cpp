// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ldap_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"ldap", "cldap"}, {389, 636, 3268, 3269}, {389});
}

}  // namespace hygie::exposure
