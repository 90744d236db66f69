// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/collect/connection.hpp"

namespace hygie::directory {

[[nodiscard]] inline bool uses_tls(const SessionContext& context) {
  return context.endpoint.scheme == Endpoint::Scheme::ldaps || (context.target.starttls && !context.endpoint.local());
}

/// LDAPS or StartTLS as the target asks, with the server's certificate and name verified; nothing to do otherwise.
[[nodiscard]] core::Status protect(LDAP* handle, const SessionContext& context);

}  // namespace hygie::directory
