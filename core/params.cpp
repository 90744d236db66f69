// SPDX-License-Identifier: EUPL-1.2
#include "core/params.hpp"

#include <stdexcept>

namespace hygie::core {

const ParamValue& Params::at(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) throw std::logic_error("the catalogue has no parameter " + std::string(name));
  return found->second;
}

}  // namespace hygie::core
