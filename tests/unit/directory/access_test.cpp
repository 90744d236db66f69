// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/access.hpp"
#include "tests/support/rights.hpp"

#include <algorithm>

using namespace hygie;
using namespace hygie::directory;

namespace {

constexpr auto allow = Ace::Type::allow;
constexpr auto deny = Ace::Type::deny;
constexpr std::uint8_t container_inherit = 0x02, inherit_only = 0x08, inherited = 0x10;

/// A directory, an ordinary group and a descriptor to fill.
struct Bench {
  Bench() : support(test::support_group(facts)) { descriptor.owner = test::sid(facts, "S-1-5-32-544"); }

  Bench& entry(SidRef trustee, std::uint32_t mask, Guid object = {}, Ace::Type type = allow, std::uint8_t flags = 0,
               Guid to = {}) {
    descriptor.aces.push_back(
        {.trustee = trustee, .mask = mask, .type = type, .flags = flags, .object = object, .inherited = to});
    return *this;
  }
  std::vector<Control> controls(Target target) {
    derive(facts);
    return dangerous_controls(facts, descriptor, target);
  }
  /// "GenericAll", "WriteDacl WriteOwner": the powers found, in the order of their kinds.
  std::string powers(Target target) {
    auto found = controls(target);
    std::sort(found.begin(), found.end(), [](const Control& a, const Control& b) { return a.power < b.power; });
    std::string text;
    for (const auto& one : found) text += (text.empty() ? "" : " ") + std::string(to_string(one.power));
    return text;
  }
  std::vector<SidRef> holders_of(std::uint32_t mask, const Guid& object) {
    derive(facts);
    return holders(facts, descriptor, mask, object);
  }

  DirectoryFacts facts = test::healthy_directory();
  SidRef support;
  SecurityDescriptor descriptor;
};

}  // namespace

TEST_CASE("entries count in their order", "[directory][access]") {
  Bench bench;
  SECTION("deny before allow") {
    bench.entry(bench.support, rights::write_dacl, {}, deny).entry(bench.support, rights::write_dacl);
    CHECK(bench.powers(Target::user).empty());
  }
  SECTION("deny after allow comes too late") {
    bench.entry(bench.support, rights::write_dacl).entry(bench.support, rights::write_dacl, {}, deny);
    CHECK(bench.powers(Target::user) == "WriteDacl");
  }
  SECTION("a denial of one right leaves the others") {
    bench.entry(bench.support, rights::write_dacl, {}, deny).entry(bench.support, rights::full_control);
    CHECK(bench.powers(Target::group) == "WriteOwner GenericWrite AddSelf");
  }
  SECTION("deletion denied to everyone leaves full control what it is") {
    bench.entry(test::everyone(bench.facts), rights::delete_object | rights::delete_tree, {}, deny)
        .entry(bench.support, rights::full_control);
    CHECK(bench.powers(Target::unit) == "GenericAll");
  }
  SECTION("denied to everyone, granted to a group") {
    bench.entry(test::everyone(bench.facts), rights::write_dacl, {}, deny).entry(bench.support, rights::write_dacl);
    CHECK(bench.powers(Target::user).empty());
  }
  SECTION("denied to authenticated users, granted to a group") {
    bench.entry(test::authenticated_users(bench.facts), rights::write_dacl, {}, deny)
        .entry(bench.support, rights::write_dacl);
    CHECK(bench.powers(Target::user).empty());
  }
  SECTION("denied to authenticated users, everyone still has guests and anonymous") {
    bench.entry(test::authenticated_users(bench.facts), rights::write_dacl, {}, deny)
        .entry(test::everyone(bench.facts), rights::write_dacl);
    CHECK(bench.powers(Target::user) == "WriteDacl");
  }
  SECTION("denied to everyone leaves the anonymous") {
    bench.entry(test::everyone(bench.facts), rights::write_dacl, {}, deny)
        .entry(test::sid(bench.facts, "S-1-5-7"), rights::write_dacl);
    CHECK(bench.powers(Target::user) == "WriteDacl");
  }
  SECTION("a denial to another group changes nothing") {
    bench.entry(test::add_group(bench.facts, "GG_Autre", 1501).sid, rights::full_control, {}, deny)
        .entry(bench.support, rights::full_control);
    CHECK(bench.powers(Target::user) == "GenericAll");
  }
  SECTION("a denial of one attribute leaves the right on all the others") {
    bench.entry(bench.support, rights::write_property, rights::member, deny)
        .entry(bench.support, rights::write_property);
    CHECK(bench.powers(Target::group) == "GenericWrite");
  }
  SECTION("a denial of all attributes takes one away") {
    bench.entry(bench.support, rights::write_property, {}, deny)
        .entry(bench.support, rights::write_property, rights::member);
    CHECK(bench.powers(Target::group).empty());
  }
  SECTION("a denial of the property set takes its attribute away") {
    bench.entry(bench.support, rights::write_property, rights::membership_set, deny)
        .entry(bench.support, rights::write_property, rights::member);
    CHECK(bench.powers(Target::group).empty());
  }
}

TEST_CASE("inheritance", "[directory][access]") {
  Bench bench;
  SECTION("inherit-only gives nothing here, and denies nothing") {
    bench.entry(bench.support, rights::full_control, {}, deny, inherit_only | container_inherit)
        .entry(bench.support, rights::full_control, {}, allow, inherit_only | container_inherit);
    CHECK(bench.powers(Target::unit).empty());
    bench.entry(bench.support, rights::write_dacl);
    CHECK(bench.powers(Target::unit) == "WriteDacl");
  }
  SECTION("inherited entries count, and say so") {
    bench.entry(bench.support, rights::full_control, {}, allow, inherited);
    const auto found = bench.controls(Target::user);
    REQUIRE(found.size() == 1);
    CHECK(found.front().inherited);
  }
  SECTION("InheritedObjectType of another class does not concern the object") {
    bench.entry(bench.support, rights::full_control, {}, allow, inherited, rights::class_group);
    CHECK(bench.powers(Target::user).empty());
    CHECK(bench.powers(Target::group) == "GenericAll");
  }
  SECTION("a class treated as another: a managed service account is a computer, a person may be an inetOrgPerson") {
    bench.entry(bench.support, rights::full_control, {}, allow, inherited, rights::class_group_managed_service);
    CHECK(bench.powers(Target::computer) == "GenericAll");
    bench.descriptor.aces.front().inherited = rights::class_inet_org_person;
    CHECK(bench.powers(Target::user) == "GenericAll");
    CHECK(bench.powers(Target::computer).empty());
  }
  SECTION("what a unit hands down is read as its descendants will") {
    bench.entry(bench.support, rights::control_access, rights::force_change_password, allow,
                inherit_only | container_inherit, rights::class_user);
    bench.entry(bench.support, rights::write_dacl);  // not inheritable
    bench.descriptor.owner = bench.support;
    derive(bench.facts);
    const auto below = handed_down(bench.descriptor);
    const auto found = dangerous_controls(bench.facts, below, Target::user);
    REQUIRE(found.size() == 1);
    CHECK(found.front().power == Power::force_change_password);
    CHECK(dangerous_controls(bench.facts, below, Target::group).empty());
  }
}

TEST_CASE("no DACL and an empty one are opposites", "[directory][access]") {
  Bench bench;
  CHECK(bench.powers(Target::user).empty());
  bench.descriptor.null_dacl = true;
  const auto found = bench.controls(Target::user);
  REQUIRE(found.size() == 1);
  CHECK(found.front().trustee == test::everyone(bench.facts));
  CHECK(found.front().power == Power::full_control);
  CHECK(bench.holders_of(rights::control_access, rights::enroll) == std::vector{test::everyone(bench.facts)});
}

TEST_CASE("owners and OWNER RIGHTS", "[directory][access]") {
  Bench bench;
  bench.descriptor.owner = bench.support;
  const auto owner_rights = test::sid(bench.facts, "S-1-3-4");
  SECTION("an owner rewrites the descriptor, whatever is denied to it") {
    bench.entry(bench.support, rights::write_dacl, {}, deny);
    CHECK(bench.powers(Target::user) == "Owner");
  }
  SECTION("OWNER RIGHTS that only read take that away") {
    bench.entry(owner_rights, rights::read_control);
    CHECK(bench.powers(Target::user).empty());
  }
  SECTION("OWNER RIGHTS that let the descriptor be written give it back") {
    bench.entry(owner_rights, rights::read_control).entry(owner_rights, rights::write_dacl);
    CHECK(bench.powers(Target::user) == "WriteDacl");
  }
  SECTION("OWNER RIGHTS denied") {
    bench.entry(owner_rights, rights::write_dacl, {}, deny);
    CHECK(bench.powers(Target::user).empty());
  }
  SECTION("OWNER RIGHTS for descendants alone change nothing here") {
    bench.entry(owner_rights, rights::read_control, {}, allow, inherit_only | container_inherit);
    CHECK(bench.powers(Target::user) == "Owner");
  }
  SECTION("OWNER RIGHTS give nothing to owners of tier zero that would be news") {
    bench.descriptor.owner = test::sid(bench.facts, "S-1-5-32-544");
    bench.entry(owner_rights, rights::full_control);
    CHECK(bench.powers(Target::user).empty());
  }
  SECTION("the owner of a computer is graded apart, and none where dSHeuristics blocks owners") {
    bench.facts.forest.ds_heuristics = "0000000001000000000200000001";
    CHECK(bench.controls(Target::computer).front().level == 2);
    bench.facts.forest.ds_heuristics = "00000000010000000002000000010";
    CHECK(bench.controls(Target::computer).front().level == 2);
    bench.facts.forest.ds_heuristics = "00000000010000000002000000011";
    CHECK(bench.powers(Target::computer).empty());
    CHECK(bench.controls(Target::user).front().level == 1);
  }
}

TEST_CASE("replication of secrets needs both rights", "[directory][access]") {
  Bench bench;
  SECTION("one alone") {
    bench.entry(bench.support, rights::control_access, rights::replicate_changes_all);
    CHECK(bench.powers(Target::domain).empty());
  }
  SECTION("both") {
    bench.entry(bench.support, rights::control_access, rights::replicate_changes)
        .entry(bench.support, rights::control_access, rights::replicate_changes_all);
    CHECK(bench.powers(Target::domain) == "DCSync");
    CHECK(bench.powers(Target::unit).empty());
  }
  SECTION("one of them given to all") {
    bench.entry(test::authenticated_users(bench.facts), rights::control_access, rights::replicate_changes)
        .entry(bench.support, rights::control_access, rights::replicate_changes_all);
    const auto found = bench.controls(Target::domain);
    REQUIRE(found.size() == 1);
    CHECK(found.front().trustee == bench.support);
  }
  SECTION("all extended rights hold both") {
    bench.entry(bench.support, rights::control_access);
    CHECK(bench.powers(Target::domain) == "AllExtendedRights DCSync");
  }
  SECTION("one of them denied") {
    bench.entry(bench.support, rights::control_access, rights::replicate_changes_all, deny)
        .entry(bench.support, rights::control_access);
    CHECK(bench.powers(Target::domain) == "AllExtendedRights");
  }
  SECTION("a member of tier zero is no news") {
    bench.entry(test::sid(bench.facts, "S-1-5-9"), rights::control_access, rights::replicate_changes)
        .entry(test::sid(bench.facts, "S-1-5-9"), rights::control_access, rights::replicate_changes_all);
    CHECK(bench.powers(Target::domain).empty());
  }
}

TEST_CASE("generic rights, already mapped", "[directory][access]") {
  Bench bench;
  constexpr std::uint32_t generic_all = 0xF01FF, generic_write = 0x20028, generic_read = 0x20094;
  SECTION("GENERIC_ALL") {
    bench.entry(bench.support, generic_all);
    CHECK(bench.powers(Target::user) == "GenericAll");
  }
  SECTION("GENERIC_WRITE") {
    bench.entry(bench.support, generic_write);
    CHECK(bench.powers(Target::user) == "GenericWrite");
    CHECK(bench.powers(Target::group) == "GenericWrite AddSelf");
  }
  SECTION("GENERIC_READ") {
    bench.entry(bench.support, generic_read);
    CHECK(bench.powers(Target::user).empty());
  }
  SECTION("an object type that is the object's own class covers it all, another covers nothing of the descriptor") {
    bench.entry(bench.support, generic_all, rights::class_user);
    CHECK(bench.powers(Target::user) == "GenericAll");
    bench.descriptor.aces.front().object = rights::script_path;
    CHECK(bench.powers(Target::user).empty());
  }
}

TEST_CASE("attributes, property sets and extended rights", "[directory][access]") {
  struct Case {
    Target target;
    std::uint32_t mask;
    Guid object;
    std::string_view powers;
  };
  const auto one = GENERATE(values<Case>({
      {Target::user, rights::control_access, rights::force_change_password, "ForceChangePassword"},
      {Target::user, rights::control_access, {}, "AllExtendedRights"},
      {Target::user, rights::write_property, rights::key_credential_link, "AddKeyCredentialLink"},
      {Target::user, rights::write_property, rights::service_principal_name, "WriteSPN"},
      {Target::user, rights::write_property, rights::public_information_set, "WriteSPN WriteAltSecurityIdentities"},
      {Target::user, rights::write_property, rights::account_restrictions_set, "WriteAccountRestrictions"},
      {Target::user, rights::write_property, rights::allowed_to_act, ""},
      {Target::user, rights::write_property, rights::alt_security_identities, "WriteAltSecurityIdentities"},
      {Target::user, rights::self, rights::service_principal_name, ""},
      {Target::computer, rights::write_property, rights::allowed_to_act, "AddAllowedToAct"},
      {Target::computer, rights::write_property, rights::account_restrictions_set, "WriteAccountRestrictions"},
      {Target::computer, rights::write_property, rights::managed_by, "WriteManagedBy"},
      {Target::computer, rights::write_property, rights::group_msa_membership, "WriteGMSAMembership"},
      {Target::group, rights::write_property, rights::member, "AddMember"},
      {Target::group, rights::write_property, rights::membership_set, "AddMember"},
      {Target::group, rights::self, rights::member, "AddSelf"},
      {Target::group, rights::control_access, rights::member, ""},
      {Target::unit, rights::write_property, rights::gp_link, "WriteGPLink"},
      {Target::unit, rights::create_child, rights::class_delegated_managed_service, "CreateChild"},
      {Target::unit, rights::create_child, rights::class_dns_zone, ""},
      {Target::policy, rights::write_property, rights::gpc_file_path, "WriteGPCFileSysPath"},
      {Target::certificate_template, rights::write_property, rights::template_name_flag, "WritePKIFlags"},
      {Target::certificate_template, rights::control_access, rights::enroll, ""},
      {Target::other, rights::create_child, {}, "CreateChild"},
      {Target::other, rights::delete_child | rights::delete_tree | rights::list, {}, ""},
  }));
  Bench bench;
  bench.entry(bench.support, one.mask, one.object);
  CHECK(bench.powers(one.target) == one.powers);
}

TEST_CASE("each trustee and power once", "[directory][access]") {
  Bench bench;
  bench.entry(bench.support, rights::write_dacl).entry(bench.support, rights::write_dacl, {}, allow, inherited);
  const auto found = bench.controls(Target::user);
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found.front().inherited);
}

TEST_CASE("a SID that no longer resolves counts as any other", "[directory][access]") {
  Bench bench;
  bench.entry(test::sid(bench.facts, "S-1-5-21-1000-2000-3000-9999"), rights::full_control);
  CHECK(bench.powers(Target::user) == "GenericAll");
}

TEST_CASE("who holds an exact right", "[directory][access]") {
  Bench bench;
  SECTION("in several entries") {
    bench.entry(bench.support, rights::read_property, rights::member)
        .entry(bench.support, rights::control_access, rights::member);
    CHECK(bench.holders_of(rights::read_property | rights::control_access, rights::member) ==
          std::vector{bench.support});
  }
  SECTION("through the property set that the attribute is in") {
    bench.entry(bench.support, rights::write_property, rights::membership_set);
    CHECK(bench.holders_of(rights::write_property, rights::member) == std::vector{bench.support});
    CHECK(bench.holders_of(rights::write_property, rights::gp_link).empty());
  }
  SECTION("an entry about one attribute is not a right on all") {
    bench.entry(bench.support, rights::write_property, rights::member);
    CHECK(bench.holders_of(rights::write_property, {}).empty());
  }
  SECTION("trusted holders are told too") {
    const auto administrators = test::sid(bench.facts, "S-1-5-32-544");
    bench.entry(administrators, rights::full_control);
    CHECK(bench.holders_of(rights::write_dacl, {}) == std::vector{administrators});
  }
  SECTION("enrolment: enrol, autoenrol or all rights, beyond tier zero") {
    const auto staff = test::domain_group(bench.facts, 513).sid;
    bench.entry(bench.support, rights::control_access, rights::enroll)
        .entry(staff, rights::control_access, rights::auto_enroll)
        .entry(test::sid(bench.facts, "S-1-5-32-544"), rights::full_control);
    derive(bench.facts);
    CHECK(enrollers(bench.facts, bench.descriptor) == std::vector{bench.support, staff});
  }
}
