// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace hygie::net {

/// May this name or address be contacted, by what was declared?
enum class Standing : std::uint8_t {
  in_scope,
  out_of_scope,  // no authorised domain or network has it
  excluded,      // the authorisation's own exclusions
  no_consent,    // hosted by a third party whose consent is not recorded
  unresolved     // it has no address: nothing to contact
};

}  // namespace hygie::net
