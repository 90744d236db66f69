// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/dns/resolver.hpp"
#include "audits/exposure/facts/dns.hpp"
#include "core/result.hpp"

namespace hygie::exposure {

/// What a resolver says to (name, type).
using Asked = std::function<DnsAnswer(const std::string& name, const std::string& type)>;

/// The CAA records that hold for a name: its own, else those of the nearest name above that has some (RFC 8659, 3).
[[nodiscard]] CaaSet caa_of(const std::string& name, const Asked& ask);

/// The certificates of an export of transparency logs, as crt.sh writes it (JSON): names, issuer, end. An export that
/// is a list of names holds none.
[[nodiscard]] std::vector<Issued> issued_in(std::string_view text);

}  // namespace hygie::exposure
