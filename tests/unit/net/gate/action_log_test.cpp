// SPDX-License-Identifier: EUPL-1.2
#include "net/gate/action_log.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace hygie;
using net::ActionLog;

namespace {

std::chrono::sys_seconds noon() {
  return std::chrono::sys_days{std::chrono::year{2026} / 6 / 1} + std::chrono::hours{12};
}

std::string fresh_path() {
  const auto path = std::filesystem::temp_directory_path() / "hygie-action-log-test.log";
  std::filesystem::remove(path);
  return path.string();
}

void write(const std::string& path, int lines) {
  auto log = ActionLog::open(path, noon).value();
  for (int i = 0; i < lines; ++i) log.append("scan", "192.0.2." + std::to_string(i), "3 tcp");
  REQUIRE(log.flush());
}

std::string content(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("the action log goes on where it was", "[net][action log]") {
  const auto path = fresh_path();
  write(path, 3);
  write(path, 2);
  CHECK(net::verify_action_log(path).value() == 5);
  CHECK(std::filesystem::status(path).permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("a line that was changed, removed, moved or cut shows", "[net][action log]") {
  const auto path = fresh_path();
  write(path, 4);
  auto text = content(path);
  const auto line = [&](std::size_t n) {
    std::size_t from = 0;
    while (n-- > 0) from = text.find('\n', from) + 1;
    return std::pair(from, text.find('\n', from) + 1 - from);
  };
  SECTION("changed") { text.replace(text.find("192.0.2.1"), 9, "192.0.2.8"); }
  SECTION("removed") { text.erase(line(1).first, line(1).second); }
  SECTION("the first one removed") { text.erase(0, line(0).second); }
  SECTION("moved") {
    const auto second = text.substr(line(1).first, line(1).second);
    text.erase(line(1).first, line(1).second);
    text += second;
  }
  SECTION("cut in the middle of a line") { text.resize(text.size() - 10); }
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
  CHECK(net::verify_action_log(path).error().code == core::ErrorCode::integrity);
  CHECK(ActionLog::open(path, noon).error().code == core::ErrorCode::integrity);
}

TEST_CASE("two runs cannot write in one log at once", "[net][action log]") {
  const auto path = fresh_path();
  const auto first = ActionLog::open(path, noon);
  REQUIRE(first);
  CHECK(ActionLog::open(path, noon).error().code == core::ErrorCode::config);
}
