// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/identify.hpp"

#include "audits/exposure/collect/identify/attempt.hpp"
#include "audits/exposure/dialogues/hospital/dicom.hpp"
#include "audits/exposure/dialogues/hospital/mllp.hpp"
#include "audits/exposure/products/products.hpp"
#include "core/calendar.hpp"
#include "core/i18n.hpp"
#include "core/parallel.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <mutex>

namespace hygie::exposure {
namespace {

using Tries = std::vector<std::string_view>;

// Ports where TLS is spoken from the first byte.
constexpr std::array<std::uint16_t, 27> tls_ports{443,  444,  465,  563,  636,  853,  990,   992,   993,
                                                  995,  2376, 2762, 3269, 4433, 4443, 5061,  5671,  5986,
                                                  6443, 6514, 7443, 8443, 8883, 9443, 10443, 16993, 60443};
// What may stand on any port and waits to be spoken to, the hospital's own first.
constexpr std::array<std::string_view, 10> anywhere{"dicom", "mllp",       "rdp",  "smb2",  "ldap",
                                                    "redis", "postgresql", "mqtt", "mssql", "modbus"};

bool is_tls_port(std::uint16_t port) { return std::find(tls_ports.begin(), tls_ports.end(), port) != tls_ports.end(); }

bool is_udp(const DialogueInfo& info) { return info.transport == Transport::udp; }

/// Dialogues whose usual ports hold this one: those that learn more before those that learn less.
Tries suggested(std::uint16_t port) {
  constexpr std::array<std::string_view, 3> last{"smb1", "socks4", "banner"};
  const auto rank = [&](std::string_view name) { return std::find(last.begin(), last.end(), name) != last.end(); };
  Tries names;
  for (const auto& info : dialogues())
    if (!is_udp(info) && !info.name.ends_with("-standard") &&
        std::find(info.ports.begin(), info.ports.end(), port) != info.ports.end())
      names.push_back(info.name);
  std::stable_sort(names.begin(), names.end(), [&](auto one, auto other) { return rank(one) < rank(other); });
  return names;
}

/// What a known protocol deserves to be asked besides, on another connection, and what its words are preceded by.
struct More {
  std::string_view protocol, dialogue, prefix;
};
constexpr std::array<More, 2> more_questions{{{"rdp", "rdp-standard", "standard."}, {"smb", "smb1", ""}}};

/// One port, from its first connection to its last.
class Inquiry {
 public:
  Inquiry(const OpenPort& port, const Inventory& inventory, const Patience& patience, Gate& gate)
      : port_(port), inventory_(inventory), patience_(patience), gate_(gate) {
    service_.address = port.address;
    service_.port = port.port;
  }

  Service run() {
    auto pinned = gate_.pin_address(port_.address, port_.port, port_.name);
    if (!pinned) {
      service_.identified = {net::Outcome::not_run, "not-touched"};
      return service_;
    }
    pinned_ = *pinned;
    gate_.record("identify", service_.id());
    if (is_tls_port(port_.port)) {
      if (!inside_tls()) in_clear();
    } else if (!in_clear()) {
      if (tls_heard_ || !spoke_) inside_tls();
    }
    conclude();
    return service_;
  }

 private:
  bool known() const { return !service_.protocol.empty(); }

  bool may_connect() {
    if (connections_ >= patience_.most_connections) return false;
    ++connections_;
    if (gate_.turn(port_.address)) return true;
    cut_ = true;
    return false;
  }

  void learn(Identity identity, bool tls) {
    service_.protocol = std::move(identity.protocol);
    service_.tls = tls;
    for (auto& [name, value] : identity.said) service_.said[name] = std::move(value);
  }

  /// False: nothing came of it.
  bool consider(Attempt& tried, bool tls) {
    if (tried.identity) {
      if (tried.identity->said.contains("wants_tls") && !tls) {
        tls_heard_ = true;
        return false;
      }
      learn(std::move(*tried.identity), tls);
      return true;
    }
    last_ending_ = tried.ending;
    if (tried.heard.empty()) return false;
    spoke_ = true;
    if (!tls && looks_like_tls(tried.heard)) {
      tls_heard_ = true;
      return false;
    }
    if (auto known = recognise(tried.heard)) {
      learn(std::move(*known), tls);
      return true;
    }
    if (first_heard_.empty()) first_heard_ = tried.heard;
    return false;
  }

  bool hold(std::unique_ptr<Dialogue> dialogue, bool tls) {
    if (!dialogue || known() || (tls_heard_ && !tls) || !may_connect()) return known();
    auto tried = attempt(pinned_, *dialogue, {tls, sni(), answer_time()}, gate_.deadline());
    if (tried.heard.empty() && !tried.identity && tried.ending == Ending::timed_out) ++silences_;
    if (tls && !tried.secured && tried.ending == Ending::complete) tls_refused_ = true;
    if (tls && tried.secured) tls_works_ = true;
    return consider(tried, tls);
  }

  /// Whoever kept silent twice, given all the time, is not waited for as long at each of the guesses that follow.
  std::chrono::milliseconds answer_time() const {
    return silences_ < 2 ? patience_.connect_and_answer : patience_.greeting;
  }

  bool hear_greeting(bool tls) {
    if (known() || (tls_heard_ && !tls) || !may_connect()) return known();
    auto tried = listen(pinned_, {tls, sni(), patience_.greeting}, gate_.deadline());
    if (tls && tried.secured) tls_works_ = true;
    return consider(tried, tls);
  }

  bool go_through(const Tries& first, bool tls) {
    for (const auto name : first)
      if (hold(make_dialogue(name), tls)) return true;
    if (hear_greeting(tls)) return true;
    if (hold(make_http(port_.name.empty() ? port_.address : port_.name), tls)) return true;
    if (tls_heard_ && !tls) return false;
    for (const auto name : anywhere)
      if (std::find(first.begin(), first.end(), name) == first.end() && hold(make_dialogue(name), tls)) return true;
    return known();
  }

  bool in_clear() { return consented_event() || go_through(suggested(port_.port), false); }

  /// An HL7 engine may keep silent until it hears a message: with its owner's consent it hears one of nobody.
  bool consented_event() {
    for (const auto& one : inventory_.hl7)
      if (one.address == port_.address && one.port == port_.port)
        return hold(mllp::make_event_dialogue(core::now()), false);
    return false;
  }

  bool inside_tls() {
    // HTTP first: it is what TLS carries most often, and its silence costs the most elsewhere.
    if (hold(make_http(port_.name.empty() ? port_.address : port_.name), true)) return true;
    if (!tls_works_) return false;
    tls_spoken_ = true;
    return go_through(suggested(port_.port), true);
  }

  std::string sni() const { return port_.name; }

  void ask_more() {
    for (const auto& [protocol, dialogue, prefix] : more_questions)
      if (service_.is(protocol)) more(make_dialogue(dialogue), std::string(prefix));
    if (!service_.is("dicom")) return;
    for (const auto& one : inventory_.dicom)
      if (one.address == port_.address && one.port == port_.port)
        more(dicom::make_dialogue({one.called, one.calling}), "known.");
  }

  void more(std::unique_ptr<Dialogue> dialogue, const std::string& prefix) {
    if (!dialogue || !may_connect()) return;
    auto tried = attempt(pinned_, *dialogue, {service_.tls, sni(), patience_.connect_and_answer}, gate_.deadline());
    if (!tried.identity) return;
    for (auto& [name, value] : tried.identity->said) service_.said.try_emplace(prefix + name, std::move(value));
  }

  void conclude() {
    if (known()) {
      service_.identified = {net::Outcome::present, {}};
      if (auto product = product_of({service_.protocol, service_.said});
          !product.name.empty() || !product.vendor.empty()) {
        product.source = "dialogue";
        service_.products.push_back(std::move(product));
      }
      ask_more();
      return;
    }
    service_.tls = tls_works_ || tls_heard_;
    if (cut_ || gate_.ended()) {
      service_.identified = {net::Outcome::unknown, "cut-short"};
    } else if (service_.tls) {
      service_.identified = {net::Outcome::unknown, tls_works_ ? "silent-in-tls" : "tls-handshake"};
    } else if (!first_heard_.empty()) {
      service_.identified = {net::Outcome::absent, "not-understood"};
      std::string hex;
      for (std::size_t i = 0; i < std::min<std::size_t>(first_heard_.size(), 32); ++i)
        hex += fmt::format("{:02x}", first_heard_[i]);
      service_.said["first_bytes"] = hex;
    } else {
      service_.identified = {net::Outcome::unknown,
                             last_ending_ == Ending::complete ? "silent" : net::tls::ending_name(last_ending_)};
    }
  }

  const OpenPort& port_;
  const Inventory& inventory_;
  const Patience& patience_;
  Gate& gate_;
  net::PinnedAddress pinned_;
  Service service_;
  net::Buffer first_heard_;
  Ending last_ending_ = Ending::complete;
  unsigned connections_ = 0, silences_ = 0;
  bool spoke_ = false, tls_heard_ = false, tls_works_ = false, tls_refused_ = false, tls_spoken_ = false, cut_ = false;
};

/// Hosts in turn, so that the pace of one does not hold the others.
std::vector<std::size_t> interleaved(const std::vector<OpenPort>& ports) {
  std::map<std::string_view, std::size_t> seen;
  std::vector<std::pair<std::size_t, std::size_t>> order;
  for (std::size_t i = 0; i < ports.size(); ++i) order.emplace_back(seen[ports[i].address]++, i);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::size_t> out;
  for (const auto& [rank, index] : order) out.push_back(index);
  return out;
}

}  // namespace

std::vector<Service> identify(const std::vector<OpenPort>& ports, const Inventory& inventory, const Patience& patience,
                              Gate& gate, core::Progress& progress,
                              const std::function<void(const Service&)>& on_each) {
  std::vector<Service> services(ports.size());
  const auto order = interleaved(ports);
  std::mutex mutex;
  std::size_t done = 0;
  core::parallel_for(order.size(), patience.threads, [&](std::size_t i) {
    const auto index = order[i];
    services[index] = Inquiry(ports[index], inventory, patience, gate).run();
    const std::lock_guard lock(mutex);
    progress.advance(++done, ports.size());
    if (on_each) on_each(services[index]);
  });
  return services;
}

}  // namespace hygie::exposure
