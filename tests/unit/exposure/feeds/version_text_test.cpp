// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/formats/version_text.hpp"

#include <catch2/catch.hpp>

using namespace hygie::exposure::feeds;

namespace {

Value item(std::vector<std::pair<std::string, std::string>> members) {
  Value out{.kind = Value::Kind::object};
  for (auto& [key, text] : members) out.items.push_back({.kind = Value::Kind::text, .key = key, .text = text});
  return out;
}

/// The line as text: "[low, high)".
std::string shown(const Affected& line) {
  if (line.form == Form::unsaid) return "unsaid";
  if (line.form == Form::exact) return "= " + line.low;
  return std::string(line.low_excluded ? "(" : "[") + line.low + ", " + line.high + (line.high_included ? "]" : ")");
}

std::string read(const std::string& version) {
  const auto line = read_version(item({{"version", version}, {"status", "affected"}}));
  return line ? shown(*line) : "none";
}

}  // namespace

TEST_CASE("the words of the CVE list", "[feeds]") {
  struct Row {
    const char* text;
    const char* wanted;
  };
  const auto row =
      GENERATE(Row{"1.2.3", "= 1.2.3"}, Row{" v1.2 ", "= v1.2"}, Row{"< 1.2.3", "[, 1.2.3)"}, Row{"<= 5", "[, 5]"},
               Row{">= 1.0, < 1.2", "[1.0, 1.2)"}, Row{"> 1.0, <= 1.2", "(1.0, 1.2]"}, Row{"= 1.0", "= 1.0"},
               Row{"All versions < V4.3.8", "[, V4.3.8)"}, Row{"All versions", "[, )"}, Row{"*", "[, )"},
               Row{"1.2 and earlier", "[, 1.2]"}, Row{"7.0.1-5035 and older versions", "[, 7.0.1-5035]"},
               Row{"1.2 of the old series", "unsaid"}, Row{"8.0 U3b", "= 8.0 U3b"}, Row{"before 1.2", "[, 1.2)"},
               Row{"prior to 1.2", "[, 1.2)"}, Row{"1.0 through 1.5", "[1.0, 1.5]"}, Row{"10.x", "[10, 10.999999999]"},
               Row{"2.4.*", "[2.4, 2.4.999999999]"}, Row{"n/a", "unsaid"}, Row{"unspecified", "unsaid"},
               Row{"-", "unsaid"}, Row{"", "unsaid"}, Row{"FastConnect 7800", "unsaid"}, Row{"< 1.0 < 2.0", "unsaid"},
               Row{"<", "unsaid"}, Row{">= , < ", "unsaid"}, Row{"before the dawn", "unsaid"});
  INFO(row.text);
  CHECK(read(row.text) == row.wanted);
}

TEST_CASE("ranges of the CVE list", "[feeds]") {
  const auto range = [](std::vector<std::pair<std::string, std::string>> members) {
    const auto line = read_version(item(std::move(members)));
    return line ? shown(*line) : "none";
  };
  CHECK(range({{"version", "10.2.0"}, {"lessThan", "10.2.9-h1 "}}) == "[10.2.0, 10.2.9-h1)");
  CHECK(range({{"version", "8.5p1"}, {"lessThanOrEqual", "9.7p1"}}) == "[8.5p1, 9.7p1]");
  CHECK(range({{"version", "0"}, {"lessThan", "2"}}) == "[, 2)");
  CHECK(range({{"version", "unspecified"}, {"lessThan", "2"}}) == "[, 2)");
  CHECK(range({{"version", "2"}, {"lessThan", "*"}}) == "[2, )");
  CHECK(range({{"version", "2"}, {"lessThanOrEqual", "2.4.*"}}) == "[2, 2.4.999999999]");
  CHECK(range({{"version", "0"}, {"lessThan", "< 1.2"}}) == "[, 1.2)");
  CHECK(range({{"version", "Rev A"}, {"lessThan", "Rev C"}}) == "unsaid");
  CHECK(range({{"version", "deadbeef12"}, {"lessThan", "cafe123456"}, {"versionType", "git"}}) == "none");
}

TEST_CASE("status and changes of the CVE list", "[feeds]") {
  auto value = item({{"version", "1.5.13"}, {"status", "affected"}, {"lessThan", "*"}});
  Value changes{.kind = Value::Kind::array, .key = "changes"};
  changes.items.push_back(item({{"at", "1.26.2"}, {"status", "unaffected"}}));
  changes.items.push_back(item({{"at", "1.27.0"}, {"status", "affected"}}));
  value.items.push_back(changes);
  CHECK(read_version(value)->changes == "1.26.2 u\n1.27.0 a\n");
  CHECK(read_version(item({{"version", "1"}, {"status", "unaffected"}}))->said == Said::unaffected);
  CHECK(read_version(item({{"version", "1"}, {"status", "unknown"}}))->said == Said::unknown);
}
