// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/algorithms/algorithms.hpp"
#include "report/words.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace hygie;
using namespace hygie::remote_access;

TEST_CASE("Every algorithm stands once, with reasons that people can read", "[remote_access][ssh]") {
  std::set<std::pair<AlgorithmKind, std::string>> seen;
  for (const auto& one : all_algorithms()) {
    INFO(one.name);
    CHECK(seen.insert({one.kind, one.name}).second);
    CHECK_FALSE(one.reasons.empty());
    for (const auto& reason : one.reasons) CHECK(report::has_word("evidence." + reason));
  }
  CHECK(seen.size() == 374);
}

TEST_CASE("An algorithm is found by its name, or by what precedes the digest of its mechanism",
          "[remote_access][ssh]") {
  CHECK(find_algorithm(AlgorithmKind::exchange, "ecdh-sha2-nistp256")->anssi == Worth::ok);
  CHECK(find_algorithm(AlgorithmKind::exchange, "ecdh-sha2-nistp256")->ssh_audit == Worth::fail);
  CHECK(find_algorithm(AlgorithmKind::exchange, "gss-group14-sha1-toWM5Slw5Ew8Mqkay+al2g==")->anssi == Worth::fail);
  CHECK(find_algorithm(AlgorithmKind::exchange, "gss-new-toWM5Slw5Ew8Mqkay+al2g==") == nullptr);
  CHECK(find_algorithm(AlgorithmKind::cipher, "ecdh-sha2-nistp256") == nullptr);
  CHECK(find_algorithm(AlgorithmKind::cipher, "") == nullptr);
  CHECK(find_algorithm(AlgorithmKind::mac, "none")->anssi == Worth::fail);
}

TEST_CASE("A verdict is that of the profile", "[remote_access][ssh]") {
  const auto& curve = *find_algorithm(AlgorithmKind::exchange, "curve25519-sha256");
  CHECK(worth_by(curve, "anssi") == Worth::ok);
  CHECK(worth_by(curve, "ssh-audit") == Worth::warn);
  CHECK(worth_by(curve, "ssh-audit-2.5") == Worth::ok);
}
