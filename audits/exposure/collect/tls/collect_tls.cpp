// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/tls/collect_tls.hpp"

#include "audits/exposure/collect/tls/chain.hpp"
#include "audits/exposure/collect/tls/convert.hpp"
#include "core/i18n.hpp"
#include "core/parallel.hpp"
#include "net/tls/examine.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace hygie::exposure {
namespace {

namespace tls = net::tls;

constexpr std::pair<std::string_view, tls::Starttls> starts[] = {
    {"smtp", tls::Starttls::smtp},   {"imap", tls::Starttls::imap}, {"pop3", tls::Starttls::pop3},
    {"ftp", tls::Starttls::ftp},     {"ldap", tls::Starttls::ldap}, {"postgresql", tls::Starttls::postgres},
    {"mysql", tls::Starttls::mysql}, {"xmpp", tls::Starttls::xmpp}, {"xmpp-server", tls::Starttls::xmpp_server},
    {"rdp", tls::Starttls::rdp}};

tls::Starttls start_of(std::string_view protocol) {
  for (const auto& [name, start] : starts)
    if (name == protocol) return start;
  return tls::Starttls::none;
}

/// What one endpoint came to, before certificates are put together.
struct Looked {
  std::optional<Tls> facts;
  std::vector<Certificate> certificates;
};

/// Of an endpoint that was not reached, or not asked any more: what was read of others still counts.
Tls lost(const TlsTarget& target, const std::string& reason) {
  auto facts = nothing_known(reason);
  facts.service = target.service;
  facts.server_name = target.server_name;
  facts.starttls = target.starttls;
  if (target.starttls.empty()) facts.starttls_offered = {};
  return facts;
}

/// Why nothing was learnt, when no version is known to be offered and one may be; empty when something was, or all were
/// refused.
std::string unanswered(const tls::TlsFacts& seen) {
  if (seen.starttls.absent() || seen.ssl2.present()) return {};
  std::string reason = seen.starttls.outcome == net::Outcome::unknown ? seen.starttls.reason : "";
  for (const auto& version : seen.versions) {
    if (version.offered.present()) return {};
    if (reason.empty() && version.offered.outcome == net::Outcome::unknown) reason = version.offered.reason;
  }
  return reason;
}

/// Tells those who wait on a socket that the gate has closed, whatever the reason (a stop file is no signal).
class EndWatch {
 public:
  explicit EndWatch(Gate& gate) : thread_([this, &gate] { watch(gate); }) {}
  ~EndWatch() {
    {
      const std::lock_guard lock(mutex_);
      over_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }
  EndWatch(const EndWatch&) = delete;
  EndWatch& operator=(const EndWatch&) = delete;
  [[nodiscard]] const core::Cancellation& cancellation() const { return cancellation_; }

 private:
  void watch(Gate& gate) {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, std::chrono::milliseconds{200}, [this] { return over_; }))
      if (gate.ended()) return cancellation_.cancel();
  }

  core::Cancellation cancellation_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool over_ = false;
  std::thread thread_;  // last: it uses the others
};

/// Everything on one endpoint, on the thread of its address.
class Look {
 public:
  Look(Gate& gate, const EndWatch& end, const Authorities* authorities, const TlsSettings& settings,
       const TlsTarget& target)
      : gate_(gate), authorities_(authorities), settings_(settings), target_(target) {
    const auto latest = std::chrono::steady_clock::now() + settings.longest;
    deadline_ = {std::min(latest, gate.deadline().at), &end.cancellation()};
  }

  Looked run() {
    const auto seen = tls::examine(target_.pinned, options(target_.server_name), deadline_);
    if (!seen) {
      looked_.facts = lost(target_, seen.error().code == core::ErrorCode::cancelled ? "cancelled" : "unreachable");
      return std::move(looked_);
    }
    if (const auto why = unanswered(*seen); !why.empty()) {
      looked_.facts = lost(target_, why);
      looked_.facts->connections = seen->connections;
      looked_.facts->connections_lost = seen->connections_lost;
      return std::move(looked_);
    }
    auto facts = facts_of(*seen);
    facts.service = target_.service;
    facts.server_name = seen->name_refused ? std::string{} : target_.server_name;
    facts.starttls = target_.starttls;
    add_chains(*seen, facts.server_name, facts);
    for (const auto& name : target_.other_names) {
      if (seen->too_slow) break;  // its own answers say so
      const auto other = tls::examine_name(target_.pinned, options(name), deadline_, *seen);
      add_chains(other, name, facts);
      facts.connections += other.connections;
    }
    facts.ssl2_certificate = keep(seen->ssl2_certificate);
    facts.other_name_certificate = keep(seen->other_name_certificate);
    looked_.facts = std::move(facts);
    return std::move(looked_);
  }

 private:
  [[nodiscard]] tls::Options options(const std::string& name) const {
    tls::Options out;
    out.server_name = name;
    out.starttls = start_of(target_.starttls);
    if (out.starttls != tls::Starttls::none) out.alpn.clear();
    out.before_connection = [this] { return gate_.turn(target_.pinned.address); };
    return out;
  }

  std::string keep(const net::Buffer& der) {
    if (der.empty()) return {};
    return looked_.certificates.emplace_back(read_certificate(der)).sha256;
  }

  void add_chains(const tls::TlsFacts& seen, const std::string& name, Tls& facts) {
    for (const auto& served : seen.chains) {
      ServedChain chain{chain_kind(served.kind), name, {}, {}, {}, {}, {}};
      for (const auto& der : served.certificates) chain.certificates.push_back(keep(der));
      if (authorities_ != nullptr)
        judge_chain(*authorities_, served.certificates, target_.pinned.address, settings_.now, chain);
      else
        chain.trusted = {net::Outcome::unknown, "no-authorities"};
      facts.chains.push_back(std::move(chain));
    }
    if (facts.staple.empty() && !seen.ocsp_response.empty() && !seen.chains.empty() && authorities_ != nullptr)
      facts.staple = read_staple(*authorities_, seen.ocsp_response, seen.chains.front().certificates, settings_.now);
  }

  Gate& gate_;
  const Authorities* authorities_;
  const TlsSettings& settings_;
  const TlsTarget& target_;
  core::Deadline deadline_;
  Looked looked_;
};

/// Targets by address, in their order: one address is never asked by two threads.
std::vector<std::vector<std::size_t>> by_address(const std::vector<TlsTarget>& targets) {
  std::map<std::string, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < targets.size(); ++i) groups[targets[i].pinned.address].push_back(i);
  std::vector<std::vector<std::size_t>> out;
  for (auto& [address, indices] : groups) out.push_back(std::move(indices));
  return out;
}

void join(Looked looked, TlsReading& reading, std::set<std::string>& known) {
  reading.endpoints.push_back(std::move(*looked.facts));
  for (auto& certificate : looked.certificates) {
    if (!known.insert(certificate.sha256).second) continue;
    reading.names.insert(reading.names.end(), certificate.names.begin(), certificate.names.end());
    reading.certificates.push_back(std::move(certificate));
  }
}

void sort_names(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace

std::string starttls_of(std::string_view protocol) {
  return start_of(protocol) == tls::Starttls::none ? std::string{} : std::string(protocol);
}

TlsReading collect_tls(Gate& gate, const std::vector<TlsTarget>& targets, const TlsSettings& settings,
                       core::Progress& progress, const OnEndpoint& on_endpoint) {
  TlsReading reading;
  const auto authorities = Authorities::load(settings.authorities);
  if (!authorities) reading.gaps.push_back({"tls-authorities", authorities.error().what});
  const auto groups = by_address(targets);
  std::vector<Looked> looked(targets.size());
  std::mutex mutex;
  std::size_t done = 0;
  const EndWatch end(gate);
  core::parallel_for(groups.size(), settings.most_hosts, [&](std::size_t group) {
    for (const auto index : groups[group]) {
      if (gate.ended()) return;
      const auto& target = targets[index];
      gate.record("tls", target.service, target.starttls.empty() ? target.server_name : target.starttls);
      looked[index] = Look(gate, end, authorities ? &*authorities : nullptr, settings, target).run();
      const std::lock_guard lock(mutex);
      progress.advance(++done, targets.size());
      if (on_endpoint && looked[index].facts) on_endpoint(*looked[index].facts, looked[index].certificates);
    }
  });
  std::set<std::string> known;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (!looked[i].facts) looked[i].facts = lost(targets[i], "deadline");
    join(std::move(looked[i]), reading, known);
  }
  sort_names(reading.names);
  return reading;
}

void sort_certificates(const std::vector<Tls>& endpoints, std::vector<Certificate>& certificates) {
  std::map<std::string_view, std::size_t> places;
  for (const auto& endpoint : endpoints) {
    for (const auto& chain : endpoint.chains)
      for (const auto& id : chain.certificates) places.emplace(id, places.size());
    for (const auto* id : {&endpoint.ssl2_certificate, &endpoint.other_name_certificate})
      if (!id->empty()) places.emplace(*id, places.size());
  }
  std::vector<Certificate> sorted(places.size());
  for (auto& one : certificates)
    if (const auto place = places.find(one.sha256); place != places.end()) sorted[place->second] = std::move(one);
  std::erase_if(sorted, [](const Certificate& one) { return one.sha256.empty(); });
  certificates = std::move(sorted);
}

}  // namespace hygie::exposure
