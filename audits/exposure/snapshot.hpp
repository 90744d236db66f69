// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts.hpp"
#include "core/result.hpp"

#include <string>
#include <string_view>

namespace hygie::exposure {

/// The facts as a file: "HYGIEEXP", one part: JSON, every field by its name, in the order of the names. Same facts:
/// same bytes.
[[nodiscard]] std::string write_snapshot(const ExposureFacts& facts);
/// A damaged file is an integrity error, a newer version an unsupported one; never a crash, whatever the bytes.
[[nodiscard]] core::Result<ExposureFacts> read_snapshot(std::string_view bytes);
/// Does the file say that it is one of ours?
[[nodiscard]] bool is_snapshot(std::string_view bytes);

}  // namespace hygie::exposure
