// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/remote_access_cases.hpp"

using namespace hygie;
using remote_access::Access;
using remote_access::Intervention;
using remote_access::Said;
using std::chrono::hours;
using std::chrono::minutes;
using test::at_day;
using test::hold_cases;
using enum core::Verdict;

namespace {

std::function<void(Access&)> done(const std::function<void(Intervention&)>& change) {
  return [change](Access& access) { change(access.interventions.front()); };
}

/// From this hour of UTC on 2026-11-03 (a Tuesday; Paris is an hour ahead), for so long.
std::function<void(Access&)> at(minutes start, minutes time, const char* date = "2026-11-03") {
  return done([=](Intervention& one) {
    one.start = at_day(date) + start;
    one.end = *one.start + time;
  });
}

}  // namespace

TEST_CASE("An intervention has its report within a week", "[remote_access][interventions]") {
  hold_cases("RAC-REPORT",
             {{"none", done([](Intervention& i) {
                 i.report.clear();
                 i.report_on.reset();
               }),
               fail},
              {"after seven days", done([](Intervention& i) { i.report_on = at_day("2026-11-11"); }), pass},
              {"after eight", done([](Intervention& i) { i.report_on = at_day("2026-11-12"); }), fail},
              {"still time", done([](Intervention& i) {
                 i.start = i.end = at_day("2026-11-20");
                 i.report.clear();
                 i.report_on.reset();
               }),
               not_applicable}});
}

TEST_CASE("An intervention lies within its window, to the minute and in local time", "[remote_access][interventions]") {
  const auto last_minute = hours{16} + minutes{59};
  hold_cases("RAC-OUTSIDE-WINDOW",
             {{"from eight sharp in Paris", at(hours{7}, hours{1}), pass},
              {"a minute before", at(hours{7} - minutes{1}, hours{1}), fail},
              {"until six in the evening", at(hours{16}, hours{1}), pass},
              {"a minute longer", at(hours{16}, minutes{61}), fail},
              {"at the last minute", at(last_minute, minutes{1}), pass},
              {"on a Saturday", at(hours{9}, hours{1}, "2026-11-07"), fail},
              {"in summer time, from eight sharp", at(hours{6}, hours{1}, "2026-07-07"), pass},
              {"in summer time, in UTC as in winter", at(hours{16}, hours{1}, "2026-07-07"), fail},
              {"over a night between two days that are open", at(hours{9}, hours{24} + hours{1}), fail},
              {"within an opening that was granted", at(hours{22}, hours{2}, "2026-11-10"), pass},
              {"longer than the opening", at(hours{22}, hours{3}, "2026-11-10"), fail}});
}

TEST_CASE("An intervention says who, why, and is recorded", "[remote_access][interventions]") {
  hold_cases("RAC-INTERVENTION-TICKET",
             {{"none", done([](Intervention& i) { i.ticket.clear(); }), fail},
              {"not required", [](Access& a) { a.ticket_required = Said::no; }, not_applicable}});
  hold_cases("RAC-INTERVENTION-OPERATOR", {{"nobody", done([](Intervention& i) { i.operator_name.clear(); }), fail}});
  hold_cases("RAC-INTERVENTION-ACCOUNT", {{"another", done([](Intervention& i) { i.account = "root"; }), fail},
                                          {"not said", done([](Intervention& i) { i.account.clear(); }), unknown}});
  hold_cases("RAC-INTERVENTION-RECORDING",
             {{"none", done([](Intervention& i) { i.recording.clear(); }), fail},
              {"sessions are not recorded", [](Access& a) { a.recording.kind = "none"; }, not_applicable}});
}
