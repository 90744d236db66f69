// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/organisation.hpp"

#include <libpsl.h>

namespace hygie::exposure {

std::string organisation_of(const std::string& domain) {
  const auto* const list = psl_builtin();
  const char* const registered = list == nullptr ? nullptr : psl_registrable_domain(list, domain.c_str());
  return registered == nullptr ? domain : registered;
}

std::string registered_domain(const std::string& domain) {
  const auto* const list = psl_builtin();
  auto held = domain;
  for (auto dot = domain.find('.'); dot != std::string::npos; dot = domain.find('.', dot + 1)) {
    const auto above = domain.substr(dot + 1);
    if (list == nullptr || psl_is_public_suffix2(list, above.c_str(), PSL_TYPE_ICANN) != 0) return held;
    held = above;
  }
  return held;
}

}  // namespace hygie::exposure
