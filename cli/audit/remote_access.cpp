// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/remote_access.hpp"

#include "audits/remote_access/register/read_register.hpp"
#include "audits/remote_access/snapshot.hpp"
#include "cli/audit/sources.hpp"
#include "core/calendar.hpp"
#include "core/i18n.hpp"

namespace hygie::cli {

using core::tr;

std::vector<core::Error> check_remote_access(const core::Declaration& declaration, core::Instant now) {
  if (auto allowed = check_authorised(declaration, "remote-access", core::day_of(now)); !allowed)
    return {allowed.error()};
  const auto read = remote_access::load_register(declaration.remote_access);
  return read ? std::vector<core::Error>{} : read.error();
}

core::Status read_remote_access(const core::Declaration& declaration, core::Instant now, Reading& reading) {
  auto read = remote_access::load_register(declaration.remote_access);
  if (!read) return tl::make_unexpected(read.error().front());  // it was good a moment ago
  remote_access::RemoteAccessFacts facts;
  facts.origin = {declaration.establishment.name, "register"};
  facts.collected_at = now;
  facts.declared = std::move(read->content);
  facts.zones = std::move(read->zones);
  reading.remote_access_snapshot = remote_access::write_snapshot(facts);
  reading.remote_access = std::move(facts);
  return {};
}

std::string remote_access_plan(const core::Declaration& declaration) {
  return "\n" + tr("Remote accesses") + "\n  " +
         tr("reads the register {}; contacts nobody", declaration.remote_access) + "\n";
}

}  // namespace hygie::cli
