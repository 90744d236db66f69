// SPDX-License-Identifier: EUPL-1.2
// What keys are agreed with: groups, Diffie-Hellman primes; and the certificates that vouch for them.
#include "net/tls/look.hpp"

#include <tuple>
#include <utility>

namespace hygie::net::tls {
namespace {

using Values = std::vector<std::uint16_t>;

template <class Wanted>
Values suites_where(const VersionFacts& version, Wanted wanted) {
  Values kept;
  for (const auto suite : version.suites)
    if (const auto traits = suite_traits(suite); traits && wanted(*traits)) kept.push_back(suite);
  return one_hello(std::move(kept));
}

/// The newest version below TLS 1.3 with such suites, and them.
template <class Wanted>
std::pair<std::uint16_t, Values> newest_where(const TlsFacts& facts, Wanted wanted) {
  std::pair<std::uint16_t, Values> newest;
  for (const auto& version : facts.versions) {
    if (version.version >= tls13) continue;
    if (auto suites = suites_where(version, wanted); !suites.empty()) newest = {version.version, std::move(suites)};
  }
  return newest;
}

/// Without a TLS 1.2 that could be asked, was it nothing or only TLS 1.3?
Observation nothing_to_ask(const TlsFacts& facts) {
  if (newest_below13(facts) != nullptr) return {Outcome::not_run, "no-suite"};
  const auto* const newest = facts.find(tls13);
  const bool there = newest != nullptr && newest->offered.outcome == Outcome::present;
  return {Outcome::not_run, there ? "only-tls13" : "no-suite"};
}

/// Which group the server answers with when it is offered these.
Pick pick_group12(Dialogue& dialogue, std::uint16_t version, const Values& suites, const Values& groups) {
  auto spec = dialogue.hello(version, suites);
  spec.groups = groups;
  const auto answer = dialogue.ask(spec, Until::done);
  if (answer.kind != Answer::Kind::accepted) return {answer.kind, 0, answer.reason};
  const auto& exchange = answer.flight.key_exchange;
  if (!exchange || !exchange->group) return {Answer::Kind::lost, 0, "no-answer"};
  return {answer.kind, *exchange->group, {}};
}

/// A server whose only certificate is on an elliptic curve may refuse a client that does not name that curve: the rest
/// is asked again with what it took after it. A server that follows the client's order then shows what it has; of one
/// that has an order of its own, nothing more can be known.
Observation ask_with_taken(Dialogue& dialogue, std::uint16_t version, const Values& suites, Values rest,
                           Values& found) {
  Observation hidden{Outcome::unknown, "certificate-curve"};
  while (!rest.empty() && !found.empty()) {
    Values offered = rest;
    offered.insert(offered.end(), found.begin(), found.end());
    const auto pick = pick_group12(dialogue, version, suites, offered);
    if (pick.kind != Answer::Kind::accepted) return {Outcome::unknown, pick.reason};
    const auto at = std::find(rest.begin(), rest.end(), pick.value);
    if (at == rest.end()) break;
    found.push_back(pick.value);
    rest.erase(at);
  }
  if (found.size() < 2) return hidden;
  const Values reversed(found.rbegin(), found.rend());
  const auto pick = pick_group12(dialogue, version, suites, reversed);
  return pick.value == reversed.front() ? Observation{Outcome::present, {}} : hidden;
}

}  // namespace

void look_at_groups12(Dialogue& dialogue, TlsFacts& facts) {
  const auto elliptic = [](const SuiteTraits& traits) { return traits.exchange == KeyExchange::ecdhe; };
  auto [version, suites] = newest_where(facts, [&](const SuiteTraits& traits) {
    return elliptic(traits) && traits.authentication != Authentication::ecdsa;
  });
  const bool only_ecdsa = suites.empty();
  if (only_ecdsa) std::tie(version, suites) = newest_where(facts, elliptic);
  if (suites.empty() || version < tls10) {
    facts.groups12.complete = nothing_to_ask(facts);
    return;
  }
  Values candidates;
  for (const auto& group : all_groups())
    if (group.before13) candidates.push_back(group.id);
  auto& found = facts.groups12.groups;
  facts.groups12.complete = eliminate(candidates, found, [&, v = version, &s = suites](const Values& offered) {
    return pick_group12(dialogue, v, s, offered);
  });
  std::erase_if(candidates, [&](auto group) { return std::find(found.begin(), found.end(), group) != found.end(); });
  if (only_ecdsa && facts.groups12.complete.outcome == Outcome::present && !candidates.empty())
    facts.groups12.complete = ask_with_taken(dialogue, version, suites, candidates, found);
}

void look_at_groups13(Dialogue& dialogue, TlsFacts& facts) {
  const auto* const version = facts.find(tls13);
  if (version == nullptr || version->suites.empty()) {
    facts.groups13.complete = {Outcome::not_run, "no-suite"};
    return;
  }
  Values candidates;
  for (const auto& group : all_groups())
    if (group.in13) candidates.push_back(group.id);
  facts.groups13.complete = eliminate(candidates, facts.groups13.groups, [&](const Values& offered) -> Pick {
    auto spec = dialogue.hello(tls13, version->suites);
    spec.groups = offered;
    spec.key_shares.emplace();  // no key: the server has to name the group it wants
    const auto answer = dialogue.ask(spec);
    if (answer.kind != Answer::Kind::accepted) return {answer.kind, 0, answer.reason};
    if (!answer.flight.hello->group) return {Answer::Kind::lost, 0, "no-answer"};
    return {answer.kind, *answer.flight.hello->group, {}};
  });
  if (facts.groups13.groups.empty()) facts.groups13.complete = {Outcome::unknown, "no-group-named"};
}

void look_at_dh(Dialogue& dialogue, TlsFacts& facts) {
  const auto exported = newest_where(facts, [](const SuiteTraits& t) { return t.exchange == KeyExchange::rsa_export; });
  if (!exported.second.empty()) {
    const auto answer = dialogue.ask(dialogue.hello(exported.first, exported.second), Until::done);
    if (answer.flight.key_exchange) facts.export_rsa_bits = answer.flight.key_exchange->export_rsa_bits;
  }
  auto [version, suites] =
      newest_where(facts, [](const SuiteTraits& t) { return t.exchange == KeyExchange::dhe && !t.export_grade; });
  if (suites.empty())
    std::tie(version, suites) =
        newest_where(facts, [](const SuiteTraits& t) { return t.exchange == KeyExchange::dhe; });
  if (suites.empty()) {
    facts.dh_prime_read = nothing_to_ask(facts);
    return;
  }
  const auto answer = dialogue.ask(dialogue.hello(version, suites), Until::done);
  facts.dh_prime_read = observed(answer);
  if (answer.kind == Answer::Kind::refused) facts.dh_prime_read.outcome = Outcome::unknown;  // it took them before
  if (answer.kind != Answer::Kind::accepted) return;
  if (!answer.flight.key_exchange || answer.flight.key_exchange->prime_bits == 0) {
    facts.dh_prime_read = {Outcome::unknown, "no-answer"};
    return;
  }
  facts.dh_bits = answer.flight.key_exchange->prime_bits;
  facts.dh_prime = answer.flight.key_exchange->prime;
}

void look_at_chains(Dialogue& dialogue, TlsFacts& facts) {
  facts.chains_read = nothing_to_ask(facts);
  for (const auto kind : {Authentication::rsa, Authentication::ecdsa, Authentication::dss, Authentication::gost}) {
    const auto [version, suites] = newest_where(facts, [&](const SuiteTraits& traits) {
      return traits.authentication == kind && traits.exchange != KeyExchange::rsa_psk &&
             traits.exchange != KeyExchange::srp;
    });
    if (suites.empty()) continue;
    const auto answer = dialogue.ask(dialogue.hello(version, suites), Until::done);
    if (answer.kind == Answer::Kind::accepted && !answer.flight.certificates.empty()) {
      facts.chains.push_back({kind, version, answer.flight.hello->suite, answer.flight.certificates});
      if (facts.chains_read.outcome == Outcome::not_run) facts.chains_read = {Outcome::present, {}};
      continue;
    }
    facts.chains_read = {Outcome::unknown, answer.reason.empty() ? "no-answer" : answer.reason};
  }
}

}  // namespace hygie::net::tls
