// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

namespace hygie::exposure {
namespace {

const Observation present{Outcome::present, {}};
const Observation absent{Outcome::absent, {}};

bool has(std::string_view name, std::string_view part) { return name.find(part) != std::string_view::npos; }
bool of_tls13(std::string_view name) { return !has(name, "_WITH_"); }

/// Every suite from SSL 3.0 on, each once; `missing`: why the list is not known to be whole.
struct Offered {
  std::vector<std::string> suites;
  std::string missing;
};
Offered offered_by(const Tls& tls) {
  Offered out;
  for (const auto& version : tls.versions) {
    if (version.version == "SSL 2.0") continue;  // whose suites are of another kind, all broken
    if (version.offered.outcome == Outcome::unknown) out.missing = version.offered.reason;
    if (version.offered.present() && version.complete.outcome == Outcome::unknown)
      out.missing = version.complete.reason;
    for (const auto& suite : version.suites)
      if (std::find(out.suites.begin(), out.suites.end(), suite) == out.suites.end()) out.suites.push_back(suite);
  }
  return out;
}

Weakness without_answer(const Offered& offered) {
  if (!offered.missing.empty()) return {{Outcome::unknown, offered.missing}};
  return offered.suites.empty() ? Weakness{} : Weakness{absent};
}

/// The size that the name of a curve tells; 0 when it tells none. x25519 and the like are never small.
unsigned bits_of_group(std::string_view name) {
  if (!name.starts_with("secp") && !name.starts_with("sect")) return 0;
  unsigned bits = 0;
  std::from_chars(name.data() + 4, name.data() + name.size(), bits);
  return bits;
}

std::string place_of(const Tls& tls, const ServedChain& chain) {
  auto place = tls.service;
  if (!chain.name.empty()) place += ", " + chain.name;
  return place + ", " + chain.kind;
}

Finding concluded(Finding finding, const Weakness& weakness) {
  finding.verdict = verdict_of(weakness.seen, Verdict::fail);
  if (!weakness.what.empty()) finding.evidence.emplace("what", weakness.what);
  if (finding.verdict == Verdict::unknown) finding.evidence.emplace("missing", weakness.seen.reason);
  if (!weakness.seen.reason.empty()) finding.evidence.emplace("reason", weakness.seen.reason);
  return finding;
}

Findings or_nothing(Findings found, const ExposureFacts& facts) {
  if (found.empty()) found.push_back(on_whole(facts, Verdict::not_applicable, {{"examined", "0"}}));
  return found;
}

}  // namespace

std::string listed(const std::vector<std::string>& values) {
  constexpr std::size_t most = 6;
  std::string out;
  for (std::size_t i = 0; i < std::min(values.size(), most); ++i) out += (i == 0 ? "" : ", ") + values[i];
  if (values.size() > most) out += fmt::format(" (+{})", values.size() - most);
  return out;
}

Finding on(const ExposureFacts& facts, Verdict verdict, const Tls& tls, Evidence evidence) {
  const auto* const service = facts.service(tls.service);
  return service != nullptr ? on(facts, verdict, *service, std::move(evidence))
                            : on(verdict, tls.service, std::move(evidence));
}

Findings for_endpoints(const ExposureFacts& facts, const std::function<Weakness(const Tls&)>& question) {
  Findings found;
  for (const auto& tls : facts.tls) {
    auto weakness = question(tls);
    // Where TLS never starts there is nothing to judge: that it does not has a check of its own.
    if (tls.starttls_offered.absent() && weakness.seen.outcome == Outcome::unknown) weakness = {};
    found.push_back(concluded(on(facts, Verdict::not_applicable, tls, {}), weakness));
  }
  return or_nothing(std::move(found), facts);
}

Weakness lack_of(const Observation& wanted) {
  if (wanted.present()) return {{Outcome::absent, wanted.reason}};
  if (wanted.absent()) return {{Outcome::present, wanted.reason}};
  return {wanted};
}

const TlsVersion* version_of(const Tls& tls, std::string_view version) {
  const auto found = std::find_if(tls.versions.begin(), tls.versions.end(),
                                  [&](const TlsVersion& one) { return one.version == version; });
  return found == tls.versions.end() ? nullptr : &*found;
}

Weakness offers_version(const Tls& tls, std::string_view version) {
  const auto* const one = version_of(tls, version);
  return one == nullptr ? Weakness{} : Weakness{one->offered, std::string(version)};
}

Weakness nothing_modern(const Tls& tls) {
  const auto newest = offers_version(tls, "TLS 1.3").seen;
  const auto older = offers_version(tls, "TLS 1.2").seen;
  if (newest.present() || older.present()) return {absent};
  if (newest.outcome == Outcome::unknown || older.outcome == Outcome::unknown)
    return {{Outcome::unknown, newest.reason.empty() ? older.reason : newest.reason}};
  return newest.absent() && older.absent() ? Weakness{present} : Weakness{};
}

bool is_null_suite(std::string_view name) {
  return has(name, "_NULL") || name == "TLS_SHA256_SHA256" || name == "TLS_SHA384_SHA384";
}
bool is_anonymous_suite(std::string_view name) { return has(name, "_anon_"); }
bool is_export_suite(std::string_view name) { return has(name, "_EXPORT"); }
bool is_rc4_suite(std::string_view name) { return has(name, "_RC4_") && !is_export_suite(name); }
bool is_des_suite(std::string_view name) {
  return (has(name, "_DES_") || has(name, "_DES40_") || has(name, "_RC2_")) && !is_export_suite(name);
}
bool is_short_block_suite(std::string_view name) { return has(name, "_3DES_") || has(name, "_IDEA_"); }
bool is_static_suite(std::string_view name) {
  return !of_tls13(name) && !has(name, "DHE_") && !is_anonymous_suite(name) && !has(name, "ECCPWD");
}
bool is_unauthenticated_mode(std::string_view name) {
  return !of_tls13(name) && !has(name, "_GCM") && !has(name, "_CCM") && !has(name, "CHACHA20") && !has(name, "_MGM");
}

Weakness offers_suites(const Tls& tls, SuiteKind kind) {
  auto offered = offered_by(tls);
  std::vector<std::string> kept;
  std::copy_if(offered.suites.begin(), offered.suites.end(), std::back_inserter(kept), kind);
  return kept.empty() ? without_answer(offered) : Weakness{present, listed(kept)};
}

Weakness offers_only(const Tls& tls, SuiteKind kind) {
  const auto offered = offered_by(tls);
  if (!std::all_of(offered.suites.begin(), offered.suites.end(), kind)) return {absent};
  const auto weakness = without_answer(offered);
  return weakness.seen.absent() ? Weakness{present, listed(offered.suites)} : weakness;
}

Weakness small_dh(const Tls& tls, unsigned bits) {
  if (tls.dh_bits == 0) return {tls.dh_read.present() ? Observation{Outcome::unknown, "no-answer"} : tls.dh_read};
  return {tls.dh_bits < bits ? present : absent, std::to_string(tls.dh_bits)};
}

Weakness small_groups(const Tls& tls, unsigned bits) {
  std::vector<std::string> small;
  for (const auto& group : tls.groups)
    if (const auto size = bits_of_group(group); size != 0 && size < bits) small.push_back(group);
  if (!small.empty()) return {present, listed(small)};
  if (tls.groups_complete.outcome != Outcome::present) return {tls.groups_complete};
  return {absent};
}

Findings for_chains(const ExposureFacts& facts,
                    const std::function<Weakness(const Tls&, const ServedChain&)>& question) {
  Findings found;
  for (const auto& tls : facts.tls) {
    if (tls.chains.empty())
      found.push_back(concluded(on(facts, Verdict::not_applicable, tls, {}), {lack_of(tls.chains_read).seen}));
    for (const auto& chain : tls.chains) {
      auto finding = on(Verdict::not_applicable, place_of(tls, chain));
      if (const auto* const own = own_certificate(facts, chain)) {
        finding.evidence = {{"subject", own->subject}, {"issuer", own->issuer}};
        if (!own->names.empty()) finding.evidence.emplace("names", listed(own->names));
      }
      found.push_back(concluded(std::move(finding), question(tls, chain)));
    }
  }
  return or_nothing(std::move(found), facts);
}

const Certificate* own_certificate(const ExposureFacts& facts, const ServedChain& chain) {
  return chain.certificates.empty() ? nullptr : facts.certificate(chain.certificates.front());
}

std::string served_at(const ExposureFacts& facts, std::string_view sha256) {
  std::vector<std::string> places;
  for (const auto& tls : facts.tls) {
    const bool served = std::any_of(tls.chains.begin(), tls.chains.end(), [&](const ServedChain& chain) {
      return std::find(chain.certificates.begin(), chain.certificates.end(), sha256) != chain.certificates.end();
    });
    if (served) places.push_back(tls.service);
  }
  return listed(places);
}

Findings for_certificates(const ExposureFacts& facts, Whose whose,
                          const std::function<Finding(const Certificate&, Finding)>& judge) {
  Findings found;
  for (const auto& certificate : facts.certificates) {
    const bool own = std::any_of(facts.tls.begin(), facts.tls.end(), [&](const Tls& tls) {
      return std::any_of(tls.chains.begin(), tls.chains.end(), [&](const ServedChain& chain) {
        return !chain.certificates.empty() && chain.certificates.front() == certificate.sha256;
      });
    });
    const auto where = served_at(facts, certificate.sha256);
    // the self-signature of an authority served behind others proves nothing and harms nobody
    const bool root = certificate.self_signed && certificate.authority;
    if (where.empty() || (!own && (whose == Whose::servers || root))) continue;
    auto name = certificate.subject.empty() ? certificate.sha256.substr(0, 16) : certificate.subject;
    auto finding = on(Verdict::pass, certificate.sha256, {{"where", where}}, std::move(name));
    if (!certificate.unreadable.empty()) {
      finding.verdict = Verdict::unknown;
      finding.evidence.emplace("missing", certificate.unreadable);
      found.push_back(std::move(finding));
      continue;
    }
    found.push_back(judge(certificate, std::move(finding)));
  }
  for (const auto& tls : facts.tls)
    if (tls.chains.empty() && tls.chains_read.outcome == Outcome::unknown)
      found.push_back(on(facts, Verdict::unknown, tls, {{"missing", tls.chains_read.reason}}));
  return or_nothing(std::move(found), facts);
}

}  // namespace hygie::exposure
