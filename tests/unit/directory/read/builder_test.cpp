// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/builder.hpp"

#include "audits/directory/derived.hpp"
#include "audits/directory/read/attributes.hpp"
#include "audits/directory/read/ldif.hpp"
#include "tests/support/hostile.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace hygie::directory;
using hygie::core::Gap;
using hygie::test::from_hex;

namespace {

Origin origin() {
  Origin out;
  out.name = "hopital.test";
  return out;
}

/// The facts of a few entries written as LDIF ("\n\n" between them).
DirectoryFacts facts_of(const std::string& ldif, FactsBuilder* given = nullptr) {
  FactsBuilder own(origin());
  FactsBuilder& builder = given != nullptr ? *given : own;
  const auto end = read_ldif(
      ldif + "\n\n", "f.ldif", [](std::string_view) { return true; },
      [&](const RawEntry& entry, std::size_t) {
        if (entry.dn.empty())
          builder.add_root(entry);
        else
          builder.add(entry);
        return true;
      });
  REQUIRE(end);
  return builder.finish();
}

const Gap* gap(const DirectoryFacts& facts, std::string_view what) {
  const auto found =
      std::find_if(facts.gaps.begin(), facts.gaps.end(), [&](const Gap& one) { return one.what == what; });
  return found == facts.gaps.end() ? nullptr : &*found;
}

constexpr std::string_view domain = "DC=hopital,DC=test";
std::string entry(std::string_view dn, std::string_view what, std::string_view attributes = {}) {
  return fmt::format("dn: {},{}\nobjectClass: top\nobjectClass: {}\n{}\n", dn, domain, what, attributes);
}

}  // namespace

TEST_CASE("attributes are known by name without case and without options") {
  CHECK(find_attribute("samaccountname") == Attribute::sam_account_name);
  CHECK(find_attribute("MEMBER;range=0-1499") == Attribute::member);
  CHECK(find_attribute("userCertificate;binary") == Attribute::user_certificate);
  CHECK(find_attribute("memberOf") == Attribute::count);
  CHECK(find_attribute("") == Attribute::count);
  for (std::size_t i = 0; i < attribute_count; ++i)
    CHECK(find_attribute(attribute_name(static_cast<Attribute>(i))) == static_cast<Attribute>(i));
}

TEST_CASE("the last class of an entry decides what it becomes") {
  const auto facts =
      facts_of(entry("CN=u", "person\nobjectClass: user") + entry("CN=c", "user\nobjectClass: computer") +
               entry("CN=g", "computer\nobjectClass: msDS-GroupManagedServiceAccount") +
               entry("CN=t$", "user", "userAccountControl: 2080\n") + entry("CN=x", "contact"));
  REQUIRE(facts.accounts.size() == 4);
  CHECK(facts.accounts[0].kind == AccountKind::user);
  CHECK(facts.accounts[1].kind == AccountKind::computer);
  CHECK(facts.accounts[2].kind == AccountKind::group_managed_service);
  CHECK(facts.accounts[3].kind == AccountKind::trust);
}

TEST_CASE("an account, field by field") {
  const auto facts = facts_of(
      entry(
          "CN=Anne,OU=Personnel", "user",
          "sAMAccountName: anne\nobjectSid:: AQUAAAAAAAUVAAAA6AMAANAHAAC4CwAAUAQAAA==\nuserAccountControl: 66048\n"
          "primaryGroupID: 513\npwdLastSet: 134116992000000000\nlastLogon: 0\nlastLogonTimestamp: 134116992000000000\n"
          "accountExpires: 9223372036854775807\nadminCount: 0\nmail: anne@exemple.test\nservicePrincipalName: HTTP/a\n"
          "servicePrincipalName: HTTP/b\nmsDS-SupportedEncryptionTypes: 24\nmsDS-AllowedToDelegateTo: cifs/x\n"
          "description: mdp : Azerty2026\nscriptPath: ouverture.bat\nmsDS-AssignedAuthNPolicySilo: "
          "CN=S,DC=hopital,DC=test\n"
          "managedBy: <GUID=1>;CN=chef,DC=hopital,DC=test\nwhenCreated: 20260101000000.0Z\nms-Mcs-AdmPwd: secret\n"
          "altSecurityIdentities: X509:<I>a<S>b\nsIDHistory:: AQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAAAIAAA==\n") +
      entry("CN=S", "msDS-AuthNPolicySilo", "msDS-AuthNPolicySiloEnforced: TRUE\n"));
  REQUIRE(facts.accounts.size() == 1);
  const auto& anne = facts.accounts.front();
  CHECK(facts.name(anne.dn) == "CN=Anne,OU=Personnel,DC=hopital,DC=test");
  CHECK(anne.sam == "anne");
  CHECK(facts.sid(anne.sid).to_string() == "S-1-5-21-1000-2000-3000-1104");
  CHECK(anne.has(uac::dont_expire));
  CHECK(anne.primary_group == 513U);
  CHECK(anne.password_set == anne.last_logon);
  CHECK(*anne.created == *anne.password_set);
  CHECK_FALSE(anne.must_change);
  CHECK_FALSE(anne.expires);
  CHECK((anne.has_admin_count && !anne.admin_count && anne.has_mail && anne.silo_enforced && anne.laps_readable));
  CHECK(anne.spns == std::vector<std::string_view>{"HTTP/a", "HTTP/b"});
  CHECK(anne.encryption_types == 24U);
  CHECK(anne.script == "ouverture.bat");
  CHECK(facts.name(anne.managed_by) == "CN=chef,DC=hopital,DC=test");
  REQUIRE(facts.delegations.size() == 1);
  CHECK(facts.delegations[0].target == "cifs/x");
  REQUIRE(facts.secret_hints.size() == 1);
  CHECK(facts.secret_hints[0].pattern == "mdp");
  REQUIRE(facts.sid_histories.size() == 1);
  CHECK(facts.sid(facts.sid_histories[0].sid).rid() == 512);
  CHECK(facts.alt_identities.size() == 1);
  CHECK(facts.account(anne.dn) == &anne);
}

TEST_CASE("an entry seen before is ignored, whatever the case of its name") {
  FactsBuilder builder(origin());
  const std::string_view classes[]{"user"};
  const RawAttribute attributes[]{{"objectClass", classes}};
  CHECK(builder.add({"CN=a,DC=t", attributes}));
  CHECK_FALSE(builder.add({"cn=A,dc=T", attributes}));
  CHECK(builder.entries() == 1);
  CHECK(builder.finish().accounts.size() == 1);
}

TEST_CASE("an object is named as it spells itself, whoever was read first") {
  const auto group = entry("CN=g", "group", "member: cn=a,dc=hopital,dc=test\n");
  const auto account = entry("CN=a", "user");
  for (const auto& text : {group + account, account + group}) {
    const auto facts = facts_of(text);
    CHECK(facts.name(facts.accounts.at(0).dn) == "CN=a,DC=hopital,DC=test");
    CHECK(facts.groups.at(0).members.at(0) == facts.accounts[0].dn);
  }
}

TEST_CASE("members in ranges: incomplete until the last range") {
  const std::string group = entry("CN=g", "group", "member;range=0-1: CN=a,DC=t\nmember;range=0-1: CN=b,DC=t\n");
  const auto cut = facts_of(group);
  CHECK(cut.groups.at(0).members.size() == 2);
  CHECK(cut.groups.at(0).incomplete);
  CHECK(gap(cut, "member") != nullptr);
  FactsBuilder builder(origin());
  const std::string_view more[]{"<SID=1>;CN=c,DC=t"};
  const std::string_view classes[]{"group"}, first[]{"CN=a,DC=t"};
  const RawAttribute attributes[]{{"objectClass", classes}, {"member", {}}, {"member;range=0-0", first}};
  builder.add({"CN=g,DC=t", attributes});
  builder.add_range("CN=G,DC=T", "member", more, true);
  const auto whole = builder.finish();
  REQUIRE(whole.groups.at(0).members.size() == 2);
  CHECK(whole.name(whole.groups[0].members[1]) == "CN=c,DC=t");
  CHECK_FALSE(whole.groups[0].incomplete);
  CHECK_FALSE(facts_of(entry("CN=g", "group", "member;range=0-*: CN=a,DC=t\n")).groups.at(0).incomplete);
}

TEST_CASE("what cannot be decoded is absent, and said") {
  const auto facts = facts_of(entry("CN=a", "user",
                                    "nTSecurityDescriptor:: AQIDBA==\nobjectSid:: AQ==\nuserAccountControl: x\n"
                                    "whenCreated: hier\npwdLastSet: 1e5\n") +
                              entry("CN=b", "user", "nTSecurityDescriptor:: AQIDBA==\n"));
  const auto& account = facts.accounts.at(0);
  CHECK(account.descriptor == DescriptorRef::none);
  CHECK(account.sid == SidRef::none);
  CHECK_FALSE(account.control);
  CHECK_FALSE(account.created);
  CHECK_FALSE(account.must_change);
  REQUIRE(gap(facts, "nTSecurityDescriptor") != nullptr);
  CHECK(gap(facts, "nTSecurityDescriptor")->why ==
        "values that could not be decoded: 2, the first being CN=a,DC=hopital,DC=test");
  for (const auto* what : {"objectSid", "userAccountControl", "whenCreated", "pwdLastSet"})
    CHECK(gap(facts, what) != nullptr);
}

TEST_CASE("parts of the directory that brought nothing are gaps, unless the server does not hold them") {
  const auto none = facts_of(entry("CN=a", "user"));
  for (const auto part :
       {Part::domain, Part::configuration, Part::schema, Part::domain_dns, Part::forest_dns, Part::descriptors})
    CHECK(none.missing(part));
  const std::string root =
      "dn:\nnamingContexts: DC=hopital,DC=test\ndefaultNamingContext: DC=hopital,DC=test\n"
      "currentTime: 20260101000000.0Z\n\n";
  const auto some =
      facts_of(root +
               "dn: DC=hopital,DC=test\nobjectClass: domainDNS\nnTSecurityDescriptor:: AQAEgAAAAAAAAAAAAAAAAAAAAAA=\n\n"
               "dn: CN=Schema,CN=Configuration,DC=hopital,DC=test\nobjectClass: dMD\nobjectVersion: 88\n"
               "nTSecurityDescriptor:: AQAEgAAAAAAAAAAAAAAAAAAAAAA=\n\n");
  CHECK_FALSE(some.missing(Part::domain));
  CHECK(some.missing(Part::configuration));
  CHECK_FALSE(some.missing(Part::schema));
  CHECK_FALSE(some.missing(Part::domain_dns));
  CHECK_FALSE(some.missing(Part::descriptors));
  CHECK(some.schema.version == 88U);
  CHECK(some.collected_at == std::chrono::sys_days{std::chrono::year{2026} / 1 / 1});
  CHECK(some.domain.dn != NameRef::none);
  CHECK(some.descriptors.size() == 1);
}

TEST_CASE("controllers, their settings and their account are joined in any order") {
  const std::string server = entry("CN=DC1,CN=Servers,CN=S,CN=Sites,CN=Configuration", "server",
                                   "serverReference: CN=DC1,OU=Domain Controllers,DC=hopital,DC=test\n");
  const std::string settings = entry("CN=NTDS Settings,CN=DC1,CN=Servers,CN=S,CN=Sites,CN=Configuration",
                                     "applicationSettings\nobjectClass: nTDSDSA\nobjectClass: nTDSDSARO",
                                     "msDS-Behavior-Version: 7\noptions: 1\n");
  for (const auto& text : {server + settings, settings + server}) {
    const auto facts = facts_of(text);
    REQUIRE(facts.servers.size() == 1);
    CHECK(facts.servers[0].has_settings);
    CHECK(facts.servers[0].read_only);
    CHECK(facts.servers[0].behaviour == 7U);
    CHECK(facts.servers[0].options == 1);
  }
}

TEST_CASE("the forest and its settings") {
  const auto facts = facts_of(
      entry("CN=Directory Service,CN=Windows NT,CN=Services,CN=Configuration", "nTDSService",
            "dSHeuristics: 0000002\nmsDS-Other-Settings: a=1\nmsDS-Other-Settings: b=2\n") +
      entry("CN=Partitions,CN=Configuration", "crossRefContainer",
            "msDS-Behavior-Version: 7\nmsDS-EnabledFeature: CN=Recycle Bin Feature,CN=Optional Features,CN=x\n") +
      entry("CN=HOPITAL,CN=Partitions,CN=Configuration", "crossRef",
            "systemFlags: 3\ndnsRoot: hopital.test\nnETBIOSName: HOPITAL\nnCName: DC=hopital,DC=test\n") +
      "dn: DC=hopital,DC=test\nobjectClass: domainDNS\nmaxPwdAge: -9223372036854775808\nlockoutDuration: -18000000000\n"
      "pwdProperties: 17\nmsDS-Behavior-Version: 7\n\n" +
      entry("CN=ActiveDirectoryUpdate,CN=DomainUpdates,CN=System", "container", "revision: 16\n"));
  CHECK(facts.forest.ds_heuristics == "0000002");
  CHECK(facts.forest.other_settings == "a=1;b=2");
  CHECK(facts.forest.tombstone_lifetime == 60U);
  CHECK(facts.forest.behaviour == 7U);
  CHECK(facts.forest.recycle_bin);
  CHECK(facts.forest.domains == std::vector<std::string_view>{"hopital.test"});
  CHECK(facts.forest.domain_revision == 16U);
  CHECK(facts.domain.netbios == "HOPITAL");
  CHECK(facts.domain.rules.max_age == 0);
  CHECK(facts.domain.rules.lockout_duration == 1800);
  CHECK(facts.domain.rules.complexity == true);
  CHECK(facts.domain.rules.reversible == true);
  CHECK(facts.root.default_context == "DC=hopital,DC=test");
}

TEST_CASE("read-only controllers and what they revealed") {
  const auto facts =
      facts_of(entry("CN=RODC", "computer",
                     "primaryGroupID: 521\nmsDS-NeverRevealGroup: CN=g,DC=t\n"
                     "msDS-RevealedUsers: B:4:0001:CN=a,DC=t\nmsDS-RevealedUsers: B:4:0002:CN=a,DC=t\n") +
               entry("CN=POSTE", "computer", "primaryGroupID: 515\n"));
  REQUIRE(facts.rodcs.size() == 1);
  CHECK(facts.rodcs[0].revealed.size() == 1);
  CHECK(facts.rodcs[0].never_reveal.size() == 1);
}

TEST_CASE("arbitrary values in every attribute never crash") {
  const std::string values[]{"",        "x",      std::string(300, '\xff'),          "-1", "99999999999999999999",
                             "B:2:zz:", "<GUID=", std::string("\x01\x00\x04\x80", 4)};
  for (const auto* what :
       {"user", "group", "computer", "domainDNS", "msDS-PasswordSettings", "trustedDomain", "dnsZone",
        "pKICertificateTemplate", "certificationAuthority", "server", "classSchema", "displaySpecifier"}) {
    FactsBuilder builder(origin());
    for (std::size_t i = 0; i < attribute_count; ++i)
      for (std::size_t j = 0; j < std::size(values); ++j) {
        const std::string_view classes[]{what}, one[]{values[j]};
        const RawAttribute attributes[]{{"objectClass", classes}, {attribute_name(static_cast<Attribute>(i)), one}};
        builder.add({fmt::format("CN={}-{},DC=t", i, j), attributes});
      }
    const auto facts = builder.finish();
    CHECK(facts.derived_ != nullptr);
  }
}
