// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/mail/lookup.hpp"

#include <string>
#include <vector>

namespace hygie::exposure {

/// The whole policy of a domain as RFC 7208 reads it, its includes and redirect followed.
struct SpfReading {
  net::Observation found;
  std::string record;
  std::string all;       // "-all", "~all", "?all", "+all"; empty: none anywhere on the way
  unsigned lookups = 0;  // of terms that ask the DNS (section 4.6.4): more than ten is an error
  unsigned voids = 0;    // of them without an answer: more than two is an error
  /// "several-records", "syntax", "too-many-lookups", "too-many-voids", "ptr", "dead-include", "dead-redirect",
  /// "open-include", "open-network", "loop", "unanswered", "terms-after-all", "redirect-beside-all",
  /// "several-redirects", "record-too-long".
  std::vector<std::string> faults;
};

[[nodiscard]] SpfReading read_spf(const std::string& domain, const Lookup& lookup);

}  // namespace hygie::exposure
