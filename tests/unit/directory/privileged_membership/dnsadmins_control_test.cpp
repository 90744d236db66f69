// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DNSADMINS-CONTROL", "[directory]") {
  auto facts = test::healthy_directory();
  auto& group = test::domain_group(facts, 1101);
  const auto trustee = test::account(facts, "agent04").sid;

  SECTION("the right to change its DACL fails") {
    test::grant(facts, group, trustee, directory::rights::write_dacl);
    CHECK(test::failure("DIR-DNSADMINS-CONTROL", facts).evidence.at("right") == "WriteDacl");
  }
  SECTION("a denial grants nothing") {
    test::grant(facts, group, trustee, directory::rights::write_dacl, {}, directory::Ace::Type::deny);
    CHECK(test::verdict("DIR-DNSADMINS-CONTROL", facts) == Verdict::pass);
  }
  SECTION("a descriptor that was not read is unknown; no group, nothing to say") {
    group.descriptor = directory::DescriptorRef::none;
    CHECK(test::verdict("DIR-DNSADMINS-CONTROL", facts) == Verdict::unknown);
    std::erase_if(facts.groups, [](const directory::Group& one) { return one.sam == "DnsAdmins"; });
    CHECK(test::verdict("DIR-DNSADMINS-CONTROL", facts) == Verdict::not_applicable);
  }
}
