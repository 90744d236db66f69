// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/collect/connection.hpp"

#include <string>
#include <vector>

namespace hygie::directory {

/// The controls a server says it knows.
struct ServerControls {
  bool paged = false;         // 1.2.840.113556.1.4.319 (RFC 2696)
  bool sd_flags = false;      // 1.2.840.113556.1.4.801 (MS-ADTS 3.1.1.3.4.1.11)
  bool domain_scope = false;  // 1.2.840.113556.1.4.1339
};

/// One search, as it goes to the server.
struct SearchRequest {
  std::string base;
  int scope = LDAP_SCOPE_SUBTREE;
  std::string filter = "(objectClass=*)";
  std::vector<std::string> attributes;
};

struct PageRequest {
  unsigned size = 0;  // 0: not paged
  std::string cookie = {};
};

/// Sends a search; the answer comes under `id`.
[[nodiscard]] int send_search(LDAP* handle, const SearchRequest& request, const ServerControls& controls,
                              const PageRequest& page, int& id);

/// How a page ended: the outcome, and the cookie of the next page (empty: that was the last).
struct PageEnd {
  LdapOutcome outcome;
  std::string cookie;
};
[[nodiscard]] PageEnd read_page_end(LDAP* handle, LDAPMessage* result);

/// A value as it may stand in a filter (RFC 4515).
[[nodiscard]] std::string escape_filter(const std::string& value);

/// A short search, waited for: its entries in one chain. For the few searches that plan the others.
[[nodiscard]] LdapOutcome search_now(LDAP* handle, const SearchRequest& request, const SessionContext& context,
                                     Message& chain);

}  // namespace hygie::directory
