// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hygie::exposure {

/// May this name or address be contacted, by what was declared?
enum class Standing : std::uint8_t {
  in_scope,
  out_of_scope,  // no authorised domain or network has it
  excluded,      // the authorisation's own exclusions
  no_consent,    // hosted by a third party whose consent is not recorded
  unresolved     // it has no address: nothing to contact
};

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
