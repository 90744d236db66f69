// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/objects.hpp"
#include "core/finding.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::directory {

struct Derived;

/// A part of the directory that checks ask for: when it could not be read, a gap names it and every check that needs it
/// answers `unknown`.
enum class Part : std::uint8_t { domain, configuration, schema, domain_dns, forest_dns, descriptors, deleted };
[[nodiscard]] std::string_view to_string(Part part);

/// Where the facts came from, for the report's scope.
struct Origin {
  std::string name;    // the directory's name in the declaration
  std::string source;  // ldap, ldif
  std::string server;  // host that answered, or file
  std::string reader;  // account that read, as the bind said
  bool protected_channel = true;
};

/// What one audit knows of one Active Directory: plain data, replayable anywhere, without a secret. Text lives in
/// `text`, names and SIDs once each in their tables; `derive` must follow every change and precede every check.
struct DirectoryFacts {
  DirectoryFacts();
  ~DirectoryFacts();
  DirectoryFacts(DirectoryFacts&&) noexcept;
  DirectoryFacts& operator=(DirectoryFacts&&) noexcept;

  Origin origin;
  core::Instant collected_at{};  // the server's clock where it says it, so that ages are right
  RootDse root;
  DomainHead domain;
  Forest forest;
  SchemaFacts schema;

  std::vector<Account> accounts;
  std::vector<Group> groups;
  std::vector<Node> nodes;  // everything whose interest is its place, its rights and its links: heads, OUs, containers,
                            // keys, PKI, schema classes
  std::vector<Gpo> gpos;
  std::vector<PasswordSettings> password_settings;
  std::vector<Trust> trusts;
  std::vector<DnsZone> dns_zones;
  std::vector<CertificateTemplate> templates;
  std::vector<EnrolmentService> enrolment_services;
  std::vector<Server> servers;
  std::vector<Site> sites;
  std::vector<Subnet> subnets;
  std::vector<ForeignPrincipal> foreign_principals;
  std::vector<RodcSettings> rodcs;
  std::vector<IssuancePolicy> issuance_policies;
  std::vector<SysvolReplica> sysvol_replicas;
  std::vector<DisplaySpecifier> display_specifiers;

  // What few objects have, beside them rather than in them.
  std::vector<SidHistory> sid_histories;
  std::vector<Delegation> delegations;
  std::vector<KeyCredential> key_credentials;
  std::vector<CertificateFacts> certificates;
  std::vector<AltIdentity> alt_identities;
  std::vector<SecretHint> secret_hints;

  std::vector<SecurityDescriptor> descriptors;  // each distinct one once
  std::vector<core::Gap> gaps;

  NameTable names;
  SidTable sids;
  TextArena text;

  [[nodiscard]] std::string_view name(NameRef ref) const { return names.text(ref); }
  [[nodiscard]] const Sid& sid(SidRef ref) const { return sids.at(ref); }
  [[nodiscard]] const SecurityDescriptor* descriptor(DescriptorRef ref) const;
  [[nodiscard]] bool missing(Part part) const;
  /// By name, by SID or by sAMAccountName without case; null when not collected.
  [[nodiscard]] const Account* find_account(std::string_view sam) const;
  [[nodiscard]] const Account* account(NameRef dn) const;
  [[nodiscard]] const Account* account(SidRef sid) const;
  [[nodiscard]] const Group* group(NameRef dn) const;
  [[nodiscard]] const Group* group(SidRef sid) const;
  /// A group or an account of the domain by its RID (512: Domain Admins), whatever its language.
  [[nodiscard]] const Group* group_by_rid(std::uint32_t rid) const;
  [[nodiscard]] const Group* builtin_group(std::uint32_t rid) const;
  [[nodiscard]] const Account* account_by_rid(std::uint32_t rid) const;
  [[nodiscard]] const Node* node(NameRef dn) const;
  [[nodiscard]] const Node* node(NodeKind kind) const;  // the first of its kind
  /// What people call the holder of this SID: DOMAIN's sAMAccountName, a well-known name, or the SID itself.
  [[nodiscard]] std::string principal_name(SidRef ref) const;

  /// Privileged sets, indexes and caches; filled by `derive`.
  [[nodiscard]] const Derived& derived() const;
  std::unique_ptr<Derived> derived_;
};

/// Computes what checks share (audits/directory/derived.hpp). Call it once the facts are complete, and again after any
/// change.
void derive(DirectoryFacts& facts);

}  // namespace hygie::directory
