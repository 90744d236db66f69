// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/snapshot.hpp"

#include "audits/directory/derived.hpp"
#include "audits/directory/snapshot_format.hpp"
#include "tests/support/directory.hpp"
#include "tests/support/hostile.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::directory;
using core::ErrorCode;

namespace {

/// A healthy directory with one of each thing that it lacks, so that every field list is gone through.
DirectoryFacts full_directory() {
  auto facts = test::healthy_directory();
  const auto holder = facts.accounts[0].dn;
  const auto some_sid = facts.accounts[0].sid;
  const auto fill = [&](Object& object, std::string_view dn) {
    object.dn = facts.names.intern(dn);
    object.descriptor = DescriptorRef{0};
    object.created = facts.collected_at;
  };
  fill(facts.gpos.emplace_back(), "CN={1},CN=Policies,CN=System,DC=hopital,DC=test");
  facts.gpos.back().path = "\\\\hopital.test\\sysvol\\x";
  fill(facts.password_settings.emplace_back(), "CN=PSO,DC=hopital,DC=test");
  facts.password_settings.back().applies_to = {holder};
  facts.password_settings.back().rules.min_age = -5;
  fill(facts.trusts.emplace_back(), "CN=autre.test,CN=System,DC=hopital,DC=test");
  facts.trusts.back().partner_sid = some_sid;
  fill(facts.dns_zones.emplace_back(), "DC=hopital.test,CN=MicrosoftDNS,DC=DomainDnsZones,DC=hopital,DC=test");
  facts.dns_zones.back().allow_update = 2;
  fill(facts.templates.emplace_back(), "CN=Poste,CN=Certificate Templates,DC=hopital,DC=test");
  facts.templates.back().extended_usages = {"1.3.6.1.5.5.7.3.2"};
  fill(facts.enrolment_services.emplace_back(), "CN=AC,CN=Enrollment Services,DC=hopital,DC=test");
  fill(facts.foreign_principals.emplace_back(), "CN=S-1-5-11,CN=ForeignSecurityPrincipals,DC=hopital,DC=test");
  facts.rodcs.push_back({holder, {holder}, {}, {holder}});
  fill(facts.issuance_policies.emplace_back(), "CN=OID,DC=hopital,DC=test");
  fill(facts.sysvol_replicas.emplace_back(), "CN=SYSVOL Subscription,DC=hopital,DC=test");
  facts.sysvol_replicas.back().read_only = false;
  facts.display_specifiers.push_back({holder, "1,x,\\\\a\\b"});
  facts.sid_histories.push_back({holder, some_sid});
  facts.delegations.push_back({holder, "cifs/x"});
  facts.key_credentials.push_back({holder, 1, 0, facts.collected_at, rights::enroll, true});
  facts.certificates.push_back({.holder = holder,
                                .where = CertificateFacts::Where::aia,
                                .key = CertificateFacts::Key::ec,
                                .bits = 256,
                                .exponent = 0xffffffffU,
                                .subject = "CN=AC"});
  facts.alt_identities.push_back({holder, "X509:<I>a"});
  facts.secret_hints.push_back({holder, "description", "mdp"});
  facts.schema.classes.push_back({holder, "user", "D:", "top", rights::class_user, {"container"}});
  facts.gaps.push_back({"schema", "refused"});
  derive(facts);
  return facts;
}

ErrorCode refusal(std::string_view bytes) {
  const auto facts = read_snapshot(bytes);
  REQUIRE_FALSE(facts);
  CHECK_FALSE(facts.error().what.empty());
  return facts.error().code;
}

}  // namespace

TEST_CASE("a snapshot gives the facts back, and the same bytes again") {
  const auto facts = full_directory();
  const auto saved = write_snapshot(facts);
  const auto again = read_snapshot(saved);
  REQUIRE(again);
  CHECK(write_snapshot(*again) == saved);
  CHECK(write_snapshot(facts) == saved);
  CHECK(again->collected_at == facts.collected_at);
  CHECK(again->origin.server == "dc1.hopital.test");
  CHECK(again->domain.netbios == "HOPITAL");
  CHECK(again->accounts.size() == facts.accounts.size());
  CHECK(again->find_account("adm.securite") != nullptr);
  CHECK(again->derived().privileged_accounts == facts.derived().privileged_accounts);
  CHECK(again->descriptors.at(0).aces == facts.descriptors.at(0).aces);
  CHECK(again->password_settings.at(0).rules.min_age == -5);
  CHECK(again->key_credentials.at(0).device == rights::enroll);
  CHECK(again->sysvol_replicas.at(0).read_only == false);
  CHECK(again->certificates.back().exponent == 0xffffffffU);
  CHECK(again->missing(Part::schema));
  CHECK(again->forest.ds_heuristics == facts.forest.ds_heuristics);
}

TEST_CASE("empty facts have a snapshot too") {
  DirectoryFacts facts;
  derive(facts);
  const auto saved = write_snapshot(facts);
  const auto again = read_snapshot(saved);
  REQUIRE(again);
  CHECK(write_snapshot(*again) == saved);
}

TEST_CASE("a file that is no snapshot, or a damaged one, is an integrity error") {
  const auto saved = write_snapshot(full_directory());
  CHECK(refusal("") == ErrorCode::integrity);
  CHECK(refusal("HYGIEDIR") == ErrorCode::integrity);
  CHECK(refusal("dn: CN=a\n\n") == ErrorCode::integrity);
  CHECK(refusal(saved + "x") == ErrorCode::integrity);
  test::every_truncation(saved, [](const std::string& cut) {
    if (const auto facts = read_snapshot(cut)) FAIL("a cut snapshot was read");
  });
  for (std::size_t at = 0; at < saved.size(); ++at) {
    auto altered = saved;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    if (const auto facts = read_snapshot(altered)) FAIL("an altered snapshot was read");
  }
}

TEST_CASE("a newer snapshot is unsupported") {
  auto saved = write_snapshot(full_directory());
  saved.resize(saved.size() - core::snapshot_digest_size);
  saved[snapshot::kind.magic.size()] = 2;
  saved += core::snapshot_digest(saved);
  CHECK(refusal(saved) == ErrorCode::unsupported);
}

TEST_CASE("with its digest mended, a damaged snapshot is still refused or read, and never crashes") {
  const auto saved = write_snapshot(full_directory());
  test::random_mutations(saved, [](std::string altered) {
    altered.resize(altered.size() - core::snapshot_digest_size);
    altered += core::snapshot_digest(altered);
    (void)read_snapshot(altered);
  });
}

TEST_CASE("what a hostile body says is not believed") {
  const auto read = [](std::string_view hex, const std::string& text = {}) {
    return refusal(snapshot::pack(text, test::from_hex(hex)));
  };
  CHECK(read("") == ErrorCode::integrity);
  CHECK(read("ffffffffffffffffff01") == ErrorCode::integrity);    // more SIDs than bytes
  CHECK(read("020500050000") == ErrorCode::integrity);            // the same SID twice
  CHECK(read("00020101", "aA") == ErrorCode::integrity);          // the same name twice
  CHECK(read("0001ff7f", "a") == ErrorCode::integrity);           // a name longer than the text
  CHECK(read("0000010100000000") == ErrorCode::integrity);        // an owner that is in no table
  CHECK(read("ffffffffffffffffffffff") == ErrorCode::integrity);  // a number without end
}

TEST_CASE("a frame that says it is enormous is refused before it is unpacked") {
  auto saved = snapshot::pack(std::string(std::size_t{64} << 20U, 'a'), {});
  CHECK(saved.size() < 20000);
  CHECK(refusal(saved) == ErrorCode::integrity);
}
