// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/gate.hpp"
#include "audits/exposure/facts/tls.hpp"
#include "core/finding.hpp"
#include "core/progress.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace hygie::exposure {

/// One endpoint to look at: pinned by the gate, with the name to ask for and how TLS is reached there.
struct TlsTarget {
  std::string service;  // id of the service
  net::PinnedAddress pinned;
  std::string server_name = {};               // empty: none is asked
  std::vector<std::string> other_names = {};  // that lead there too: of them, the certificates alone
  std::string starttls = {};                  // "smtp", "imap", "rdp" ...; empty: TLS from the first byte
};

struct TlsSettings {
  core::Instant now{};
  std::string authorities = {};  // PEM; empty: this machine's
  // At a time, one connection to each: ten reach the pace, of which an address has a tenth; more, for slow ones leave
  // their share to others.
  unsigned most_hosts = 32;
  std::chrono::seconds longest{180};  // an endpoint; what was not asked by then is unknown
};

struct TlsReading {
  std::vector<Tls> endpoints;             // one a target, in their order: all unknown of one that was not reached
  std::vector<Certificate> certificates;  // each once
  std::vector<std::string> names;         // that certificates carry: for discovery, sorted
  std::vector<core::Gap> gaps;
};

using OnEndpoint = std::function<void(const Tls&, const std::vector<Certificate>&)>;

/// Looks at every endpoint, several addresses at a time, each connection by the gate's pace. `on_endpoint` has each as
/// it is known, one at a time, with the certificates that it served.
[[nodiscard]] TlsReading collect_tls(Gate& gate, const std::vector<TlsTarget>& targets, const TlsSettings& settings,
                                     core::Progress& progress, const OnEndpoint& on_endpoint = nullptr);
/// Each once, in the order of the endpoints that served them; those that none served are left out.
void sort_certificates(const std::vector<Tls>& endpoints, std::vector<Certificate>& certificates);

/// How TLS starts inside a protocol ("smtp", "postgresql" ...); empty when it has no such start.
[[nodiscard]] std::string starttls_of(std::string_view protocol);

}  // namespace hygie::exposure
