// SPDX-License-Identifier: EUPL-1.2
// The checks that a known sign decides: each must fail on its own signs, and on no other.
#include "tests/support/exposure.hpp"
#include "tests/support/sound_web.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using exposure::WebSign;

namespace {

struct Row {
  std::string_view check, kind, name, access;
  bool inside_too;  // wrong on the internal network as well
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all{{"EXP-WEB-LISTING", "listing", "nginx", "", true},
                                    {"EXP-WEB-SOURCE", "file", "git", "", true},
                                    {"EXP-WEB-SECRET", "file", "environment", "", true},
                                    {"EXP-WEB-SECRET", "file", "a-file-of-the-user", "", true},
                                    {"EXP-WEB-BACKUP", "dump", "archive", "", true},
                                    {"EXP-WEB-STATUS", "status-page", "phpinfo", "", true},
                                    {"EXP-WEB-DEFAULT", "default-page", "iis", "", true},
                                    {"EXP-VPN-ADMIN", "admin", "fortigate-administration", "asked", false},
                                    {"EXP-ADMIN-DATABASE", "admin", "phpmyadmin", "", false},
                                    {"EXP-ADMIN-BOARD", "admin", "idrac", "", false},
                                    {"EXP-ADMIN-CONSOLE", "admin", "grafana", "", false},
                                    {"EXP-ADMIN-EXCHANGE", "admin", "exchange-administration", "asked", false},
                                    {"EXP-ADMIN-WINRM", "admin", "winrm", "asked", false},
                                    {"EXP-ADMIN-HYPERVISOR", "hypervisor", "esxi", "", false},
                                    {"EXP-ADMIN-BACKUP", "backup", "veeam", "", false},
                                    {"EXP-ADMIN-HELP", "help", "screenconnect", "", false},
                                    {"EXP-API-SEARCH", "api", "elasticsearch", "open", true},
                                    {"EXP-API-DOCKER", "api", "docker", "open", true},
                                    {"EXP-API-KUBERNETES", "api", "kubelet", "open", true},
                                    {"EXP-API-CLUSTER", "api", "etcd", "open", true},
                                    {"EXP-API-METRICS", "api", "prometheus", "open", true},
                                    {"EXP-API-OPEN", "api", "wsus", "open", true},
                                    {"EXP-API-EXPOSED", "api", "elasticsearch", "asked", false},
                                    {"EXP-ORTHANC-OPEN", "health", "orthanc", "open", true},
                                    {"EXP-ORTHANC-EXPOSED", "health", "orthanc", "asked", false},
                                    {"EXP-DICOMWEB-OPEN", "health", "dicomweb", "open", true},
                                    {"EXP-FHIR-OPEN", "health", "fhir-patients", "open", true},
                                    {"EXP-MIRTH-EXPOSED", "health", "mirth", "", false},
                                    {"EXP-HEALTH-OPEN", "health", "another", "open", true},
                                    {"EXP-VIEWER-EXPOSED", "viewer", "ohif", "", false},
                                    {"EXP-PRINT-EXPOSED", "print", "cups", "", false},
                                    {"EXP-VPN-INTERNAL-ADDRESS", "internal-address", "big-ip", "", true}};
  return all;
}

exposure::ExposureFacts with(const Row& row) {
  auto facts = test::sound_exposure();
  facts.sites = {test::sound_site()};
  WebSign sign{
      std::string(row.kind), std::string(row.name), "/x", "body", {{"address", "10.0.0.1:80"}, {"total", "3"}}};
  if (!row.access.empty()) sign.said.emplace_back("access", row.access);
  facts.sites[0].signs = {sign};
  return facts;
}

/// What the sound exposure declares of its gateway.
exposure::Asset& gateway_of(exposure::ExposureFacts& facts) {
  return *std::find_if(facts.inventory.begin(), facts.inventory.end(),
                       [](const auto& one) { return one.id == "acces"; });
}

}  // namespace

TEST_CASE("each sign fails its own check and no other of them", "[exposure][web]") {
  for (const auto& row : rows()) {
    const auto facts = with(row);
    for (const auto& other : rows()) {
      INFO(other.check << " on " << row.name);
      CHECK(test::failures(other.check, facts) == (other.check == row.check ? 1U : 0U));
    }
  }
}

TEST_CASE("what may be reached from inside is judged from the internet alone", "[exposure][web]") {
  for (const auto& row : rows()) {
    auto facts = with(row);
    facts.origin.vantage = "internal";
    INFO(row.check);
    CHECK(test::verdict(row.check, facts) == (row.inside_too ? Verdict::fail : Verdict::not_applicable));
  }
}

TEST_CASE("signs that were not all looked for leave the answer open, unless one was found", "[exposure][web]") {
  for (const auto& row : rows()) {
    auto facts = with(row);
    facts.sites[0].searched = {net::Outcome::unknown, "time"};
    INFO(row.check);
    CHECK(test::failures(row.check, facts) == 1);
    facts.sites[0].signs.clear();
    CHECK(test::verdict(row.check, facts) == Verdict::unknown);
    facts.sites[0].searched = {net::Outcome::present, {}};
    CHECK(test::verdict(row.check, facts) == Verdict::pass);
    facts.sites[0].answered = {net::Outcome::unknown, "reset"};
    CHECK(test::verdict(row.check, facts) == Verdict::unknown);
  }
}

TEST_CASE("a portal needs a second factor that the inventory declares", "[exposure][web]") {
  auto facts = test::sound_exposure();
  CHECK(test::verdict("EXP-PORTAL-NO-SECOND-FACTOR", facts) == Verdict::pass);
  auto& asset = gateway_of(facts);
  asset.second_factor = "no";
  CHECK(test::failure("EXP-PORTAL-NO-SECOND-FACTOR", facts).evidence.at("portal") == "fortigate");
  asset.second_factor = "";
  CHECK(test::verdict("EXP-PORTAL-NO-SECOND-FACTOR", facts) == Verdict::unknown);
  asset.name = "autre.exemple.test";
  CHECK(test::verdict("EXP-PORTAL-NO-SECOND-FACTOR", facts) == Verdict::unknown);
  facts.sites.resize(1);
  CHECK(test::verdict("EXP-PORTAL-NO-SECOND-FACTOR", facts) == Verdict::not_applicable);
  facts.sites[0].login_form = true;
  facts.inventory[0].second_factor = "no";
  CHECK(test::failure("EXP-PORTAL-NO-SECOND-FACTOR", facts).evidence.at("portal") == "form");
}

TEST_CASE("a gateway has an owner, and keeps its version to itself", "[exposure][web]") {
  auto facts = test::sound_exposure();
  CHECK(test::verdict("EXP-VPN-GATEWAY", facts) == Verdict::pass);
  CHECK(test::verdict("EXP-VPN-VERSION", facts) == Verdict::pass);
  facts.sites.back().signs[0].said.emplace_back("version", "7.2.4");
  CHECK(test::failure("EXP-VPN-VERSION", facts).evidence.at("version") == "7.2.4");
  gateway_of(facts).owner = "";
  CHECK(test::failures("EXP-VPN-GATEWAY", facts) == 1);
  gateway_of(facts).name = "autre.exemple.test";
  CHECK(test::failures("EXP-VPN-GATEWAY", facts) == 1);
}

TEST_CASE("an Exchange that shows its build is told", "[exposure][web]") {
  auto facts = test::sound_exposure();
  CHECK(test::verdict("EXP-EXCHANGE-VERSION", facts) == Verdict::not_applicable);
  facts.sites[0].signs = {{"portal", "owa", "/owa/auth/logon.aspx", "body", {}}};
  CHECK(test::verdict("EXP-EXCHANGE-VERSION", facts) == Verdict::pass);
  facts.sites[0].signs[0].said = {{"version", "15.2.1118"}};
  CHECK(test::failure("EXP-EXCHANGE-VERSION", facts).evidence.at("version") == "15.2.1118");
}
