// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/loss.hpp"

#include <catch2/catch.hpp>

using namespace hygie;

namespace {

/// Passes until a silent port may be called filtered, at that loss of each question.
unsigned passes(unsigned witnesses, unsigned lost) {
  net::Loss loss;
  for (unsigned pass = 1; pass < 20; ++pass) {
    for (unsigned i = 0; i < witnesses; ++i) loss.witness(i < lost);
    loss.end_pass(loss.witnesses(), 1);
    if (loss.missed() <= net::Loss::enough) return pass;
  }
  return 20;
}

}  // namespace

TEST_CASE("silence is believed after as many passes as the losses want", "[net]") {
  CHECK(passes(25, 0) == 2);
  CHECK(passes(100, 1) == 3);   // 1.2 % twice is over one in twenty thousand
  CHECK(passes(100, 10) == 5);  // 5 % lost in each direction
  CHECK(passes(100, 19) == 6);  // 10 %
  CHECK(passes(100, 60) > 10);
}

TEST_CASE("a host without witnesses leans on those of the others, and on what the kernel repeats", "[net]") {
  net::Loss alone;
  alone.end_pass({}, 1);
  CHECK(alone.missed() > net::Loss::enough);
  alone.end_pass({}, 2);  // a window of almost two seconds holds two SYNs
  CHECK(alone.missed() <= net::Loss::enough);

  net::Loss beside;
  const net::Witnesses others{1000, 190};
  for (int pass = 0; pass < 5; ++pass) beside.end_pass(others, 1);
  CHECK(beside.missed() > net::Loss::enough);
  beside.end_pass(others, 1);
  CHECK(beside.missed() <= net::Loss::enough);
}

TEST_CASE("what was seen at another speed is forgotten, or kept alone", "[net]") {
  net::Loss loss;
  for (int i = 0; i < 50; ++i) loss.witness(true);
  loss.end_pass({}, 1);
  for (int i = 0; i < 20; ++i) loss.witness(false);
  CHECK(loss.of_pass({}) > 0.1);
  CHECK(loss.share() == Approx(50.0 / 70));
  auto kept = loss;
  kept.keep_pass_only();
  CHECK(kept.witnesses().asked == 20);
  CHECK(kept.witnesses().lost == 0);
  CHECK(kept.share() == 0);
  CHECK(kept.missed() > 0.8);  // the pass was made, and found little
  loss.keep_pass_only();
  loss.judge_by({});
  CHECK(loss.missed() < 0.05);  // those who answered were no witnesses
}
