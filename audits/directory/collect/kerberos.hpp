// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/collect/connection.hpp"

#include <memory>
#include <string>

namespace hygie::directory {

/// A ticket for the directory, in a cache of this process's memory alone: no variable is set, no file written. Tickets
/// are asked of the audited controller itself, through the scope, never of a server that DNS names.
class Ticket {
 public:
  static core::Result<Ticket> obtain(const SessionContext& context);
  Ticket(Ticket&&) noexcept;
  Ticket& operator=(Ticket&&) noexcept;
  ~Ticket();
  /// GSSAPI uses this cache, in this thread, until the ticket's life ends.
  [[nodiscard]] core::Status use() const;

 private:
  struct State;
  explicit Ticket(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hygie::directory
