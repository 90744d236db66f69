// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"
#include "tests/support/sound_web.hpp"

namespace hygie::test {

using namespace exposure;

ExposureFacts sound_exposure() {
  ExposureFacts facts;
  facts.origin = {.establishment = "CH Exemple",
                  .source = "scan",
                  .vantage = "internet",
                  .started = core::Instant{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}},
                  .rate = 500,
                  .addresses = {"192.0.2.0/24"},
                  .domains = {"exemple.test"}};
  facts.collected_at = facts.origin.started + std::chrono::hours{1};
  Name& name = facts.names.emplace_back();
  name.name = "www.exemple.test";
  name.sources = {"declared"};
  name.status = "resolved";
  name.addresses = {"192.0.2.10"};
  name.standing = Standing::in_scope;
  Host& host = facts.hosts.emplace_back();
  host.address = "192.0.2.10";
  host.names = {"www.exemple.test"};
  host.asked = 302;
  host.open = 1;
  Service& site = add_service(facts, "http", 443);
  site.address = host.address;
  site.tls = true;
  site.said = {{"status", "200"}};
  facts.feeds.push_back({"kev", facts.collected_at, facts.collected_at, 1, {}});
  Asset& asset = facts.inventory.emplace_back();
  asset.id = "site";
  asset.name = "www.exemple.test";
  asset.services = {"443/tcp"};
  asset.owner = "Direction des systèmes d'information";
  asset.purpose = "site public";
  add_sound_web(facts);
  add_sound_tls(facts);
  add_sound_services(facts);
  add_sound_dns(facts);
  return facts;
}

Service& add_service(ExposureFacts& facts, std::string_view protocol, std::uint16_t port, std::string_view transport) {
  Service& service = facts.services.emplace_back();
  service.address = "192.0.2.66";
  service.port = port;
  service.transport = transport;
  service.protocol = protocol;
  service.identified.outcome = protocol.empty() ? net::Outcome::unknown : net::Outcome::present;
  return service;
}

core::Findings run(std::string_view id, const ExposureFacts& facts, Overrides overrides) {
  static const auto catalogue = exposure::catalogue().value();
  return run_one(registry(), catalogue, id, overrides,
                 [&](const Check& check, const core::Params& params) { return run_check(check, facts, params); });
}

core::Verdict verdict(std::string_view check, const ExposureFacts& facts, Overrides overrides) {
  return worst(run(check, facts, overrides));
}

std::size_t failures(std::string_view check, const ExposureFacts& facts, Overrides overrides) {
  return failures_in(run(check, facts, overrides));
}

core::Finding failure(std::string_view check, const ExposureFacts& facts, Overrides overrides) {
  return only_failure(check, run(check, facts, overrides));
}

void lose(ExposureFacts& facts, Part part) { facts.gaps.push_back({std::string(to_string(part)), "not reached"}); }

}  // namespace hygie::test
