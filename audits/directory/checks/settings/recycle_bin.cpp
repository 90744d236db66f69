// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings recycle_bin(const DirectoryFacts& facts, const Params&) {
  return on_domain(facts, facts.forest.recycle_bin ? Verdict::pass : Verdict::fail);
}

}  // namespace hygie::directory
