// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/mail/lookup.hpp"
#include "audits/exposure/facts/mail.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure {

/// DMARC of a domain (RFC 7489; RFC 9989 drops pct and adds np): its own record, else that of `organisation`, from
/// which it inherits `sp`. Faults: "several-records", "syntax", "no-policy", "bad-policy", "no-report",
/// "report-not-authorised", "partial", "repeated-TAG".
struct DmarcReading {
  net::Observation found;
  std::string record, policy, subdomain_policy;
  std::vector<std::string> faults;
};
[[nodiscard]] DmarcReading read_dmarc(const std::string& domain, const std::string& organisation, const Lookup& lookup);

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
