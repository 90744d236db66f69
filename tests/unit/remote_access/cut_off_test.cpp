// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/cut_off/cut_off.hpp"

#include <catch2/catch.hpp>

using namespace hygie::remote_access;

namespace {

Access entry(const char* id, int criticality, const char* kind = "bastion", const char* opening = "on-demand") {
  Access out{.id = id};
  out.protocol = "ssh";
  out.door.kind = kind;
  out.opening = opening;
  if (criticality != 0) out.systems = {System{.name = "s", .criticality = criticality}};
  return out;
}

std::vector<std::string> order(std::vector<Access> accesses) {
  const Register declared{.accesses = std::move(accesses)};
  std::vector<std::string> ids;
  for (const auto& step : cut_off_order(declared)) ids.push_back(step.access->id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("What is easiest to reach is cut first, what care lives from last", "[remote_access][cut_off]") {
  CHECK(order({entry("vital", 1), entry("unsaid", 0), entry("comfort", 4), entry("useful", 3), entry("serious", 2)}) ==
        Ids{"comfort", "useful", "unsaid", "serious", "vital"});
  CHECK(order({entry("demand", 4), entry("always", 1, "vpn", "permanent"), entry("direct", 1, "direct"),
               entry("relay", 4, "cloud-relay")}) == Ids{"relay", "direct", "always", "demand"});
}

TEST_CASE("The most vital system behind an access counts; a closed access is not cut", "[remote_access][cut_off]") {
  auto both = entry("both", 4);
  both.systems.push_back(System{.name = "t", .criticality = 1});
  auto closed = entry("closed", 4);
  closed.closed = Said::yes;
  auto enabled = entry("enabled", 1);
  enabled.accounts = {Account{.name = "a", .state = "permanent"}};
  CHECK(order({both, entry("serious", 2), closed, enabled}) == Ids{"enabled", "serious", "both"});
  CHECK(order({}).empty());
}
