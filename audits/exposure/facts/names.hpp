// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/gate/standing.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure {

using net::Standing;

/// A DNS name, where it was heard of, and where it leads.
struct Name {
  std::string name;                  // lower case, no dot at the end, A-labels
  std::vector<std::string> sources;  // "declared", "inventory", "zone-file", "zone-transfer", "certificate",
                                     // "transparency", "word-list", "redirect", "policy", "dns"
  /// "resolved", "no-address", "nxdomain", "servfail", "timeout", "refused"; "not-asked" when nothing was sent.
  std::string status = "not-asked";
  std::vector<std::string> aliases;  // the CNAMEs on the way, in order
  std::vector<std::string> addresses;
  Standing standing = Standing::unresolved;
  /// For a chain of aliases that ends nowhere: "nxdomain"; "unregistered": nobody holds the domain that it ends in.
  std::string dangling;
};

/// Is it that domain, or a name below it? Both in lower case.
[[nodiscard]] inline bool below(std::string_view name, std::string_view domain) {
  return name == domain ||
         (name.size() > domain.size() && name.ends_with(domain) && name[name.size() - domain.size() - 1] == '.');
}

}  // namespace hygie::exposure
