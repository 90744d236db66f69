// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure {

/// Owner names of a zone file (RFC 1035, 5), lower case, each once, sorted. `origin`: of relative names, when the file
/// has no $ORIGIN.
[[nodiscard]] core::Result<std::vector<std::string>> zone_names(std::string_view text, const std::string& path,
                                                                const std::string& origin);
[[nodiscard]] core::Result<std::vector<std::string>> read_zone_file(const std::string& path, const std::string& origin);
/// Names of an export of certificate transparency logs: crt.sh's JSON (name_value, common_name), or any CSV or list
/// with names in it. "*.x" gives x.
[[nodiscard]] core::Result<std::vector<std::string>> read_transparency(const std::string& path);
[[nodiscard]] core::Result<std::vector<std::string>> transparency_names(std::string_view text, const std::string& path);
/// data/subdomains.txt, carried by the program.
[[nodiscard]] std::vector<std::string> usual_labels();

}  // namespace hygie::exposure
