// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/sid.hpp"

#include <string_view>

/// SIDs that mean the same everywhere (MS-DTYP 2.4.2.4) and RIDs that mean the same in every domain (MS-SAMR 2.2.1.14).
namespace hygie::directory::well_known {

inline constexpr std::uint32_t rid_administrator = 500, rid_guest = 501, rid_krbtgt = 502, rid_domain_admins = 512,
                               rid_domain_users = 513, rid_domain_guests = 514, rid_domain_computers = 515,
                               rid_domain_controllers = 516, rid_cert_publishers = 517, rid_schema_admins = 518,
                               rid_enterprise_admins = 519, rid_policy_creators = 520, rid_read_only_controllers = 521,
                               rid_protected_users = 525, rid_key_admins = 526, rid_enterprise_key_admins = 527,
                               rid_rodc_allowed = 571, rid_rodc_denied = 572;
inline constexpr std::uint32_t builtin_administrators = 544, builtin_users = 545, builtin_guests = 546,
                               builtin_account_operators = 548, builtin_server_operators = 549,
                               builtin_print_operators = 550, builtin_backup_operators = 551, builtin_replicators = 552,
                               builtin_pre_windows_2000 = 554;

[[nodiscard]] Sid builtin(std::uint32_t rid);        // S-1-5-32-rid
[[nodiscard]] Sid authority_5(std::uint32_t value);  // S-1-5-value: 7 anonymous, 9 enterprise controllers, 10 self, 11
                                                     // authenticated users, 18 system
[[nodiscard]] Sid everyone();                        // S-1-1-0
[[nodiscard]] Sid creator(std::uint32_t value);      // S-1-3-value: 0 owner, 1 group, 4 owner rights
/// Its usual English name, empty when it is not well known.
[[nodiscard]] std::string_view name(const Sid& sid);

}  // namespace hygie::directory::well_known
