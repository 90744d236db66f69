// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

Verdict version_1(const Service& service) {
  const auto answer = service.word("ike1");
  if (answer == "accepted") return Verdict::fail;
  return answer.empty() && service.word("ike2").empty() ? Verdict::unknown : Verdict::pass;
}

}  // namespace

Findings ike_version_1(const ExposureFacts& facts, const Params&) {
  return for_services(
      facts, {.concerns = [](const Service& service) { return service.is("ike"); }, .usual_ports = {500}},
      [&](const Service& service) {
        return on(facts, version_1(service), service,
                  evidence_of(service, {{"ike1_transform", std::string(service.word("ike1_transform"))}}));
      });
}

Findings ike_weak(const ExposureFacts& facts, const Params&) {
  const auto weak_in = [&](std::string_view word) {
    return by_word(facts, {.protocols = {"ike"},
                           .ports = {500},
                           .word = word,
                           .bad = {"des", "blowfish", "md5", "modp768", "modp1024", "modp1536"},
                           .within = true,
                           .when_missing = Verdict::pass});
  };
  // What version 1 chose is judged first; version 2 where version 1 shows nothing weak.
  auto findings = weak_in("ike1_transform");
  const auto second = weak_in("ike2_transform");
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (findings[i].verdict != Verdict::fail) findings[i] = second[i];
  return findings;
}

}  // namespace hygie::exposure
