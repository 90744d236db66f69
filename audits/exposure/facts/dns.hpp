// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/time.hpp"
#include "net/observation.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hygie::exposure {

/// What one address of a name server answered; not run: it is not ours to question.
struct ServerAddress {
  std::string address;
  net::Observation answers;  // authoritatively, for the zone; absent: "lame", "refused", "servfail" ...
  std::uint32_t serial = 0;
  net::Observation transfer;   // present: it gave the zone away
  net::Observation recursion;  // present: it resolves other people's names for us
  std::string version;         // version.bind, when it says it
};

/// The worst that its addresses came to; `asked` says at which.
struct NameServer {
  std::string name;
  std::vector<std::string> addresses;
  net::Observation resolved;  // absent: its name has no address
  net::Observation answers;
  std::uint32_t serial = 0;
  net::Observation transfer, recursion;
  std::string version;
  std::vector<ServerAddress> asked;
  /// "unregistered": nobody holds the domain that its name is in; "nxdomain"; "holder-unanswered": one or the other.
  std::string dangling;
};

/// One declared domain, as the DNS shows it.
struct Zone {
  std::string name;
  net::Observation exists;
  std::vector<NameServer> servers;
  net::Observation signed_zone;  // a DS at the parent
  net::Observation valid;        // the chain of DNSSEC holds; absent: bogus, with the reason
  std::vector<std::string> algorithms;
  core::OptionalInstant signature_ends;
  std::vector<std::string> caa;  // "issue letsencrypt.org", as published
  net::Observation caa_found;
  net::Observation wildcard;
  std::vector<std::string> private_addresses;  // "NAME 10.0.0.1": addresses of no use to the internet
  std::vector<std::string> look_alikes;        // to watch
};

/// The CAA records that hold for a name that a certificate carries (RFC 8659, 3).
struct CaaSet {
  std::string name, at;  // `at`: whose records they are
  net::Observation found;
  std::vector<std::string> records;  // "issue letsencrypt.org"
};

/// A certificate that an export of transparency logs lists.
struct Issued {
  std::string issuer, serial;
  std::vector<std::string> names;
  core::OptionalInstant not_after;
};

}  // namespace hygie::exposure
