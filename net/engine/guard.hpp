// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/scope.hpp"

#include <cstddef>

namespace hygie::net {

/// What may be done to a port, from the freest to the strictest.
enum class Manner { probe, connect_only, do_not_touch };

/// A hospital's own prohibition: the maker of a pneumatic tube, of a scanner, forbids it.
struct Rule {
  Network network;
  std::uint16_t first = 1;
  std::uint16_t last = 65535;
  Manner manner = Manner::do_not_touch;
  std::string reason;
  std::string owner;  // a function, not a person
};

/// The one place that says whether a port may be contacted, and whether a byte may be written to it. Every prober asks.
class Guard {
 public:
  Guard() = default;
  /// Refuses a rule without reason or owner, or whose ports are the wrong way round.
  static core::Result<Guard> make(std::vector<Rule> rules);

  struct Decision {
    Manner manner = Manner::probe;
    std::optional<std::size_t> rule = std::nullopt;  // into rules(); nothing for what is built in
  };
  /// The strictest of what applies. An address that cannot be read is not touched.
  [[nodiscard]] Decision decide(std::string_view numeric_address, std::uint16_t port) const;
  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }

 private:
  std::vector<Rule> rules_;
};

/// Printers put on paper every byte they get on these ports: LPD, raw printing and its kin.
[[nodiscard]] bool prints_what_it_gets(std::uint16_t port);

}  // namespace hygie::net
