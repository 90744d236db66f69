// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/ports/ranges.hpp"
#include "audits/exposure/collect/reading.hpp"
#include "audits/exposure/dialogues/dialogue.hpp"
#include "audits/exposure/dialogues/support/one_answer.hpp"
#include "audits/exposure/products/products.hpp"
#include "core/i18n.hpp"
#include "net/engine/datagrams.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <set>

namespace hygie::exposure {
namespace {

/// What one dialogue taught of one port.
struct Heard {
  std::string address;
  std::uint16_t port = 0;
  std::string dialogue;
  std::unique_ptr<Dialogue> talk;
  std::optional<Identity> identity;
  bool spoke = false;
  net::DatagramEnd ended = net::DatagramEnd::cut;
};

constexpr unsigned fewest_questions = 3, most_questions = 6;

/// Chance that all of so many questions are lost on the way to this host, by what TCP lost.
double lost_all(const Host& host, unsigned questions) { return std::pow(host.lost, questions); }

/// As many as leave one chance in a thousand that a service was there and all were lost.
unsigned questions_for(const Host& host) {
  unsigned questions = fewest_questions;
  while (questions < most_questions && lost_all(host, questions) > 0.001) ++questions;
  return questions;
}

net::DatagramTalk talk_of(Heard& heard, const net::PinnedAddress& to, const DialogueInfo& info,
                          std::mt19937_64& random) {
  net::DatagramTalk talk;
  talk.to = to;
  talk.any_port_answers = info.any_port_answers;
  talk.opening = [&heard, make = info.make, seed = random()] {
    heard.talk = make();
    heard.talk->vary(seed);
    return heard.talk->opening();
  };
  talk.hear = [&heard](net::Bytes bytes, bool& finished) -> std::optional<net::Buffer> {
    heard.spoke = true;
    auto step = heard.talk->hear(bytes);
    if (step.kind == Step::Kind::done) heard.identity = std::move(step.service);
    finished = step.kind == Step::Kind::done || step.kind == Step::Kind::other;
    if (step.kind == Step::Kind::say) return std::move(step.bytes);
    return std::nullopt;
  };
  talk.end = [&heard](net::DatagramEnd end) {
    heard.ended = end;
    if (end != net::DatagramEnd::finished || heard.identity || !heard.talk) return;
    if (auto last = heard.talk->end(); last.kind == Step::Kind::done) heard.identity = std::move(last.service);
  };
  return talk;
}

/// Several dialogues may know one port (SNMP in its three versions, NTP in its three modes): the first gives the
/// protocol, the first that knows it the product, all give words.
void keep(std::map<std::string, Service>& services, Heard& heard) {
  if (!heard.identity && !heard.spoke) return;
  Service service;
  service.address = heard.address;
  service.port = heard.port;
  service.transport = "udp";
  auto& kept = services.try_emplace(service.id(), service).first->second;
  if (!heard.identity) return;
  if (kept.protocol.empty()) {
    kept.protocol = heard.identity->protocol;
    kept.identified.outcome = net::Outcome::present;
  }
  auto product = product_of(*heard.identity);
  if (kept.products.empty() && (!product.name.empty() || !product.vendor.empty())) {
    product.source = "dialogue";
    kept.products.push_back(std::move(product));
  }
  keep_heaviest(kept.said, heard.identity->said);
  for (auto& [name, value] : heard.identity->said) kept.said.try_emplace(name, std::move(value));
}

using AskedBefore = std::set<std::pair<std::string_view, std::uint16_t>>;
AskedBefore asked_before(const Work& work) {
  AskedBefore out;
  for (const auto& host : work.course.ports())
    for (const auto port : ports_of(host.udp)) out.emplace(host.address, port);
  return out;
}

/// The ports whose conversations all came to their end need not be asked again.
void note_asked(const Work& work, const std::vector<std::unique_ptr<Heard>>& heard) {
  std::map<std::pair<std::string_view, std::uint16_t>, bool> whole;
  for (const auto& one : heard)
    whole.try_emplace({one->address, one->port}, true).first->second &= one->ended != net::DatagramEnd::cut;
  for (auto& host : work.course.ports()) {
    auto asked = ports_of(host.udp);
    for (auto at = whole.lower_bound({host.address, 0}); at != whole.end() && at->first.first == host.address; ++at)
      if (at->second) asked.push_back(at->first.second);
    std::sort(asked.begin(), asked.end());
    host.udp = ranges_of(asked);
  }
}

/// The services that were heard before the audit was stopped, taken out of the facts.
std::map<std::string, Service> heard_before(ExposureFacts& facts) {
  std::map<std::string, Service> services;
  std::erase_if(facts.services, [&](Service& one) {
    if (one.transport == "udp") services.emplace(one.id(), one);
    return one.transport == "udp";
  });
  return services;
}

/// One talk's end as the port's state. A service that speaks several dialects is silent when it was in each of them.
UdpPort port_of(const Heard& heard, const Host& host) {
  using net::DatagramEnd;
  UdpPort port{heard.port, "unknown", "not-asked", questions_for(host)};
  switch (heard.ended) {
    case DatagramEnd::closed: port.state = "closed"; break;
    case DatagramEnd::filtered: port.state = "filtered"; break;
    case DatagramEnd::unreachable: port.reason = "unreachable"; break;
    case DatagramEnd::doubtful: port.reason = "answers-limited"; break;
    case DatagramEnd::silent:
      if (lost_all(host, port.questions) > 0.01)
        port.reason = "packets-lost";
      else
        port.state = "silent";
      break;
    case DatagramEnd::finished:
    case DatagramEnd::cut: break;
  }
  if (port.state != "unknown") port.reason.clear();
  return port;
}

/// The ports of a host on which nothing spoke. One refusal answers for all that was said to the port; else one doubt
/// makes it doubtful.
void keep_silences(Host& host, const std::vector<std::unique_ptr<Heard>>& heard) {
  constexpr std::array<std::string_view, 4> strongest{"closed", "filtered", "unknown", "silent"};
  const auto rank = [&](const UdpPort& port) {
    return std::find(strongest.begin(), strongest.end(), port.state) - strongest.begin();
  };
  std::map<std::uint16_t, UdpPort> ports;
  std::set<std::uint16_t> spoke;
  for (const auto& one : heard) {
    if (one->address != host.address) continue;
    if (one->spoke) spoke.insert(one->port);
    auto port = port_of(*one, host);
    const auto [at, fresh] = ports.try_emplace(one->port, port);
    if (!fresh && rank(port) < rank(at->second)) at->second = std::move(port);
  }
  for (auto& [number, port] : ports)
    if (!spoke.contains(number)) host.udp.push_back(std::move(port));
  // some may be of an audit that was stopped
  std::sort(host.udp.begin(), host.udp.end(),
            [](const UdpPort& one, const UdpPort& other) { return one.port < other.port; });
}

/// A port that a declared rule, or a host without consent, keeps us from.
void leave_alone(Host& host, std::uint16_t port) {
  const bool said = std::any_of(host.udp.begin(), host.udp.end(), [&](const UdpPort& one) { return one.port == port; });
  if (!said) host.udp.push_back({port, "not_touched", {}, 0});
}

}  // namespace

void read_udp(const Work& work) {
  const auto& ports = work.target.udp_ports;
  if (work.facts.hosts.empty() || ports.empty()) return;
  work.progress.phase(core::tr("UDP services"));
  std::vector<std::unique_ptr<Heard>> heard;
  std::vector<net::DatagramTalk> talks;
  std::mt19937_64 random(std::random_device{}());
  const auto known = asked_before(work);
  for (const auto& info : dialogues()) {
    if (info.transport != Transport::udp) continue;
    for (const auto port : info.ports) {
      if (std::find(ports.begin(), ports.end(), port) == ports.end()) continue;
      for (auto& host : work.facts.hosts) {
        if (known.contains({host.address, port})) continue;
        const auto pinned = work.gate.pin_address(host.address, port);
        if (!pinned) {
          leave_alone(host, port);
          continue;
        }
        heard.push_back(std::make_unique<Heard>());
        heard.back()->address = host.address;
        heard.back()->port = port;
        heard.back()->dialogue = info.name;
        auto& talk = talks.emplace_back(talk_of(*heard.back(), *pinned, info, random));
        talk.questions = questions_for(host);
        talk.round_trip = net::RoundTrip::Time(host.microseconds);
      }
    }
  }
  for (const auto& host : work.facts.hosts)
    if (std::any_of(heard.begin(), heard.end(), [&](const auto& one) { return one->address == host.address; }))
      work.gate.record("scan", host.address, fmt::format("{} udp", ports.size()));
  const net::DatagramPace pace{
      .turn = [&](const net::PinnedAddress& to) { return work.gate.wait_for_turn(to.address); },
      .ended = [&] { return work.gate.ended(); }};
  net::converse(talks, pace, [&](std::size_t done) { work.progress.advance(done, talks.size()); });
  note_asked(work, heard);
  auto services = heard_before(work.facts);
  for (auto& one : heard) keep(services, *one);
  for (auto& host : work.facts.hosts) keep_silences(host, heard);
  for (auto& [id, service] : services) {
    if (service.protocol.empty()) service.identified = {net::Outcome::absent, "not-understood"};
    work.facts.services.push_back(std::move(service));
  }
  if (work.gate.ended()) work.gap(Part::services, core::tr("the audit was stopped before every service was known"));
}

}  // namespace hygie::exposure
