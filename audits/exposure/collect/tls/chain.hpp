// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/tls/certificate.hpp"
#include "core/result.hpp"

#include <memory>

namespace hygie::exposure {

/// The authorities that certificates are held against. Safe from several threads once made.
class Authorities {
 public:
  /// From a file of certificates in PEM; empty: this machine's own.
  static core::Result<Authorities> load(const std::string& file);
  [[nodiscard]] X509_STORE* store() const { return store_.get(); }

 private:
  std::unique_ptr<X509_STORE, OpensslFree<X509_STORE_free>> store_;
};

/// Fills in trusted, missing, ordered and name_matches of a chain served (DER, the server's own first); `address` is
/// what the certificate must carry when no name was asked.
void judge_chain(const Authorities& authorities, const std::vector<net::Buffer>& served, const std::string& address,
                 core::Instant now, ServedChain& chain);

/// "good", "revoked", "expired", "unverified", "unknown" (the responder does not know it), "malformed", "other"
/// (it speaks of another certificate).
[[nodiscard]] std::string read_staple(const Authorities& authorities, net::Bytes response,
                                      const std::vector<net::Buffer>& served, core::Instant now);

}  // namespace hygie::exposure
