// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/derived.hpp"
#include "tests/support/directory.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::directory;

namespace {

bool privileged(DirectoryFacts& facts, std::string_view sam) {
  derive(facts);
  const auto& account = test::account(facts, sam);
  return facts.derived().account_is_privileged[static_cast<std::size_t>(&account - facts.accounts.data())];
}

}  // namespace

TEST_CASE("privileged members are found however they are nested", "[directory][derive]") {
  auto facts = test::healthy_directory();

  SECTION("four groups deep") {
    for (std::uint32_t i = 0; i < 4; ++i) test::add_group(facts, "Niveau " + std::to_string(i), 2000 + i);
    test::add_member(facts, test::domain_group(facts, 512), test::domain_group(facts, 2000).dn);
    for (std::uint32_t i = 0; i < 3; ++i)
      test::add_member(facts, test::domain_group(facts, 2000 + i), test::domain_group(facts, 2001 + i).dn);
    CHECK_FALSE(privileged(facts, "agent07"));
    test::add_member(facts, test::domain_group(facts, 2003), test::account(facts, "agent07").dn);
    CHECK(privileged(facts, "agent07"));
  }
  SECTION("by primary group, which no member value shows") {
    test::account(facts, "agent03").primary_group = 512;
    CHECK(privileged(facts, "agent03"));
  }
  SECTION("through a loop of groups, without end") {
    test::add_group(facts, "A", 2000);
    test::add_group(facts, "B", 2001);
    test::add_member(facts, test::domain_group(facts, 2000), test::domain_group(facts, 2001).dn);
    test::add_member(facts, test::domain_group(facts, 2001), test::domain_group(facts, 2000).dn);
    test::add_member(facts, test::domain_group(facts, 2001), test::account(facts, "agent05").dn);
    test::add_member(facts, test::builtin_group(facts, 551), test::domain_group(facts, 2000).dn);
    CHECK(privileged(facts, "agent05"));
  }
  SECTION("whatever the language of the groups' names") {
    auto& group = test::domain_group(facts, 512);
    group.sam = "Admins du domaine";
    test::add_member(facts, group, test::account(facts, "agent09").dn);
    CHECK(privileged(facts, "agent09"));
  }
  SECTION("members of another forest are kept apart") {
    const auto foreign = facts.names.intern("CN=S-1-5-21-9-9-9-1106,CN=ForeignSecurityPrincipals,DC=hopital,DC=test");
    test::add_member(facts, test::domain_group(facts, 512), foreign);
    derive(facts);
    CHECK(std::count(facts.derived().privileged_foreign.begin(), facts.derived().privileged_foreign.end(), foreign) ==
          1);
  }
  SECTION("controllers are not counted among them") {
    CHECK_FALSE(privileged(facts, "DC1$"));
    CHECK(facts.derived().controllers.size() == 2);
  }
}

TEST_CASE("the trusted and the everyone-like", "[directory][derive]") {
  auto facts = test::healthy_directory();
  derive(facts);
  const auto trusted = [&](std::string_view text) {
    return facts.derived().trusted_sid[static_cast<std::size_t>(facts.sids.find(Sid::from_text(text).value()))];
  };
  const auto everyone = [&](std::string_view text) {
    return facts.derived().everyone_sid[static_cast<std::size_t>(facts.sids.find(Sid::from_text(text).value()))];
  };
  CHECK(trusted("S-1-5-18"));
  CHECK(trusted("S-1-5-32-544"));
  CHECK(trusted("S-1-5-21-1000-2000-3000-512"));
  CHECK(trusted("S-1-5-21-1000-2000-3000-1110"));
  CHECK_FALSE(trusted("S-1-5-11"));
  CHECK_FALSE(trusted("S-1-5-21-1000-2000-3000-513"));
  CHECK(everyone("S-1-5-11"));
  CHECK(everyone("S-1-1-0"));
  CHECK(everyone("S-1-5-21-1000-2000-3000-513"));
  CHECK_FALSE(everyone("S-1-5-21-1000-2000-3000-512"));
}

TEST_CASE("the password rules that bind an account", "[directory][derive]") {
  auto facts = test::healthy_directory();
  const auto settings = [&](std::uint32_t precedence, std::uint32_t length, NameRef applies) {
    auto& one = facts.password_settings.emplace_back();
    one.precedence = precedence;
    one.rules.min_length = length;
    one.applies_to = {applies};
  };
  const auto length = [&] {
    derive(facts);
    return password_rules(facts, test::account(facts, "agent01")).min_length;
  };
  CHECK(length() == 20U);
  test::add_group(facts, "Services", 2000);
  test::add_member(facts, test::domain_group(facts, 2000), test::account(facts, "agent01").dn);
  settings(20, 22, test::domain_group(facts, 2000).dn);
  CHECK(length() == 22U);
  settings(10, 25, test::domain_group(facts, 2000).dn);
  CHECK(length() == 25U);
  settings(99, 30, test::account(facts, "agent01").dn);  // linked to the account itself: wins over any group's
  CHECK(length() == 30U);
}

TEST_CASE("distinguished names", "[directory][names]") {
  CHECK(parent_name("CN=a,OU=b,DC=c") == "OU=b,DC=c");
  CHECK(parent_name(R"(CN=Nom\, Prenom,OU=b)") == "OU=b");
  CHECK(parent_name("DC=c").empty());
  CHECK(first_value(R"(CN=Nom\, Prenom,OU=b)") == R"(Nom\, Prenom)");
  CHECK(first_value("DC=c") == "c");
  CHECK(first_value("sans signe") == "sans signe");
  CHECK(is_below("CN=a,DC=x,DC=y", "dc=X,dc=Y"));
  CHECK(is_below("DC=x,DC=y", "DC=x,DC=y"));
  CHECK_FALSE(is_below("CN=a,DC=xx,DC=y", "DC=x,DC=y"));
  CHECK_FALSE(is_below("CN=a", ""));

  NameTable names;
  const auto first = names.intern("CN=Accueil,DC=hopital");
  CHECK(names.intern("cn=ACCUEIL,dc=hopital") == first);
  CHECK(names.text(first) == "CN=Accueil,DC=hopital");
  names.spell(first, "CN=ACCUEIL,DC=hopital");
  CHECK(names.text(first) == "CN=ACCUEIL,DC=hopital");
  CHECK(names.find("CN=autre") == NameRef::none);
  for (int i = 0; i < 5000; ++i) names.intern("CN=" + std::to_string(i));
  CHECK(names.find("CN=4999") != NameRef::none);
  CHECK(names.find("CN=Accueil,DC=Hopital") == first);
}
