// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

namespace {

CertificateTemplate& add_template(DirectoryFacts& facts) {
  auto& one = facts.templates.emplace_back();
  one.name = "PosteSoins";
  one.dn = facts.names.intern("CN=PosteSoins,CN=Certificate Templates,CN=Public Key Services,DC=hopital,DC=test");
  one.descriptor = DescriptorRef{0};
  one.readable = true;
  return one;
}

}  // namespace

TEST_CASE("DIR-ACL-CERTIFICATE-TEMPLATES tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-CERTIFICATE-TEMPLATES", add_template);
}

TEST_CASE("DIR-ACL-CERTIFICATE-TEMPLATES", "[directory]") {
  auto facts = test::healthy_directory();
  auto& one = add_template(facts);
  const auto support = test::support_group(facts);

  SECTION("level 1 when an authority publishes it, else 2") {
    test::grant(facts, one, support, rights::write_property, rights::template_name_flag);
    const auto hidden = test::failure("DIR-ACL-CERTIFICATE-TEMPLATES", facts);
    CHECK(hidden.level == 2);
    CHECK(hidden.evidence.at("right") == "WritePKIFlags");
    auto& service = facts.enrolment_services.emplace_back();
    service.dn = facts.names.intern("CN=AC-HOPITAL,CN=Enrollment Services,DC=hopital,DC=test");
    service.templates = {"postesoins"};
    CHECK(test::failure("DIR-ACL-CERTIFICATE-TEMPLATES", facts).level == 1);
  }
  SECTION("the right to enrol is no control of the template") {
    test::grant(facts, one, support, rights::control_access, rights::enroll);
    CHECK(test::verdict("DIR-ACL-CERTIFICATE-TEMPLATES", facts) == Verdict::pass);
  }
}

TEST_CASE("DIR-ACL-CERTIFICATE-TEMPLATES without a template", "[directory]") {
  auto facts = test::healthy_directory();
  facts.templates.clear();
  CHECK(test::verdict("DIR-ACL-CERTIFICATE-TEMPLATES", facts) == Verdict::not_applicable);
}
