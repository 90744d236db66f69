// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

/// Which door without a name is open, by the words that the controller itself says.
std::string open_doors(const Service& service) {
  std::string doors;
  const auto add = [&](bool open, std::string_view door) {
    if (open) doors += (doors.empty() ? "" : ", ") + std::string(door);
  };
  add(service.word("anonymous") == "true", "anonymous");
  add(service.word("null_user") == "true", "null_user");
  add(lists(service.word("authentication_kinds"), "none"), "authentication none");
  return doors;
}

}  // namespace

Findings ipmi_anonymous(const ExposureFacts& facts, const Params&) {
  return for_services(
      facts,
      {.concerns = [](const Service& service) { return service.is("ipmi"); }, .usual_ports = {623}, .udp_ports = {623}},
      [&](const Service& service) {
        const auto doors = open_doors(service);
        if (!doors.empty()) return on(facts, Verdict::fail, service, evidence_of(service, {{"found", doors}}));
        if (service.word("anonymous").empty() || service.word("null_user").empty())
          return on(facts, Verdict::unknown, service, evidence_of(service, {{"missing", "anonymous"}}));
        return on(facts, Verdict::pass, service, evidence_of(service));
      });
}

}  // namespace hygie::exposure
