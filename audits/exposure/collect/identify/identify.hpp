// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/gate.hpp"
#include "audits/exposure/collect/inventory.hpp"
#include "audits/exposure/facts/services.hpp"
#include "core/progress.hpp"

#include <functional>
#include <string>
#include <vector>

namespace hygie::exposure {

/// An open TCP port, and the name to ask for there (SNI, Host).
struct OpenPort {
  std::string address;
  std::uint16_t port = 0;
  std::string name;
};

/// How long each kind of word may take, when the other side is as near as it can be: a far one gets its round trips on
/// top. Several connections to a port wait at once, so that a port that never says a word costs little more than the
/// longest of them.
struct Patience {
  std::chrono::milliseconds answer{4000};           // to a word of ours
  std::chrono::milliseconds rest{3000};             // of an answer that has begun
  std::chrono::milliseconds talk{8000};             // a whole answer, however slow
  std::chrono::milliseconds greeting{6500};         // over Postfix's and Sendmail's usual delays
  std::chrono::milliseconds late_greeting{20'000};  // where somebody is known to greet: some ask a resolver first
  unsigned most_connections = 14;                   // to one port
};

/// Finds out what speaks on each port: what its number suggests first, then who greets, then HTTP, TLS and what is
/// usual. Each word is a handshake; a port where the guard allows no byte is left alone and says so. What was not
/// known for lack of time is `unknown`, never guessed. `on_each` has each as it is known, one at a time.
[[nodiscard]] std::vector<Service> identify(const std::vector<OpenPort>& ports, const Inventory& inventory,
                                            const Patience& patience, Gate& gate, core::Progress& progress,
                                            const std::function<void(const Service&)>& on_each = nullptr);

}  // namespace hygie::exposure
