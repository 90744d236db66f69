// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/rights.hpp"

namespace hygie::test {

/// A directory with one read-only controller, as its installation leaves it.
struct RodcCase {
  RodcCase() {
    auto& computer = add_computer(facts, "RODC1$", 1400, "Windows Server 2022 Standard");
    computer.dn = facts.names.intern("CN=RODC1,OU=Domain Controllers,DC=hopital,DC=test");
    computer.primary_group = directory::well_known::rid_read_only_controllers;
    computer.control =
        directory::uac::workstation | directory::uac::protocol_transition | directory::uac::partial_secrets;
    facts.rodcs.push_back({.computer = computer.dn,
                           .revealed = {computer.dn},
                           .reveal_on_demand = {domain_group(facts, 571).dn},
                           .never_reveal = {}});
    for (const std::uint32_t rid : {544U, 548U, 549U, 551U})
      settings().never_reveal.push_back(builtin_group(facts, rid).dn);
    settings().never_reveal.push_back(domain_group(facts, 572).dn);
  }
  directory::RodcSettings& settings() { return facts.rodcs.front(); }
  /// Healthy, without a read-only controller, with unread settings: the same for every check that reads them.
  void common(std::string_view check) {
    CHECK(verdict(check, facts) == core::Verdict::pass);
    const auto kept = settings();
    settings().never_reveal.clear();
    settings().reveal_on_demand.clear();
    CHECK(verdict(check, facts) == core::Verdict::unknown);
    facts.rodcs.clear();
    CHECK(verdict(check, facts) == core::Verdict::unknown);
    facts.rodcs.push_back(kept);
    account(facts, "RODC1$").primary_group = directory::well_known::rid_domain_computers;
    CHECK(verdict(check, facts) == core::Verdict::not_applicable);
    account(facts, "RODC1$").primary_group = directory::well_known::rid_read_only_controllers;
  }
  directory::DirectoryFacts facts = healthy_directory();
};

}  // namespace hygie::test
