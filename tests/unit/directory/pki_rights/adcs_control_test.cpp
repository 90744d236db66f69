// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACL-PKI tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-PKI",
                           [](DirectoryFacts& facts) -> Object& { return test::node(facts, NodeKind::nt_auth); });
}

TEST_CASE("DIR-ACL-PKI", "[directory]") {
  auto facts = test::healthy_directory();
  auto& service = facts.enrolment_services.emplace_back();
  service.dn = facts.names.intern("CN=AC-HOPITAL,CN=Enrollment Services,CN=Public Key Services,DC=hopital,DC=test");
  service.descriptor = DescriptorRef{0};
  service.dns_host = "SRV-FICHIERS.hopital.test";
  auto& host = test::account(facts, "SRV-FICHIERS$");

  SECTION("the authority's own host has its rights, another server does not") {
    test::grant(facts, service, host.sid, rights::full_control);
    CHECK(test::verdict("DIR-ACL-PKI", facts) == Verdict::fail);
    host.dns_host = "srv-fichiers.hopital.test";
    CHECK(test::verdict("DIR-ACL-PKI", facts) == Verdict::pass);
  }
  SECTION("Cert Publishers, by its RID in any language") {
    test::domain_group(facts, well_known::rid_cert_publishers).sam = "Éditeurs de certificats";
    test::grant(facts, service, test::domain_group(facts, well_known::rid_cert_publishers).sid, rights::full_control);
    CHECK(test::verdict("DIR-ACL-PKI", facts) == Verdict::pass);
  }
  SECTION("no object of it at all") {
    facts.enrolment_services.clear();
    facts.issuance_policies.clear();
    std::erase_if(facts.nodes, [](const Node& one) {
      return one.kind == NodeKind::pki_container || one.kind == NodeKind::nt_auth ||
             one.kind == NodeKind::certification_authority || one.kind == NodeKind::issuance_policy;
    });
    CHECK(test::verdict("DIR-ACL-PKI", facts) == Verdict::not_applicable);
  }
}
