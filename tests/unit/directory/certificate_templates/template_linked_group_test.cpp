// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificate_templates/template.hpp"

using namespace hygie;
using core::Verdict;

namespace {
void spoil(directory::DirectoryFacts& facts, directory::CertificateTemplate& one) {
  auto& policy = facts.issuance_policies.emplace_back();
  policy.dn =
      facts.names.intern("CN=402.AB,CN=OID,CN=Public Key Services,CN=Services,CN=Configuration,DC=hopital,DC=test");
  policy.oid = "1.3.6.1.4.1.311.21.8.1.2.3";
  policy.descriptor = directory::DescriptorRef{0};
  policy.linked_group = test::domain_group(facts, directory::well_known::rid_domain_admins).dn;
  one.issuance_policies = {"1.3.6.1.4.1.311.21.8.1.2.3"};
}
}  // namespace

TEST_CASE("DIR-ADCS-ESC13", "[directory]") {
  test::check_template("DIR-ADCS-ESC13", spoil);
  test::check_approval("DIR-ADCS-ESC13", spoil);
  auto facts = test::healthy_directory();
  auto& one = facts.templates.front();
  spoil(facts, one);
  SECTION("the policy and the group are named, among policies that give nothing") {
    one.issuance_policies.insert(one.issuance_policies.begin(), "1.3.6.1.4.1.311.21.8.1.2.4");
    const auto evidence = test::failure("DIR-ADCS-ESC13", facts).evidence;
    CHECK(evidence.at("policy") == "402.AB");
    CHECK(evidence.at("policy_oid") == "1.3.6.1.4.1.311.21.8.1.2.3");
    CHECK(evidence.at("group") == "Domain Admins");
  }
  SECTION("a policy without a group, or another policy, gives nothing") {
    one.issuance_policies = {"1.3.6.1.4.1.311.21.8.1.2.4"};
    CHECK(test::verdict("DIR-ADCS-ESC13", facts) == Verdict::pass);
    spoil(facts, one);
    for (auto& policy : facts.issuance_policies) policy.linked_group = directory::NameRef::none;
    CHECK(test::verdict("DIR-ADCS-ESC13", facts) == Verdict::pass);
  }
}
