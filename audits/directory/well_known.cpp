// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/well_known.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hygie::directory::well_known {
namespace {

Sid text(std::string_view sid) { return Sid::from_text(sid).value_or(Sid{}); }

using Named = std::pair<std::string_view, std::string_view>;
constexpr std::array<Named, 24> names{{{"S-1-1-0", "Everyone"},
                                       {"S-1-3-0", "CREATOR OWNER"},
                                       {"S-1-3-1", "CREATOR GROUP"},
                                       {"S-1-3-4", "OWNER RIGHTS"},
                                       {"S-1-5-2", "NETWORK"},
                                       {"S-1-5-4", "INTERACTIVE"},
                                       {"S-1-5-7", "ANONYMOUS LOGON"},
                                       {"S-1-5-9", "ENTERPRISE DOMAIN CONTROLLERS"},
                                       {"S-1-5-10", "SELF"},
                                       {"S-1-5-11", "Authenticated Users"},
                                       {"S-1-5-18", "SYSTEM"},
                                       {"S-1-5-19", "LOCAL SERVICE"},
                                       {"S-1-5-20", "NETWORK SERVICE"},
                                       {"S-1-5-32-544", "BUILTIN\\Administrators"},
                                       {"S-1-5-32-545", "BUILTIN\\Users"},
                                       {"S-1-5-32-546", "BUILTIN\\Guests"},
                                       {"S-1-5-32-548", "BUILTIN\\Account Operators"},
                                       {"S-1-5-32-549", "BUILTIN\\Server Operators"},
                                       {"S-1-5-32-550", "BUILTIN\\Print Operators"},
                                       {"S-1-5-32-551", "BUILTIN\\Backup Operators"},
                                       {"S-1-5-32-552", "BUILTIN\\Replicator"},
                                       {"S-1-5-32-554", "BUILTIN\\Pre-Windows 2000 Compatible Access"},
                                       {"S-1-5-32-557", "BUILTIN\\Incoming Forest Trust Builders"},
                                       {"S-1-5-32-560", "BUILTIN\\Windows Authorization Access Group"}}};

}  // namespace

Sid builtin(std::uint32_t rid) {
  static const Sid top = text("S-1-5-32");
  return top.with_rid(rid);
}
Sid authority_5(std::uint32_t value) {
  static const Sid top = text("S-1-5");
  return top.with_rid(value);
}
Sid everyone() {
  static const Sid sid = text("S-1-1-0");
  return sid;
}
Sid creator(std::uint32_t value) {
  static const Sid top = text("S-1-3");
  return top.with_rid(value);
}

std::string_view name(const Sid& sid) {
  if (sid.is_domain_account() || sid.authority() > 5) return {};
  const auto wanted = sid.to_string();
  const auto* found = std::find_if(names.begin(), names.end(), [&](const Named& one) { return one.first == wanted; });
  return found == names.end() ? std::string_view{} : found->second;
}

}  // namespace hygie::directory::well_known
