// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace hygie::exposure {

/// The domain that an organisation registered, by the public suffix list: "mail.ch-exemple.fr" -> "ch-exemple.fr"; the
/// domain itself when the list knows nothing of it.
[[nodiscard]] std::string organisation_of(const std::string& domain);

/// The domain that somebody holds at a registry, by the registries' part of the list alone: what services lend below
/// their own names does not count ("x.azurewebsites.net" -> "azurewebsites.net").
[[nodiscard]] std::string registered_domain(const std::string& domain);

}  // namespace hygie::exposure
