// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/algorithms/algorithms.hpp"
#include "audits/remote_access/checks/support.hpp"

#include <set>

/// What checks on SSH entry points share. An entry point of closed accesses alone is judged by one check, that it no
/// longer answers; all others leave it out.
namespace hygie::remote_access {

/// Does an access that is not closed enter by this door?
[[nodiscard]] bool in_use(const RemoteAccessFacts& facts, const SshDoor& door);
[[nodiscard]] Finding on(const SshDoor& door, Answer answer);
/// Each entry point in use; `judge` sees those that identified themselves as SSH, the others are `unknown` with the
/// reason (or do not apply, when what answers is not SSH).
[[nodiscard]] Findings for_doors(const RemoteAccessFacts& facts, const std::function<Answer(const SshDoor&)>& judge);
/// The same, for those whose lists were read.
[[nodiscard]] Findings for_lists(const RemoteAccessFacts& facts, const std::function<Answer(const SshDoor&)>& judge);
[[nodiscard]] Findings for_keys(const RemoteAccessFacts& facts,
                                const std::function<Answer(const SshDoor&, const SshKey&)>& judge);
[[nodiscard]] Findings for_sign_ins(const RemoteAccessFacts& facts,
                                    const std::function<Answer(const SshDoor&, const SshSignIn&)>& judge);
/// Fails when one of these names is worth that by the check's parameter `profile`; the evidence names them and why.
[[nodiscard]] Answer by_worth(AlgorithmKind kind, const std::set<std::string>& names, Worth bad, const Params& params);
/// Both directions as one.
[[nodiscard]] std::set<std::string> both(const std::vector<std::string>& in, const std::vector<std::string>& out);
[[nodiscard]] bool offers(const SshSignIn& sign_in, std::string_view method);

}  // namespace hygie::remote_access
