// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/checks/declarations.hpp"
#include "audits/exposure/facts.hpp"
#include "core/finding.hpp"
#include "core/params.hpp"

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// What checks share: how a finding on a service, a name or the whole is written, and how a list of failures becomes an
/// answer. No check answers nothing.
namespace hygie::exposure {

using core::Evidence;
using core::Finding;
using core::Findings;
using core::Params;
using core::Verdict;
using net::Observation;
using net::Outcome;

/// On the exposure as a whole: one object, the establishment.
[[nodiscard]] Finding on_whole(const ExposureFacts& facts, Verdict verdict, Evidence evidence = {});
/// `unknown` on the whole, saying what was missing.
[[nodiscard]] Finding not_read(const ExposureFacts& facts, std::string missing);
/// On a service: identified by its id, named as people do ("www.exemple.test, 192.0.2.7:443/tcp").
[[nodiscard]] Finding on(const ExposureFacts& facts, Verdict verdict, const Service& service, Evidence evidence = {});
/// On anything with a name of its own: a domain, a URL, a certificate.
[[nodiscard]] Finding on(Verdict verdict, std::string object, Evidence evidence = {}, std::string name = {});

/// The findings, or, when there is none, one pass on the whole that says how many objects were examined; with none
/// examined, `not_applicable`.
[[nodiscard]] Findings or_pass(Findings found, const ExposureFacts& facts, std::size_t examined);

/// Services that match, each judged; services that nobody could identify on one of these ports answer `unknown`.
/// `when_none`: what it means that no service matches (pass: what must not be there is not there).
struct ServiceQuestion {
  std::function<bool(const Service&)> concerns;
  std::vector<std::uint16_t> usual_ports = {};
  Verdict when_none = Verdict::not_applicable;
  /// Where it speaks UDP: a port whose silence says nothing is `unknown`; one that kept silent after every question, or
  /// was refused, is one where nothing answers, and the answer says how many there are.
  std::vector<std::uint16_t> udp_ports = {};
};
[[nodiscard]] Findings for_services(const ExposureFacts& facts, const ServiceQuestion& question,
                                    const std::function<Finding(const Service&)>& judge);
/// What must not be reached from the internet: each service of one of these protocols fails; `evidence` says more of
/// it. From an internal vantage it does not apply.
[[nodiscard]] Findings never_exposed(const ExposureFacts& facts, std::initializer_list<std::string_view> protocols,
                                     std::vector<std::uint16_t> usual_ports, std::vector<std::uint16_t> udp_ports = {});
/// A word that a service said of itself, held against what is bad and what is good; what is neither is `unknown`,
/// unless `good` is empty: then all the rest is good. "*" in `bad`: all that is not good.
struct WordQuestion {
  std::vector<std::string_view> protocols = {};
  std::vector<std::uint16_t> ports = {};
  std::string_view word = {};
  std::vector<std::string_view> bad = {}, good = {};
  bool split = false;       // the word is a list, separated by commas: one bad among them is enough
  bool within = false;      // a bad word is looked for inside what was said
  bool unless_tls = false;  // good when all is inside TLS
  Verdict when_missing = Verdict::unknown;
  std::vector<std::uint16_t> udp_ports = {};
};
/// The evidence holds the word by its name, and in `found` what of it is bad.
[[nodiscard]] Findings by_word(const ExposureFacts& facts, const WordQuestion& question);
/// Each service of one of these protocols passes inside TLS and fails without.
[[nodiscard]] Findings inside_tls(const ExposureFacts& facts, std::string_view protocol,
                                  std::vector<std::uint16_t> usual_ports);
/// One of the words of a list "a, b,c" is this one.
[[nodiscard]] bool lists(std::string_view list, std::string_view word);
/// UDP ports whose silence says nothing, each `unknown` with its reason; no list: all ports.
void add_doubtful_ports(Findings& found, const ExposureFacts& facts, const std::vector<std::uint16_t>* ports = nullptr);
/// Why nothing can be said of that port ("500/udp") of the host; empty when something can.
[[nodiscard]] std::string_view doubt(const Host& host, std::string_view port);
/// present -> `when_present`, absent -> the opposite, unknown -> unknown with its reason, not run -> not applicable.
[[nodiscard]] Verdict verdict_of(const Observation& observation, Verdict when_present);
/// The evidence of a service: address, port, protocol, product.
[[nodiscard]] Evidence evidence_of(const Service& service, Evidence more = {});

/// The latest complete run before this one; null without any.
[[nodiscard]] const EarlierRun* last_complete(const ExposureFacts& facts);
/// "2026-11-25", or "unknown" when absent.
[[nodiscard]] std::string day(core::OptionalInstant at);

}  // namespace hygie::exposure
