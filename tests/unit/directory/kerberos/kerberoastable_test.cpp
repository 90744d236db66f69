// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-KRB-OLD-SERVICE-PASSWORD", "[directory]") {
  auto facts = test::healthy_directory();
  auto& service = test::account(facts, "agent01");
  service.spns = {"HTTP/portail.hopital.test"};

  SECTION("a year passes, one day more fails") {
    service.password_set = facts.collected_at - days{365};
    CHECK(test::verdict("DIR-KRB-OLD-SERVICE-PASSWORD", facts) == Verdict::pass);
    service.password_set = facts.collected_at - days{366};
    const auto failure = test::failure("DIR-KRB-OLD-SERVICE-PASSWORD", facts);
    CHECK(failure.evidence.at("age_days") == "366");
    CHECK(failure.evidence.at("spn") == "HTTP/portail.hopital.test");
  }
  SECTION("no service name, disabled or managed by Windows passes") {
    service.password_set = facts.collected_at - days{366};
    service.control = directory::uac::disabled;
    CHECK(test::verdict("DIR-KRB-OLD-SERVICE-PASSWORD", facts) == Verdict::pass);
    service.control = directory::uac::normal;
    service.kind = directory::AccountKind::group_managed_service;
    CHECK(test::verdict("DIR-KRB-OLD-SERVICE-PASSWORD", facts) == Verdict::pass);
    service.kind = directory::AccountKind::user;
    service.spns.clear();
    CHECK(test::verdict("DIR-KRB-OLD-SERVICE-PASSWORD", facts) == Verdict::pass);
  }
  SECTION("no date is unknown") {
    service.password_set.reset();
    CHECK(test::verdict("DIR-KRB-OLD-SERVICE-PASSWORD", facts) == Verdict::unknown);
  }
}
