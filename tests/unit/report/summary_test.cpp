// SPDX-License-Identifier: EUPL-1.2
#include "report/summary.hpp"

#include "core/decide.hpp"
#include "report/sentences.hpp"
#include "tests/unit/report/support.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::test;
using Names = std::vector<std::string>;

namespace {

Names names_of(const std::vector<report::CheckView>& checks) {
  Names names;
  for (const auto& check : checks) names.push_back(check.result->check);
  return names;
}

}  // namespace

TEST_CASE("The plan goes by severity, then level held, then number of objects", "[report]") {
  const auto made = hospital_run();
  const auto summary = report::summarise(model_of(made, core::Language::fr));
  Names order;
  for (const auto& action : summary.actions) order.push_back(action.check.result->check);
  CHECK(order == Names{"DIR-DELEGATION-OPEN", "DIR-CLEARTEXT-PASSWORD", "DIR-KRBTGT-AGE", "DIR-PRIVILEGED-INACTIVE",
                       "DIR-LEGACY-SYSTEMS", "DIR-NEW-IN-A-LATER-VERSION", "WKS-SUPPLIER-CONTRACT"});
}

TEST_CASE("A line of the plan counts only what nobody accepted", "[report]") {
  const auto made = hospital_run();
  const auto summary = report::summarise(model_of(made, core::Language::fr));
  CHECK(summary.actions[3].subjects == 12);
  CHECK(summary.actions[4].subjects == 1);
  for (const auto& action : summary.actions) CHECK(action.check.result->check != "DIR-PREWINDOWS2000");
}

TEST_CASE("Each line says what level it allows once all above are done", "[report]") {
  const auto made = hospital_run();
  const auto summary = report::summarise(model_of(made, core::Language::fr));
  const auto& actions = summary.actions;
  CHECK(report::level_change(actions[0]) == "1");
  CHECK(report::level_change(actions[1]) == "1 → 2");
  CHECK(report::level_change(actions[2]) == "2 → 3");
  CHECK(report::level_change(actions[3]) == "3");  // an accepted weakness still counts at level 3
  CHECK(report::level_change(actions[4]) == "–");
  CHECK(summary.domains[0].held_by_accepted);
}

TEST_CASE("The steps name every check that holds a level, accepted ones too", "[report]") {
  const auto made = hospital_run();
  const auto steps = report::summarise(model_of(made, core::Language::fr)).domains[0].steps;
  REQUIRE(steps.size() == 3);
  CHECK(names_of(steps[0].checks) == Names{"DIR-CLEARTEXT-PASSWORD", "DIR-DELEGATION-OPEN"});
  CHECK(std::pair(steps[0].from, steps[0].to) == std::pair(1, 2));
  CHECK(steps[0].sure);
  CHECK_FALSE(steps[1].sure);  // SYSVOL, a point of level 2, was not read
  CHECK(names_of(steps[2].checks) == Names{"DIR-PRIVILEGED-INACTIVE", "DIR-PREWINDOWS2000"});
  CHECK(steps[2].to == 5);
  CHECK(steps[2].accepted == 1);
}

TEST_CASE("A step's result is what core says once its checks pass", "[report]") {
  auto made = hospital_run();
  const auto steps = report::summarise(model_of(made, core::Language::fr)).domains[0].steps;
  for (const auto& step : steps) {
    for (const auto& check : step.checks)
      for (auto& result : made.run.results)
        if (result.check == check.result->check)
          for (auto& subject : result.subjects) subject.finding.verdict = core::Verdict::pass;
    const auto level = core::maturity_level(made.run.results, made.catalogue, "directory", false);
    CHECK(level.at_most == step.to);
    CHECK(level.reached.has_value() == step.sure);
  }
}

TEST_CASE("The step is said in words", "[report]") {
  const auto made = hospital_run();
  for (const auto& [language, words] :
       {std::pair(core::Language::fr, "Corriger les 2 points qui retiennent au niveau 1 fait passer au niveau 2."),
        std::pair(core::Language::en, "Fix the 2 points that hold it at level 1 and the level becomes 2.")}) {
    const auto model = model_of(made, language);
    CHECK(report::step_sentence(model, report::summarise(model).domains[0].steps[0]) == words);
  }
}

TEST_CASE("A healthy directory has nothing to fix and reaches level 5", "[report]") {
  const auto made = healthy_run();
  const auto model = model_of(made, core::Language::en);
  const auto summary = report::summarise(model);
  CHECK(summary.actions.empty());
  CHECK(summary.domains[0].steps.empty());
  CHECK(report::level_headline(model, summary.domains[0]) == "Level 5 of 5");
}

TEST_CASE("A level that could not be read is unknown, with its ceiling and its reason", "[report]") {
  auto made = healthy_run();
  auto& level = made.run.domains[0].level;
  level.reached.reset();
  level.at_most = 3;
  level.points_decided = level.points_total - 2;
  const auto model = model_of(made, core::Language::fr);
  const auto summary = report::summarise(model);
  CHECK(report::level_headline(model, summary.domains[0]) == "Niveau inconnu, au plus 3");
  CHECK(report::level_why_unknown(model, summary.domains[0]).find(std::to_string(level.points_decided) + " sur ") == 0);
}

TEST_CASE("A domain where no point decides has no level", "[report]") {
  const auto made = hospital_run();
  const auto model = model_of(made, core::Language::fr);
  const auto summary = report::summarise(model);
  CHECK_FALSE(summary.domains[1].has_level());
  CHECK(report::level_headline(model, summary.domains[1]).empty());
}
