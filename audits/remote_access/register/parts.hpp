// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/facts/register.hpp"

#include <nlohmann/json_fwd.hpp>

namespace hygie::remote_access {

// A node of the register, already held against the schema, as its fact. Moments are not read here: they take a zone.
[[nodiscard]] core::OptionalInstant date_at(const nlohmann::json& node, const char* key);
void read_vendor(const nlohmann::json& node, Vendor& vendor);
void read_contract(const nlohmann::json& node, Contract& contract);
[[nodiscard]] System system_of(const nlohmann::json& node);
[[nodiscard]] Account account_of(const nlohmann::json& node);
/// Everything of an access that needs no zone and no other part of the file.
[[nodiscard]] Access access_of(const nlohmann::json& node);

}  // namespace hygie::remote_access
