// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/dns/resolver.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"
#include <ldns/ldns.h>
#pragma GCC diagnostic pop
// Debian's ldns/common.h makes these words of C++ into macros.
#undef bool
#undef true
#undef false

namespace hygie::exposure {

/// A record of ldns as ours.
[[nodiscard]] DnsRecord record_of(const ldns_rr* record);

}  // namespace hygie::exposure
