// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/declaration/problems.hpp"

#include <nlohmann/json_fwd.hpp>

namespace hygie::core {

class Catalogue;
struct ExposureDeclaration;

// What a schema cannot say of a declaration, theme by theme. Each takes the whole document and looks only at values
// whose type is right: the wrong ones were already reported.
void check_first_line(const nlohmann::json& root, const YamlDocument& document, Problems& problems);
void check_establishment(const nlohmann::json& root, Problems& problems);
void check_authorisation(const nlohmann::json& root, Problems& problems);
void check_directories(const nlohmann::json& root, Problems& problems);
void check_exposure(const nlohmann::json& root, Problems& problems);
void check_thresholds(const nlohmann::json& root, const Catalogue& catalogue, Problems& problems);

/// The exposure section, already checked.
[[nodiscard]] ExposureDeclaration exposure_of(const nlohmann::json& node, const std::string& file);

/// The value under this pointer when it is text, else nothing.
[[nodiscard]] std::string text_at(const nlohmann::json& root, const std::string& pointer);
/// An IPv4 or IPv6 address, or a network in CIDR notation.
[[nodiscard]] bool is_network(const std::string& text);
/// Scheme and host of ldap://HOST[:PORT], ldaps:// or ldapi://; false when it is not one of them, or carries an
/// account, a path or a query.
[[nodiscard]] bool is_ldap_url(const std::string& text);

}  // namespace hygie::core
