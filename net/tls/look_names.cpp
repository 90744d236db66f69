// SPDX-License-Identifier: EUPL-1.2
// What the server signs with, and what it serves to who asks for another's name.
#include "net/tls/look.hpp"

namespace hygie::net::tls {
namespace {

// A name of RFC 6761 that is nobody's.
constexpr const char* nobody = "nobody.hygie.invalid";

/// The newest version with signature algorithms of its own, and its suites whose key exchange is signed so.
std::vector<std::uint16_t> signed_suites(const TlsFacts& facts, Authentication authentication) {
  std::vector<std::uint16_t> kept;
  const auto* const version = facts.find(tls12);
  if (version == nullptr) return kept;
  for (const auto suite : version->suites) {
    const auto traits = suite_traits(suite);
    if (!traits || traits->authentication != authentication) continue;
    if (traits->exchange == KeyExchange::ecdhe || traits->exchange == KeyExchange::dhe) kept.push_back(suite);
  }
  return one_hello(std::move(kept));
}

Pick pick_signature(Dialogue& dialogue, const std::vector<std::uint16_t>& suites,
                    const std::vector<std::uint16_t>& offered) {
  auto spec = dialogue.hello(tls12, suites);
  spec.signature_algorithms = offered;
  const auto answer = dialogue.ask(spec, Until::done);
  if (answer.kind != Answer::Kind::accepted) return {answer.kind, 0, answer.reason};
  const auto& exchange = answer.flight.key_exchange;
  if (!exchange || !exchange->signature_algorithm) return {Answer::Kind::lost, 0, "no-answer"};
  return {answer.kind, *exchange->signature_algorithm, {}};
}

}  // namespace

void look_at_signatures(Dialogue& dialogue, TlsFacts& facts) {
  facts.signatures.complete = {Outcome::not_run, "no-suite"};
  for (const auto kind : {Authentication::rsa, Authentication::ecdsa}) {
    const auto suites = signed_suites(facts, kind);
    if (suites.empty()) continue;
    std::vector<std::uint16_t> candidates;
    constexpr std::uint16_t ecdsa = 3;  // the low byte of the pairs of TLS 1.2
    for (const auto one : all_signature_algorithms()) {
      const bool of_curves = (one & 0xffU) == ecdsa || one == 0x0807 || one == 0x0808 || one >= 0x081a;
      if (of_curves == (kind == Authentication::ecdsa) && (one & 0xffU) != 2) candidates.push_back(one);
    }
    const auto seen = eliminate(candidates, facts.signatures.groups, [&](const std::vector<std::uint16_t>& offered) {
      return pick_signature(dialogue, suites, offered);
    });
    if (facts.signatures.complete.outcome != Outcome::unknown) facts.signatures.complete = seen;
  }
}

void look_at_other_name(Dialogue& dialogue, TlsFacts& facts) {
  const auto* const version = newest_below13(facts);
  if (version == nullptr || version->version == ssl3 || dialogue.server_name().empty()) {
    facts.strict_name = {Outcome::not_run, dialogue.server_name().empty() ? "no-name" : "only-tls13"};
    return;
  }
  auto spec = dialogue.hello(version->version, one_hello(version->suites));
  spec.server_name = nobody;
  const auto answer = dialogue.ask_for_name(spec);
  if (answer.kind == Answer::Kind::accepted) {
    facts.strict_name = {Outcome::absent, "served"};
    if (!answer.flight.certificates.empty()) facts.other_name_certificate = answer.flight.certificates.front();
    return;
  }
  const bool refused = answer.kind == Answer::Kind::refused;
  facts.strict_name = {refused ? Outcome::present : Outcome::unknown, answer.reason};
}

}  // namespace hygie::net::tls
