// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificate_templates/template.hpp"

using namespace hygie;
using core::Verdict;

namespace {
void spoil(directory::DirectoryFacts&, directory::CertificateTemplate& one) { one.enrolment_flag = 0x80000; }
}  // namespace

TEST_CASE("DIR-ADCS-ESC9", "[directory]") {
  test::check_template("DIR-ADCS-ESC9", spoil);
  auto facts = test::healthy_directory();
  auto& one = facts.templates.front();
  spoil(facts, one);
  SECTION("a certificate that opens no session needs no identifier") {
    one.extended_usages = {"1.3.6.1.5.5.7.3.1"};
    CHECK(test::verdict("DIR-ADCS-ESC9", facts) == Verdict::pass);
  }
}
