// SPDX-License-Identifier: EUPL-1.2
// hygie_test_snapshots FOLDER: writes the snapshots that the transcripts of tests/cli replay.
#include "audits/directory/snapshot.hpp"
#include "core/store/atomic_file.hpp"
#include "tests/support/directory.hpp"

#include <fmt/format.h>

namespace {

bool write(const std::string& folder, const char* name, hygie::directory::DirectoryFacts& facts) {
  hygie::directory::derive(facts);
  const auto written = hygie::core::write_file(folder + "/" + name, hygie::directory::write_snapshot(facts));
  if (!written) fmt::print(stderr, "{}: {}\n", written.error().where, written.error().what);
  return written.has_value();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto healthy = hygie::test::healthy_directory();
  auto old_key = hygie::test::healthy_directory();
  hygie::test::account(old_key, "krbtgt").password_set = old_key.collected_at - std::chrono::days{400};
  auto unread = hygie::test::healthy_directory();
  hygie::test::lose(unread, hygie::directory::Part::domain);
  const bool good = write(argv[1], "healthy.snapshot", healthy) && write(argv[1], "old-key.snapshot", old_key) &&
                    write(argv[1], "unread.snapshot", unread);
  return good ? 0 : 1;
}
