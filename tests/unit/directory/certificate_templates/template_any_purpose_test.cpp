// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificate_templates/template.hpp"

using namespace hygie;
using core::Verdict;

namespace {
void spoil(directory::DirectoryFacts&, directory::CertificateTemplate& one) { one.extended_usages = {}; }
}  // namespace

TEST_CASE("DIR-ADCS-ESC2", "[directory]") {
  test::check_template("DIR-ADCS-ESC2", spoil);
  test::check_approval("DIR-ADCS-ESC2", spoil);
  auto facts = test::healthy_directory();
  auto& one = facts.templates.front();
  spoil(facts, one);
  SECTION("any purpose by its number") {
    one.extended_usages = {"1.3.6.1.5.5.7.3.2", "2.5.29.37.0"};
    CHECK(test::verdict("DIR-ADCS-ESC2", facts) == Verdict::fail);
  }
}
