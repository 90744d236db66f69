// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {
namespace {

// What counts is the security that the server chose, and its refusal of less: an answer alone proves nothing.
Finding judged(const ExposureFacts& facts, const Service& service) {
  const auto chosen = service.word("security");
  if (chosen.empty() && service.word("refused").empty())
    return on(facts, Verdict::unknown, service, {{"missing", "security"}});
  if (!chosen.starts_with("nla") && service.word("refused") != "nla required")
    return on(facts, Verdict::fail, service, evidence_of(service, {{"security", std::string(chosen)}}));
  const auto weaker = service.word("standard.security");
  if (!weaker.empty())
    return on(facts, Verdict::fail, service, evidence_of(service, {{"security", std::string(weaker)}}));
  if (service.word("standard.refused").empty())
    return on(facts, Verdict::unknown, service, {{"missing", "standard.refused"}});
  return on(facts, Verdict::pass, service, evidence_of(service));
}

}  // namespace

Findings rdp_without_nla(const ExposureFacts& facts, const Params&) {
  return for_services(facts,
                      {.concerns = [](const Service& service) { return service.is("rdp"); }, .usual_ports = {3389}},
                      [&](const Service& service) { return judged(facts, service); });
}

}  // namespace hygie::exposure
