// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/facts.hpp"
#include "core/cancel.hpp"
#include "core/progress.hpp"
#include "core/result.hpp"
#include "core/secret.hpp"
#include "net/scope.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace hygie::directory {

enum class BindMethod { anonymous, simple, gssapi, external };

/// A directory to read, as the declaration describes it.
struct LdapTarget {
  std::string name;  // of the directory, for messages
  std::string url;   // ldap://, ldaps://, ldapi://
  bool starttls = false;
  std::string ca_file;  // empty: the system's authorities
  BindMethod method = BindMethod::anonymous;
  std::string user;  // simple: DN, user@domain or DOMAIN\user
  const core::Secret* password = nullptr;
  std::string keytab, ccache;                   // gssapi
  bool allow_clear = false;                     // a simple bind in clear, refused unless forced
  std::chrono::seconds operation_timeout{120};  // the first page of a large Samba comes late
  unsigned page_size = 1000;
  unsigned connections = 2;  // that read at the same time
};

/// Reads a live Active Directory: every naming context, only the attributes needed, security descriptors without SACL
/// rights. A failure to connect or to bind is an error; whatever is lost later is a gap in the facts (derived already).
core::Result<DirectoryFacts> collect(const LdapTarget& target, const net::Scope& scope, core::Deadline deadline,
                                     core::Progress& progress);

/// Reads LDIF as ldapsearch or ldifde write it (UTF-8 or UTF-16 with a mark, folded lines, base64, several files
/// concatenated).
core::Result<DirectoryFacts> import_ldif(const std::string& path, const std::string& name,
                                         std::optional<core::Instant> collected_at, core::Deadline deadline,
                                         core::Progress& progress);

}  // namespace hygie::directory
