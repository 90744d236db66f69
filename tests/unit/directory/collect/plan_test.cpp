// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/plan.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::directory;

namespace {

const RawEntry& root_entry() {
  static const std::array<std::string_view, 5> contexts{
      "DC=exemple,DC=test", "CN=Configuration,DC=exemple,DC=test", "CN=Schema,CN=Configuration,DC=exemple,DC=test",
      "DC=domaindnszones,DC=exemple,DC=test", "DC=Application,DC=exemple,DC=test"};
  static const std::array<std::string_view, 2> controls{"1.2.840.113556.1.4.319", "1.2.840.113556.1.4.801"};
  static const std::array<RawAttribute, 7> attributes{
      {{"namingContexts", contexts},
       {"supportedControl", controls},
       {"defaultNamingContext", std::span(contexts).subspan(0, 1)},
       {"rootDomainNamingContext", std::span(contexts).subspan(0, 1)},
       {"configurationNamingContext", std::span(contexts).subspan(1, 1)},
       {"schemaNamingContext", std::span(contexts).subspan(2, 1)},
       {"serverName", {}}}};
  static const RawEntry entry{"", attributes};
  return entry;
}

std::size_t count(const std::vector<Slice>& plan, Part part) {
  return static_cast<std::size_t>(
      std::count_if(plan.begin(), plan.end(), [&](const Slice& slice) { return slice.part == part; }));
}

}  // namespace

TEST_CASE("the rootDSE says which controls may be sent as critical", "[directory]") {
  const auto root = read_root(root_entry());
  CHECK(root.controls.paged);
  CHECK(root.controls.sd_flags);
  CHECK_FALSE(root.controls.domain_scope);
  CHECK_FALSE(root.current_time);
  CHECK(root.holds("DC=DomainDnsZones,DC=exemple,DC=test"));
  CHECK_FALSE(root.holds(dns_context(root, Part::forest_dns)));
}

TEST_CASE("the plan reads each partition the controller holds, and asks attributes by name", "[directory]") {
  const auto plan = make_plan(read_root(root_entry()));
  CHECK(count(plan, Part::domain) == 2);
  CHECK(count(plan, Part::configuration) == 1);
  CHECK(count(plan, Part::schema) == 1);
  CHECK(count(plan, Part::domain_dns) == 1);
  CHECK(count(plan, Part::forest_dns) == 0);
  for (const auto& slice : plan) {
    INFO(slice.request.base);
    const auto& names = slice.request.attributes;
    CHECK_FALSE(names.empty());
    CHECK(std::find(names.begin(), names.end(), "*") == names.end());
    CHECK(std::find(names.begin(), names.end(), "nTSecurityDescriptor") != names.end());
  }
}

TEST_CASE("generalized times are read, and nonsense is not", "[directory]") {
  using namespace std::chrono;
  const auto time = parse_generalized_time("20261125043007.0Z");
  REQUIRE(time);
  CHECK(*time == sys_days{year{2026} / 11 / 25} + hours{4} + minutes{30} + seconds{7});
  CHECK(parse_generalized_time("20240229000000Z"));
  for (const auto* text : {"", "2026", "20261125043007", "20260229000000.0Z", "20261325043007.0Z", "20261125253007.0Z",
                           "2026112504300xZ", "-0261125043007Z"}) {
    INFO(text);
    CHECK_FALSE(parse_generalized_time(text));
  }
}

TEST_CASE("a name goes into a filter escaped", "[directory]") {
  CHECK(escape_filter("DC=a*(b)\\c") == "DC=a\\2A\\28b\\29\\5Cc");
  const auto request = cross_reference_request(read_root(root_entry()), "DC=ForestDnsZones,DC=exemple,DC=test");
  CHECK(request.base == "CN=Partitions,CN=Configuration,DC=exemple,DC=test");
  CHECK(request.filter == "(nCName=DC=ForestDnsZones,DC=exemple,DC=test)");
}
