// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings no_feeds(const ExposureFacts& facts, const Params&) {
  return {on_whole(facts, facts.feeds.empty() ? Verdict::fail : Verdict::pass,
                   {{"feeds", std::to_string(facts.feeds.size())}})};
}

}  // namespace hygie::exposure
