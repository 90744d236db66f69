// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/examine.hpp"

#include "core/i18n.hpp"
#include "net/tls/flaws.hpp"
#include "net/tls/look.hpp"
#include "net/tls/session.hpp"

#include <array>

namespace hygie::net::tls {
namespace {

/// A server that refuses by closing is understood once it has taken a hello, so what came before that is asked again.
bool ask_again(const Observation& observation) {
  return observation.outcome == Outcome::unknown &&
         (observation.reason == "closed" || observation.reason == "reset" || tells_of_trouble(observation.reason));
}

bool anything_taken(const TlsFacts& facts) {
  return facts.ssl2.outcome == Outcome::present ||
         std::any_of(facts.versions.begin(), facts.versions.end(),
                     [](const VersionFacts& version) { return version.offered.outcome == Outcome::present; });
}

VersionFacts& version_of(TlsFacts& facts, std::uint16_t version) { return facts.versions.at(version - ssl3); }

void look_at_versions(Dialogue& dialogue, TlsFacts& facts) {
  for (const auto version : {ssl3, tls10, tls11, tls12, tls13}) facts.versions.push_back({version, {}, {}, {}, {}});
  constexpr std::array<std::uint16_t, 5> likeliest_first{tls12, tls13, tls11, tls10, ssl3};
  for (const auto version : likeliest_first) {
    look_at_version(dialogue, version_of(facts, version));
    if (!dialogue.ever_connected() || dialogue.starttls_refused()) return;
  }
  look_at_ssl2(dialogue, facts);
  if (!anything_taken(facts)) return;
  for (const auto version : likeliest_first)
    if (ask_again(version_of(facts, version).offered)) look_at_version(dialogue, version_of(facts, version));
}

void look_at_flaws(Dialogue& dialogue, TlsFacts& facts) {
  const auto ticket = look_at_sessions(dialogue, facts);
  look_at_heartbleed(dialogue, facts);
  look_at_ccs_injection(dialogue, facts);
  look_at_robot(dialogue, facts);
  look_at_ticketbleed(dialogue, ticket, facts);
}

}  // namespace

const VersionFacts* TlsFacts::find(std::uint16_t version) const {
  for (const auto& one : versions)
    if (one.version == version) return &one;
  return nullptr;
}

core::Result<TlsFacts> examine(const PinnedAddress& pinned, const Options& options, core::Deadline deadline) {
  TlsFacts facts;
  Dialogue dialogue(pinned, options, deadline);
  look_at_versions(dialogue, facts);
  if (!dialogue.ever_connected()) {
    if (deadline.cancelled()) return core::failure(core::ErrorCode::cancelled, core::tr("interrupted"));
    return core::failure(core::ErrorCode::network,
                         core::tr("no connection to port {} of {}", pinned.port, pinned.address), pinned.host);
  }
  if (options.starttls != Starttls::none) {
    facts.starttls = {Outcome::unknown, "no-answer"};
    if (dialogue.starttls_agreed()) facts.starttls = {Outcome::present, {}};
    if (dialogue.starttls_refused()) facts.starttls = {Outcome::absent, "starttls"};
  }
  if (!dialogue.starttls_refused()) {
    look_at_groups12(dialogue, facts);
    look_at_groups13(dialogue, facts);
    look_at_dh(dialogue, facts);
    look_at_features(dialogue, facts);
    look_at_fallback(dialogue, facts);
    look_at_alpn(dialogue, options.alpn, facts);
    look_at_chains(dialogue, facts);
    look_at_chains13(dialogue, facts);
    look_at_signatures(dialogue, facts);
    look_at_other_name(dialogue, facts);
    if (options.look_for_flaws) look_at_flaws(dialogue, facts);
  }
  facts.name_refused = dialogue.name_refused();
  facts.connections = dialogue.connections();
  facts.connections_lost = dialogue.connections_lost();
  facts.too_slow = dialogue.too_slow();
  return facts;
}

TlsFacts examine_name(const PinnedAddress& pinned, const Options& options, core::Deadline deadline,
                      const TlsFacts& known) {
  TlsFacts facts;
  facts.versions = known.versions;
  Dialogue dialogue(pinned, options, deadline);
  look_at_chains(dialogue, facts);
  look_at_chains13(dialogue, facts);
  facts.connections = dialogue.connections();
  facts.connections_lost = dialogue.connections_lost();
  return facts;
}

}  // namespace hygie::net::tls
