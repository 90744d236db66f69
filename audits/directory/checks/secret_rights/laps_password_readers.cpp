// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <set>

namespace hygie::directory {

namespace {

void add_readers(const DirectoryFacts& facts, const Object& object, const SecurityDescriptor& read, Findings& found) {
  std::set<SidRef> told;
  for (const auto& attribute : {facts.schema.laps_legacy_guid, facts.schema.laps_windows_guid})
    if (!attribute.empty())
      for (const auto reader : holders(facts, read, rights::control_access | rights::read_property, attribute))
        if (is_everyone_like(facts, reader) && told.insert(reader).second)
          found.push_back(trustee_finding(facts, object.dn, reader, "ReadLAPSPassword"));
}

}  // namespace

// Support teams may read them; everybody may not, nor the ordinary account that audits. An administrator's reading
// proves nothing.
Findings laps_password_readers(const DirectoryFacts& facts, const Params&) {
  if (!facts.schema.laps_legacy && !facts.schema.laps_windows) return on_domain(facts, Verdict::not_applicable);
  const auto* reader = reading_account(facts);
  const bool ordinary = reader != nullptr && !is_trusted(facts, reader->sid);
  Findings found;
  std::size_t examined = 0;
  for (const auto& account : facts.accounts) {
    if (!account.is_computer()) continue;
    ++examined;
    if (account.laps_readable && ordinary)
      found.push_back(
          on(facts, Verdict::fail, account.dn, {{"trustee", std::string(reader->sam)}, {"right", "ReadLAPSPassword"}}));
    if (const auto* descriptor = facts.descriptor(account.descriptor))
      add_readers(facts, account, *descriptor, found);
    else
      found.push_back(not_read(facts, account.dn, "nTSecurityDescriptor"));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
