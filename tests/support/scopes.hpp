// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/scope.hpp"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace hygie::test {

/// An audit of the exposure of exemple.test, allowed for as long as tests may live, on those networks.
inline net::Scope exposure_scope(std::vector<std::string> addresses, std::vector<std::string> exclude = {}) {
  return net::Scope::make({.by = "Directeur général",
                           .from = {},
                           .until = std::chrono::sys_days{std::chrono::year{2100} / 1 / 1},
                           .covers = {"exposure"},
                           .addresses = std::move(addresses),
                           .domains = {"exemple.test"},
                           .exclude = std::move(exclude)})
      .value();
}

}  // namespace hygie::test
