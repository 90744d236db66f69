// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/facts.hpp"
#include "core/params.hpp"

/// Every check of the directory, so that each .cpp is compiled against its declaration; registry.cpp gives them their
/// ids.
namespace hygie::directory {

#define HYGIE_CHECK(name) core::Findings name(const DirectoryFacts&, const core::Params&)

// kerberos
HYGIE_CHECK(krbtgt_password_age);

// permissions
HYGIE_CHECK(permissions_naming_context);
HYGIE_CHECK(permissions_adminsdholder);
HYGIE_CHECK(permissions_dc);
HYGIE_CHECK(permissions_dfsr_sysvol);
HYGIE_CHECK(permissions_dpapi);
HYGIE_CHECK(permissions_gmsa_keys);
HYGIE_CHECK(permissions_schema);
HYGIE_CHECK(permissions_msdns);

// pki_rights
HYGIE_CHECK(adcs_control);
HYGIE_CHECK(adcs_template_control);

#undef HYGIE_CHECK

}  // namespace hygie::directory
