// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

// The echo is asked only of who accepts the association: without one there was nothing to answer.
Verdict echoed(const Service& service) {
  if (service.word("echo") == "answered") return Verdict::fail;
  if (!service.word("echo").empty()) return Verdict::pass;
  const auto association = service.word("association");
  return association == "rejected" || association == "aborted" ? Verdict::pass : Verdict::unknown;
}

}  // namespace

Findings dicom_echo(const ExposureFacts& facts, const Params&) {
  return for_services(
      facts,
      {.concerns = [](const Service& service) { return service.is("dicom"); }, .usual_ports = {104, 4242, 11112}},
      [&](const Service& service) {
        const auto verdict = echoed(service);
        auto evidence = evidence_of(service);
        if (verdict == Verdict::unknown) evidence.emplace("missing", "echo");
        return on(facts, verdict, service, std::move(evidence));
      });
}

}  // namespace hygie::exposure
