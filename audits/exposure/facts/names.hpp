// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/gate/standing.hpp"

#include <cstdint>
#include <string>
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
  /// For a chain that ends nowhere: "nxdomain", or the mark of a service that nobody claimed.
  std::string dangling;
};

}  // namespace hygie::exposure
