// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/facts/register.hpp"
#include "audits/remote_access/facts/zones.hpp"
#include "core/declaration/problems.hpp"

#include <string>
#include <vector>

namespace hygie::remote_access {

struct ReadRegister {
  Register content;
  std::vector<Zone> zones;  // those that its windows name
};

/// register.yaml, understood; every mistake is told with its line and its mend. A vendor that stands under `vendors:`
/// gives what an access does not say of it.
[[nodiscard]] core::Checked<ReadRegister> read_register(const core::YamlDocument& document);
[[nodiscard]] core::Checked<ReadRegister> load_register(const std::string& path);

}  // namespace hygie::remote_access
