// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificates/certificate.hpp"

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-CERT-UNDECODABLE", "[directory]") {
  using Key = directory::CertificateFacts::Key;
  constexpr auto id = "DIR-CERT-UNDECODABLE";
  test::check_certificate(id, [](auto& one) { one = {.holder = one.holder, .thumbprint = one.thumbprint}; });
  // The certificate is readable, its key is of a kind unknown to us.
  CHECK(test::certificate_verdict(id, [](auto& one) { one.key = Key::other; }) == Verdict::pass);
}
