// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificates/certificate.hpp"

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-CERT-DSA", "[directory]") {
  using Key = directory::CertificateFacts::Key;
  test::check_decoded_only("DIR-CERT-DSA", [](auto& one) { one.key = Key::dsa; });
  CHECK(test::certificate_level("DIR-CERT-DSA", [](auto& one) { one.key = Key::dsa, one.bits = 4096; }) == 0);
  CHECK(test::certificate_verdict("DIR-CERT-DSA", [](auto& one) { one.key = Key::ec; }) == Verdict::pass);
}
