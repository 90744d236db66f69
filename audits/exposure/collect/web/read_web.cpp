// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/records.hpp"
#include "audits/exposure/collect/reading.hpp"
#include "audits/exposure/collect/web/web.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <set>

namespace hygie::exposure {
namespace {

// RFC 8461, 3.2: a policy is a few lines.
constexpr std::size_t longest_policy = 64 * 1024;

/// The names to ask for at a service: those that lead to its address; the address itself without any.
std::vector<std::string> names_at(const ExposureFacts& facts, const std::string& address) {
  for (const auto& host : facts.hosts)
    if (host.address == address && !host.names.empty()) return host.names;
  return {address};
}

std::vector<WebTarget> targets_of(const Work& work) {
  std::vector<WebTarget> targets;
  for (const auto& service : work.facts.services) {
    if (!service.is("http") || service.transport != "tcp") continue;
    for (const auto& name : names_at(work.facts, service.address)) {
      auto place = work.gate.pin_address(service.address, service.port, name);
      if (place) targets.push_back({std::move(*place), service.tls});
    }
  }
  return targets;
}

/// One that is there without its version gets it.
void give_product(const Product& product, std::vector<Product>& products) {
  const auto same = std::find_if(products.begin(), products.end(), [&](const Product& one) {
    return one.name == product.name &&
           (one.version == product.version || one.version.empty() || product.version.empty());
  });
  if (same == products.end())
    products.push_back(product);
  else if (same->version.empty())
    *same = product;
}

/// What pages said of products belongs to the service that served them.
void give_products(ExposureFacts& facts) {
  for (const auto& site : facts.sites) {
    const auto service = std::find_if(facts.services.begin(), facts.services.end(),
                                      [&](const Service& one) { return one.id() == site.service; });
    if (service == facts.services.end()) continue;
    for (const auto& product : site.products) give_product(product, service->products);
  }
}

/// The policies of MTA-STS that a record announces.
void read_policies(const Work& work) {
  for (auto& mail : work.facts.mail) {
    if (!mail.mta_sts.present() || work.gate.ended()) continue;
    const auto text =
        fetch_text(work.gate, "https://mta-sts." + mail.name + "/.well-known/mta-sts.txt", longest_policy);
    if (!text) {
      const bool ours = text.error().code == core::ErrorCode::authorisation;  // hosted elsewhere: not asked
      mail.mta_sts_policy = {ours ? net::Outcome::not_run : net::Outcome::unknown,
                             ours ? "not-in-scope" : "not-answered"};
      continue;
    }
    std::vector<std::string> exchangers;
    for (const auto& exchanger : mail.exchangers) exchangers.push_back(exchanger.name);
    const auto policy = read_sts_policy(*text, exchangers);
    mail.mta_sts_policy.outcome = net::Outcome::present;
    mail.mta_sts_mode = policy.mode;
    mail.mta_sts_faults = policy.faults;
  }
}

}  // namespace

void read_web(const Work& work) {
  work.progress.phase(core::tr("sites"));
  const auto targets = targets_of(work);
  WebOptions options;
  options.now = work.facts.collected_at;
  if (!targets.empty()) {
    auto reading = collect_web(work.gate, targets, options, work.progress);
    work.facts.sites = std::move(reading.sites);
    if (!reading.complete) work.gap(Part::web, core::tr("the audit was stopped before every site was seen"));
    give_products(work.facts);
  }
  read_policies(work);
}

}  // namespace hygie::exposure
