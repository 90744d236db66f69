// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/tls/dialogue.hpp"
#include "net/tls/facts.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace hygie::net::tls {

/// What a server chose among what it was offered.
struct Pick {
  Answer::Kind kind = Answer::Kind::lost;
  std::uint16_t value = 0;
  std::string reason;
};

/// Offers all, notes the choice, takes it away, and so on until the server refuses: `present` when it did, so that
/// nothing of `candidates` is left to know; its reason is then the refusal's.
template <class Ask>
Observation eliminate(std::vector<std::uint16_t> candidates, std::vector<std::uint16_t>& found, Ask ask) {
  while (!candidates.empty()) {
    const Pick pick = ask(candidates);
    if (pick.kind == Answer::Kind::lost) return {Outcome::unknown, pick.reason};
    if (pick.kind == Answer::Kind::refused) return {Outcome::present, pick.reason};
    if (std::find(found.begin(), found.end(), pick.value) == found.end()) found.push_back(pick.value);
    const auto at = std::find(candidates.begin(), candidates.end(), pick.value);
    if (at == candidates.end()) return {Outcome::unknown, "value-not-offered"};
    candidates.erase(at);
  }
  return {Outcome::present, {}};
}

/// The first of them, as many as one hello may carry.
[[nodiscard]] std::vector<std::uint16_t> one_hello(std::vector<std::uint16_t> suites);
/// The newest version below TLS 1.3 that is offered; nothing when there is none.
[[nodiscard]] const VersionFacts* newest_below13(const TlsFacts& facts);

void look_at_ssl2(Dialogue& dialogue, TlsFacts& facts);
void look_at_version(Dialogue& dialogue, VersionFacts& facts);
void look_at_groups12(Dialogue& dialogue, TlsFacts& facts);
void look_at_groups13(Dialogue& dialogue, TlsFacts& facts);
void look_at_dh(Dialogue& dialogue, TlsFacts& facts);
void look_at_features(Dialogue& dialogue, TlsFacts& facts);
void look_at_fallback(Dialogue& dialogue, TlsFacts& facts);
void look_at_alpn(Dialogue& dialogue, const std::vector<std::string>& protocols, TlsFacts& facts);
void look_at_chains(Dialogue& dialogue, TlsFacts& facts);
void look_at_signatures(Dialogue& dialogue, TlsFacts& facts);
void look_at_other_name(Dialogue& dialogue, TlsFacts& facts);

}  // namespace hygie::net::tls
