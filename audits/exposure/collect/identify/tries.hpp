// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/identify/identify.hpp"
#include "audits/exposure/dialogues/dialogue.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace hygie::exposure {

/// One thing to say on a port, on a connection of its own.
struct Try {
  std::string name;                                      // of the dialogue; "greeting", "http", "event"
  std::function<std::unique_ptr<Dialogue>()> make = {};  // none: nothing is said
  bool tls = false;
  bool likely = false;      // the port's number suggests it
  bool brief = false;       // closed when the next one begins
  bool again = false;       // for the second time
  bool more = false;        // asked of a service that is known
  std::string prefix = {};  // before the names of what it says
};
using Tries = std::vector<Try>;

/// What to try on a port, in this order: what its number suggests, who greets at once, HTTP, TLS, then what is usual,
/// and who greets late; so many at most. Where TLS is usual, that comes first.
[[nodiscard]] Tries first_tries(const OpenPort& port, const Inventory& inventory, std::size_t most);
/// Inside TLS, once a handshake was done for HTTP.
[[nodiscard]] Tries tries_in_tls(const OpenPort& port, std::size_t most);
/// What a known service deserves to be asked besides.
[[nodiscard]] Tries more_tries(const Service& service, const Inventory& inventory);
/// A service that speaks first is usual on that port.
[[nodiscard]] bool is_greeting_port(std::uint16_t port);

}  // namespace hygie::exposure
