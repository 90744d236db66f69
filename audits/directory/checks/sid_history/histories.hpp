// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

/// Every value of sIDHistory, of accounts and of groups, each once.
[[nodiscard]] std::vector<SidHistory> all_histories(const DirectoryFacts& facts);
/// A SID that gives power wherever it is presented: builtin, well known, of a low RID of any domain, or of a privileged
/// account or group of this domain.
[[nodiscard]] bool gives_power(const DirectoryFacts& facts, SidRef ref);
/// The values that `is_bad` recognises, as failures that name holder and SID.
template <class IsBad>
Findings judge_histories(const DirectoryFacts& facts, IsBad&& is_bad) {
  const auto histories = all_histories(facts);
  Findings found;
  for (const auto& one : histories) {
    if (!is_bad(one.sid)) continue;
    const auto text = facts.sid(one.sid).to_string();
    found.push_back(
        on(facts, Verdict::fail, one.holder, {{"sid", text}, {"principal", facts.principal_name(one.sid)}}));
    found.back().object += " < " + text;  // each value is removed on its own
  }
  return or_pass(std::move(found), facts, histories.size());
}

}  // namespace hygie::directory
