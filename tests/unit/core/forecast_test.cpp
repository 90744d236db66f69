// SPDX-License-Identifier: EUPL-1.2
#include "core/forecast.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace hygie;
using namespace std::chrono_literals;
using core::Forecast;

namespace {

const Forecast::Clock::time_point start{1000s};

/// Work at that many items a second, told ten times a second, for so long.
struct Worker {
  Forecast forecast;
  Forecast::Clock::time_point now = start;
  double done = 0;
  std::size_t total;
  explicit Worker(std::size_t of) : total(of) {
    forecast.begin(now);
    forecast.note(now, 0, total);
  }
  void work(std::chrono::milliseconds time, double rate) {
    for (; time > 0ms; time -= 100ms) {
      now += 100ms;
      done = std::min(static_cast<double>(total), done + rate / 10);
      forecast.note(now, static_cast<std::size_t>(done), total);
    }
  }
  [[nodiscard]] long left() const { return static_cast<long>(forecast.remaining(now).value_or(0s).count()); }
};

}  // namespace

TEST_CASE("nothing is foretold in the first seconds") {
  Worker worker(65'535);
  worker.work(2900ms, 500);
  CHECK_FALSE(worker.forecast.rate());
  CHECK_FALSE(worker.forecast.remaining(worker.now));
  worker.work(300ms, 500);
  REQUIRE(worker.forecast.rate());
  CHECK(std::abs(*worker.forecast.rate() - 500) < 5);
  CHECK(std::abs(worker.left() - 128) <= 3);
}

TEST_CASE("an even pace counts down evenly, to one second and no less") {
  Worker worker(5000);
  worker.work(4000ms, 100);
  for (auto before = worker.left(); worker.done < 4990; before = worker.left()) {
    worker.work(1000ms, 100);
    CHECK(std::abs(before - worker.left() - 1) <= 1);
    CHECK(worker.left() >= 0);
  }
  CHECK(worker.forecast.remaining(worker.now + 1h).value_or(1s) == 1s);
  worker.work(2000ms, 100);
  CHECK_FALSE(worker.forecast.remaining(worker.now));  // all is done
}

TEST_CASE("a pace that trembles does not move the end") {
  Worker worker(100'000);
  worker.work(10s, 500);
  const auto end = worker.left();
  for (int i = 1; i <= 20; ++i) {
    worker.work(1s, i % 2 == 0 ? 470 : 530);
    CHECK(std::abs(end - worker.left() - i) <= 1);
  }
}

TEST_CASE("a pace that changes is followed within its memory") {
  Worker worker(100'000);
  worker.work(20s, 500);
  worker.work(60s, 100);
  CHECK(*worker.forecast.rate() < 110);
  CHECK(worker.left() > 700);
}

TEST_CASE("work that stands still, of unknown length, or that began anew tells no end") {
  Worker still(1000);
  still.work(60s, 0);
  CHECK_FALSE(still.forecast.rate());
  CHECK_FALSE(still.forecast.remaining(still.now));
  Worker stopped(1'000'000);
  stopped.work(10s, 500);
  stopped.work(10min, 0);
  CHECK_FALSE(stopped.forecast.remaining(stopped.now));
  Worker unknown(0);
  for (std::size_t i = 0; i < 100; ++i) unknown.forecast.note(unknown.now += 100ms, i, 0);
  CHECK(unknown.forecast.rate());
  CHECK_FALSE(unknown.forecast.remaining(unknown.now));
  Worker again(1000);
  again.work(10s, 50);
  again.forecast.note(again.now, 0, 10);
  CHECK_FALSE(again.forecast.rate());
}
