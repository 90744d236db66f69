// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/dialogue.hpp"

#include <string>

namespace hygie::exposure {

/// Would this server carry a stranger's mail to a stranger? MAIL FROM, RCPT TO and RSET in four forms, towards reserved
/// names (RFC 2606) alone; never DATA, so nothing is ever sent. `relay`: "accepted" with `form`, "refused", or
/// "unknown" when it put every form off (4xx) or left. `domain`: one that the server serves, for the form that borrows
/// its name.
[[nodiscard]] std::unique_ptr<Dialogue> make_relay(const std::string& domain);

}  // namespace hygie::exposure
