// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/derived.hpp"
#include "audits/directory/facts.hpp"

#include <string_view>
#include <vector>

namespace hygie::directory {

/// What kind of object a descriptor guards: the same ACE means more on some.
enum class Target : std::uint8_t { user, computer, group, unit, domain, policy, certificate_template, other };

/// A power that leads to control of the object, by its usual name in the field (BloodHound's edge names).
enum class Power : std::uint8_t {
  full_control,
  write_dacl,
  write_owner,
  owner,
  generic_write,
  all_extended_rights,
  force_change_password,
  add_member,
  add_self,
  write_spn,
  add_key_credential,
  add_allowed_to_act,
  write_account_restrictions,
  write_gp_link,
  write_gpc_path,
  write_alt_identities,
  dcsync,
  write_template_flags,
  create_child,
  write_managed_by,
  write_password_readers
};
[[nodiscard]] std::string_view to_string(Power power);  // "GenericAll", "WriteDacl", "DCSync" ...

/// `level` follows ANSSI's reading: 1 takes the object over at once, 2 needs something more (our grading, see README).
struct Control {
  SidRef trustee = SidRef::none;
  Power power = Power::full_control;
  bool inherited = false;
  int level = 1;
};

/// Who has a dangerous power over the object, beyond tier zero and the system (Derived::trusted_sid), deny entries and
/// inherit-only entries counted as the server does (MS-ADTS 5.1.3.3): entries in their order, a denial before a grant
/// wins. A denial to a trustee, to everyone or to authenticated users counts; one to a group that a trustee is in does
/// not, so that what is left may be more than what is real, never less. OWNER RIGHTS entries replace what the owner
/// would have (MS-DTYP 2.4.2.4). Each trustee and power once.
[[nodiscard]] std::vector<Control> dangerous_controls(const DirectoryFacts& facts, const SecurityDescriptor& descriptor,
                                                      Target target);

/// What this descriptor hands down to objects created below: its inheritable entries as they would stand there, and no
/// owner. dangerous_controls of it, with the class of the descendants as target, tells what a delegation gives.
[[nodiscard]] SecurityDescriptor handed_down(const SecurityDescriptor& descriptor);

/// Who holds this exact right (a mask, on `object` or on all): every trustee, trusted or not; same rules for denials. A
/// missing DACL gives it to everyone.
[[nodiscard]] std::vector<SidRef> holders(const DirectoryFacts& facts, const SecurityDescriptor& descriptor,
                                          std::uint32_t mask, const Guid& object);

/// Everyone or authenticated users: what they hold, every account holds.
[[nodiscard]] bool in_every_token(const DirectoryFacts& facts, SidRef trustee);

/// Who has a certificate-enrolment right (Enroll, AutoEnroll, all extended rights or full control) beyond tier zero.
[[nodiscard]] std::vector<SidRef> enrollers(const DirectoryFacts& facts, const SecurityDescriptor& descriptor);

}  // namespace hygie::directory
