// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/match/affected.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace hygie::exposure::feeds;

namespace {

Answer answer(const std::string& version, const std::vector<Affected>& lines, Order order = Order::generic) {
  return decide(order, version, lines).answer;
}

const Affected from_8_5_to_9_7{.form = Form::range, .low = "8.5p1", .high = "9.7p1", .high_included = true};

}  // namespace

TEST_CASE("a range holds its included ends and not its excluded ones", "[feeds]") {
  CHECK(answer("8.4p1", {from_8_5_to_9_7}) == Answer::no);
  CHECK(answer("8.5p1", {from_8_5_to_9_7}) == Answer::yes);
  CHECK(answer("9.7p1", {from_8_5_to_9_7}) == Answer::yes);
  CHECK(answer("9.7p2", {from_8_5_to_9_7}) == Answer::no);
  auto open = from_8_5_to_9_7;
  open.low_excluded = true;
  open.high_included = false;
  CHECK(answer("8.5p1", {open}) == Answer::no);
  CHECK(answer("8.5p2", {open}) == Answer::yes);
  CHECK(answer("9.7p1", {open}) == Answer::no);
  CHECK(answer("9.7", {open}) == Answer::yes);
}

TEST_CASE("an open end is open", "[feeds]") {
  CHECK(answer("0.1", {{.form = Form::range, .high = "2.0"}}) == Answer::yes);
  CHECK(answer("99", {{.form = Form::range, .low = "2.0"}}) == Answer::yes);
  CHECK(answer("99", {{.form = Form::range}}) == Answer::yes);
}

TEST_CASE("an exact line, with or without its updates", "[feeds]") {
  CHECK(answer("9.2p1", {{.form = Form::exact, .low = "9.2-p1"}}) == Answer::yes);
  CHECK(answer("9.2p1", {{.form = Form::exact, .low = "9.2"}}) == Answer::no);
  const Affected any{.form = Form::exact, .low = "9.2", .high = std::string(any_update)};
  CHECK(answer("9.2p1", {any}) == Answer::yes);
  CHECK(answer("9.2", {any}) == Answer::yes);
  CHECK(answer("9.2.1", {any}) == Answer::no);
  CHECK(answer("9.20", {any}) == Answer::no);
}

TEST_CASE("what cannot be compared or needs something else is possible at most", "[feeds]") {
  CHECK(answer("1.0", {{.form = Form::unsaid}}) == Answer::possible);
  CHECK(answer("deadbeef99", {from_8_5_to_9_7}) == Answer::possible);
  CHECK(answer("9.0p1", {{.form = Form::range, .high = "9.9", .needs = "microsoft:windows"}}) == Answer::possible);
  CHECK(decide(Order::generic, "9.0p1",
               std::vector<Affected>{{.form = Form::range, .high = "9.9", .needs = "microsoft:windows"}})
            .needs == "microsoft:windows");
  // the same without the condition is enough
  CHECK(answer("9.0p1", {{.form = Form::range, .high = "9.9", .needs = "microsoft:windows"},
                         {.form = Form::range, .high = "9.9"}}) == Answer::yes);
}

TEST_CASE("versions that no line names follow the default", "[feeds]") {
  const Affected fixed{.said = Said::unaffected, .form = Form::range, .low = "2.0"};
  const Affected others{.said = Said::affected, .form = Form::otherwise};
  CHECK(answer("1.9", {fixed, others}) == Answer::yes);
  CHECK(answer("2.0", {fixed, others}) == Answer::no);
  CHECK(decide(Order::generic, "2.0", std::vector<Affected>{fixed, others}).denied);
  CHECK(answer("1.9", {fixed}) == Answer::no);
}

TEST_CASE("a record that contradicts itself is possible", "[feeds]") {
  CHECK(answer("2.0", {{.form = Form::range}, {.said = Said::unaffected, .form = Form::exact, .low = "2.0"}}) ==
        Answer::possible);
}

TEST_CASE("each mended branch speaks for itself while a later one is ahead", "[feeds]") {
  const Affected nginx{.form = Form::range, .low = "1.5.13", .changes = "1.26.2 u\n1.27.1 u\n"};
  CHECK(answer("1.5.12", {nginx}) == Answer::no);
  CHECK(answer("1.26.1", {nginx}) == Answer::yes);
  CHECK(answer("1.26.2", {nginx}) == Answer::no);
  CHECK(answer("1.26.3", {nginx}) == Answer::no);
  CHECK(answer("1.27.0", {nginx}) == Answer::yes);
  CHECK(answer("1.27.1", {nginx}) == Answer::no);
  CHECK(answer("1.28.0", {nginx}) == Answer::no);
  const Affected panos{
      .form = Form::range, .low = "10.2.0", .high = "10.2.9-h1", .changes = "10.2.7-h8 u\n10.2.8-h3 u\n"};
  CHECK(answer("10.2.8-h2", {panos}) == Answer::yes);
  CHECK(answer("10.2.8-h3", {panos}) == Answer::no);
  CHECK(answer("10.2.8-h10", {panos}) == Answer::no);
  CHECK(answer("10.2.8", {panos}) == Answer::yes);
  CHECK(answer("10.2.9", {panos}) == Answer::yes);
  CHECK(answer("10.2.9-h1", {panos}) == Answer::no);
}

TEST_CASE("entries are judged apart", "[feeds]") {
  const Affected ten{.entry = 0, .form = Form::range, .low = "10.0", .high = "10.5"};
  const Affected ten_default{.entry = 0, .said = Said::unaffected, .form = Form::otherwise};
  const Affected eleven{.entry = 1, .form = Form::range, .low = "11.0", .high = "11.5"};
  CHECK(answer("10.4", {ten, ten_default, eleven}) == Answer::yes);
  CHECK(answer("11.4", {ten, ten_default, eleven}) == Answer::yes);
  CHECK(answer("12.0", {ten, ten_default, eleven}) == Answer::no);
}
