// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

Verdict version_1(const Service& service) {
  const auto answer = service.word("ike1");
  if (answer == "accepted") return Verdict::fail;
  return answer.empty() && service.word("ike2").empty() ? Verdict::unknown : Verdict::pass;
}

/// What of the algorithms that either version chose is outdated: "des, md5".
std::string weak_algorithms(const Service& service) {
  std::string weak;
  for (const std::string_view one : {"des", "blowfish", "md5", "modp768", "modp1024", "modp1536"})
    if (service.word("ike1_transform").find(one) != std::string_view::npos ||
        service.word("ike2_transform").find(one) != std::string_view::npos)
      weak += (weak.empty() ? "" : ", ") + std::string(one);
  return weak;
}

/// That version answered, and what it chose is known where it chose.
bool told(const Service& service, const std::string& version) {
  if (!service.word(version + "_transform").empty()) return true;
  return !service.word(version).empty() && service.word(version) != "accepted";
}

}  // namespace

Findings ike_version_1(const ExposureFacts& facts, const Params&) {
  return for_services(
      facts,
      {.concerns = [](const Service& service) { return service.is("ike"); }, .usual_ports = {500}, .udp_ports = {500}},
      [&](const Service& service) {
        return on(facts, version_1(service), service,
                  evidence_of(service, {{"ike1_transform", std::string(service.word("ike1_transform"))}}));
      });
}

Findings ike_weak(const ExposureFacts& facts, const Params&) {
  return for_services(
      facts,
      {.concerns = [](const Service& service) { return service.is("ike"); }, .usual_ports = {500}, .udp_ports = {500}},
      [&](const Service& service) {
        const auto weak = weak_algorithms(service);
        if (!weak.empty()) return on(facts, Verdict::fail, service, evidence_of(service, {{"found", weak}}));
        if (!told(service, "ike1") && !told(service, "ike2"))
          return on(facts, Verdict::unknown, service, evidence_of(service, {{"missing", "ike2_transform"}}));
        return on(facts, Verdict::pass, service, evidence_of(service));
      });
}

}  // namespace hygie::exposure
