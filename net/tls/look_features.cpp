// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/look.hpp"

namespace hygie::net::tls {
namespace {

Observation echoed(bool yes) {
  return yes ? Observation{Outcome::present, {}} : Observation{Outcome::absent, "not-echoed"};
}

/// An answer to a hello that the server took without the feature: refused tells that it is not there, lost tells
/// nothing.
template <class Seen>
Observation feature(const Answer& answer, Seen seen) {
  return answer.kind == Answer::Kind::accepted ? echoed(seen(answer.flight)) : observed(answer);
}

void look_at_common(Dialogue& dialogue, const VersionFacts& version, TlsFacts& facts) {
  auto spec = dialogue.hello(version.version, one_hello(version.suites));
  const bool extensions = version.version > ssl3;
  spec.status_request = extensions;
  const auto answer = dialogue.ask(spec, Until::done);
  if (answer.kind != Answer::Kind::accepted) {
    const Observation nothing{Outcome::unknown,
                              answer.reason};  // it took the like before, so even a refusal says nothing
    facts.secure_renegotiation = facts.extended_master_secret = facts.ocsp_stapling = nothing;
    facts.client_certificate_wanted = nothing;
    return;
  }
  const auto& flight = answer.flight;
  facts.secure_renegotiation = echoed(flight.hello->has(extension::renegotiation_info));
  const Observation unheard{Outcome::unknown, "no-answer"};
  facts.client_certificate_wanted = flight.done ? echoed(flight.client_certificate_wanted) : unheard;
  if (!extensions) return;
  facts.extended_master_secret = echoed(flight.hello->has(extension::extended_master_secret));
  facts.ocsp_stapling = flight.done || flight.ocsp_response ? echoed(flight.ocsp_response.has_value()) : unheard;
  if (flight.ocsp_response) facts.ocsp_response = *flight.ocsp_response;
}

}  // namespace

void look_at_features(Dialogue& dialogue, TlsFacts& facts) {
  const auto* const version = newest_below13(facts);
  if (version == nullptr) {
    const auto* const newest = facts.find(tls13);
    const bool there = newest != nullptr && !newest->suites.empty();
    const Observation nothing{Outcome::not_run, there ? "only-tls13" : "no-suite"};
    facts.secure_renegotiation = facts.extended_master_secret = facts.ocsp_stapling = facts.heartbeat = nothing;
    facts.compression = facts.client_certificate_wanted = nothing;
    return;
  }
  look_at_common(dialogue, *version, facts);
  auto spec = dialogue.hello(version->version, one_hello(version->suites));
  spec.compressions = {1, 0};
  facts.compression = feature(dialogue.ask(spec), [](const Flight& flight) { return flight.hello->compression != 0; });
  if (version->version == ssl3) return;
  spec.compressions = {0};
  spec.heartbeat = true;
  facts.heartbeat =
      feature(dialogue.ask(spec), [](const Flight& flight) { return flight.hello->has(extension::heartbeat); });
}

void look_at_fallback(Dialogue& dialogue, TlsFacts& facts) {
  const VersionFacts* newest = nullptr;
  const VersionFacts* older = nullptr;
  for (const auto& version : facts.versions) {
    if (version.suites.empty()) continue;
    older = newest;
    newest = &version;
  }
  if (older == nullptr) {
    facts.fallback_scsv = {Outcome::not_run, newest == nullptr ? "no-suite" : "one-version"};
    return;
  }
  auto spec = dialogue.hello(older->version, one_hello(older->suites));
  spec.fallback = true;
  const auto answer = dialogue.ask(spec);
  if (answer.kind == Answer::Kind::accepted)
    facts.fallback_scsv = {Outcome::absent, "taken"};
  else if (answer.reason == "alert-86")
    facts.fallback_scsv = {Outcome::present, {}};
  else
    facts.fallback_scsv = {Outcome::unknown, answer.reason};
}

void look_at_alpn(Dialogue& dialogue, const std::vector<std::string>& protocols, TlsFacts& facts) {
  const auto* const version = newest_below13(facts);
  if (protocols.empty() || version == nullptr || version->version == ssl3) {
    const auto* const newest = facts.find(tls13);
    const bool there = newest != nullptr && !newest->suites.empty() && version == nullptr;
    facts.alpn = {Outcome::not_run, protocols.empty() ? "not-asked" : there ? "only-tls13" : "no-suite"};
    return;
  }
  auto left = protocols;
  auto spec = dialogue.hello(version->version, one_hello(version->suites));
  while (!left.empty()) {
    spec.alpn = left;
    const auto answer = dialogue.ask(spec);
    if (answer.kind == Answer::Kind::lost) {
      facts.alpn = {Outcome::unknown, answer.reason};
      return;
    }
    if (answer.kind == Answer::Kind::refused || answer.flight.hello->alpn.empty()) break;
    const auto at = std::find(left.begin(), left.end(), answer.flight.hello->alpn);
    if (at == left.end()) {
      facts.alpn = {Outcome::unknown, "value-not-offered"};
      return;
    }
    facts.alpn_protocols.push_back(*at);
    left.erase(at);
  }
  facts.alpn = echoed(!facts.alpn_protocols.empty());
}

}  // namespace hygie::net::tls
