// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/dns/server.hpp"

#include "audits/exposure/collect/dns/rr.hpp"

#include <memory>
#include <set>

#include <sys/socket.h>

namespace hygie::exposure {
namespace {

// One and a half seconds each: a stop must not wait longer.
constexpr timeval patience{1, 500'000};
constexpr std::size_t most_names = 100'000;
constexpr std::chrono::seconds longest_transfer{30};

struct Free {
  void operator()(ldns_resolver* one) const { ldns_resolver_deep_free(one); }
  void operator()(ldns_pkt* one) const { ldns_pkt_free(one); }
  void operator()(ldns_rdf* one) const { ldns_rdf_deep_free(one); }
  void operator()(ldns_rr* one) const { ldns_rr_free(one); }
};

std::unique_ptr<ldns_resolver, Free> resolver_for(const net::PinnedAddress& server) {
  std::unique_ptr<ldns_resolver, Free> resolver(ldns_resolver_new());
  const auto type = server.family == AF_INET ? LDNS_RDF_TYPE_A : LDNS_RDF_TYPE_AAAA;
  const std::unique_ptr<ldns_rdf, Free> address(ldns_rdf_new_frm_str(type, server.address.c_str()));
  if (!resolver || !address || ldns_resolver_push_nameserver(resolver.get(), address.get()) != LDNS_STATUS_OK)
    return nullptr;
  ldns_resolver_set_port(resolver.get(), server.port);
  ldns_resolver_set_retry(resolver.get(), 1);
  ldns_resolver_set_timeout(resolver.get(), patience);
  ldns_resolver_set_fail(resolver.get(), false);
  ldns_resolver_set_random(resolver.get(), false);
  return resolver;
}

ServerAnswer answer_of(const ldns_pkt* packet) {
  ServerAnswer out;
  out.came = true;
  out.authoritative = ldns_pkt_aa(packet);
  out.recursion_available = ldns_pkt_ra(packet);
  out.code = ldns_pkt_get_rcode(packet);
  const auto* const answers = ldns_pkt_answer(packet);
  for (std::size_t i = 0; answers != nullptr && i < ldns_rr_list_rr_count(answers); ++i)
    out.records.push_back(record_of(ldns_rr_list_rr(answers, i)));
  return out;
}

}  // namespace

ServerAnswer ask_server(Gate& gate, const net::PinnedAddress& server, const Question& question) {
  const auto resolver = resolver_for(server);
  if (!resolver) return {};
  ldns_resolver_set_dnssec(resolver.get(), question.dnssec);
  const auto type = ldns_get_rr_type_by_name(question.type.c_str());
  const auto klass = ldns_get_rr_class_by_name(question.klass.c_str());
  const std::unique_ptr<ldns_rdf, Free> name(ldns_dname_new_frm_str(question.name.c_str()));
  for (int tries = 0; tries < 2 && name && gate.turn(server.address); ++tries) {
    ldns_pkt* packet = nullptr;
    const auto status = ldns_resolver_send(&packet, resolver.get(), name.get(), type, klass,
                                           question.recursion ? LDNS_RD : static_cast<std::uint16_t>(0));
    const std::unique_ptr<ldns_pkt, Free> owner(packet);
    if (status == LDNS_STATUS_OK && packet != nullptr) return answer_of(packet);
  }
  return {};
}

Transfer try_transfer(Gate& gate, const net::PinnedAddress& server, const std::string& zone) {
  Transfer out;
  out.given = {net::Outcome::unknown, "not-answered"};
  const auto resolver = resolver_for(server);
  const std::unique_ptr<ldns_rdf, Free> name(ldns_dname_new_frm_str(zone.c_str()));
  if (!resolver || !name || !gate.turn(server.address)) return out;
  gate.record("zone-transfer", server.address, zone);
  if (ldns_axfr_start(resolver.get(), name.get(), LDNS_RR_CLASS_IN) != LDNS_STATUS_OK) return out;
  std::set<std::string> names;
  std::size_t records = 0;
  const auto until = std::chrono::steady_clock::now() + longest_transfer;
  while (records < most_names && !gate.ended() && std::chrono::steady_clock::now() < until) {
    const std::unique_ptr<ldns_rr, Free> record(ldns_axfr_next(resolver.get()));
    if (!record) break;
    ++records;
    names.insert(record_of(record.get()).owner);
  }
  const auto* const last = ldns_axfr_last_pkt(resolver.get());
  if (records > 1) {
    out.given = {net::Outcome::present, {}};
    out.names.assign(names.begin(), names.end());
  } else if (last != nullptr && ldns_pkt_get_rcode(last) != LDNS_RCODE_NOERROR) {
    out.given = {net::Outcome::absent, "refused"};
  }
  ldns_axfr_abort(resolver.get());
  return out;
}

}  // namespace hygie::exposure
