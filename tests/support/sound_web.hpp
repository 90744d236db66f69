// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts.hpp"

namespace hygie::test {

/// A site as it must be: http that leads to https, headers, cookies, security.txt; and a declared gateway.
void add_sound_web(exposure::ExposureFacts& facts);
/// One such site, to spoil.
[[nodiscard]] exposure::Site sound_site();

}  // namespace hygie::test
