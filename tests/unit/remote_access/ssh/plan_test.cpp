// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/collect/ssh/plan.hpp"
#include "audits/remote_access/collect/ssh/read_ssh.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::remote_access;

namespace {

net::ssh::Lists lists(std::vector<std::string> exchanges, std::vector<std::string> keys) {
  net::ssh::Lists out;
  out.exchanges = std::move(exchanges);
  out.host_keys = std::move(keys);
  return out;
}

}  // namespace

TEST_CASE("Each key is asked for once, the weak ones first, a group measured on the way", "[remote_access][ssh]") {
  const auto all = lists({"curve25519-sha256", "diffie-hellman-group-exchange-sha256"},
                         {"rsa-sha2-512", "rsa-sha2-256", "ssh-rsa", "ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-dss"});
  const auto questions = next_questions(all, "ssh-rsa", 9);
  REQUIRE(questions.size() == 4);
  CHECK(questions[0].host_key == "ssh-dss");
  CHECK(questions[0].group->wanted == 3072);
  CHECK(questions[1].host_key == "ecdsa-sha2-nistp256");
  CHECK_FALSE(questions[1].group);
  CHECK(questions[2].host_key == "ssh-ed25519");
  CHECK_FALSE(questions[3].key);
  CHECK(questions[3].group->most == 1024);
  CHECK(next_questions(all, "ssh-rsa", 2).size() == 2);
  CHECK(next_questions(all, "ssh-rsa", 0).empty());
}

TEST_CASE("With one key and no group there is nothing more to ask", "[remote_access][ssh]") {
  CHECK(next_questions(lists({"curve25519-sha256"}, {"ssh-ed25519"}), "ssh-ed25519", 4).empty());
  const auto group = next_questions(lists({"diffie-hellman-group-exchange-sha1"}, {"ssh-ed25519"}), "ssh-ed25519", 4);
  REQUIRE(group.size() == 2);
  CHECK_FALSE(group[0].key);
}

TEST_CASE("The key behind an algorithm", "[remote_access][ssh]") {
  CHECK(key_of("rsa-sha2-512") == "ssh-rsa");
  CHECK(key_of("rsa-sha2-256-cert-v01@openssh.com") == "ssh-rsa-cert-v01@openssh.com");
  CHECK(key_of("ssh-ed25519") == "ssh-ed25519");
  CHECK(key_of("ssh-gost2001").empty());
}

TEST_CASE("An entry point that several accesses share is asked once", "[remote_access][ssh]") {
  Register declared;
  for (const auto* id : {"A", "B", "C", "D"}) {
    Access access{.id = id};
    access.protocol = "ssh";
    access.door.host = "192.0.2.10";
    access.accounts = {Account{.name = std::string("tm-") + id}};
    declared.accesses.push_back(access);
  }
  declared.accesses[1].door.port = 22;
  declared.accesses[2].door.port = 2222;
  declared.accesses[2].accounts.front().state = "disabled";
  declared.accesses[3].closed = Said::yes;
  const auto targets = ssh_targets(declared);
  REQUIRE(targets.size() == 2);
  CHECK(targets[0].port == 22);
  CHECK(targets[0].accesses == std::vector<std::string>{"A", "B", "D"});
  CHECK(targets[0].accounts == std::vector<std::string>{"tm-A", "tm-B"});
  CHECK(targets[1].accounts.empty());
  declared.accesses[0].protocol = "rdp";
  declared.accesses[1].door.host.clear();
  CHECK(ssh_targets(declared).size() == 2);
}
