// SPDX-License-Identifier: EUPL-1.2
#include "report/evidence.hpp"
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
  CHECK(told(core::Language::fr) == "adresse : 192.0.2.7, protocole : SMTP, unnamed : x");
  CHECK(told(core::Language::en) == "address: 192.0.2.7, protocol: SMTP, unnamed: x");
}

namespace {

std::string told_of(core::Verdict verdict, core::Evidence evidence, core::Language language = core::Language::fr) {
  return report::told({.verdict = verdict, .object = "o", .evidence = std::move(evidence)}, language);
}

}  // namespace

TEST_CASE("What has no sentence of its own is told in whole words", "[report]") {
  using core::Verdict;
  CHECK(told_of(Verdict::pass, {{"examined", "3"}}) == "rien à signaler ; objets examinés : 3");
  CHECK(told_of(Verdict::not_applicable, {{"examined", "0"}}) == "sans objet : rien de tel n'a été vu");
  CHECK(told_of(Verdict::not_applicable, {{"missing", "history"}}) ==
        "sans objet, faute de cette donnée : un audit antérieur");
  CHECK(told_of(Verdict::not_applicable, {{"vantage", "internal"}}) ==
        "sans objet pour un audit fait depuis ce point de vue : interne");
  CHECK(told_of(Verdict::unknown, {{"missing", "timeout"}}) == "n'a pas pu être lu : délai dépassé");
  CHECK(told_of(Verdict::unknown, {{"missing", "login_before_tls"}}) == "n'a pas pu être lu : mot de passe avant TLS");
  CHECK(told_of(Verdict::unknown, {{"missing", "alert-40"}}) == "n'a pas pu être lu : alert-40");
  CHECK(told_of(Verdict::unknown, {{"missing", "udp"}, {"reason", "packets-lost"}}) ==
        "n'a pas pu être lu : port UDP, trop de paquets perdus pour conclure");
  CHECK(
      told_of(Verdict::pass, {{"examined", "9"}, {"silent_ports", "4"}, {"questions", "3"}, {"refused_ports", "2"}}) ==
      "rien n'a répondu ; ports UDP muets : 4 (questions posées à chacun : 3), ports UDP refusés : 2");
  CHECK(told_of(Verdict::pass, {{"examined", "9"}, {"silent_ports", "0"}, {"refused_ports", "2"}}) ==
        "rien n'a répondu ; ports UDP refusés : 2");
}

TEST_CASE("A list of words is told word by word, and only under the names that hold words", "[report]") {
  const core::Evidence dicom{{"offers", "query, retrieve, C-SOMETHING"}, {"modules", "query"}, {"protocol", "dicom"}};
  const auto french = report::in_words(dicom, core::Language::fr);
  CHECK(french.at("offers") == "recherche, récupération, C-SOMETHING");
  CHECK(french.at("modules") == "query");
  CHECK(french.at("protocol") == "DICOM");
  CHECK(report::in_words(dicom, core::Language::en).at("offers") == "query, retrieve, C-SOMETHING");
  CHECK(report::in_words({{"faults", ""}}, core::Language::fr).at("faults").empty());
}
