// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificate_templates/template.hpp"

using namespace hygie;
using core::Verdict;

namespace {
void spoil(directory::DirectoryFacts&, directory::CertificateTemplate& one) {
  one.extended_usages = {"1.3.6.1.5.5.7.3.1"};
  one.name_flag = 0x1;
}
}  // namespace

TEST_CASE("DIR-ADCS-ESC17", "[directory]") {
  test::check_template("DIR-ADCS-ESC17", spoil);
  test::check_approval("DIR-ADCS-ESC17", spoil);
  auto facts = test::healthy_directory();
  auto& one = facts.templates.front();
  spoil(facts, one);
  SECTION("a name built from the directory is the holder's own") {
    one.name_flag = 0x08000000;
    CHECK(test::verdict("DIR-ADCS-ESC17", facts) == Verdict::pass);
  }
}
