// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/observation.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hygie::exposure {

/// One mail exchanger of a domain.
struct Exchanger {
  std::string name;
  unsigned preference = 0;
  std::vector<std::string> addresses;
  net::Observation resolved;      // absent: its name has no address
  std::vector<std::string> tlsa;  // "3 1 1 HEX", proved by DNSSEC
  std::string service;            // id of the service, when it was contacted
  net::Observation starttls;
  net::Observation relays;    // present: it takes mail from strangers for strangers
  net::Observation verifies;  // VRFY or EXPN
  net::Observation dane;      // TLSA records that match
  /// "unregistered": nobody holds the domain that its name is in; "nxdomain"; "holder-unanswered": one or the other.
  std::string dangling;
};

struct DkimKey {
  std::string selector;
  net::Observation found;
  std::string key;  // "rsa", "ed25519"
  unsigned bits = 0;
  bool testing = false, revoked = false;
};

/// What a declared domain publishes about its mail.
struct MailDomain {
  std::string name;
  std::vector<Exchanger> exchangers;
  bool null_mx = false;
  net::Observation mx_found;
  net::Observation spf;             // present: one record, valid; absent: none; unknown: not answered
  std::string spf_record, spf_all;  // "-all", "~all", "?all", "+all", or "redirect"
  unsigned spf_lookups = 0, spf_voids = 0;
  std::vector<std::string> spf_faults;  // words: "several-records", "syntax", "too-many-lookups", "ptr", "dead-include"
  net::Observation dmarc;
  /// As in force by RFC 9989: for the domain, for names below that exist, for those that do not.
  std::string dmarc_record, dmarc_policy, dmarc_subdomain_policy, dmarc_missing_name_policy;
  std::string dmarc_domain;        // that publishes the record
  std::string dmarc_rule;          // "own", "organisation", "public-suffix": why it is that one
  std::string dmarc_organisation;  // by the tree walk; empty: not every question of it was answered
  std::string dmarc_older_organisation, dmarc_older_domain, dmarc_older_policy;  // by RFC 7489
  std::vector<std::string> dmarc_faults;
  std::vector<DkimKey> dkim;
  net::Observation mta_sts, mta_sts_policy, tls_reporting;
  std::string mta_sts_mode;
  std::vector<std::string> mta_sts_faults;
};

}  // namespace hygie::exposure
