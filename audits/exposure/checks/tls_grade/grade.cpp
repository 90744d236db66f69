// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/tls_grade/grade.hpp"

#include <algorithm>
#include <array>

namespace hygie::exposure {
namespace {

constexpr std::array<std::string_view, 6> letters{"A+", "A", "B", "C", "D", "F"};

const Observation present{Outcome::present, {}};
const Observation absent{Outcome::absent, {}};

using Question = Weakness (*)(const ExposureFacts&, const Tls&);

template <class Judge>
Weakness any_chain(const Tls& tls, Judge judge) {
  Weakness worst{tls.chains.empty() ? lack_of(tls.chains_read).seen : absent};
  for (const auto& chain : tls.chains) {
    const Observation seen = judge(chain);
    if (seen.present()) return {seen};
    if (seen.outcome == Outcome::unknown) worst.seen = seen;
  }
  return worst;
}

/// The chain of a visitor who takes what the server likes; `private_ones` judged with the authorities given.
Weakness untrusted(const ExposureFacts&, const Tls& tls) {
  return any_chain(tls, [](const ServedChain& chain) {
    const bool incomplete = chain.trusted.absent() && chain.trusted.reason == "incomplete";
    return incomplete ? absent : lack_of(chain.trusted).seen;
  });
}
Weakness incomplete(const ExposureFacts&, const Tls& tls) {
  return any_chain(tls, [](const ServedChain& chain) {
    return chain.trusted.absent() && chain.trusted.reason == "incomplete" ? present : absent;
  });
}
Weakness other_name(const ExposureFacts&, const Tls& tls) {
  return any_chain(tls, [](const ServedChain& chain) { return lack_of(chain.name_matches).seen; });
}

template <class Judge>
Weakness own_keys(const ExposureFacts& facts, const Tls& tls, Judge judge) {
  return any_chain(tls, [&](const ServedChain& chain) {
    const auto* const own = own_certificate(facts, chain);
    if (own == nullptr || !own->unreadable.empty()) return Observation{Outcome::unknown, "certificate"};
    return judge(*own) ? present : absent;
  });
}
Weakness small_key(const ExposureFacts& facts, const Tls& tls) {
  return own_keys(facts, tls, [](const Certificate& own) {
    const unsigned least = own.key == "rsa" || own.key == "dsa" ? 2048 : own.key == "ec" ? 256 : 0;
    return own.key_bits < least || own.weak_roca;
  });
}
Weakness old_hash(const ExposureFacts& facts, const Tls& tls) {
  return own_keys(facts, tls, [](const Certificate& own) {
    return own.signature.starts_with("sha1") || own.signature.starts_with("md5") ||
           own.signature == "ecdsa-with-SHA1" || own.signature == "rsassaPss-SHA1";
  });
}

template <SuiteKind kind>
Weakness suites(const ExposureFacts&, const Tls& tls) {
  return offers_suites(tls, kind);
}
template <SuiteKind kind>
Weakness only(const ExposureFacts&, const Tls& tls) {
  return offers_only(tls, kind);
}
template <Observation Tls::*member>
Weakness flaw(const ExposureFacts&, const Tls& tls) {
  return {tls.*member};
}
template <Observation Tls::*member>
Weakness lack(const ExposureFacts&, const Tls& tls) {
  return lack_of(tls.*member);
}
template <unsigned bits>
Weakness dh(const ExposureFacts&, const Tls& tls) {
  return small_dh(tls, bits);
}

struct Rule {
  Letter cap;
  std::string_view name;
  Question question;
};
#define HYGIE_OFFERS(version) [](const ExposureFacts&, const Tls& tls) { return offers_version(tls, version); }
// Each caps the grade when its weakness is there.
constexpr Rule rules[] = {
    {Letter::f, "heartbleed", &flaw<&Tls::heartbleed>},
    {Letter::f, "ccs-injection", &flaw<&Tls::ccs_injection>},
    {Letter::f, "robot", &flaw<&Tls::robot>},
    {Letter::f, "ticketbleed", &flaw<&Tls::ticketbleed>},
    {Letter::f, "ssl2", HYGIE_OFFERS("SSL 2.0")},
    {Letter::f, "null-suites", &suites<&is_null_suite>},
    {Letter::f, "anonymous-suites", &suites<&is_anonymous_suite>},
    {Letter::f, "export-suites", &suites<&is_export_suite>},
    {Letter::f, "dh-below-1024", &dh<1024>},
    {Letter::f, "certificate-not-trusted", &untrusted},
    {Letter::f, "certificate-name", &other_name},
    {Letter::f, "revoked",
     [](const ExposureFacts&, const Tls& tls) { return Weakness{tls.staple == "revoked" ? present : absent}; }},
    {Letter::d, "ssl3", HYGIE_OFFERS("SSL 3.0")},
    {Letter::d, "no-tls12-nor-tls13", [](const ExposureFacts&, const Tls& tls) { return nothing_modern(tls); }},
    {Letter::d, "rc4", &suites<&is_rc4_suite>},
    {Letter::d, "des", &suites<&is_des_suite>},
    {Letter::d, "insecure-renegotiation", &lack<&Tls::secure_renegotiation>},
    {Letter::d, "small-key", &small_key},
    {Letter::d, "old-hash", &old_hash},
    {Letter::c, "3des", &suites<&is_short_block_suite>},
    {Letter::c, "compression", &flaw<&Tls::compression>},
    {Letter::c, "dh-below-2048", &dh<2048>},
    {Letter::c, "no-forward-secrecy", &only<&is_static_suite>},
    {Letter::c, "incomplete-chain", &incomplete},
    {Letter::b, "tls10", HYGIE_OFFERS("TLS 1.0")},
    {Letter::b, "tls11", HYGIE_OFFERS("TLS 1.1")},
    {Letter::b, "some-without-forward-secrecy", &suites<&is_static_suite>},
    {Letter::b, "no-aead", &only<&is_unauthenticated_mode>},
    {Letter::b, "small-groups", [](const ExposureFacts&, const Tls& tls) { return small_groups(tls, 256); }},
    {Letter::b, "client-renegotiation", &flaw<&Tls::client_renegotiation>},
    {Letter::a, "some-without-aead", &suites<&is_unauthenticated_mode>},
    {Letter::a, "no-tls13",
     [](const ExposureFacts&, const Tls& tls) { return lack_of(offers_version(tls, "TLS 1.3").seen); }},
    {Letter::a, "early-data", &flaw<&Tls::early_data>},
};
#undef HYGIE_OFFERS

bool spoken(const Tls& tls) {
  return std::any_of(tls.versions.begin(), tls.versions.end(),
                     [](const TlsVersion& version) { return version.offered.present(); });
}

}  // namespace

std::string_view to_string(Letter letter) { return letters.at(static_cast<std::size_t>(letter)); }

std::optional<Letter> parse_letter(std::string_view text) {
  const auto* const found = std::find(letters.begin(), letters.end(), text);
  if (found == letters.end()) return std::nullopt;
  return static_cast<Letter>(found - letters.begin());
}

Grade grade_of(const ExposureFacts& facts, const Tls& tls) {
  Grade grade;
  grade.graded = spoken(tls);
  for (const auto& rule : rules) {
    const auto seen = rule.question(facts, tls).seen;
    if (seen.outcome == Outcome::unknown) grade.unknown.emplace_back(rule.name);
    if (!seen.present() || rule.cap < grade.letter) continue;
    if (rule.cap > grade.letter) grade.reasons.clear();
    grade.letter = rule.cap;
    grade.reasons.emplace_back(rule.name);
  }
  return grade;
}

}  // namespace hygie::exposure
