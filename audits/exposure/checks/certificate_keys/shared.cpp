// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

#include <map>
#include <set>

namespace hygie::exposure {

Findings certificate_shared_key(const ExposureFacts& facts, const Params&) {
  std::map<std::string, std::set<std::string>> addresses;
  std::map<std::string, std::set<std::string>> places;
  for (const auto& tls : facts.tls)
    for (const auto& chain : tls.chains)
      if (const auto* const own = own_certificate(facts, chain); own != nullptr && !own->key_sha256.empty()) {
        // the services of one machine share what one machine holds
        addresses[own->key_sha256].insert(tls.service.substr(0, tls.service.rfind(':')));
        places[own->key_sha256].insert(tls.service);
      }
  Findings found;
  for (const auto& [key, machines] : addresses)
    if (machines.size() > 1) {
      const auto& all = places[key];
      found.push_back(on(Verdict::fail, key, {{"where", listed({all.begin(), all.end()})}}, key.substr(0, 16)));
    }
  for (const auto& tls : facts.tls)
    if (tls.chains.empty() && tls.chains_read.outcome == Outcome::unknown)
      found.push_back(on(facts, Verdict::unknown, tls, {{"missing", tls.chains_read.reason}}));
  return or_pass(std::move(found), facts, addresses.size());
}

}  // namespace hygie::exposure
