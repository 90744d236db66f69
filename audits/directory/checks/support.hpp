// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/access.hpp"
#include "audits/directory/checks/declarations.hpp"
#include "audits/directory/derived.hpp"
#include "audits/directory/facts.hpp"
#include "audits/directory/rights.hpp"
#include "audits/directory/well_known.hpp"
#include "core/finding.hpp"
#include "core/params.hpp"
#include "core/time.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What checks share: how a finding on an object is written, and how a list of failures becomes an answer. No check
/// answers nothing.
namespace hygie::directory {

using core::Evidence;
using core::Finding;
using core::Findings;
using core::Params;
using core::Verdict;

/// A finding on an object: identified by its distinguished name, named as people do (sAMAccountName, display name,
/// first component).
[[nodiscard]] Finding on(const DirectoryFacts& facts, Verdict verdict, NameRef object, Evidence evidence = {},
                         int level = 0);
/// `unknown` on an object, saying which attribute or part was missing.
[[nodiscard]] Finding not_read(const DirectoryFacts& facts, NameRef object, std::string missing);
/// The findings (fails and unknowns), or, when there is none, one pass on the domain that says how many objects were
/// examined.
[[nodiscard]] Findings or_pass(Findings found, const DirectoryFacts& facts, std::size_t examined);
/// One verdict on the domain as a whole.
[[nodiscard]] Findings on_domain(const DirectoryFacts& facts, Verdict verdict, Evidence evidence = {}, int level = 0);
/// How a check reads the powers over an object: holders that have them by design beside tier zero, and the level of
/// every finding (0: the power's own).
struct ControlReading {
  std::vector<SidRef> expected = {};
  int level = 0;
};
/// A failure of one trustee on one object: an identity of its own, kept when the others are mended.
[[nodiscard]] Finding trustee_finding(const DirectoryFacts& facts, NameRef object, SidRef trustee,
                                      std::string_view right, bool inherited = false, int level = 0);
/// The dangerous powers over each of these objects as failures: trustee, right, inherited, level 1 or 2; `unknown`
/// where the descriptor was not read.
[[nodiscard]] Findings controls_over(const DirectoryFacts& facts, const std::vector<const Object*>& objects,
                                     Target target, const ControlReading& reading = {});
/// The same for one object, added to `found`.
void add_controls(const DirectoryFacts& facts, const Object& object, Target target, Findings& found,
                  const ControlReading& reading = {});

/// "2026-11-25", or "never" when absent.
[[nodiscard]] std::string day(core::OptionalInstant at);
/// Whole days before the facts were collected.
[[nodiscard]] std::int64_t age_days(const DirectoryFacts& facts, core::Instant since);
/// When the password was last changed: the later of pwdLastSet and what replication metadata say.
[[nodiscard]] core::OptionalInstant password_changed(const Account& account);
/// True when the account logged on within `days` of the collection (lastLogonTimestamp is up to 14 days late; MS-ADA1).
[[nodiscard]] bool active_within(const DirectoryFacts& facts, const Account& account, std::int64_t days);
/// Privileged accounts that are people's or services' (no controller, no krbtgt).
[[nodiscard]] std::vector<const Account*> privileged_accounts(const DirectoryFacts& facts);
/// Writable and read-only domain controllers' accounts.
[[nodiscard]] std::vector<const Account*> controller_accounts(const DirectoryFacts& facts);

/// The account that read the directory, from the name it bound with (user@domain, DOMAIN\user, DN); null for a file.
[[nodiscard]] const Account* reading_account(const DirectoryFacts& facts);

}  // namespace hygie::directory
