// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/time.hpp"
#include "net/observation.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hygie::exposure {

/// One certificate, read with what it says; kept once, whoever serves it.
struct Certificate {
  std::string sha256;  // of the DER, hexadecimal: its identity
  std::string subject, issuer, serial;
  std::vector<std::string> names;  // subjectAltName: DNS names and addresses
  core::OptionalInstant not_before, not_after;
  std::string key;  // "rsa", "ec", "ed25519", "dsa" ...
  unsigned key_bits = 0;
  std::string key_sha256;  // of the SubjectPublicKeyInfo
  std::string signature;   // "sha256WithRSAEncryption"
  bool self_signed = false, authority = false, must_staple = false, weak_roca = false;
  unsigned transparency = 0;  // signed certificate timestamps inside
  std::string unreadable;     // why it could not be read, when it could not
};

struct TlsVersion {
  std::string version;  // "SSL 2.0" ... "TLS 1.3"
  net::Observation offered;
  std::vector<std::string> suites;  // IANA names; the one that the server prefers first
  net::Observation complete;        // present: every suite we know was refused or is in the list
  net::Observation server_order;
};

/// The chain served to clients that take one kind of key.
struct ServedChain {
  std::string kind;                       // "rsa", "ecdsa"
  std::string name;                       // asked for with SNI; empty: none
  std::vector<std::string> certificates;  // sha256, as served
  /// With the authorities of this machine (or those given), dates included: present when it holds. `reason` of an
  /// absent one: "self-signed", "incomplete", "untrusted-root", "expired", "not-yet-valid", "purpose", "signature" ...
  net::Observation trusted;
  std::string missing;            // who issued the last one that could be reached, when the chain ends nowhere
  net::Observation ordered;       // each one issued by the next; not run: it stands alone
  net::Observation name_matches;  // by subjectAltName alone; not run: no name was asked
};

/// One TLS endpoint: an address, a port, the name asked for, and how TLS is reached there.
struct Tls {
  std::string service;      // id of the service
  std::string server_name;  // asked with SNI; empty: none
  std::string starttls;     // "smtp" ...; empty: TLS from the first byte
  net::Observation starttls_offered;
  std::vector<TlsVersion> versions;  // SSL 2.0 to TLS 1.3
  std::vector<std::string> groups;   // in the order of the server
  net::Observation groups_complete;
  net::Observation dh_read;
  unsigned dh_bits = 0, export_rsa_bits = 0;
  std::string dh_prime;                 // its known name ("RFC 7919 ffdhe2048", "RFC 3526 group 14"), or "own"
  std::vector<std::string> signatures;  // that its key exchange is signed with, below TLS 1.3
  net::Observation signatures_complete;
  std::vector<std::string> alpn;
  net::Observation compression, secure_renegotiation, client_renegotiation, fallback_scsv, extended_master_secret,
      heartbeat, stapling, early_data, client_certificate_wanted, session_tickets;
  std::string staple;  // of the OCSP response: "good", "revoked", "expired", "unknown"
  // Known flaws: present means vulnerable, absent means shown not to be.
  net::Observation heartbleed, ccs_injection, robot, ticketbleed;
  net::Observation chains_read;
  std::vector<ServedChain> chains;
  /// A name that nobody has: present when the server refuses it, absent when it serves a certificate anyway.
  net::Observation strict_name;
  std::string other_name_certificate;  // sha256
  std::string ssl2_certificate;        // sha256
  unsigned connections = 0, connections_lost = 0;
};

}  // namespace hygie::exposure
