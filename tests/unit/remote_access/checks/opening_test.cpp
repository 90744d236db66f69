// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/remote_access_cases.hpp"

using namespace hygie;
using remote_access::Access;
using remote_access::Said;
using test::at_day;
using test::hold_cases;
using enum core::Verdict;

TEST_CASE("An access is open when it is wanted alone", "[remote_access][opening]") {
  hold_cases("RAC-OPENING-PERMANENT", {{"permanent", [](Access& a) { a.opening = "permanent"; }, fail},
                                       {"scheduled", [](Access& a) { a.opening = "scheduled"; }, pass},
                                       {"remote monitoring",
                                        [](Access& a) {
                                          a.opening = "permanent";
                                          a.category = "telesurveillance";
                                        },
                                        pass},
                                       {"not said", [](Access& a) { a.opening.clear(); }, unknown}});
  hold_cases("RAC-OPENING-CLOSES", {{"12 hours", [](Access& a) { a.closes_after_minutes = 720; }, pass},
                                    {"a minute more", [](Access& a) { a.closes_after_minutes = 721; }, fail},
                                    {"not said", [](Access& a) { a.closes_after_minutes.reset(); }, unknown},
                                    {"scheduled", [](Access& a) { a.opening = "scheduled"; }, not_applicable}});
  hold_cases("RAC-TICKET", {{"not required", [](Access& a) { a.ticket_required = Said::no; }, fail},
                            {"not said", [](Access& a) { a.ticket_required = Said::nothing; }, unknown}});
}

TEST_CASE("Hours a week are counted once, whatever overlaps", "[remote_access][opening]") {
  const auto scheduled = [](std::vector<remote_access::WeeklyWindow> windows) {
    return [windows](Access& a) {
      a.opening = "scheduled";
      a.windows = windows;
    };
  };
  hold_cases(
      "RAC-WINDOWS",
      {{"none", scheduled({}), fail},
       {"84 hours", scheduled({{0x7f, 480, 1200, "Europe/Paris"}}), pass},
       {"the same twice", scheduled({{0x7f, 480, 1200, "Europe/Paris"}, {0x7f, 480, 1200, "Europe/Paris"}}), pass},
       {"85 hours", scheduled({{0x7f, 480, 1200, "Europe/Paris"}, {0x01, 1200, 1260, "Europe/Paris"}}), fail},
       {"always", scheduled({{0x7f, 0, 1440, "Europe/Paris"}}), fail}});
}

TEST_CASE("An emergency has its procedure, and is reviewed", "[remote_access][opening]") {
  hold_cases("RAC-EMERGENCY-PROCEDURE", {{"no procedure", [](Access& a) { a.emergency_procedure.clear(); }, fail},
                                         {"nobody to decide", [](Access& a) { a.emergency_approver.clear(); }, fail},
                                         {"forbidden", [](Access& a) { a.emergency = Said::no; }, not_applicable},
                                         {"not said", [](Access& a) { a.emergency = Said::nothing; }, unknown}});
  // The opening ended on 2026-11-11 at midnight; there are seven days.
  hold_cases(
      "RAC-EMERGENCY-REVIEW",
      {{"not reviewed", [](Access& a) { a.openings.front().reviewed.reset(); }, fail},
       {"reviewed on the seventh day", [](Access& a) { a.openings.front().reviewed = at_day("2026-11-18"); }, pass},
       {"on the eighth", [](Access& a) { a.openings.front().reviewed = at_day("2026-11-19"); }, fail},
       {"still time",
        [](Access& a) {
          a.openings.front().until = at_day("2026-11-20");
          a.openings.front().reviewed.reset();
        },
        not_applicable},
       {"no emergency", [](Access& a) { a.openings.front().emergency = false; }, not_applicable}});
}

TEST_CASE("An opening is granted by another, for a day at most", "[remote_access][opening]") {
  hold_cases("RAC-OPENING-APPROVAL",
             {{"by nobody", [](Access& a) { a.openings.front().approved_by.clear(); }, fail},
              {"by who asked", [](Access& a) { a.openings.front().approved_by = "imagerie"; }, fail},
              {"none", [](Access& a) { a.openings.clear(); }, not_applicable}});
  const auto lasting = [](std::chrono::seconds time) {
    return [time](Access& a) { a.openings.front().until = *a.openings.front().from + time; };
  };
  hold_cases("RAC-OPENING-LENGTH",
             {{"24 hours", lasting(std::chrono::hours{24}), pass},
              {"a second more", lasting(std::chrono::hours{24} + std::chrono::seconds{1}), fail}});
}
