// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/organisation.hpp"

#include <libpsl.h>

namespace hygie::exposure {

std::string organisation_of(const std::string& domain) {
  const auto* const list = psl_builtin();
  const char* const registered = list == nullptr ? nullptr : psl_registrable_domain(list, domain.c_str());
  return registered == nullptr ? domain : registered;
}

}  // namespace hygie::exposure
