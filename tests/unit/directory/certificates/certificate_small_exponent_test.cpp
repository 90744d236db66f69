// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificates/certificate.hpp"

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-CERT-SMALL-EXPONENT", "[directory]") {
  using Key = directory::CertificateFacts::Key;
  constexpr auto id = "DIR-CERT-SMALL-EXPONENT";
  test::check_decoded_only(id, [](auto& one) { one.exponent = 3; });
  CHECK(test::certificate_verdict(id, [](auto& one) { one.exponent = 65536; }) == Verdict::fail);
  CHECK(test::certificate_verdict(id, [](auto& one) { one.exponent = 65537; }) == Verdict::pass);
  CHECK(test::certificate_verdict(id, [](auto& one) { one.exponent = 0xffffffffU; }) == Verdict::pass);
  // A curve has no exponent.
  CHECK(test::certificate_verdict(id, [](auto& one) { one.key = Key::ec, one.exponent = 0; }) == Verdict::pass);
}
