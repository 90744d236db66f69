// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

constexpr std::uint32_t writable_flags = uac::server_trust | uac::trusted_for_delegation;
constexpr std::uint32_t read_only_flags = uac::workstation | uac::protocol_transition | uac::partial_secrets;

/// What is wrong with the registration, as a stable list; empty when nothing is.
std::string problems_of(const DirectoryFacts& facts, const Account& account) {
  std::string problems;
  const auto note = [&](std::string_view what) { problems += (problems.empty() ? "" : ", ") + std::string(what); };
  const bool read_only = account.primary_group == well_known::rid_read_only_controllers;
  const auto flags = read_only ? read_only_flags : writable_flags;
  if (account.control && (*account.control & flags) != flags) note("userAccountControl");
  if (!read_only && account.primary_group != well_known::rid_domain_controllers) note("primaryGroupID");
  const auto server = std::find_if(facts.servers.begin(), facts.servers.end(),
                                   [&](const Server& one) { return one.reference == account.dn; });
  if (server == facts.servers.end()) {
    note("server object");
  } else if (!server->has_settings) {
    note("NTDS Settings");
  } else {
    if (server->read_only != read_only) note("nTDSDSA class");
    if (!server->behaviour) note("msDS-Behavior-Version");
  }
  return problems;
}

}  // namespace

Findings controller_registration(const DirectoryFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (std::size_t i = 0; i < facts.accounts.size(); ++i) {
    const auto& account = facts.accounts[i];
    const bool claims = account.has(uac::server_trust) || account.has(uac::partial_secrets);
    if (!facts.derived().account_is_controller[i] && !claims) continue;
    ++examined;
    auto problems = problems_of(facts, account);
    if (!problems.empty()) found.push_back(on(facts, Verdict::fail, account.dn, {{"problems", std::move(problems)}}));
    if (!account.control) found.push_back(not_read(facts, account.dn, "userAccountControl"));
  }
  if (examined == 0) return {not_read(facts, facts.domain.dn, "domain controllers")};
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
