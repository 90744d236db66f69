// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificate_templates/template.hpp"

using namespace hygie;

namespace {
void spoil(directory::DirectoryFacts&, directory::CertificateTemplate& one) {
  one.extended_usages = {"1.3.6.1.4.1.311.20.2.1"};
}
}  // namespace

TEST_CASE("DIR-ADCS-ESC3", "[directory]") {
  test::check_template("DIR-ADCS-ESC3", spoil);
  test::check_approval("DIR-ADCS-ESC3", spoil);
}
