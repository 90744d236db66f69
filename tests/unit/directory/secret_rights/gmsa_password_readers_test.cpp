// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-GMSA-PASSWORD-READERS", "[directory]") {
  auto facts = test::healthy_directory();
  const auto check = "DIR-GMSA-PASSWORD-READERS";
  const auto support = test::support_group(facts);
  CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  auto& service = test::add_user(facts, "svc-labo$", 1600);
  service.kind = AccountKind::group_managed_service;
  CHECK(test::verdict(check, facts) == Verdict::unknown);
  const auto readers = [&](SidRef reader) {
    facts.descriptors.push_back({});
    facts.descriptors.back().aces.push_back(
        {.trustee = reader, .mask = rights::full_control, .type = Ace::Type::allow});
    service.password_readers = DescriptorRef{static_cast<std::uint32_t>(facts.descriptors.size() - 1)};
  };

  SECTION("a group of servers, then all computers") {
    readers(support);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    readers(test::domain_group(facts, 515).sid);
    const auto found = test::failure(check, facts);
    CHECK(found.level == 2);
    CHECK(found.evidence.at("trustee") == "Domain Computers");
  }
  SECTION("a privileged account: any ordinary reader is level 1, a controller is not one") {
    readers(support);
    test::add_member(facts, test::domain_group(facts, 512), service.dn);
    CHECK(test::failure(check, facts).level == 1);
    readers(test::account(facts, "DC1$").sid);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
}
