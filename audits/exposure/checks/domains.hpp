// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/checks/support.hpp"

#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

/// What the checks on zones and on the mail of domains share.
namespace hygie::exposure {

/// One finding a zone, or a domain of mail.
[[nodiscard]] Findings per_zone(const ExposureFacts& facts, const std::function<Finding(const Zone&)>& judge);
[[nodiscard]] Findings per_mail_domain(const ExposureFacts& facts,
                                       const std::function<Finding(const MailDomain&)>& judge);

/// The verdict of an observation on that domain; `unknown` says its reason.
[[nodiscard]] Finding observed(const std::string& domain, const Observation& observation, Verdict when_present);
/// What cannot be judged because its record is not there (not applicable) or was not answered (unknown).
[[nodiscard]] Finding unread(const std::string& domain, const Observation& observation);
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

/// By what each name server, or each exchanger, came to; the evidence names those that fail, a server with the
/// addresses at which it does. One that failed decides; else one that is unknown; else one that was asked.
[[nodiscard]] Finding by_servers(const Zone& zone, Observation NameServer::*what,
                                 Observation ServerAddress::*at_address, Verdict when_present);
[[nodiscard]] Finding by_exchangers(const MailDomain& mail, Observation Exchanger::*what, Verdict when_present);
/// Fails when one of `bad` is among the faults of a record that is there.
[[nodiscard]] Finding by_faults(const std::string& domain, const Observation& record,
                                const std::vector<std::string>& faults, std::initializer_list<std::string_view> bad);
[[nodiscard]] Finding by_keys(const MailDomain& mail, const std::function<Verdict(const DkimKey&)>& judge);

/// "192.0.2.0/24" when all IPv4 addresses of the name servers are in it; else empty.
[[nodiscard]] std::string common_network(const Zone& zone);
[[nodiscard]] bool has_ipv6(const Zone& zone);
/// The addresses of one of its servers are not all known.
[[nodiscard]] bool some_unresolved(const Zone& zone);
[[nodiscard]] Finding serials(const Zone& zone);
/// RFC 8624, 3.1: algorithms that must not be used to sign.
[[nodiscard]] Finding old_algorithms(const Zone& zone);
[[nodiscard]] Finding expiring(const Zone& zone, const ExposureFacts& facts, std::int64_t least_days);
[[nodiscard]] Finding dead_exchangers(const MailDomain& mail);
/// TLSA records that DNSSEC proves, and that name the certificate which the exchanger serves.
[[nodiscard]] Finding dane(const ExposureFacts& facts, const MailDomain& mail);
[[nodiscard]] Finding unused_domain(const MailDomain& mail);

}  // namespace hygie::exposure
