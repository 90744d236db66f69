// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/access.hpp"

#include "audits/directory/rights.hpp"
#include "audits/directory/well_known.hpp"

#include <algorithm>
#include <array>

namespace hygie::directory {
namespace {

using namespace rights;

const Guid& class_of(Target target) {
  static constexpr Guid any{};
  switch (target) {
    case Target::user: return class_user;
    case Target::computer: return class_computer;
    case Target::group: return class_group;
    case Target::unit: return class_organizational_unit;
    case Target::domain: return class_domain;
    case Target::policy: return class_group_policy;
    case Target::certificate_template:
    case Target::other: break;
  }
  return any;
}

/// An entry for descendants alone, or for another class, gives nothing on the object itself.
bool concerns(const Ace& ace, Target target) {
  if (ace.inherit_only() || ace.type == Ace::Type::other) return false;
  const auto& its_class = class_of(target);
  return ace.inherited.empty() || its_class.empty() || ace.inherited == its_class;
}

/// What a principal is denied before an entry is met; everyone and authenticated users are in every token.
class Denials {
 public:
  explicit Denials(const DirectoryFacts& facts)
      : everyone_(facts.sids.find(well_known::everyone())),
        authenticated_(facts.sids.find(well_known::authority_5(11))) {}

  void add(const Ace& ace) { denied_.push_back(&ace); }
  [[nodiscard]] std::uint32_t left(SidRef trustee, std::uint32_t mask, const Guid& object) const {
    for (const auto* ace : denied_) {
      if (ace->trustee != trustee && ace->trustee != everyone_ && ace->trustee != authenticated_) continue;
      if (ace->object.empty() || ace->object == object) mask &= ~ace->mask;
    }
    return mask;
  }

 private:
  SidRef everyone_, authenticated_;
  std::vector<const Ace*> denied_;
};

struct Rule {
  std::uint32_t mask;
  Guid object;  // empty: the entry must cover all
  Power power;
  int level;
  bool covers_all_too;  // an entry without object type gives it as well
};

constexpr Guid all{};

constexpr std::array user_rules{
    Rule{control_access, force_change_password, Power::force_change_password, 1, false},
    Rule{write_property, key_credential_link, Power::add_key_credential, 1, false},
    Rule{write_property, service_principal_name, Power::write_spn, 2, false},
    Rule{write_property, public_information_set, Power::write_spn, 2, false},
    Rule{write_property, account_restrictions_set, Power::write_account_restrictions, 2, false},
    Rule{write_property, alt_security_identities, Power::write_alt_identities, 2, false},
    Rule{control_access, all, Power::all_extended_rights, 1, true}};
constexpr std::array computer_rules{
    Rule{write_property, allowed_to_act, Power::add_allowed_to_act, 1, false},
    Rule{write_property, account_restrictions_set, Power::write_account_restrictions, 1, false},
    Rule{write_property, key_credential_link, Power::add_key_credential, 1, false},
    Rule{control_access, force_change_password, Power::force_change_password, 1, false},
    Rule{write_property, service_principal_name, Power::write_spn, 2, false},
    Rule{write_property, alt_security_identities, Power::write_alt_identities, 2, false},
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

class Judge {
 public:
  Judge(const DirectoryFacts& facts, Target target) : facts_(facts), target_(target), denials_(facts) {}

  void owner(const SecurityDescriptor& descriptor) {
    if (descriptor.owner == SidRef::none) return;
    // OWNER RIGHTS entries replace what an owner would have (MS-DTYP 2.4.2.4).
    const auto restricted = facts_.sids.find(well_known::creator(4));
    const bool limited =
        restricted != SidRef::none && std::any_of(descriptor.aces.begin(), descriptor.aces.end(), [&](const Ace& ace) {
          return ace.trustee == restricted && !ace.inherit_only() && (ace.mask & write_dacl) == 0;
        });
    // Since KB5008383 the owner of a computer no longer controls every attribute of it.
    if (!limited) note(descriptor.owner, Power::owner, false, target_ == Target::computer ? 2 : 1);
  }

  void entry(const Ace& ace) {
    if (!concerns(ace, target_)) return;
    if (ace.type == Ace::Type::deny) return denials_.add(ace);
    if (trusted(ace.trustee)) return;
    const auto mask = denials_.left(ace.trustee, ace.mask, ace.object);
    if (ace.object.empty() && (mask & full_control) == full_control)
      return note(ace.trustee, Power::full_control, ace.is_inherited(), 1);
    if ((mask & write_dacl) != 0) note(ace.trustee, Power::write_dacl, ace.is_inherited(), 1);
    if ((mask & write_owner) != 0) note(ace.trustee, Power::write_owner, ace.is_inherited(), 1);
    if (ace.object.empty() && (mask & write_property) != 0)
      note(ace.trustee, Power::generic_write, ace.is_inherited(), 1);
    for (const auto& rule : rules_of(target_)) {
      const bool same = rule.object == ace.object || (rule.covers_all_too && ace.object.empty());
      if (same && (mask & rule.mask) == rule.mask) note(ace.trustee, rule.power, ace.is_inherited(), rule.level);
    }
  }

  void note(SidRef trustee, Power power, bool inherited, int level) {
    if (trusted(trustee)) return;
    const auto known = std::find_if(found_.begin(), found_.end(),
                                    [&](const Control& one) { return one.trustee == trustee && one.power == power; });
    if (known == found_.end()) found_.push_back({trustee, power, inherited, level});
  }
  std::vector<Control> take() { return std::move(found_); }

 private:
  [[nodiscard]] bool trusted(SidRef ref) const {
    return ref == SidRef::none || facts_.derived().trusted_sid[static_cast<std::size_t>(ref)];
  }
  const DirectoryFacts& facts_;
  Target target_;
  Denials denials_;
  std::vector<Control> found_;
};

}  // namespace

std::string_view to_string(Power power) {
  constexpr std::array<std::string_view, 19> names{"GenericAll",
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
                                                   "CreateChild"};
  return names.at(static_cast<std::size_t>(power));
}

std::vector<SidRef> holders(const DirectoryFacts& facts, const SecurityDescriptor& descriptor, std::uint32_t mask,
                            const Guid& object) {
  std::vector<SidRef> found;
  Denials denials(facts);
  for (const auto& ace : descriptor.aces) {
    if (ace.inherit_only() || ace.type == Ace::Type::other) continue;
    if (ace.type == Ace::Type::deny) {
      denials.add(ace);
      continue;
    }
    if (!ace.object.empty() && ace.object != object) continue;
    if ((denials.left(ace.trustee, ace.mask, object) & mask) != mask) continue;
    if (std::find(found.begin(), found.end(), ace.trustee) == found.end()) found.push_back(ace.trustee);
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
  Judge judge(facts, target);
  if (descriptor.null_dacl) judge.note(facts.sids.find(well_known::everyone()), Power::full_control, false, 1);
  judge.owner(descriptor);
  for (const auto& ace : descriptor.aces) judge.entry(ace);
  if (target == Target::domain) {
    const auto all_changes = holders(facts, descriptor, control_access, replicate_changes_all);
    for (const auto holder : holders(facts, descriptor, control_access, replicate_changes))
      if (std::find(all_changes.begin(), all_changes.end(), holder) != all_changes.end())
        judge.note(holder, Power::dcsync, false, 1);
  }
  return judge.take();
}

}  // namespace hygie::directory
