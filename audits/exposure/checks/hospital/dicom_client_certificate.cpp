// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

#include <algorithm>

namespace hygie::exposure {

namespace {

const Tls* tls_of(const ExposureFacts& facts, const Service& service) {
  const auto found = std::find_if(facts.tls.begin(), facts.tls.end(), [&](const Tls& one) {
    return one.service == service.id() && one.client_certificate_wanted.outcome != Outcome::not_run;
  });
  return found == facts.tls.end() ? nullptr : &*found;
}

}  // namespace

Findings dicom_client_certificate(const ExposureFacts& facts, const Params&) {
  return for_services(facts, {.concerns = [](const Service& service) { return service.is("dicom") && service.tls; }},
                      [&](const Service& service) {
                        const auto* tls = tls_of(facts, service);
                        if (tls == nullptr)
                          return on(facts, Verdict::unknown, service, evidence_of(service, {{"missing", "tls"}}));
                        const auto verdict = verdict_of(tls->client_certificate_wanted, Verdict::pass);
                        auto evidence = evidence_of(service);
                        if (verdict == Verdict::unknown)
                          evidence.emplace("reason", tls->client_certificate_wanted.reason);
                        return on(facts, verdict, service, std::move(evidence));
                      });
}

}  // namespace hygie::exposure
