// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/channel.hpp"
#include "net/ssh/talk.hpp"

namespace hygie::net::ssh {

struct Answer {
  Told told = {};
  bool connected = false;
  Ending ending = Ending::complete;  // of the connection, when the conversation did not come to its own end
  /// A connection that was cut or went silent before the lists: worth another try, later.
  [[nodiscard]] bool lost() const {
    return !told.lists && told.ended.empty() &&
           (ending == Ending::closed || ending == Ending::reset || ending == Ending::timed_out);
  }
  /// Why it did not come to its end; empty when it did.
  [[nodiscard]] std::string why() const;
};

/// One connection, one conversation; over after `limit` at most.
[[nodiscard]] Answer ask(const PinnedAddress& pinned, Question question, const core::Deadline& deadline,
                         std::chrono::milliseconds limit);

}  // namespace hygie::net::ssh
