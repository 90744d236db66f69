// SPDX-License-Identifier: EUPL-1.2
#include "cli/domains.hpp"

#include "audits/directory/registry.hpp"
#include "audits/exposure/registry.hpp"
#include "audits/remote_access/registry.hpp"

namespace hygie::cli {

core::Result<core::Catalogue> checks_of(std::string_view domain) {
  core::Catalogue all;
  if (domain.empty() || domain == "directory") {
    auto one = directory::catalogue();
    if (!one) return one;
    all.merge(std::move(*one));
  }
  if (domain.empty() || domain == "exposure") {
    auto one = exposure::catalogue();
    if (!one) return one;
    all.merge(std::move(*one));
  }
  if (domain.empty() || domain == "remote-access") {
    auto one = remote_access::catalogue();
    if (!one) return one;
    all.merge(std::move(*one));
  }
  return all;
}

core::Result<core::Catalogue> all_checks() { return checks_of({}); }

std::vector<std::string_view> check_order(std::string_view domain) {
  std::vector<std::string_view> ids;
  if (domain.empty() || domain == "directory")
    for (const auto& check : directory::registry()) ids.push_back(check.id);
  if (domain.empty() || domain == "exposure")
    for (const auto& check : exposure::registry()) ids.push_back(check.id);
  if (domain.empty() || domain == "remote-access")
    for (const auto& check : remote_access::registry()) ids.push_back(check.id);
  return ids;
}

std::vector<std::string_view> needs_of(std::string_view check) {
  std::vector<std::string_view> parts;
  for (const auto& one : directory::registry())
    if (one.id == check)
      for (const auto part : one.needs) parts.push_back(directory::to_string(part));
  for (const auto& one : exposure::registry())
    if (one.id == check)
      for (const auto part : one.needs) parts.push_back(exposure::to_string(part));
  for (const auto& one : remote_access::registry())
    if (one.id == check)
      for (const auto part : one.needs) parts.push_back(remote_access::to_string(part));
  return parts;
}

bool is_built(std::string_view domain) {
  return domain == "directory" || domain == "exposure" || domain == "remote-access";
}

}  // namespace hygie::cli
