// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-SCHEMA-CONTAINERS", "[directory]") {
  auto facts = test::healthy_directory();
  const auto check = "DIR-SCHEMA-CONTAINERS";
  const auto add = [&](std::string_view name, std::string_view parent, std::vector<std::string_view> superiors) {
    auto& one = facts.schema.classes.emplace_back();
    one.dn = facts.names.intern(fmt::format("CN={},CN=Schema,CN=Configuration,DC=hopital,DC=test", name));
    one.name = name;
    one.parent = parent;
    one.superiors = std::move(superiors);
  };
  facts.schema.classes.clear();
  CHECK(test::verdict(check, facts) == Verdict::unknown);
  add("top", "top", {});
  add("container", "top", {"organizationalUnit"});
  add("leaf", "top", {"computer"});
  add("boucle1", "boucle2", {"user"});
  add("boucle2", "boucle1", {});
  CHECK(test::verdict(check, facts) == Verdict::pass);
  add("msExchBase", "container", {"container"});
  add("msExchStorageGroup", "msExchBase", {"Computer", "container"});
  const auto found = test::failure(check, facts);
  CHECK(found.name == "msExchStorageGroup");
  CHECK(found.evidence.at("superior") == "Computer");
}
