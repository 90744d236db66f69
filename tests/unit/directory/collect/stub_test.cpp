// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/collect.hpp"

#include <spawn.h>
#include <unistd.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdio>
#include <memory>

#include <sys/wait.h>

extern char** environ;  // NOLINT(readability-redundant-declaration)

using namespace hygie;
using namespace hygie::directory;

namespace {

/// tests/lab/stub_ldap.py in a child process, for the accidents no real server can be asked for.
class Stub {
 public:
  explicit Stub(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"python3", HYGIE_SOURCE_DIR "/tests/lab/stub_ldap.py"});
    std::vector<char*> raw;
    for (auto& argument : arguments) raw.push_back(argument.data());
    raw.push_back(nullptr);
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    REQUIRE(::posix_spawn(&child_, "/usr/bin/python3", &actions, nullptr, raw.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    char byte = 0;
    while (::read(ends[0], &byte, 1) == 1 && byte != '\n') url_.push_back(byte);
    ::close(ends[0]);
    REQUIRE(url_.starts_with("ldap://127."));
  }
  Stub(const Stub&) = delete;
  Stub& operator=(const Stub&) = delete;
  ~Stub() {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  [[nodiscard]] const std::string& url() const { return url_; }

 private:
  pid_t child_ = -1;
  std::string url_;
};

net::Scope loopback() {
  net::Authorisation authorisation;
  authorisation.by = "test";
  authorisation.from = std::chrono::year{2026} / 1 / 1;
  authorisation.until = std::chrono::year{2026} / 12 / 31;
  authorisation.covers = {"directory"};
  authorisation.addresses = {"127.0.0.0/8"};
  return std::move(*net::Scope::make(authorisation));
}

core::Result<DirectoryFacts> read(const Stub& stub, core::Deadline deadline = {}) {
  LdapTarget target;
  target.name = "stub.test";
  target.url = stub.url();
  target.operation_timeout = std::chrono::seconds{2};
  core::NoProgress progress;
  return collect(target, loopback(), deadline, progress);
}

const Group* large_group(const DirectoryFacts& facts) {
  for (const auto& group : facts.groups)
    if (group.sam == "Grand groupe" || group.members.size() > 5) return &group;
  return nullptr;
}

}  // namespace

TEST_CASE("every page is read", "[directory][stub]") {
  const auto facts = read(Stub({"plain", "--entries", "2345"}));
  REQUIRE(facts);
  CHECK(facts->accounts.size() == 2345);
  CHECK_FALSE(facts->missing(Part::domain));
  CHECK_FALSE(facts->missing(Part::configuration));
  CHECK_FALSE(facts->missing(Part::schema));
}

TEST_CASE("members that come in ranges all come", "[directory][stub]") {
  const auto facts = read(Stub({"ranges", "--members", "7400"}));
  REQUIRE(facts);
  const auto* group = large_group(*facts);
  REQUIRE(group != nullptr);
  CHECK(group->members.size() == 7400);
  CHECK_FALSE(group->incomplete);
  CHECK_FALSE(facts->missing(Part::domain));
}

TEST_CASE("a dropped connection costs nothing but time", "[directory][stub]") {
  const auto facts = read(Stub({"drop-once", "--entries", "2345", "--after", "1400"}));
  REQUIRE(facts);
  CHECK(facts->accounts.size() == 2345);
  CHECK_FALSE(facts->missing(Part::domain));
}

TEST_CASE("what a server refuses, cuts or repeats is a gap, and the rest is kept", "[directory][stub]") {
  const auto domain_gap =
      GENERATE(as<std::string>{}, "drop-always", "size-limit", "time-limit", "hang-midway", "stuck-cookie");
  INFO(domain_gap);
  const auto facts = read(Stub({domain_gap, "--entries", "60", "--after", "20", "--lifetime", "120"}));
  REQUIRE(facts);
  CHECK(facts->missing(Part::domain));
  CHECK(facts->accounts.size() >= 20);
}

TEST_CASE("a refused partition is a gap, and the others are read", "[directory][stub]") {
  const auto facts = read(Stub({"refuse-partition", "--entries", "60"}));
  REQUIRE(facts);
  CHECK(facts->missing(Part::configuration));
  CHECK_FALSE(facts->missing(Part::domain));
  CHECK(facts->accounts.size() == 60);
}

TEST_CASE("a server that answers nothing of use leaves gaps everywhere", "[directory][stub]") {
  const auto scenario = GENERATE(as<std::string>{}, "refuse-control", "busy", "referral", "garbage", "oversized");
  INFO(scenario);
  const auto facts = read(Stub({scenario}));
  REQUIRE(facts);
  for (const auto part : {Part::domain, Part::configuration, Part::schema}) CHECK(facts->missing(part));
}

TEST_CASE("references to other servers are let go", "[directory][stub]") {
  const auto facts = read(Stub({"references", "--entries", "60"}));
  REQUIRE(facts);
  CHECK(facts->accounts.size() == 60);
  CHECK_FALSE(facts->missing(Part::domain));
}

TEST_CASE("a refused sign-in is an error, not an empty directory", "[directory][stub]") {
  const auto facts = read(Stub({"bad-credentials"}));
  REQUIRE_FALSE(facts);
  CHECK(facts.error().code == core::ErrorCode::auth);
}

TEST_CASE("a deadline keeps what came and says what did not", "[directory][stub]") {
  core::Deadline deadline;
  deadline.at = std::chrono::steady_clock::now() + std::chrono::seconds{2};
  const Stub stub({"hang-midway", "--entries", "3000", "--after", "1500"});
  const auto begun = std::chrono::steady_clock::now();
  const auto facts = read(stub, deadline);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{5});
  REQUIRE(facts);
  CHECK(facts->missing(Part::domain));
  CHECK(facts->accounts.size() >= 1500);
}

TEST_CASE("a cancelled collection stops before it connects further", "[directory][stub]") {
  core::Cancellation cancellation;
  cancellation.cancel();
  core::Deadline deadline;
  deadline.cancellation = &cancellation;
  const auto facts = read(Stub({"plain"}), deadline);
  REQUIRE_FALSE(facts);
  CHECK(facts.error().code == core::ErrorCode::cancelled);
}

TEST_CASE("nothing outside the scope is contacted", "[directory][stub]") {
  LdapTarget target;
  target.url = "ldap://192.0.2.1";
  core::NoProgress progress;
  const auto facts = collect(target, loopback(), {}, progress);
  REQUIRE_FALSE(facts);
  CHECK(facts.error().code == core::ErrorCode::authorisation);
}
