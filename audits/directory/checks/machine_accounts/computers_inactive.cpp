// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {
namespace {

bool unused(const DirectoryFacts& facts, const Account& account, std::int64_t limit) {
  const auto old = [&](core::OptionalInstant at) { return !at || age_days(facts, *at) > limit; };
  return old(account.created) && old(account.last_logon) && old(password_changed(account));
}

}  // namespace

Findings computers_inactive(const DirectoryFacts& facts, const Params& params) {
  const auto limit = params.days("max_age_days");
  std::int64_t total = 0, inactive = 0;
  for (const auto& account : facts.accounts) {
    if (!account.is_computer() || !account.enabled()) continue;
    if (!account.created) return {not_read(facts, account.dn, "whenCreated")};
    ++total;
    inactive += unused(facts, account, limit) ? 1 : 0;
  }
  if (total - inactive <= params.integer("minimum")) return on_domain(facts, Verdict::not_applicable);
  const auto allowed = params.integer("max_percent");
  return on_domain(facts, inactive * 100 >= allowed * total ? Verdict::fail : Verdict::pass,
                   {{"inactive", std::to_string(inactive)},
                    {"total", std::to_string(total)},
                    {"percent", std::to_string(inactive * 100 / total)},
                    {"days", std::to_string(limit)},
                    {"max_percent", std::to_string(allowed)}});
}

}  // namespace hygie::directory
