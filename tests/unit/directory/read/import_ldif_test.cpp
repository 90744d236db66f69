// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/collect.hpp"
#include "audits/directory/derived.hpp"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace hygie;
using namespace hygie::directory;

namespace {

class File {
 public:
  explicit File(const std::string& text)
      : path_((std::filesystem::temp_directory_path() / ("hygie-ldif-" + std::to_string(getpid()))).string()) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~File() { std::filesystem::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

core::Result<DirectoryFacts> import(const std::string& path, std::optional<core::Instant> at = {},
                                    core::Deadline deadline = {}) {
  core::NoProgress progress;
  return import_ldif(path, "hopital.test", at, deadline, progress);
}

const std::string root = "dn:\ncurrentTime: 20260101000000.0Z\ndefaultNamingContext: DC=hopital,DC=test\n\n";
const std::string head = "dn: DC=hopital,DC=test\nobjectClass: domainDNS\n\n";

}  // namespace

TEST_CASE("an LDIF file becomes facts") {
  const File file(root + head + "dn: CN=a,DC=hopital,DC=test\nobjectClass: user\nsAMAccountName: a\n\n");
  const auto facts = import(file.path());
  REQUIRE(facts);
  CHECK(facts->origin.name == "hopital.test");
  CHECK(facts->origin.source == "ldif");
  CHECK(facts->origin.server == file.path());
  CHECK(facts->find_account("A") != nullptr);
  CHECK_FALSE(facts->missing(Part::domain));
  CHECK(facts->missing(Part::schema));
}

TEST_CASE("the time of the facts: as told, else the server's, else the file's") {
  const auto told = std::chrono::sys_days{std::chrono::year{2025} / 6 / 1};
  const File with_root(root + head);
  CHECK(import(with_root.path(), told)->collected_at == told);
  CHECK(import(with_root.path())->collected_at == std::chrono::sys_days{std::chrono::year{2026} / 1 / 1});
  const File without(head);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  CHECK(std::chrono::abs(import(without.path())->collected_at - now) < std::chrono::minutes{5});
}

TEST_CASE("a cut file is a gap of the part where it ends") {
  const File file(head + "dn: CN=x,CN=Sites,CN=Configuration,DC=hopital,DC=test\nobjectClass: si");
  const auto facts = import(file.path());
  REQUIRE(facts);
  CHECK(facts->missing(Part::configuration));
  CHECK_FALSE(facts->missing(Part::domain));
}

TEST_CASE("what is stopped keeps what was read, and says so") {
  std::string text = head;
  for (int i = 0; i < 3000; ++i) text += "dn: CN=u" + std::to_string(i) + ",DC=hopital,DC=test\nobjectClass: user\n\n";
  const File file(text);
  core::Cancellation cancellation;
  cancellation.cancel();
  core::Deadline deadline;
  deadline.cancellation = &cancellation;
  const auto facts = import(file.path(), {}, deadline);
  REQUIRE(facts);
  CHECK(facts->accounts.size() < 3000);
  CHECK(facts->missing(Part::domain));
}

TEST_CASE("files that cannot be read are errors that name them") {
  for (const std::string path : {"/nonexistent/a.ldif", "/", "/dev/null"}) {
    const auto facts = import(path);
    REQUIRE_FALSE(facts);
    CHECK(facts.error().where == path);
    CHECK_FALSE(facts.error().what.empty());
  }
  const File empty("");
  CHECK(import(empty.path()).error().code == core::ErrorCode::parse);
  const File binary(
      std::string("\x7f"
                  "ELF\0\0\n",
                  7));
  CHECK(import(binary.path()).error().where == binary.path() + ":1");
}
