// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/objects.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hygie::directory {

/// A descriptor in SDDL (MS-DTYP 2.5.1), "O:DAG:DAD:P(A;;RPWP;;;DA)", as defaultSecurityDescriptor holds it. Aliases
/// such as DA are completed by the SID of the domain, those of the forest's root (EA, SA, RO) by `root`. Absent when
/// malformed. Audit entries are left out; conditions are not evaluated (security_descriptor.cpp says why).
[[nodiscard]] std::optional<SecurityDescriptor> read_sddl(std::string_view text, SidTable& sids, const Sid& domain,
                                                          const Sid& root);

/// The same, written for people and for evidence; well-known SIDs by their alias, others in full.
[[nodiscard]] std::string to_sddl(const SecurityDescriptor& descriptor, const SidTable& sids, const Sid& domain,
                                  const Sid& root);
/// One entry of it: "(A;CI;RP;;;AU)".
[[nodiscard]] std::string to_sddl(const Ace& ace, const SidTable& sids, const Sid& domain, const Sid& root);

}  // namespace hygie::directory
