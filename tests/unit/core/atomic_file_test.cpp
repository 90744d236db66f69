// SPDX-License-Identifier: EUPL-1.2
#include "core/store/atomic_file.hpp"

#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>

using namespace hygie;

TEST_CASE("a device is written through, never replaced", "[core]") {
  const auto folder = std::filesystem::temp_directory_path() / ("hygie-atomic-" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  const auto link = (folder / "sink").string();
  std::filesystem::create_symlink("/dev/null", link);
  CHECK(core::can_write_file(link));
  CHECK(core::write_file(link, "report"));
  struct stat status {};
  REQUIRE(::lstat(link.c_str(), &status) == 0);
  CHECK(S_ISLNK(status.st_mode));
  CHECK_FALSE(core::can_write_file((folder / "missing" / "report").string()));
  std::filesystem::remove_all(folder);
}
