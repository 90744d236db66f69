// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/bytes.hpp"

namespace hygie::core {

/// True when the modulus (big-endian) has the fingerprint of the ROCA key generator (CVE-2017-15361): its remainder by
/// each of the first primes is a power of 65537.
[[nodiscard]] bool has_roca_fingerprint(Bytes modulus);

}  // namespace hygie::core
