// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/identify/stream.hpp"
#include "audits/exposure/dialogues/dialogue.hpp"

#include <optional>
#include <string>

namespace hygie::exposure {

/// One connection to one port, and what it taught.
struct Attempt {
  std::optional<Identity> identity;  // the service is known
  net::Buffer heard;                 // all that it said, when it is not
  Ending ending = Ending::complete;  // how it ended
  bool secured = false;              // TLS was established, when it was asked for
};

struct Approach {
  bool tls = false;
  std::string name;  // for SNI
  std::chrono::milliseconds limit{4000};
};

/// Holds a dialogue on a new connection.
[[nodiscard]] Attempt attempt(const net::PinnedAddress& pinned, Dialogue& dialogue, const Approach& approach,
                              const core::Deadline& deadline);
/// Sends nothing and hears what comes.
[[nodiscard]] Attempt listen(const net::PinnedAddress& pinned, const Approach& approach,
                             const core::Deadline& deadline);

/// Who among the dialogues that need no word of ours recognises these bytes?
[[nodiscard]] std::optional<Identity> recognise(net::Bytes heard);
/// A TLS record: an alert or a handshake answers what was not TLS.
[[nodiscard]] bool looks_like_tls(net::Bytes heard);

/// HTTP: a request for the first page, and the status line and headers of the answer; `server`, `status`, `location`,
/// `wants_tls` when a server says that HTTP was sent to its HTTPS port.
[[nodiscard]] std::unique_ptr<Dialogue> make_http(const std::string& host);
[[nodiscard]] Step read_http(net::Bytes heard);

}  // namespace hygie::exposure
