// SPDX-License-Identifier: EUPL-1.2
#include "report/view.hpp"
#include "tests/support/run_fixture.hpp"

#include <catch2/catch.hpp>

using namespace hygie;

namespace {

/// The sentence of a finding with this evidence, by a check whose message shows both values.
std::string sentence(const core::Evidence& evidence, core::Language language) {
  core::CheckInfo info;
  info.id = "DIR-TEST";
  info.message[core::Verdict::fail] = {.fr = "actif : {{enabled}}, nom : {{trustee}}",
                                       .en = "enabled: {{enabled}}, name: {{trustee}}"};
  core::CheckResult result;
  core::Subject subject;
  subject.finding = {.verdict = core::Verdict::fail, .object = "CN=a", .evidence = evidence};
  const core::Run run;
  const core::Catalogue catalogue;
  const report::ReportModel model{run, catalogue, language};
  return report::message_of(model, {&result, &info, {}, {}, {}, {}}, subject);
}

}  // namespace

TEST_CASE("A check's own words are told in the reader's language, the directory's names as they are", "[report]") {
  CHECK(sentence({{"enabled", "yes"}, {"trustee", "never"}}, core::Language::fr) == "actif : oui, nom : never");
  CHECK(sentence({{"enabled", "yes"}, {"trustee", "never"}}, core::Language::en) == "enabled: yes, name: never");
  CHECK(sentence({{"enabled", "2024-06-08"}, {"trustee", "a"}}, core::Language::fr) == "actif : 2024-06-08, nom : a");
}

TEST_CASE("A finding without a sentence tells its evidence by names of the reader's language", "[report]") {
  core::CheckInfo info;
  info.id = "EXP-TEST";
  info.message[core::Verdict::fail] = {.fr = "sans preuve", .en = "without evidence"};
  core::CheckResult result;
  core::Subject subject;
  subject.finding = {.verdict = core::Verdict::pass,
                     .object = "192.0.2.7:25/tcp",
                     .evidence = {{"address", "192.0.2.7"}, {"protocol", "smtp"}, {"unnamed", "x"}}};
  const core::Run run;
  const core::Catalogue catalogue;
  const auto told = [&](core::Language language) {
    const report::ReportModel model{run, catalogue, language};
    return report::message_of(model, {&result, &info, {}, {}, {}, {}}, subject);
  };
  CHECK(told(core::Language::fr) == "adresse : 192.0.2.7, protocole : smtp, unnamed : x");
  CHECK(told(core::Language::en) == "address: 192.0.2.7, protocol: smtp, unnamed: x");
}
