// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
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
  /// For a chain of aliases that ends nowhere: "nxdomain"; "unregistered": nobody holds the domain that it ends in.
  std::string dangling;
};

/// Is it that domain, or a name below it? Both in lower case.
[[nodiscard]] inline bool below(std::string_view name, std::string_view domain) {
  return name == domain ||
         (name.size() > domain.size() && name.ends_with(domain) && name[name.size() - domain.size() - 1] == '.');
}

}  // namespace hygie::exposure
