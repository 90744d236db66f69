// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings no_inventory(const ExposureFacts& facts, const Params&) {
  return {on_whole(facts, facts.inventory.empty() ? Verdict::fail : Verdict::pass,
                   {{"assets", std::to_string(facts.inventory.size())}})};
}

}  // namespace hygie::exposure
