// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificates/certificate.hpp"

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-CERT-ROCA", "[directory]") {
  test::check_decoded_only("DIR-CERT-ROCA", [](auto& one) { one.roca = true; });
  SECTION("the size of the key does not help") {
    CHECK(test::certificate_level("DIR-CERT-ROCA", [](auto& one) { one.roca = true, one.bits = 512; }) == 0);
    CHECK(test::certificate_verdict("DIR-CERT-ROCA", [](auto& one) { one.bits = 512; }) == Verdict::pass);
  }
}
