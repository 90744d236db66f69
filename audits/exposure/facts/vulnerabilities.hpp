// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/time.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hygie::exposure {

/// A data file that the user gave, and how old it is.
struct Feed {
  std::string name;  // "kev", "epss", "nvd", "cve", "end-of-life", "debian"
  core::OptionalInstant dated, imported;
  std::uint64_t records = 0;
  std::string sha256;
};

/// A flaw that the product and version of a service have by the feeds.
struct Vulnerability {
  std::string service;  // id of the service
  std::string vendor, product, version;
  std::string cve;
  bool confirmed = false;  // false: possible; the distribution may have mended it without changing the version
  std::string why;         // of a possible one: "backport", "other-product-needed", "version-order" ...
  int cvss = -1;           // tenths; -1: not known
  int epss = -1;           // hundred-thousandths; -1: not known
  core::OptionalInstant kev_added, kev_due;
  bool ransomware = false;
};

/// What the end-of-life feed says of a product that was seen.
struct LifeCycle {
  std::string service, vendor, product, version, cycle;
  core::OptionalInstant ends;
  std::string latest;
  bool ended = false;
};

/// A product that was seen without a version, and whose flaws are exploited (CISA KEV).
struct VersionlessRisk {
  std::string service, vendor, product;
  unsigned exploited = 0;  // rows of KEV
};

}  // namespace hygie::exposure
