// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/registry.hpp"

#include <string>
#include <string_view>

namespace hygie::test {

/// 2026-11-25T12:00:00Z: "now" of the facts below.
[[nodiscard]] core::Instant remote_now();
[[nodiscard]] core::Instant at_day(std::string_view date);
/// One access of a supplier that does all as it should, in a register that nothing is said against.
[[nodiscard]] remote_access::RemoteAccessFacts sound_accesses();
[[nodiscard]] inline remote_access::Access& first_access(remote_access::RemoteAccessFacts& facts) {
  return facts.declared.accesses.front();
}
[[nodiscard]] core::Findings run(std::string_view id, const remote_access::RemoteAccessFacts& facts);
/// The worst of a check's answers: fail, then unknown, then pass.
[[nodiscard]] core::Verdict verdict(std::string_view id, const remote_access::RemoteAccessFacts& facts);

}  // namespace hygie::test
