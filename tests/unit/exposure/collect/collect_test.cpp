// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/collect.hpp"

#include "tests/support/exposure.hpp"
#include "tests/support/scopes.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using exposure::Part;

namespace {

net::Scope scope() { return test::exposure_scope({"192.0.2.0/24"}); }

exposure::ExposureFacts collected(const exposure::Target& target, const core::Deadline& deadline) {
  exposure::ActionLog log;
  exposure::Gate gate(scope(), {}, log, deadline);
  core::NoProgress progress;
  return exposure::collect(target, gate, nullptr, core::Instant{}, progress);
}

/// Does the check need something that only the network tells?
bool needs_network(const exposure::Check& check) {
  return std::any_of(check.needs.begin(), check.needs.end(),
                     [](Part part) { return part != Part::inventory && part != Part::feeds && part != Part::history; });
}

}  // namespace

TEST_CASE("an audit that is over before it begins passes nothing", "[exposure][collect]") {
  exposure::Target target;
  target.addresses = {"192.0.2.1"};
  target.domains = {"exemple.test"};
  target.ports = {80};
  target.feeds = "";
  const auto facts = collected(target, {std::chrono::steady_clock::now() - std::chrono::seconds{1}});
  CHECK_FALSE(facts.gaps.empty());
  for (const auto& check : exposure::registry()) {
    if (!needs_network(check) || std::find(check.needs.begin(), check.needs.end(), Part::feeds) != check.needs.end())
      continue;
    INFO(check.id);
    CHECK(test::verdict(check.id, facts) == Verdict::unknown);
  }
}

TEST_CASE("without an address to ask, no port is said to be shut", "[exposure][collect]") {
  exposure::Target target;
  target.ports = {3389};
  const auto facts = collected(target, {});
  CHECK(facts.missing(Part::ports));
  CHECK(test::verdict("EXP-RDP-EXPOSED", facts) == Verdict::unknown);
}
