// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

namespace hygie::test {

/// What both checks on updates owe, on the healthy directory's zone at `mine`; the one at `other` is the other's.
inline void check_zone_updates(std::string_view id, std::size_t mine, std::size_t other) {
  using core::Verdict;
  auto facts = healthy_directory();
  auto& zone = facts.dns_zones.at(mine);
  CHECK(verdict(id, facts) == Verdict::pass);
  zone.allow_update = 1;
  CHECK(failure(id, facts).evidence.at("zone") == zone.name);
  zone.allow_update = 0;
  facts.dns_zones.at(other).allow_update = 1;
  CHECK(verdict(id, facts) == Verdict::pass);
  // A primary zone without the setting was not read; a forwarder has none, unless it cannot be decoded.
  zone.allow_update.reset();
  CHECK(verdict(id, facts) == Verdict::unknown);
  zone.zone_type = 4;
  CHECK(verdict(id, facts) == Verdict::pass);
  zone.malformed = true;
  CHECK(verdict(id, facts) == Verdict::unknown);
  facts.dns_zones.clear();
  CHECK(verdict(id, facts) == Verdict::not_applicable);
}

}  // namespace hygie::test
