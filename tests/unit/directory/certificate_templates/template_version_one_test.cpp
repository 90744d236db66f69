// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificate_templates/template.hpp"

using namespace hygie;
using core::Verdict;

namespace {
void spoil(directory::DirectoryFacts&, directory::CertificateTemplate& one) {
  one.schema_version = 1;
  one.name_flag = 0x1;
  one.extended_usages = {"1.3.6.1.5.5.7.3.1"};
}
}  // namespace

TEST_CASE("DIR-ADCS-ESC15", "[directory]") {
  test::check_template("DIR-ADCS-ESC15", spoil);
  test::check_approval("DIR-ADCS-ESC15", spoil);
  test::check_trusted_authority("DIR-ADCS-ESC15", spoil);
  auto facts = test::healthy_directory();
  auto& one = facts.templates.front();
  spoil(facts, one);
  SECTION("version 2 says itself what the certificate serves for") {
    one.schema_version = 2;
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::pass);
  }
}
