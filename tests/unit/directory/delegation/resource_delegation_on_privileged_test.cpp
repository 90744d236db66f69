// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DELEG-RESOURCE", "[directory]") {
  auto facts = test::healthy_directory();
  directory::SecurityDescriptor descriptor;
  descriptor.aces.push_back({.trustee = test::account(facts, "SRV-FICHIERS$").sid,
                             .mask = directory::rights::full_control,
                             .type = directory::Ace::Type::allow});
  const directory::DescriptorRef reference{static_cast<std::uint32_t>(facts.descriptors.size())};
  facts.descriptors.push_back(descriptor);

  SECTION("on a controller, with who may") {
    test::account(facts, "DC1$").may_act_for = reference;
    const auto finding = test::failure("DIR-DELEG-RESOURCE", facts);
    CHECK(finding.name == "DC1$");
    CHECK(finding.evidence.at("allowed").find("SRV-FICHIERS$") != std::string::npos);
  }
  SECTION("on a privileged account") {
    test::account(facts, "adm.securite").may_act_for = reference;
    CHECK(test::failure("DIR-DELEG-RESOURCE", facts).name == "adm.securite");
  }
  SECTION("on an ordinary server it is the ordinary way to delegate") {
    test::account(facts, "SRV-FICHIERS$").may_act_for = reference;
    CHECK(test::verdict("DIR-DELEG-RESOURCE", facts) == Verdict::pass);
  }
  SECTION("when the privileged groups could not be read, who is privileged is unknown") {
    std::erase_if(facts.groups, [&](const directory::Group& group) { return facts.sid(group.sid).rid() == 512; });
    CHECK(test::verdict("DIR-DELEG-RESOURCE", facts) == Verdict::unknown);
  }
}
