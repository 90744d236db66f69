// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificate_templates/template.hpp"

using namespace hygie;
using core::Verdict;

namespace {
void spoil(directory::DirectoryFacts&, directory::CertificateTemplate& one) { one.name_flag = 0x1; }
}  // namespace

TEST_CASE("DIR-ADCS-ESC1", "[directory]") {
  test::check_template("DIR-ADCS-ESC1", spoil);
  test::check_approval("DIR-ADCS-ESC1", spoil);
  test::check_trusted_authority("DIR-ADCS-ESC1", spoil);
  auto facts = test::healthy_directory();
  auto& one = facts.templates.front();
  spoil(facts, one);
  SECTION("an ordinary group is enough, the alternative name too, and every usage that opens a session") {
    one.name_flag = 0x10000;
    for (const auto* oid : {"1.3.6.1.5.5.7.3.2", "1.3.6.1.4.1.311.20.2.2", "1.3.6.1.5.2.3.4", "2.5.29.37.0"}) {
      one.extended_usages = {oid};
      CHECK(test::verdict("DIR-ADCS-ESC1", facts) == Verdict::fail);
    }
    one.extended_usages = {};
    CHECK(test::verdict("DIR-ADCS-ESC1", facts) == Verdict::fail);
    one.extended_usages = {"1.3.6.1.5.5.7.3.1"};
    CHECK(test::verdict("DIR-ADCS-ESC1", facts) == Verdict::pass);
    one.extended_usages = {};
    one.application_policies = {"1.3.6.1.5.5.7.3.1"};
    CHECK(test::verdict("DIR-ADCS-ESC1", facts) == Verdict::pass);
  }
}
