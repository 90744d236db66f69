// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/registry.hpp"
#include "audits/exposure/registry.hpp"
#include "audits/remote_access/registry.hpp"
#include "report/words.hpp"

#include <catch2/catch.hpp>

using namespace hygie;

TEST_CASE("Every theme of the catalogues has a name in both languages", "[report]") {
  for (const auto& catalogue :
       {directory::catalogue().value(), exposure::catalogue().value(), remote_access::catalogue().value()}) {
    for (const auto& [id, info] : catalogue.checks()) {
      INFO(id << " in " << info.theme);
      CHECK(report::has_word("theme." + info.theme));
    }
  }
}
