// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"
#include "net/observation.hpp"
#include "net/tls/suites.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hygie::net::tls {

/// The reasons that an observation carries here:
///   of unknown  "no-answer" (the rest of an answer did not come), "timeout", "closed", "reset", "unreachable",
///   "deadline", "cancelled", "connection-cap", "not-tls",
///               "alert-80" (an alert that refuses nothing), "suite-not-offered", "version-not-offered",
///               "value-not-offered", "certificate-curve", "no-group-named", a message that could not be read
///               ("server-hello", "record" ...)
///   of absent   "alert-40", "version-0301" (an older one was chosen), "closed" (closed at once, twice, while it took
///   another hello),
///               "not-echoed"
///               "taken" (a hello that should have been refused was answered)
///   of not_run  "only-tls13" (has no meaning there or is encrypted), "no-suite" (nothing to ask it with), "one-suite",
///               "one-version", "not-asked"
using net::Observation;
using net::Outcome;

struct VersionFacts {
  std::uint16_t version = 0;
  Observation offered;
  /// Of a server with its own order, the one it prefers first, and the rest as it prefers them within each hello that
  /// they were found by; else in our order.
  std::vector<std::uint16_t> suites;
  Observation suites_complete;  // present: every suite we know was refused or is in the list
  Observation server_order;     // present: the server's own order; absent: it follows the client's
};

struct GroupList {
  std::vector<std::uint16_t> groups;  // in the order the server took them
  Observation complete;
};

/// The chain served to a client that takes only certificates of one kind.
struct Chain {
  Authentication kind = Authentication::rsa;
  std::uint16_t version = 0;
  std::uint16_t suite = 0;
  std::vector<Buffer> certificates;  // DER, as served
};

/// What a TLS service does, as far as hellos and sessions without content tell: nothing is exploited.
struct TlsFacts {
  Observation starttls;  // not_run when TLS is spoken from the first byte
  Observation ssl2;
  std::vector<std::uint32_t> ssl2_ciphers;
  Buffer ssl2_certificate;
  std::vector<VersionFacts> versions;  // SSL 3.0 to TLS 1.3
  GroupList groups12, groups13;
  Observation dh_prime_read;
  unsigned dh_bits = 0;
  Buffer dh_prime;
  unsigned export_rsa_bits = 0;
  Observation compression;
  Observation secure_renegotiation;
  Observation fallback_scsv;
  Observation extended_master_secret;
  Observation heartbeat;
  Observation ocsp_stapling;
  Buffer ocsp_response;
  Observation alpn;
  std::vector<std::string> alpn_protocols;
  Observation client_certificate_wanted;
  Observation chains_read;
  std::vector<Chain> chains;
  GroupList signatures;  // what the server signs its key exchange with, below TLS 1.3
  /// A name that nobody has, asked by SNI: present when the server refuses it, absent when it serves a certificate
  /// anyway.
  Observation strict_name;
  Buffer other_name_certificate;
  // Of sessions that were opened and closed at once, nothing said inside.
  Observation client_renegotiation;
  Observation early_data;
  Observation session_tickets;
  // Known flaws: present when bytes of the server showed it, absent when bytes showed that it is not so.
  Observation heartbleed;
  Observation ccs_injection;
  Observation robot;
  Observation ticketbleed;
  bool name_refused = false;  // alert 112: asked again without server_name
  unsigned connections = 0;
  unsigned connections_lost = 0;
  bool too_slow = false;  // so many answers never ended that the rest was not asked

  [[nodiscard]] const VersionFacts* find(std::uint16_t version) const;
};

}  // namespace hygie::net::tls
