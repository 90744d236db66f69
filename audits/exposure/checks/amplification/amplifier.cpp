// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

std::int64_t number(std::string_view text) {
  std::int64_t value = 0;
  for (const char c : text) value = c >= '0' && c <= '9' && value < 1'000'000'000 ? value * 10 + (c - '0') : value;
  return value;
}

}  // namespace

Findings amplifier(const ExposureFacts& facts, const Params& params) {
  const auto limit = params.integer("max_factor");
  Findings found;
  std::size_t examined = 0;
  for (const auto& service : facts.services) {
    const auto asked = number(service.word("request_bytes")), answered = number(service.word("answer_bytes"));
    if (service.transport != "udp" || asked == 0) continue;
    ++examined;
    if (answered > asked * limit)
      found.push_back(on(facts, Verdict::fail, service,
                         evidence_of(service, {{"request_bytes", std::to_string(asked)},
                                               {"answer_bytes", std::to_string(answered)},
                                               {"factor", std::to_string(answered / asked)}})));
  }
  add_doubtful_ports(found, facts);
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
