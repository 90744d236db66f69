// SPDX-License-Identifier: EUPL-1.2
#include "report/view.hpp"
#include "report/words.hpp"
#include "tests/unit/report/support.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

using namespace hygie;
using namespace hygie::test;

TEST_CASE("A format is found by its name alone", "[report]") {
  std::set<std::string_view> names;
  for (const auto& format : report::formats()) CHECK(names.insert(format.name).second);
  CHECK(names == std::set<std::string_view>{"text", "json", "markdown", "html"});
  CHECK(report::find_format("yaml") == nullptr);
  CHECK(report::find_format("") == nullptr);
}

TEST_CASE("Every format has every check of the run", "[report]") {
  const auto made = hospital_run();
  for (const auto& format : report::formats()) {
    const auto text = written(format.name, made);
    for (const auto& result : made.run.results) {
      INFO(format.name << ": " << result.check);
      auto wanted = result.check;
      if (format.name == "markdown")  // where a hyphen needs no escape but an underscore would
        CHECK(wanted.find('_') == std::string::npos);
      CHECK(text.find(wanted) != std::string::npos);
    }
  }
}

TEST_CASE("Every format gives a failing check the same number of objects", "[report]") {
  const auto made = hospital_run();
  const auto json = nlohmann::json::parse(written("json", made));
  for (const auto& finding : json["findings"]) {
    if (finding["verdict"] != "fail") continue;
    const auto count = finding["subject_count"].get<std::size_t>();
    CHECK(finding["subjects"].size() == count);
    const auto words = report::counted("objects", count, core::Language::fr);
    for (const auto* name : {"text", "markdown", "html"}) {
      auto text = written(name, made);
      const auto id = finding["check"].get<std::string>();
      const auto where =
          text.find(std::string_view(name) == "html" ? "<p class=\"facts\"><span class=\"id\">" + id : id + ", ");
      INFO(name << ": " << id);
      REQUIRE(where != std::string::npos);
      for (auto& c : text) c = c == '\n' ? ' ' : c;
      CHECK(text.find(words, where) - where < 220);
    }
  }
}

TEST_CASE("A check that the catalogue does not know is printed under its id", "[report]") {
  const auto made = hospital_run();
  CHECK(written("text", made).find("Non conforme : DIR-NEW-IN-A-LATER-VERSION") != std::string::npos);
  CHECK(written("html", made).find("Pharmacie") != std::string::npos);
  const auto json = nlohmann::json::parse(written("json", made));
  for (const auto& finding : json["findings"])
    if (finding["check"] == "DIR-NEW-IN-A-LATER-VERSION") CHECK(finding["title"] == "DIR-NEW-IN-A-LATER-VERSION");
}

TEST_CASE("A run without any result can be written", "[report]") {
  ReportFixture empty{{}, {}};
  empty.run.id = "empty";
  for (const auto& format : report::formats())
    for (const auto language : both_languages) CHECK_FALSE(written(format.name, empty, language).empty());
}

TEST_CASE("Messages name the object, and evidence speaks when the catalogue has no sentence", "[report]") {
  const auto made = hospital_run();
  const auto model = model_of(made, core::Language::en);
  for (const auto& result : made.run.results) {
    const auto view = report::view_of(model, result);
    if (result.check == "DIR-KRBTGT-AGE")
      CHECK(report::message_of(model, view, result.subjects[0]) == "The password of krbtgt is 1402 days old.");
    if (result.check == "DIR-NEW-IN-A-LATER-VERSION")
      CHECK(report::subject_line(model, view, result.subjects[0]) == "Pharmacie: rights: GenericAll");
  }
}
