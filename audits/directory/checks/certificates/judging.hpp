// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

#include <functional>
#include <optional>

/// What the checks on weak certificates share. ANSSI's one point on them is decided by six checks, each on one
/// weakness, so that a certificate with several is said to have each of them.
namespace hygie::directory {

/// What is wrong with one certificate; `unknown` where the fact that decides is not there (evidence "missing").
struct CertificateFault {
  Verdict verdict = Verdict::fail;
  Evidence evidence = {};
  int level = 0;
};
using JudgeCertificate = std::function<std::optional<CertificateFault>(const CertificateFacts&)>;

/// A finding on one certificate of its holder: who holds it, its thumbprint, its subject and its end.
[[nodiscard]] Finding on_certificate(const DirectoryFacts& facts, const CertificateFacts& one, CertificateFault fault);
/// Every certificate that can be decoded, wherever it lies, by `judge`; the others are the matter of
/// DIR-CERT-UNDECODABLE. Without a certificate the answer is not_applicable; when none can be decoded, unknown.
[[nodiscard]] Findings judge_certificates(const DirectoryFacts& facts, const JudgeCertificate& judge);
/// Whether the hash in the signature's name is strong; absent where the name does not tell (RSASSA-PSS keeps it in its
/// parameters).
[[nodiscard]] std::optional<bool> hash_is_strong(std::string_view signature);

}  // namespace hygie::directory
