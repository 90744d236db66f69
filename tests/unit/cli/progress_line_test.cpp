// SPDX-License-Identifier: EUPL-1.2
#include "cli/program/progress_line.hpp"

#include "core/i18n.hpp"
#include "report/unicode.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace std::chrono_literals;
using cli::progress_line;

namespace {

struct InFrench {
  InFrench() { core::set_language(core::Language::fr); }
  ~InFrench() { core::set_language(core::Language::en); }
  InFrench(const InFrench&) = delete;
  InFrench& operator=(const InFrench&) = delete;
};

}  // namespace

TEST_CASE("a line of progress tells the count, the rate and the time") {
  CHECK(progress_line("ports", 12'400, 65'535, 498.2, 107s, 79) == "ports 12 400/65 535 · 498/s · 1 min 47 s left");
  CHECK(progress_line("ports", 12'400, 65'535, 498.2, 3900s, 79) == "ports 12 400/65 535 · 498/s · 1 h 05 min left");
  CHECK(progress_line("ports", 5, 10, 0.2, 9s, 79) == "ports 5/10 · 12/min · 9 s left");
  CHECK(progress_line("ports", 5, 10, std::nullopt, std::nullopt, 79) == "ports 5/10");
  CHECK(progress_line("names", 1234, 0, 20, std::nullopt, 79) == "names 1 234 · 20/s");
  CHECK(progress_line("ports", 11, 10, 0.001, std::nullopt, 79) == "ports 10/10");
  CHECK(progress_line("ports", 999, 1000, 0, 60s, 79) == "ports 999/1 000 · 1 min 00 s left");
}

TEST_CASE("the same in French") {
  const InFrench french;
  CHECK(progress_line("ports", 12'400, 65'535, 498, 107s, 79) == "ports 12 400/65 535 · 498/s · encore 1 min 47 s");
}

TEST_CASE("a line of progress never wraps, and gives way in order") {
  const std::string phase = "certificats et réglages du chiffrement de chaque service";
  for (int width = 1; width < 120; ++width) {
    const auto line = progress_line(phase, 1'234'567, 33'554'432, 123'456, 86'399s, width);
    CHECK(report::display_width(line) <= width);
  }
  const auto at = [](int width) { return progress_line("services", 12, 3400, 2.0, 107s, width); };
  CHECK(at(42) == "services 12/3 400 · 2/s · 1 min 47 s left");
  CHECK(at(40) == "services 12/3 400 · 1 min 47 s left");
  CHECK(at(30) == "services 12/3 400");
  CHECK(at(10) == "services…");
  CHECK(progress_line("un nom de phase bien long", 12, 34, std::nullopt, std::nullopt, 20) == "un nom de pha… 12/34");
}
