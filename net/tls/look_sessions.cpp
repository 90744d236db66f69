// SPDX-License-Identifier: EUPL-1.2
// What only a finished handshake shows.
#include "net/tls/look.hpp"
#include "net/tls/session.hpp"

namespace hygie::net::tls {
namespace {

/// The chain that a server of TLS 1.3 alone serves to a client that takes such signatures: it is encrypted, no hello
/// shows it.
void look_at_chain13(Dialogue& dialogue, Authentication kind, const char* algorithms, TlsFacts& facts) {
  const Session session(dialogue, {.version = tls13, .signature_algorithms = algorithms});
  if (session.open()) {
    facts.chains.push_back({kind, tls13, session.suite(), session.certificates()});
    facts.chains_read = {Outcome::present, {}};
    const auto staple = session.ocsp_response();
    facts.ocsp_stapling =
        staple.empty() ? Observation{Outcome::absent, "not-echoed"} : Observation{Outcome::present, {}};
    if (!staple.empty()) facts.ocsp_response = staple;
    return;
  }
  if (facts.chains.empty() && (!session.failure().starts_with("alert-") || tells_of_trouble(session.failure())))
    facts.chains_read = {Outcome::unknown, session.failure()};
}

void look_at_session13(Dialogue& dialogue, TlsFacts& facts) {
  Session session(dialogue, {.version = tls13});
  if (!session.open()) {
    facts.early_data = facts.session_tickets = {Outcome::unknown, session.failure()};
    return;
  }
  const auto ended = session.close();
  if (session.tickets().empty()) {
    const bool heard_out = ended == Ending::closed;
    facts.early_data = heard_out ? Observation{Outcome::absent, "no-ticket"} : Observation{Outcome::unknown, "timeout"};
    facts.session_tickets = facts.early_data;
    return;
  }
  const bool early = std::any_of(session.tickets().begin(), session.tickets().end(),
                                 [](const Session::Ticket& ticket) { return ticket.early_data != 0; });
  facts.session_tickets = {Outcome::present, {}};
  facts.early_data = early ? Observation{Outcome::present, {}} : Observation{Outcome::absent, "not-allowed"};
}

Buffer look_at_session12(Dialogue& dialogue, std::uint16_t version, TlsFacts& facts) {
  Session session(dialogue, {.version = version});
  if (!session.open()) {
    facts.client_renegotiation = {Outcome::unknown, session.failure()};
    if (!facts.session_tickets.present()) facts.session_tickets = facts.client_renegotiation;
    facts.ticketbleed = facts.client_renegotiation;
    return {};
  }
  auto ticket = session.tickets().empty() ? Buffer{} : session.tickets().front().bytes;
  facts.ticketbleed = {Outcome::absent, "no-ticket"};
  if (!ticket.empty())
    facts.session_tickets = {Outcome::present, {}};
  else if (facts.session_tickets.outcome == Outcome::not_run)
    facts.session_tickets = {Outcome::absent, "no-ticket"};
  facts.client_renegotiation = session.renegotiate();
  return ticket;
}

}  // namespace

void look_at_chains13(Dialogue& dialogue, TlsFacts& facts) {
  const auto* const newest = facts.find(tls13);
  if (newest_below13(facts) != nullptr || newest == nullptr || newest->suites.empty()) return;
  look_at_chain13(dialogue, Authentication::rsa, "rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:rsa_pss_pss_sha256", facts);
  look_at_chain13(dialogue, Authentication::ecdsa, "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ed25519:ed448", facts);
}

Buffer look_at_sessions(Dialogue& dialogue, TlsFacts& facts) {
  const auto* const newest = facts.find(tls13);
  const bool thirteen = newest != nullptr && !newest->suites.empty();
  if (thirteen)
    look_at_session13(dialogue, facts);
  else
    facts.early_data = {Outcome::absent, "no-tls13"};
  const auto* const below = newest_below13(facts);
  if (below != nullptr && below->version >= tls10) return look_at_session12(dialogue, below->version, facts);
  facts.client_renegotiation = {Outcome::not_run, thirteen ? "only-tls13" : "no-suite"};
  facts.ticketbleed = facts.client_renegotiation;
  return {};
}

}  // namespace hygie::net::tls
