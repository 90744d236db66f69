// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/objects.hpp"

#include <string_view>

namespace hygie::directory {

/// A value of msDS-KeyCredentialLink: a DN with binary data that holds a KEYCREDENTIALLINK_BLOB (MS-ADTS 2.2.20). What
/// cannot be read comes back `malformed`: the key is there all the same. The holder is left to the caller.
[[nodiscard]] KeyCredential read_key_credential(std::string_view value);

}  // namespace hygie::directory
