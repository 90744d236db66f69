// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

/// Keys below `least` bits and, when there is one, from `from` bits on.
Findings small_keys(const ExposureFacts& facts, std::initializer_list<std::string_view> kinds, std::int64_t least,
                    std::int64_t from = 0) {
  return for_certificates(facts, Whose::everybody, [&, least, from](const Certificate& certificate, Finding finding) {
    if (std::find(kinds.begin(), kinds.end(), certificate.key) == kinds.end()) return finding;
    if (certificate.key_bits == 0) {
      finding.verdict = Verdict::unknown;
      finding.evidence.emplace("missing", "key");
      return finding;
    }
    finding.evidence.insert({{"key", certificate.key}, {"bits", std::to_string(certificate.key_bits)}});
    const auto bits = static_cast<std::int64_t>(certificate.key_bits);
    if (bits < least && bits >= from) finding.verdict = Verdict::fail;
    return finding;
  });
}

}  // namespace

Findings certificate_small_rsa(const ExposureFacts& facts, const Params& params) {
  return small_keys(facts, {"rsa", "dsa"}, params.integer("min_bits"));
}

Findings certificate_rsa_3072(const ExposureFacts& facts, const Params& params) {
  return small_keys(facts, {"rsa"}, params.integer("min_bits"), params.integer("broken_bits"));
}

Findings certificate_small_curve(const ExposureFacts& facts, const Params& params) {
  return small_keys(facts, {"ec"}, params.integer("min_bits"));
}

Findings certificate_roca(const ExposureFacts& facts, const Params&) {
  return for_certificates(facts, Whose::everybody, [](const Certificate& certificate, Finding finding) {
    if (certificate.weak_roca) finding.verdict = Verdict::fail;
    return finding;
  });
}

Findings certificate_old_hash(const ExposureFacts& facts, const Params&) {
  return for_certificates(facts, Whose::everybody, [](const Certificate& certificate, Finding finding) {
    auto name = certificate.signature;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    finding.evidence.emplace("signature", certificate.signature);
    const bool old = name.find("sha1") != std::string::npos || name.find("md5") != std::string::npos ||
                     name.find("md2") != std::string::npos || name.find("md4") != std::string::npos;
    if (old) finding.verdict = Verdict::fail;
    return finding;
  });
}

}  // namespace hygie::exposure
