// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/records.hpp"
#include "audits/exposure/collect/reading.hpp"
#include "audits/exposure/collect/web/listener.hpp"
#include "audits/exposure/collect/web/web.hpp"
#include "audits/exposure/products/web_signs.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <map>
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

std::pair<std::string, std::string> key_of(const WebTarget& target) {
  Service service;
  service.address = target.place.address;
  service.port = target.place.port;
  return {service.id(), first_page(target)};
}

/// Sites in the order of all the targets, whenever each was seen.
void sort_sites(const std::vector<WebTarget>& targets, std::vector<Site>& sites) {
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  for (const auto& target : targets) places.emplace(key_of(target), places.size());
  const auto place = [&](const Site& site) {
    const auto found = places.find({site.service, site.url});
    return found == places.end() ? places.size() : found->second;
  };
  std::stable_sort(sites.begin(), sites.end(),
                   [&](const Site& one, const Site& other) { return place(one) < place(other); });
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

/// The policy of MTA-STS that a record announces.
void read_policy(const Work& work, MailDomain& mail) {
  const auto text = fetch_text(work.gate, "https://mta-sts." + mail.name + "/.well-known/mta-sts.txt", longest_policy);
  if (!text) {
    const bool ours = text.error().code == core::ErrorCode::authorisation;  // hosted elsewhere: not asked
    mail.mta_sts_policy = {ours ? net::Outcome::not_run : net::Outcome::unknown,
                           ours ? "not-in-scope" : "not-answered"};
    return;
  }
  std::vector<std::string> exchangers;
  for (const auto& exchanger : mail.exchangers) exchangers.push_back(exchanger.name);
  const auto policy = read_sts_policy(*text, exchangers);
  mail.mta_sts_policy.outcome = net::Outcome::present;
  mail.mta_sts_mode = policy.mode;
  mail.mta_sts_faults = policy.faults;
}

void read_policies(const Work& work) {
  for (auto& mail : work.facts.mail) {
    if (!mail.mta_sts.present() || mail.mta_sts_policy.outcome != net::Outcome::not_run || work.gate.ended()) continue;
    read_policy(work, mail);
    work.course.read(Piece::policy, mail.name);
  }
}

/// Ours, and those of the user's file.
WebSigns signs_of(const Work& work) {
  auto signs = WebSigns::built_in();
  if (work.target.web_signs.empty()) return signs;
  if (const auto more = WebSigns::load(work.target.web_signs))
    signs.add(*more);
  else
    work.facts.gaps.push_back({work.target.web_signs, more.error().what});
  return signs;
}

/// Null when open proxies are not looked for; why not is a gap when it was asked.
std::unique_ptr<ProxyListener> listener_of(const Work& work) {
  if (work.target.proxy_listener.empty()) return nullptr;
  auto opened = ProxyListener::open(work.target.proxy_listener);
  if (!opened) {
    work.facts.gaps.push_back({"proxy_listener", opened.error().what});
    return nullptr;
  }
  work.gate.record("listen", work.target.proxy_listener);
  return std::move(*opened);
}

}  // namespace

void read_web(const Work& work) {
  work.progress.phase(core::tr("sites"));
  auto& sites = work.facts.sites;
  const auto targets = targets_of(work);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& site : sites) seen.emplace(site.service, site.url);
  auto left = targets;
  std::erase_if(left, [&](const WebTarget& target) { return seen.contains(key_of(target)); });
  WebOptions options;
  options.now = work.facts.collected_at;
  const auto signs = signs_of(work);
  options.signs = &signs;
  const auto listener = left.empty() ? nullptr : listener_of(work);
  if (listener != nullptr) {
    options.listener = work.target.proxy_listener;
    options.listener_token = listener->token();
  }
  if (!left.empty()) {
    const auto reading = collect_web(work.gate, left, options, work.progress, [&](const Site& site) {
      sites.push_back(site);
      work.course.read(Piece::site, Course::id_of(site));
    });
    if (!reading.complete) work.gap(Part::web, core::tr("the audit was stopped before every site was seen"));
  }
  sort_sites(targets, sites);
  read_policies(work);
}

void settle_web(const Work& work) { give_products(work.facts); }

}  // namespace hygie::exposure
