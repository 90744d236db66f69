// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/look.hpp"

#include <map>
#include <utility>

namespace hygie::net::tls {
namespace {

using Suites = std::vector<std::uint16_t>;

Pick pick_suite(Dialogue& dialogue, std::uint16_t version, const Suites& offered) {
  const auto answer = dialogue.ask(dialogue.hello(version, offered));
  return {answer.kind, answer.flight.hello ? answer.flight.hello->suite : std::uint16_t{0}, answer.reason};
}

/// The whole version is refused, whatever the suites.
bool refuses_version(const std::string& reason) { return reason == "alert-70" || reason.starts_with("version-"); }

bool hung_up(const std::string& reason) { return reason == "closed" || reason == "reset"; }

/// Which suites are asked together once a server failed on what it chose: what fails is mostly the signature or the key
/// exchange of one kind. Of one that hangs up, which costs three connections each time, only Diffie-Hellman is set
/// apart: servers without parameters for it are known to choose it and die.
using Kind = std::pair<KeyExchange, Authentication>;
Kind kind_of(const SuiteTraits& traits, bool hangs_up) {
  if (!hangs_up) return {traits.exchange, traits.authentication};
  return {traits.exchange == KeyExchange::dhe ? KeyExchange::dhe : KeyExchange::any, Authentication::any};
}

/// A server that fails on the suite it chose says nothing of the others: they are asked by kind.
Observation find_by_kind(Dialogue& dialogue, VersionFacts& facts, const Suites& part, bool hangs_up) {
  std::map<Kind, Suites> kinds;
  for (const auto suite : part)
    if (const auto traits = suite_traits(suite);
        traits && std::find(facts.suites.begin(), facts.suites.end(), suite) == facts.suites.end())
      kinds[kind_of(*traits, hangs_up)].push_back(suite);
  Observation ended{Outcome::present, {}};
  for (const auto& [kind, suites] : kinds) {
    const auto seen = eliminate(suites, facts.suites,
                                [&](const Suites& offered) { return pick_suite(dialogue, facts.version, offered); });
    if (seen.outcome == Outcome::unknown || ended.reason.empty()) ended = seen;
    if (seen.outcome == Outcome::unknown || refuses_version(seen.reason)) break;
  }
  return ended;
}

bool has_dhe(const Suites& part) {
  return std::any_of(part.begin(), part.end(), [](std::uint16_t suite) {
    const auto traits = suite_traits(suite);
    return traits && traits->exchange == KeyExchange::dhe;
  });
}

Observation find_in_part(Dialogue& dialogue, VersionFacts& facts, const Suites& part, bool& scattered) {
  const bool found_before = !facts.suites.empty();
  const auto known = facts.suites.size();
  const auto seen = eliminate(part, facts.suites,
                              [&](const Suites& offered) { return pick_suite(dialogue, facts.version, offered); });
  const bool troubled = seen.outcome == Outcome::present && tells_of_trouble(seen.reason);
  const bool hangs_up = hung_up(seen.reason) && has_dhe(part);
  scattered = scattered || troubled || hangs_up || (found_before && facts.suites.size() > known);
  return troubled || hangs_up ? find_by_kind(dialogue, facts, part, hangs_up) : seen;
}

/// Every suite of the version, a hello's worth at a time; true when they were taken in several goes, each with its
/// order.
bool find_suites(Dialogue& dialogue, VersionFacts& facts) {
  const auto all = suites_of_version(facts.version);
  Observation ended{Outcome::present, {}};
  std::string refusal;
  bool scattered = false;
  for (std::size_t at = 0; at < all.size(); at += most_suites) {
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(at);
    const Suites part(first, first + static_cast<std::ptrdiff_t>(std::min(most_suites, all.size() - at)));
    const auto seen = find_in_part(dialogue, facts, part, scattered);
    if (seen.outcome == Outcome::unknown) ended = seen;
    if (seen.outcome == Outcome::present && refusal.empty()) refusal = seen.reason;
    const bool hopeless = seen.outcome == Outcome::unknown || refuses_version(seen.reason);
    if (facts.suites.empty() && hopeless) break;
  }
  facts.offered = {Outcome::present, {}};
  facts.suites_complete = {ended.outcome, ended.reason};
  if (!facts.suites.empty()) return scattered;
  facts.offered = ended.outcome == Outcome::unknown ? ended : Observation{Outcome::absent, refusal};
  facts.suites_complete = {};
  return false;
}

/// Offered in the order in which it took them, and in the other: a server with an order of its own chooses the same.
/// What it chooses in the first order is known when it took them all in one go.
Observation find_order(Dialogue& dialogue, const VersionFacts& facts, bool scattered, std::uint16_t& preferred) {
  if (facts.suites.size() < 2) return {Outcome::not_run, "one-suite"};
  auto offered = one_hello(facts.suites);
  Pick forward{Answer::Kind::accepted, offered.front(), {}};
  if (scattered) forward = pick_suite(dialogue, facts.version, offered);
  std::reverse(offered.begin(), offered.end());
  const auto backward = pick_suite(dialogue, facts.version, offered);
  for (const auto& pick : {forward, backward})
    if (pick.kind != Answer::Kind::accepted) return {Outcome::unknown, pick.reason};
  preferred = forward.value;
  return {forward.value == backward.value ? Outcome::present : Outcome::absent, {}};
}

}  // namespace

Suites one_hello(Suites suites) {
  suites.resize(std::min(suites.size(), most_suites));
  return suites;
}

const VersionFacts* newest_below13(const TlsFacts& facts) {
  const VersionFacts* newest = nullptr;
  for (const auto& version : facts.versions)
    if (version.version < tls13 && !version.suites.empty()) newest = &version;
  return newest;
}

void look_at_ssl2(Dialogue& dialogue, TlsFacts& facts) {
  Ssl2ServerHello hello;
  facts.ssl2 = observed(dialogue.ask_ssl2(hello));
  facts.ssl2_ciphers = std::move(hello.ciphers);
  facts.ssl2_certificate = std::move(hello.certificate);
}

void look_at_version(Dialogue& dialogue, VersionFacts& facts) {
  const bool scattered = find_suites(dialogue, facts);
  if (facts.suites.empty()) return;
  std::uint16_t preferred = facts.suites.front();
  facts.server_order = find_order(dialogue, facts, scattered, preferred);
  // Taken in several goes: asking again for all, one by one, would cost as much as finding them did. The one it likes
  // best is known, and comes first.
  const auto at = std::find(facts.suites.begin(), facts.suites.end(), preferred);
  if (facts.server_order.present() && at != facts.suites.end()) std::rotate(facts.suites.begin(), at, at + 1);
}

}  // namespace hygie::net::tls
