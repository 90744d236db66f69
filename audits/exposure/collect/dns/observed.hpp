// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/dns/resolver.hpp"

namespace hygie::exposure {

/// present with records, absent without, unknown with the word of the failure when nobody answered.
[[nodiscard]] net::Observation observed(const DnsAnswer& answer);

/// Why a name that something leads to is not there: "unregistered" when nobody holds its domain at a registry,
/// "nxdomain"; empty when it is there, or nobody answered.
[[nodiscard]] std::string dangling_target(Resolver& resolver, const std::string& target);

}  // namespace hygie::exposure
