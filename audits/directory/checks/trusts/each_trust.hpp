// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

/// Trusts with Kerberos realms (type 3) and DCE cells (4) carry no SID.
[[nodiscard]] inline bool carries_sids(const Trust& trust) { return trust.type != 3U && trust.type != 4U; }
[[nodiscard]] inline bool has(const std::optional<std::uint32_t>& flags, std::uint32_t flag) {
  return flags && (*flags & flag) != 0;
}

/// Judges each trust in this direction (3: both); a trust whose direction or attributes were not read is unknown, and
/// without any trust the answer is not_applicable.
template <class IsBad>
Findings each_trust(const DirectoryFacts& facts, std::uint32_t directions, IsBad&& is_bad) {
  if (facts.trusts.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  for (const auto& one : facts.trusts) {
    if (!one.direction || !one.attributes || !one.type) {
      found.push_back(not_read(facts, one.dn, "trustDirection, trustAttributes, trustType"));
    } else if ((*one.direction & directions) != 0 && is_bad(one)) {
      found.push_back(on(facts, Verdict::fail, one.dn,
                         {{"partner", std::string(one.partner)},
                          {"attributes", std::to_string(*one.attributes)},
                          {"changed", day(one.changed)}}));
    }
  }
  return or_pass(std::move(found), facts, facts.trusts.size());
}

}  // namespace hygie::directory
