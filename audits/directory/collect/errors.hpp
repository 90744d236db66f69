// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>

namespace hygie::directory {

/// What an LDAP operation ended with: the code and the server's own words.
struct LdapOutcome {
  int code = 0;  // LDAPResult's resultCode, or libldap's own when negative
  std::string message = {};
};

/// Why a bind failed, as somebody who asked for the account can act on it. Active Directory hides the reason in "data
/// 52e".
[[nodiscard]] core::Error bind_error(const LdapOutcome& outcome, const std::string& server);

/// The number after "data " in Active Directory's message, in lower case; empty when there is none.
[[nodiscard]] std::string_view windows_reason(std::string_view message);

/// Why a search brought nothing or not everything, in one sentence, for a gap.
[[nodiscard]] std::string search_reason(const LdapOutcome& outcome);

enum class Remedy { none, smaller_pages, reconnect };
/// What may still help after a search ended with this code.
[[nodiscard]] Remedy remedy(int code);

}  // namespace hygie::directory
