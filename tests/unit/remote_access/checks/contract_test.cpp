// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/remote_access_cases.hpp"

using namespace hygie;
using remote_access::Access;
using remote_access::Contract;
using remote_access::Said;
using test::at_day;
using test::hold_cases;
using enum core::Verdict;

TEST_CASE("A contract is there, in force, and not outlived", "[remote_access][contract]") {
  hold_cases("RAC-CONTRACT-MISSING", {{"no reference", [](Access& a) { a.contract.reference.clear(); }, fail}});
  hold_cases("RAC-CONTRACT-ENDED",
             {{"ended yesterday", [](Access& a) { a.contract.end = at_day("2026-11-24"); }, fail},
              {"ended this morning", [](Access& a) { a.contract.end = at_day("2026-11-25"); }, fail},
              {"ends tomorrow", [](Access& a) { a.contract.end = at_day("2026-11-26"); }, pass},
              {"no end written", [](Access& a) { a.contract.end.reset(); }, unknown},
              {"no contract at all", [](Access& a) { a.contract = Contract{}; }, not_applicable}});
  hold_cases("RAC-ACCESS-AFTER-CONTRACT",
             {{"a day after", [](Access& a) { a.expires = at_day("2028-01-01"); }, fail},
              {"on the same day", [](Access& a) { a.expires = at_day("2027-12-31"); }, pass},
              {"no end of the access", [](Access& a) { a.expires.reset(); }, unknown},
              {"no end of the contract", [](Access& a) { a.contract.end.reset(); }, not_applicable}});
}

TEST_CASE("What the supplier commits to is written", "[remote_access][contract]") {
  hold_cases("RAC-CONTRACT-PALIER", {{"none", [](Access& a) { a.contract.palier = "none"; }, fail},
                                     {"level 1", [](Access& a) { a.contract.palier = "1"; }, pass},
                                     {"not said", [](Access& a) { a.contract.palier.clear(); }, unknown}});
  hold_cases("RAC-ASSURANCE-PLAN",
             {{"none", [](Access& a) { a.contract.assurance_plan.clear(); }, fail},
              {"not accepted", [](Access& a) { a.contract.assurance_plan_accepted.reset(); }, fail}});
  hold_cases("RAC-SERVICE-AGREEMENT", {{"none", [](Access& a) { a.contract.service_agreement.clear(); }, fail}});
}

TEST_CASE("Each clause is there, missing, or not said", "[remote_access][contract]") {
  const std::vector<std::pair<std::string_view, Said Contract::*>> clauses{
      {"RAC-CLAUSE-AUDIT", &Contract::audit},
      {"RAC-CLAUSE-INCIDENT", &Contract::incident_notice},
      {"RAC-CLAUSE-REPORT", &Contract::report},
      {"RAC-CLAUSE-TRACES", &Contract::traces},
      {"RAC-CLAUSE-REVERSIBILITY", &Contract::reversibility},
      {"RAC-CLAUSE-SUBCONTRACTING", &Contract::subcontracting},
      {"RAC-CLAUSE-ERASURE", &Contract::data_erasure}};
  for (const auto& [id, clause] : clauses)
    hold_cases(id, {{"missing", [at = clause](Access& a) { a.contract.*at = Said::no; }, fail},
                    {"there", [at = clause](Access& a) { a.contract.*at = Said::yes; }, pass},
                    {"not said", [at = clause](Access& a) { a.contract.*at = Said::nothing; }, unknown}});
}
