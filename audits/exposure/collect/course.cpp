// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/course.hpp"

#include "audits/exposure/collect/ports/ranges.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds most_lost{10};
constexpr int share_of_time = 20;  // writing down takes at most a twentieth of the audit

/// What answered on a port that was not asked to the end says too little.
void drop_unended_udp(ExposureFacts& facts) {
  std::set<std::pair<std::string, std::uint16_t>> ended;
  for (const auto& host : facts.unfinished.ports)
    for (const auto port : ports_of(host.udp)) ended.emplace(host.address, port);
  std::erase_if(facts.services, [&](const Service& one) {
    return one.transport == "udp" && !ended.contains({one.address, one.port});
  });
  for (auto& host : facts.hosts)
    std::erase_if(host.udp, [&](const UdpPort& one) { return !ended.contains({host.address, one.port}); });
}

/// As it was heard of, before anybody was asked where it leads.
Name unasked(Name name) {
  Name out;
  out.name = std::move(name.name);
  out.sources = std::move(name.sources);
  return out;
}

Service unasked(const Service& service) {
  Service out;
  out.address = service.address;
  out.port = service.port;
  return out;
}

}  // namespace

bool Course::done(std::string_view step) const {
  const auto& steps = facts_.unfinished.steps;
  return std::find(steps.begin(), steps.end(), step) != steps.end();
}

void Course::begin() {
  if (stopped_) return;
  gaps_ = facts_.gaps;
  if (!gate_.ended()) return;
  write_down();
  stopped_ = true;
}

void Course::end(std::string_view step, bool asks) {
  if (stopped_) return;
  const bool over = gate_.ended();
  if (!asks || !over) {
    facts_.unfinished.steps.emplace_back(step);
    gaps_ = facts_.gaps;
  }
  if (asks || over) write_down();
  stopped_ = over;
}

void Course::read(Piece piece, const std::string& id) {
  if (stopped_) return;
  if (gate_.ended()) {
    cut_.emplace(piece, id);
  } else if (due()) {
    write_down();
  }
}

bool Course::due() const {
  return keep_ && !stopped_ && Clock::now() - written_ >= std::max<Clock::duration>(most_lost, share_of_time * cost_);
}

void Course::write_down() {
  if (!keep_ || stopped_) return;
  const auto begun = Clock::now();
  keep_(without_cut());
  written_ = Clock::now();
  cost_ = written_ - begun;
}

ExposureFacts Course::without_cut() const {
  auto facts = facts_;
  facts.gaps = gaps_;
  const auto cut = [&](Piece piece, const std::string& id) { return cut_.contains({piece, id}); };
  std::erase_if(facts.zones, [&](const Zone& one) { return cut(Piece::zone, one.name); });
  std::erase_if(facts.mail, [&](const MailDomain& one) { return cut(Piece::mail, one.name); });
  std::erase_if(facts.sites, [&](const Site& one) { return cut(Piece::site, id_of(one)); });
  std::erase_if(facts.caa_sets, [&](const CaaSet& one) { return cut(Piece::caa, one.name); });
  std::erase_if(facts.tls, [&](const Tls& one) { return cut(Piece::tls, one.service); });
  // a name that a certificate alone gave is heard again when certificates are
  std::erase_if(facts.names, [&](const Name& one) {
    return cut(Piece::name, one.name) && one.sources == std::vector<std::string>{"certificate"};
  });
  for (auto& one : facts.names)
    if (cut(Piece::name, one.name)) one = unasked(std::move(one));
  for (auto& one : facts.services)
    if (cut(Piece::service, one.id())) one = unasked(one);
  for (auto& one : facts.mail)
    if (cut(Piece::policy, one.name)) {
      one.mta_sts_policy = {};
      one.mta_sts_mode.clear();
      one.mta_sts_faults.clear();
    }
  if (!done("udp")) drop_unended_udp(facts);
  return facts;
}

std::vector<PortsRead>& Course::ports() {
  auto& all = facts_.unfinished.ports;
  const auto& hosts = facts_.hosts;
  const bool ours = std::equal(all.begin(), all.end(), hosts.begin(), hosts.end(),
                               [](const PortsRead& read, const Host& host) { return read.address == host.address; });
  if (ours) return all;
  all.clear();
  for (const auto& host : hosts) all.push_back({.address = host.address});
  return all;
}

}  // namespace hygie::exposure
