// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/time.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hygie::exposure {

/// One asset that the hospital declares to have on the internet.
struct Asset {
  std::string id, name;                // name: host name, empty when only addresses are declared
  std::vector<std::string> addresses;  // numeric, or networks
  std::vector<std::string> services;   // "443/tcp", "500/udp"
  std::string owner, purpose;          // a function, a reason
  std::string product, version, key_sha256;
  core::OptionalInstant until;  // end of its reason to be
  int care = 0;                 // 0 none to 3: care stops without it
  std::string second_factor;    // "yes", "no", empty: not said
  bool fragile = false;
  std::string host_name, host_country;  // who hosts it, and where; empty: the hospital itself
  std::string host_consent;             // reference of the host's written consent to be tested
  bool health_data = false;
  std::string hds_certificate;
  core::OptionalInstant hds_until;
  std::vector<std::string> hds_activities;
  std::string where;  // FILE:LINE:COL
};

/// A run of before, to show what lasts (CaRE D1, objective D1.O2.B: two audits 45 to 60 days apart).
struct EarlierRun {
  std::string id;
  core::OptionalInstant finished;
  int level = 0;  // 0: not reached
  bool complete = false;
  std::vector<std::string> services;  // ids that were open
};

/// What another tool found, brought in as a fact.
struct Imported {
  std::string tool = {};  // "nuclei", "testssl", "openvas", "sarif", "nmap", "masscan"
  std::string rule = {};  // its own identifier of the finding
  std::string title = {};
  std::string severity = {};  // "critical", "high", "medium", "low", "info"
  std::string target = {};    // id of a service, an address or a URL
  std::vector<std::string> cves = {};
  core::OptionalInstant seen = {};
};

}  // namespace hygie::exposure
