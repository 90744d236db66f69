// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/identify/conversation.hpp"
#include "core/cancel.hpp"

#include <optional>
#include <string>

namespace hygie::exposure {

/// Holds one conversation to its end, and waits for it.
[[nodiscard]] Attempt attempt(const net::PinnedAddress& pinned, Dialogue& dialogue, const Approach& approach,
                              const core::Deadline& deadline);

struct Recognised {
  Identity identity;
  std::string_view by;  // the name of the dialogue
};
/// Who among the dialogues that need no word of ours recognises these bytes?
[[nodiscard]] std::optional<Recognised> recognise(net::Bytes heard);
/// Who would have a word to say to whoever greets so; null: nobody.
[[nodiscard]] const DialogueInfo* who_would_answer(net::Bytes heard);
/// A TLS record: an alert or a handshake answers what was not TLS.
[[nodiscard]] bool looks_like_tls(net::Bytes heard);

/// HTTP: a request for the first page, and the status line and headers of the answer; `server`, `status`, `location`,
/// `wants_tls` when a server says that HTTP was sent to its HTTPS port.
[[nodiscard]] std::unique_ptr<Dialogue> make_http(const std::string& host);
[[nodiscard]] Step read_http(net::Bytes heard);

}  // namespace hygie::exposure
