// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/remote_access_cases.hpp"

using namespace hygie;
using remote_access::Access;
using remote_access::Said;
using test::at_day;
using test::hold_cases;
using enum core::Verdict;

TEST_CASE("An access is approved before it is used", "[remote_access][approval]") {
  hold_cases("RAC-APPROVAL",
             {{"by nobody", [](Access& a) { a.approved_by.clear(); }, fail},
              {"undated", [](Access& a) { a.approved_on.reset(); }, fail},
              {"on the day of the first use", [](Access& a) { a.approved_on = at_day("2026-11-03"); }, pass},
              {"the day after", [](Access& a) { a.approved_on = at_day("2026-11-04"); }, fail}});
}

TEST_CASE("An access ends, is reviewed, and serves", "[remote_access][approval]") {
  hold_cases("RAC-EXPIRY", {{"never", [](Access& a) { a.expires.reset(); }, fail},
                            {"in 366 days", [](Access& a) { a.expires = at_day("2027-11-27"); }, pass},
                            {"in 367 days", [](Access& a) { a.expires = at_day("2027-11-28"); }, fail}});
  hold_cases("RAC-EXPIRED", {{"yesterday", [](Access& a) { a.expires = at_day("2026-11-24"); }, fail},
                             {"tomorrow", [](Access& a) { a.expires = at_day("2026-11-26"); }, pass},
                             {"never", [](Access& a) { a.expires.reset(); }, not_applicable}});
  hold_cases("RAC-REVIEW", {{"never", [](Access& a) { a.reviewed.reset(); }, fail},
                            {"183 days ago", [](Access& a) { a.reviewed = at_day("2026-05-26"); }, pass},
                            {"184 days ago", [](Access& a) { a.reviewed = at_day("2026-05-25"); }, fail},
                            {"next one missed", [](Access& a) { a.next_review = at_day("2026-11-24"); }, fail}});
  const auto last_used = [](const char* date) {
    return [date](Access& a) { a.interventions.front().start = at_day(date); };
  };
  hold_cases("RAC-UNUSED", {{"183 days ago", last_used("2026-05-26"), pass},
                            {"184 days ago", last_used("2026-05-25"), fail},
                            {"nothing is written", [](Access& a) { a.interventions.clear(); }, unknown}});
  hold_cases("RAC-CARE-IMPACT", {{"no machine", [](Access& a) { a.systems.clear(); }, fail},
                                 {"no criticality", [](Access& a) { a.systems.front().criticality = 0; }, fail},
                                 {"no impact", [](Access& a) { a.systems.front().impact.clear(); }, fail}});
}

TEST_CASE("Sessions leave traces that the hospital keeps", "[remote_access][traces]") {
  hold_cases("RAC-RECORDING", {{"none", [](Access& a) { a.recording.kind = "none"; }, fail},
                               {"not said", [](Access& a) { a.recording.kind.clear(); }, unknown}});
  hold_cases("RAC-RECORDING-OWNER", {{"the supplier", [](Access& a) { a.recording.owner = "vendor"; }, fail},
                                     {"not said", [](Access& a) { a.recording.owner.clear(); }, unknown},
                                     {"none", [](Access& a) { a.recording.kind = "none"; }, not_applicable}});
  for (const bool logs : {false, true}) {
    const auto days = [logs](std::optional<int> value) {
      return [=](Access& a) { (logs ? a.logs.retention_days : a.recording.retention_days) = value; };
    };
    hold_cases(logs ? "RAC-LOGS-KEPT" : "RAC-RECORDING-KEPT", {{"179 days", days(179), fail},
                                                               {"180 days", days(180), pass},
                                                               {"366 days", days(366), pass},
                                                               {"367 days", days(367), fail},
                                                               {"not said", days({}), unknown}});
  }
  hold_cases("RAC-LOGS", {{"not gathered", [](Access& a) { a.logs.central = Said::no; }, fail},
                          {"not said", [](Access& a) { a.logs.central = Said::nothing; }, unknown}});
  hold_cases("RAC-USER-CONSENT", {{"not asked", [](Access& a) { a.user_consents = Said::no; }, fail},
                                  {"cannot interrupt", [](Access& a) { a.user_can_interrupt = Said::no; }, fail},
                                  {"not trained", [](Access& a) { a.users_trained = Said::no; }, fail},
                                  {"not said", [](Access& a) { a.user_consents = Said::nothing; }, unknown},
                                  {"maintenance", [](Access& a) { a.category = "telemaintenance"; }, not_applicable}});
}

TEST_CASE("The cut-off is written and rehearsed", "[remote_access][crisis]") {
  auto facts = test::sound_accesses();
  auto& cut_off = facts.declared.cut_off;
  CHECK(test::verdict("RAC-CUT-OFF", facts) == pass);
  cut_off.last_test = at_day("2025-11-25");
  CHECK(test::verdict("RAC-CUT-OFF-TEST", facts) == pass);
  cut_off.last_test = at_day("2025-11-24");
  CHECK(test::verdict("RAC-CUT-OFF-TEST", facts) == fail);
  cut_off.last_test.reset();
  CHECK(test::verdict("RAC-CUT-OFF-TEST", facts) == fail);
  cut_off.procedure.clear();
  CHECK(test::verdict("RAC-CUT-OFF", facts) == fail);
  CHECK(test::verdict("RAC-CUT-OFF-TEST", facts) == not_applicable);
}
