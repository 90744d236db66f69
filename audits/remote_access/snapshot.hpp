// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/facts.hpp"
#include "core/result.hpp"

#include <string>
#include <string_view>

namespace hygie::remote_access {

/// The facts as a file: "HYGIERAC", one part: JSON, every field by its name. Same facts: same bytes.
[[nodiscard]] std::string write_snapshot(const RemoteAccessFacts& facts);
/// A damaged file is an integrity error, a newer version an unsupported one; never a crash, whatever the bytes.
[[nodiscard]] core::Result<RemoteAccessFacts> read_snapshot(std::string_view bytes);
/// Does the file say that it is one of ours?
[[nodiscard]] bool is_snapshot(std::string_view bytes);

}  // namespace hygie::remote_access
