// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-KRB-NO-AES", "[directory]") {
  auto facts = test::healthy_directory();
  auto& service = test::account(facts, "agent01");
  service.spns = {"HTTP/portail.hopital.test"};

  SECTION("absent, zero or RC4 alone fails; one AES type passes") {
    CHECK(test::failure("DIR-KRB-NO-AES", facts).evidence.at("types") == "absent");
    for (const std::uint32_t types : {0x0U, 0x4U, 0x7U}) {
      service.encryption_types = types;
      CHECK(test::verdict("DIR-KRB-NO-AES", facts) == Verdict::fail);
    }
    for (const std::uint32_t types : {0x8U, 0x10U, 0x1cU}) {
      service.encryption_types = types;
      CHECK(test::verdict("DIR-KRB-NO-AES", facts) == Verdict::pass);
    }
  }
  SECTION("without a service name, disabled, or a machine: not its business") {
    service.control = directory::uac::normal | directory::uac::disabled;
    test::account(facts, "SRV-FICHIERS$").spns = {"HOST/srv-fichiers.hopital.test"};
    test::account(facts, "SRV-FICHIERS$").encryption_types.reset();
    CHECK(test::verdict("DIR-KRB-NO-AES", facts) == Verdict::pass);
    service.control = directory::uac::normal;
    service.spns.clear();
    CHECK(test::verdict("DIR-KRB-NO-AES", facts) == Verdict::pass);
  }
  SECTION("unread is unknown") {
    service.control.reset();
    CHECK(test::verdict("DIR-KRB-NO-AES", facts) == Verdict::unknown);
  }
}
