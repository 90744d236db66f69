// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/facts.hpp"
#include "audits/directory/registry.hpp"
#include "audits/directory/rights.hpp"
#include "audits/directory/well_known.hpp"
#include "core/finding.hpp"
#include "tests/support/findings.hpp"

#include <string_view>

/// Facts written in tests: a healthy hospital directory, and small steps to spoil it.
namespace hygie::test {

inline constexpr std::string_view domain_dn = "DC=hopital,DC=test";
inline constexpr std::string_view domain_sid = "S-1-5-21-1000-2000-3000";

/// The directory on which no check fails: one domain, two 2022 controllers, the default groups, a protected
/// administrator, users, workstations, servers.
directory::DirectoryFacts healthy_directory();

/// Each returns the new object; references are valid until the next addition of the same kind. DN:
/// CN=<sam>,OU=Personnel,DC=hopital,DC=test.
directory::Account& add_user(directory::DirectoryFacts& facts, std::string_view sam, std::uint32_t rid);
directory::Account& add_computer(directory::DirectoryFacts& facts, std::string_view sam, std::uint32_t rid,
                                 std::string_view system);
directory::Group& add_group(directory::DirectoryFacts& facts, std::string_view sam, std::uint32_t rid);
directory::Node& add_node(directory::DirectoryFacts& facts, directory::NodeKind kind, std::string_view dn);
/// The member value: any object of the facts becomes a member of the group (by RID of the domain, or builtin RID).
void add_member(directory::DirectoryFacts& facts, directory::Group& group, directory::NameRef member);
directory::Group& domain_group(directory::DirectoryFacts& facts, std::uint32_t rid);
directory::Group& builtin_group(directory::DirectoryFacts& facts, std::uint32_t rid);
directory::Account& account(directory::DirectoryFacts& facts, std::string_view sam);

/// Gives the object its own copy of its descriptor with one more entry at the end (Ace::Type::allow unless told).
void grant(directory::DirectoryFacts& facts, directory::Object& object, directory::SidRef trustee, std::uint32_t mask,
           directory::Guid right = {}, directory::Ace::Type type = directory::Ace::Type::allow, std::uint8_t flags = 0);
void set_owner(directory::DirectoryFacts& facts, directory::Object& object, directory::SidRef owner);
directory::SidRef sid(directory::DirectoryFacts& facts, std::string_view text);
/// A member of Domain Admins, otherwise beyond reproach.
directory::Account& add_administrator(directory::DirectoryFacts& facts, std::string_view sam, std::uint32_t rid);

/// A public key that opens the account (msDS-KeyCredentialLink), set that many days ago.
void add_key_credential(directory::DirectoryFacts& facts, std::string_view holder, std::int64_t days_old);

/// Derives, then runs the check by id with the catalogue's default parameters, or others.
core::Findings run(std::string_view check, directory::DirectoryFacts& facts, Overrides overrides = {});
/// The worst verdict of it: fail, unknown, pass, not_applicable.
core::Verdict verdict(std::string_view check, directory::DirectoryFacts& facts, Overrides overrides = {});
/// The only finding of it that fails; the test fails when there is none or more than one.
core::Finding failure(std::string_view check, directory::DirectoryFacts& facts, Overrides overrides = {});
std::size_t failures(std::string_view check, directory::DirectoryFacts& facts, Overrides overrides = {});
/// A gap of that part: what every check that needs it must answer `unknown` to.
void lose(directory::DirectoryFacts& facts, directory::Part part);
/// What a reader without rights on fine-grained password policies sees of them: nothing.
void hide_password_settings(directory::DirectoryFacts& facts);

}  // namespace hygie::test
