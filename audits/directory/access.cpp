// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/access.hpp"

#include "audits/directory/rights.hpp"
#include "audits/directory/well_known.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace hygie::directory {
namespace {

using namespace rights;

constexpr Guid all{};

/// The classes that an object treated as this target may have.
std::span<const Guid> classes_of(Target target) {
  static constexpr std::array user{class_user, class_inet_org_person};
  static constexpr std::array computer{class_computer, class_managed_service, class_group_managed_service,
                                       class_delegated_managed_service};
  static constexpr std::array group{class_group};
  static constexpr std::array unit{class_organizational_unit, class_container, class_builtin_domain};
  static constexpr std::array domain{class_domain};
  static constexpr std::array policy{class_group_policy};
  switch (target) {
    case Target::user: return user;
    case Target::computer: return computer;
    case Target::group: return group;
    case Target::unit: return unit;
    case Target::domain: return domain;
    case Target::policy: return policy;
    case Target::certificate_template:
    case Target::other: break;
  }
  return {};
}

bool is_class_of(const Guid& guid, Target target) {
  const auto classes = classes_of(target);
  return classes.empty() || std::find(classes.begin(), classes.end(), guid) != classes.end();
}

/// An entry for descendants alone, or for another class, gives nothing on the object itself.
bool concerns(const Ace& ace, Target target) {
  if (ace.inherit_only() || ace.type == Ace::Type::other) return false;
  return ace.inherited.empty() || is_class_of(ace.inherited, target);
}

/// The property set that an attribute is in (attributeSecurityGUID, MS-ADA1 to 3), of those that matter here.
const Guid& set_of(const Guid& attribute) {
  if (attribute == member) return membership_set;
  if (attribute == service_principal_name || attribute == alt_security_identities) return public_information_set;
  if (attribute == allowed_to_act || attribute == user_account_control) return account_restrictions_set;
  return all;
}

/// What a principal is denied before an entry is met.
class Denials {
 public:
  explicit Denials(const DirectoryFacts& facts)
      : everyone_(facts.sids.find(well_known::everyone())),
        authenticated_(facts.sids.find(well_known::authority_5(11))),
        anonymous_(facts.sids.find(well_known::authority_5(7))) {}

  void add(const Ace& ace) { denied_.push_back(&ace); }
  [[nodiscard]] std::uint32_t left(SidRef trustee, std::uint32_t mask, const Guid& object) const {
    for (const auto* ace : denied_)
      if (reaches(ace->trustee, trustee) &&
          (ace->object.empty() || ace->object == object || (!object.empty() && ace->object == set_of(object))))
        mask &= ~ace->mask;
    return mask;
  }

 private:
  /// Everyone has no anonymous (unless dSHeuristics says so, and then the more is denied); authenticated users leave
  /// guests and anonymous to Everyone.
  [[nodiscard]] bool reaches(SidRef denied, SidRef trustee) const {
    if (denied == trustee) return true;
    if (trustee == anonymous_) return false;
    return denied == everyone_ || (denied == authenticated_ && trustee != everyone_);
  }
  SidRef everyone_, authenticated_, anonymous_;
  std::vector<const Ace*> denied_;
};

struct Rule {
  std::uint32_t mask;
  Guid object;  // empty: the entry must cover all
  Power power;
  int level;
  bool covers_all_too;  // an entry without object type gives it as well
};

constexpr std::array user_rules{
    Rule{control_access, force_change_password, Power::force_change_password, 1, false},
    Rule{write_property, key_credential_link, Power::add_key_credential, 1, false},
    Rule{write_property, service_principal_name, Power::write_spn, 2, false},
    Rule{write_property, public_information_set, Power::write_spn, 2, false},
    Rule{write_property, account_restrictions_set, Power::write_account_restrictions, 2, false},
    Rule{write_property, user_account_control, Power::write_account_restrictions, 2, false},
    Rule{write_property, alt_security_identities, Power::write_alt_identities, 2, false},
    Rule{write_property, public_information_set, Power::write_alt_identities, 2, false},
    Rule{control_access, all, Power::all_extended_rights, 1, true}};
constexpr std::array computer_rules{
    Rule{write_property, allowed_to_act, Power::add_allowed_to_act, 1, false},
    Rule{write_property, account_restrictions_set, Power::write_account_restrictions, 1, false},
    Rule{write_property, key_credential_link, Power::add_key_credential, 1, false},
    Rule{control_access, force_change_password, Power::force_change_password, 1, false},
    Rule{write_property, group_msa_membership, Power::write_password_readers, 1, false},
    Rule{write_property, service_principal_name, Power::write_spn, 2, false},
    Rule{write_property, public_information_set, Power::write_spn, 2, false},
    Rule{write_property, alt_security_identities, Power::write_alt_identities, 2, false},
    Rule{write_property, public_information_set, Power::write_alt_identities, 2, false},
    Rule{write_property, managed_by, Power::write_managed_by, 2, false},
    Rule{control_access, all, Power::all_extended_rights, 1, true}};
constexpr std::array group_rules{Rule{write_property, member, Power::add_member, 1, false},
                                 Rule{write_property, membership_set, Power::add_member, 1, false},
                                 Rule{self, member, Power::add_self, 1, false},
                                 Rule{self, all, Power::add_self, 1, true}};
constexpr std::array unit_rules{Rule{write_property, gp_link, Power::write_gp_link, 1, false},
                                Rule{create_child, all, Power::create_child, 2, true},
                                Rule{create_child, class_user, Power::create_child, 2, false},
                                Rule{create_child, class_computer, Power::create_child, 2, false},
                                Rule{create_child, class_delegated_managed_service, Power::create_child, 2, false}};
constexpr std::array domain_rules{Rule{write_property, gp_link, Power::write_gp_link, 1, false},
                                  Rule{control_access, all, Power::all_extended_rights, 1, true},
                                  Rule{create_child, all, Power::create_child, 2, true}};
constexpr std::array policy_rules{Rule{write_property, gpc_file_path, Power::write_gpc_path, 1, false}};
constexpr std::array template_rules{
    Rule{write_property, template_enrolment_flag, Power::write_template_flags, 1, false},
    Rule{write_property, template_name_flag, Power::write_template_flags, 1, false}};
constexpr std::array other_rules{Rule{create_child, all, Power::create_child, 2, true}};

std::span<const Rule> rules_of(Target target) {
  switch (target) {
    case Target::user: return user_rules;
    case Target::computer: return computer_rules;
    case Target::group: return group_rules;
    case Target::unit: return unit_rules;
    case Target::domain: return domain_rules;
    case Target::policy: return policy_rules;
    case Target::certificate_template: return template_rules;
    case Target::other: break;
  }
  return other_rules;
}

/// dSHeuristics, character 29: 1 takes the implicit rights of computers' owners away (KB5008383).
bool owners_are_blocked(const DirectoryFacts& facts) {
  const auto heuristics = facts.forest.ds_heuristics.value_or(std::string_view{});
  return heuristics.size() >= 29 && heuristics[28] == '1';
}

class Judge {
 public:
  Judge(const DirectoryFacts& facts, const SecurityDescriptor& descriptor, Target target)
      : facts_(facts),
        descriptor_(descriptor),
        target_(target),
        owner_rights_(facts.sids.find(well_known::creator(4))),
        denials_(facts) {}

  void owner() {
    if (descriptor_.owner == SidRef::none) return;
    const bool replaced = std::any_of(descriptor_.aces.begin(), descriptor_.aces.end(), [&](const Ace& ace) {
      return ace.trustee == owner_rights_ && owner_rights_ != SidRef::none && concerns(ace, target_);
    });
    if (replaced || (target_ == Target::computer && owners_are_blocked(facts_))) return;
    // Since KB5008383 the owner of a computer no longer controls every attribute of it.
    note(descriptor_.owner, Power::owner, false, target_ == Target::computer ? 2 : 1);
  }

  void entry(const Ace& ace) {
    if (!concerns(ace, target_)) return;
    if (ace.type == Ace::Type::deny) return denials_.add(ace);
    const bool for_owner = ace.trustee == owner_rights_ && owner_rights_ != SidRef::none;
    const auto trustee = for_owner ? descriptor_.owner : ace.trustee;
    if (trusted(trustee)) return;
    const auto mask = for_owner ? denials_.left(owner_rights_, denials_.left(trustee, ace.mask, ace.object), ace.object)
                                : denials_.left(trustee, ace.mask, ace.object);
    const bool on_all = ace.object.empty() || (!classes_of(target_).empty() && is_class_of(ace.object, target_));
    // The usual denial of deletion (protection against mistakes) takes no control away.
    constexpr auto all_but_deletion = full_control & ~(delete_object | delete_tree | delete_child);
    if (on_all && (ace.mask & full_control) == full_control && (mask & all_but_deletion) == all_but_deletion)
      return note(trustee, Power::full_control, ace.is_inherited(), 1);
    // An entry about one attribute, set or right says nothing of the descriptor (MS-ADTS 5.1.3.3.2).
    if (on_all && (mask & write_dacl) != 0) note(trustee, Power::write_dacl, ace.is_inherited(), 1);
    if (on_all && (mask & rights::write_owner) != 0) note(trustee, Power::write_owner, ace.is_inherited(), 1);
    if (on_all && (mask & write_property) != 0) note(trustee, Power::generic_write, ace.is_inherited(), 1);
    for (const auto& rule : rules_of(target_)) {
      const bool same = rule.object == ace.object || (rule.covers_all_too && ace.object.empty());
      if (same && (mask & rule.mask) == rule.mask) note(trustee, rule.power, ace.is_inherited(), rule.level);
    }
  }

  void note(SidRef trustee, Power power, bool inherited, int level) {
    if (trusted(trustee)) return;
    const auto known = std::find_if(found_.begin(), found_.end(),
                                    [&](const Control& one) { return one.trustee == trustee && one.power == power; });
    if (known == found_.end()) found_.push_back({trustee, power, inherited, level});
  }
  [[nodiscard]] bool has_full_control(SidRef trustee) const {
    return std::any_of(found_.begin(), found_.end(), [trustee](const Control& one) {
      return one.trustee == trustee && one.power == Power::full_control;
    });
  }
  std::vector<Control> take() { return std::move(found_); }

 private:
  [[nodiscard]] bool trusted(SidRef ref) const {
    return ref == SidRef::none || facts_.derived().trusted_sid[static_cast<std::size_t>(ref)];
  }
  const DirectoryFacts& facts_;
  const SecurityDescriptor& descriptor_;
  Target target_;
  SidRef owner_rights_;
  Denials denials_;
  std::vector<Control> found_;
};

}  // namespace

std::string_view to_string(Power power) {
  constexpr std::array<std::string_view, 21> names{"GenericAll",
                                                   "WriteDacl",
                                                   "WriteOwner",
                                                   "Owner",
                                                   "GenericWrite",
                                                   "AllExtendedRights",
                                                   "ForceChangePassword",
                                                   "AddMember",
                                                   "AddSelf",
                                                   "WriteSPN",
                                                   "AddKeyCredentialLink",
                                                   "AddAllowedToAct",
                                                   "WriteAccountRestrictions",
                                                   "WriteGPLink",
                                                   "WriteGPCFileSysPath",
                                                   "WriteAltSecurityIdentities",
                                                   "DCSync",
                                                   "WritePKIFlags",
                                                   "CreateChild",
                                                   "WriteManagedBy",
                                                   "WriteGMSAMembership"};
  return names.at(static_cast<std::size_t>(power));
}

bool in_every_token(const DirectoryFacts& facts, SidRef trustee) {
  return trustee != SidRef::none && (trustee == facts.sids.find(well_known::everyone()) ||
                                     trustee == facts.sids.find(well_known::authority_5(11)));
}

SecurityDescriptor handed_down(const SecurityDescriptor& descriptor) {
  constexpr std::uint8_t to_containers = 0x02, inherit_only = 0x08;
  SecurityDescriptor below;
  below.control = descriptor.control;
  for (auto ace : descriptor.aces) {
    if ((ace.flags & to_containers) == 0) continue;
    ace.flags = static_cast<std::uint8_t>(ace.flags & ~inherit_only);
    below.aces.push_back(ace);
  }
  return below;
}

std::vector<SidRef> holders(const DirectoryFacts& facts, const SecurityDescriptor& descriptor, std::uint32_t mask,
                            const Guid& object) {
  if (descriptor.null_dacl) return {facts.sids.find(well_known::everyone())};
  std::vector<SidRef> found;
  std::unordered_map<SidRef, std::uint32_t> held;  // a right may come in several entries
  Denials denials(facts);
  for (const auto& ace : descriptor.aces) {
    if (ace.inherit_only() || ace.type == Ace::Type::other) continue;
    if (ace.type == Ace::Type::deny) {
      denials.add(ace);
      continue;
    }
    if (!ace.object.empty() && ace.object != object && (object.empty() || ace.object != set_of(object))) continue;
    auto& sum = held[ace.trustee];
    const bool already = (sum & mask) == mask;
    sum |= denials.left(ace.trustee, ace.mask, object);
    if (!already && (sum & mask) == mask) found.push_back(ace.trustee);
  }
  return found;
}

std::vector<SidRef> enrollers(const DirectoryFacts& facts, const SecurityDescriptor& descriptor) {
  auto found = holders(facts, descriptor, control_access, enroll);
  for (const auto holder : holders(facts, descriptor, control_access, auto_enroll))
    if (std::find(found.begin(), found.end(), holder) == found.end()) found.push_back(holder);
  std::erase_if(found, [&](SidRef ref) { return facts.derived().trusted_sid[static_cast<std::size_t>(ref)]; });
  return found;
}

std::vector<Control> dangerous_controls(const DirectoryFacts& facts, const SecurityDescriptor& descriptor,
                                        Target target) {
  Judge judge(facts, descriptor, target);
  if (descriptor.null_dacl) judge.note(facts.sids.find(well_known::everyone()), Power::full_control, false, 1);
  judge.owner();
  for (const auto& ace : descriptor.aces) judge.entry(ace);
  if (target != Target::domain) return judge.take();
  const auto some = holders(facts, descriptor, control_access, replicate_changes);
  const auto secrets = holders(facts, descriptor, control_access, replicate_changes_all);
  const auto has = [&](const std::vector<SidRef>& list, SidRef one) {
    return std::any_of(list.begin(), list.end(),
                       [&](SidRef holder) { return holder == one || in_every_token(facts, holder); });
  };
  // Either right alone gives no secret; both may come from different entries, one of them given to all.
  for (const auto* list : {&some, &secrets})
    for (const auto holder : *list)
      if (!judge.has_full_control(holder) && has(some, holder) && has(secrets, holder))
        judge.note(holder, Power::dcsync, false, 1);
  return judge.take();
}

}  // namespace hygie::directory
