// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts/dns.hpp"
#include "audits/exposure/facts/inventory.hpp"
#include "audits/exposure/facts/mail.hpp"
#include "audits/exposure/facts/names.hpp"
#include "audits/exposure/facts/services.hpp"
#include "audits/exposure/facts/tls.hpp"
#include "audits/exposure/facts/unfinished.hpp"
#include "audits/exposure/facts/vulnerabilities.hpp"
#include "audits/exposure/facts/web.hpp"
#include "core/finding.hpp"

#include <string_view>

namespace hygie::exposure {

/// What a collector reads at a time, and a check needs. A gap with the same word makes those checks `unknown`.
enum class Part : std::uint8_t {
  names,      // names and their addresses
  ports,      // which ports are open
  services,   // what stands behind them
  tls,        // versions, suites, certificates
  web,        // sites
  dns,        // zones and their servers
  mail,       // what domains publish, and their exchangers
  feeds,      // known flaws, end of life
  inventory,  // what the hospital declares
  history     // earlier runs
};
[[nodiscard]] std::string_view to_string(Part part);

struct Origin {
  std::string establishment = {};    // the object of findings on the whole
  std::string source = {};           // "scan", "passive", "verify"
  std::string vantage = "internet";  // or "internal"
  std::string scope_sha256 = {};     // of the authorisation and the section that were in force
  core::Instant started{};
  unsigned rate = 0;
  unsigned left_out = 0;  // imported results that concern nothing declared
  std::vector<std::string> addresses = {}, domains = {};
  std::vector<std::string> resumes = {};  // the runs that it took up, the first one first
};

/// Everything known of what a hospital shows to the internet, at one moment. Plain: it can be saved, replayed, written
/// in a test.
struct ExposureFacts {
  Origin origin;
  core::Instant collected_at{};
  std::vector<Name> names;        // by name
  std::vector<Host> hosts;        // by address
  std::vector<Service> services;  // by address, port, transport
  std::vector<Certificate> certificates;
  std::vector<Tls> tls;
  std::vector<Site> sites;
  std::vector<Zone> zones;
  std::vector<MailDomain> mail;
  std::vector<CaaSet> caa_sets;  // of the names that certificates carry
  std::vector<Issued> issued;    // by exports of transparency logs
  std::vector<Feed> feeds;
  std::vector<Vulnerability> vulnerabilities;
  std::vector<LifeCycle> life_cycles;
  std::vector<VersionlessRisk> versionless;
  std::vector<Asset> inventory;
  std::vector<EarlierRun> earlier;
  std::vector<Imported> imported;
  std::vector<Part> not_asked;  // by choice (--passive, no domain declared): their checks do not apply
  std::vector<core::Gap> gaps;
  Unfinished unfinished;

  [[nodiscard]] bool missing(Part part) const;
  [[nodiscard]] bool asked(Part part) const;
  [[nodiscard]] const Service* service(std::string_view id) const;
  [[nodiscard]] const Certificate* certificate(std::string_view sha256) const;
  /// The declared asset that stands at this address or has this name; null when none does.
  [[nodiscard]] const Asset* asset_of(const Service& service) const;
  /// Does the service stand at an address of that asset, or at one that its name leads to? Several may share one.
  [[nodiscard]] bool stands(const Asset& asset, const Service& service) const;
  [[nodiscard]] bool from_internet() const { return origin.vantage == "internet"; }
};

}  // namespace hygie::exposure
