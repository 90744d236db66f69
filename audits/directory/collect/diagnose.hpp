// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/collect/connection.hpp"

namespace hygie::directory {

/// After a TLS handshake failed: one more handshake, of which nothing is used, to say what is wrong with the server's
/// certificate. `said` is what the TLS library said, used when the second look finds nothing.
[[nodiscard]] core::Error diagnose_tls(const SessionContext& context, const std::string& said);

}  // namespace hygie::directory
