// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/collect/connection.hpp"

namespace hygie::directory {

/// Refuses, before anything is sent, what the target cannot ask for: a password in clear, a method without its account.
[[nodiscard]] core::Status check_method(const LdapTarget& target, const Endpoint& endpoint);

struct Bound {
  std::string reader;   // the account, as the sign-in knows it
  bool sealed = false;  // the sign-in itself protects the connection
};
/// Signs in as the target says.
[[nodiscard]] core::Result<Bound> bind(LDAP* handle, const SessionContext& context);

}  // namespace hygie::directory
