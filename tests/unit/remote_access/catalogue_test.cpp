// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catalogue.hpp"
#include "audits/remote_access/snapshot.hpp"
#include "tests/support/remote_access.hpp"

using namespace hygie;

TEST_CASE("The catalogue and the registry are the same set", "[remote_access][catalogue]") {
  test::hold_same_set(remote_access::registry(), remote_access::catalogue().value());
}

TEST_CASE("French and English texts name the same evidence", "[remote_access][catalogue]") {
  test::hold_same_evidence(remote_access::catalogue().value());
}

TEST_CASE("Nothing fails and nothing is unknown on a sound register", "[remote_access][catalogue]") {
  const auto facts = test::sound_accesses();
  test::hold_sound(remote_access::registry(), [&](std::string_view id) { return test::run(id, facts); });
}

TEST_CASE("Every check needs a part, and answers unknown when it is lost", "[remote_access][catalogue]") {
  test::hold_needs(remote_access::registry(), [](std::string_view id, remote_access::Part part) {
    auto facts = test::sound_accesses();
    facts.gaps.push_back({std::string(to_string(part)), "lost"});
    return test::verdict(id, facts);
  });
}

TEST_CASE("An access that is closed for good is judged no more", "[remote_access][catalogue]") {
  auto facts = test::sound_accesses();
  facts.declared.accesses.front() = remote_access::Access{.id = "TM-OLD"};
  facts.declared.accesses.front().closed = remote_access::Said::yes;
  facts.ssh.clear();  // that its door answers no more has a check of its own
  for (const auto& check : remote_access::registry()) {
    INFO(check.id);
    CHECK(test::verdict(check.id, facts) != core::Verdict::fail);
    CHECK(test::verdict(check.id, facts) != core::Verdict::unknown);
  }
}

TEST_CASE("An access of which nothing is said passes nothing that it must show", "[remote_access][catalogue]") {
  auto facts = test::sound_accesses();
  facts.declared.accesses.front() = remote_access::Access{.id = "TM-NEW"};
  std::size_t passed = 0;
  for (const auto& check : remote_access::registry()) passed += test::verdict(check.id, facts) == core::Verdict::pass;
  CHECK(passed == 2);  // those on the establishment's cut-off
}

TEST_CASE("The snapshot holds every field, and damaged bytes are refused", "[remote_access][snapshot]") {
  const auto facts = test::sound_accesses();
  const auto bytes = remote_access::write_snapshot(facts);
  CHECK(remote_access::is_snapshot(bytes));
  const auto again = remote_access::read_snapshot(bytes);
  REQUIRE(again);
  CHECK(remote_access::write_snapshot(*again) == bytes);
  for (const auto& check : remote_access::registry()) {
    INFO(check.id);
    CHECK(test::verdict(check.id, *again) == test::verdict(check.id, facts));
  }
  auto damaged = bytes;
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
  CHECK_FALSE(remote_access::read_snapshot(damaged));
}

TEST_CASE("A snapshot that says what no register could is refused", "[remote_access][snapshot]") {
  const auto refused = [](const std::function<void(remote_access::Access&)>& change) {
    auto facts = test::sound_accesses();
    change(test::first_access(facts));
    return !remote_access::read_snapshot(remote_access::write_snapshot(facts));
  };
  CHECK_FALSE(refused([](auto&) {}));
  CHECK(refused([](auto& access) { access.windows.front().until = 1441; }));
  CHECK(refused([](auto& access) { access.windows.front().from = -1; }));
  CHECK(refused([](auto& access) { access.windows.front().zone = "Mars"; }));
  CHECK(refused([](auto& access) { access.openings.front().until.reset(); }));
  CHECK(refused([](auto& access) { access.openings.front().until = access.openings.front().from; }));
  CHECK(refused([](auto& access) { access.interventions.front().start.reset(); }));
}
