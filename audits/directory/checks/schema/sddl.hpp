// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/rights_support.hpp"

#include <array>

namespace hygie::directory {

/// One entry of the DACL of a descriptor written as text (MS-DTYP 2.5.1): (type;flags;rights;object;inherited;trustee).
struct SddlEntry {
  std::string_view type, rights, trustee;
};
/// True when the rights, pairs of letters, hold full control, generic write, WriteDacl, WriteOwner or the writing of
/// all properties.
[[nodiscard]] bool gives_power(std::string_view rights);
/// Its entries, those that have six fields; what cannot be read as one is passed over.
[[nodiscard]] std::vector<SddlEntry> sddl_entries(std::string_view sddl);

}  // namespace hygie::directory
