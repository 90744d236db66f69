// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/checks/support.hpp"

/// What is weak in TLS, told apart from what checks conclude of it: the grade and the checks ask the same questions.
namespace hygie::exposure {

/// present: the weakness is there, and `what` names it; absent: bytes showed that it is not; not run: it has no meaning
/// there.
struct Weakness {
  Observation seen;
  std::string what = {};
};

/// One question on each endpoint: its weakness fails. `not_applicable` on the whole when nothing speaks TLS.
[[nodiscard]] Findings for_endpoints(const ExposureFacts& facts, const std::function<Weakness(const Tls&)>& question);
/// The same of what must be there.
[[nodiscard]] Weakness lack_of(const Observation& wanted);
[[nodiscard]] Finding on(const ExposureFacts& facts, Verdict verdict, const Tls& tls, Evidence evidence);

[[nodiscard]] const TlsVersion* version_of(const Tls& tls, std::string_view version);
[[nodiscard]] Weakness offers_version(const Tls& tls, std::string_view version);
[[nodiscard]] Weakness nothing_modern(const Tls& tls);  // neither TLS 1.2 nor TLS 1.3

/// Kinds of suites, by their IANA names.
using SuiteKind = bool (*)(std::string_view name);
[[nodiscard]] bool is_null_suite(std::string_view name);
[[nodiscard]] bool is_anonymous_suite(std::string_view name);
[[nodiscard]] bool is_export_suite(std::string_view name);
[[nodiscard]] bool is_rc4_suite(std::string_view name);
[[nodiscard]] bool is_des_suite(std::string_view name);             // DES and RC2
[[nodiscard]] bool is_short_block_suite(std::string_view name);     // 3DES and IDEA: blocks of 64 bits
[[nodiscard]] bool is_static_suite(std::string_view name);          // without forward secrecy
[[nodiscard]] bool is_unauthenticated_mode(std::string_view name);  // CBC or stream: no AEAD
[[nodiscard]] Weakness offers_suites(const Tls& tls, SuiteKind kind);
/// Offers something, and nothing of that kind's opposite: no forward secrecy at all, no AEAD at all.
[[nodiscard]] Weakness offers_only(const Tls& tls, SuiteKind kind);

[[nodiscard]] Weakness small_dh(const Tls& tls, unsigned bits);
[[nodiscard]] Weakness small_groups(const Tls& tls, unsigned bits);

/// One question on each chain served; the object is the endpoint, the name asked and the kind of key.
[[nodiscard]] Findings for_chains(const ExposureFacts& facts,
                                  const std::function<Weakness(const Tls&, const ServedChain&)>& question);
/// One question on each certificate served, once; `authorities` too, or only those of servers. Unreadable ones are
/// unknown.
enum class Whose { servers, everybody };
[[nodiscard]] Findings for_certificates(const ExposureFacts& facts, Whose whose,
                                        const std::function<Finding(const Certificate&, Finding)>& judge);
/// The certificate that a chain begins with; null when it is not in the facts.
[[nodiscard]] const Certificate* own_certificate(const ExposureFacts& facts, const ServedChain& chain);
/// Where it is served: services, joined.
[[nodiscard]] std::string served_at(const ExposureFacts& facts, std::string_view sha256);

/// "a, b, c and 4 more" in no language: "a, b, c (+4)".
[[nodiscard]] std::string listed(const std::vector<std::string>& values);

}  // namespace hygie::exposure
