// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings answers_everywhere(const ExposureFacts& facts, const Params&) {
  Findings found;
  for (const auto& host : facts.hosts)
    if (host.answers_everywhere)
      found.push_back(on(Verdict::fail, host.address, {{"open", std::to_string(host.open)}},
                         host.names.empty() ? std::string{} : host.names.front()));
  return or_pass(std::move(found), facts, facts.hosts.size());
}

}  // namespace hygie::exposure
