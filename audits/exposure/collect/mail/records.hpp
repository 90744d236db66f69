// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/mail/lookup.hpp"
#include "audits/exposure/facts/mail.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure {

/// DMARC of a domain by RFC 9989, and what receivers that still go by RFC 7489 make of it. Faults:
/// "several-records", "syntax", "no-policy", "bad-policy", "no-report", "report-not-authorised", "unanswered",
/// "repeated-TAG"; "testing": t=y, each policy then counts one level less; "partial": pct below 100, which only readers
/// by RFC 7489 obey; "historic-TAG": pct, rf, ri, which RFC 9989 removed.
struct DmarcReading {
  net::Observation found;
  std::string record;
  std::string domain;  // that publishes it
  /// "own": the domain's; "organisation": that of its organisational domain; "public-suffix": of a registry (psd=y).
  std::string rule;
  /// In force for the domain, for names below it that exist, and for those that do not ("none" when a wrong tag voids
  /// them).
  std::string policy, subdomain_policy, missing_name_policy;
  std::string organisation;  // by the tree walk; empty when not every question of it was answered
  /// By RFC 7489: the registered domain, who publishes the record that holds there (empty: none does), its policy.
  std::string older_organisation, older_domain, older_policy;
  std::vector<std::string> faults;
};
/// `registered`: the organisation's domain by the public suffix list.
[[nodiscard]] DmarcReading read_dmarc(const std::string& domain, const std::string& registered, const Lookup& lookup);

/// One DKIM key (RFC 6376, 3.6.1; RFC 8463).
[[nodiscard]] DkimKey read_dkim(const std::string& domain, const std::string& selector, const Lookup& lookup);

/// The record of MTA-STS (RFC 8461, 3.1) and of TLS reporting (RFC 8460, 3).
[[nodiscard]] net::Observation read_mta_sts_record(const std::string& domain, const Lookup& lookup);
[[nodiscard]] net::Observation read_tls_reporting(const std::string& domain, const Lookup& lookup);
/// A policy file (RFC 8461, 3.2) against the exchangers. Faults: "syntax", "bad-mode", "bad-age", "short-age",
/// "no-exchanger", "exchanger-missing".
struct StsPolicy {
  std::string mode;
  std::vector<std::string> exchangers;
  std::vector<std::string> faults;
};
[[nodiscard]] StsPolicy read_sts_policy(std::string_view text, const std::vector<std::string>& exchangers);

}  // namespace hygie::exposure
