// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/checks/declarations.hpp"
#include "audits/remote_access/facts.hpp"
#include "core/finding.hpp"
#include "core/params.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// What checks share: a question asked of each access, or of each account, and the answers as findings. What the
/// register does not say is `unknown` where it could be either, and a failure where what is asked is that it be
/// written.
namespace hygie::remote_access {

using core::Evidence;
using core::Finding;
using core::Findings;
using core::Params;
using core::Verdict;

struct Answer {
  Verdict verdict = Verdict::pass;
  Evidence evidence = {};
};

/// On the register as a whole: one object, the establishment.
[[nodiscard]] Finding on_whole(const RemoteAccessFacts& facts, Verdict verdict, Evidence evidence = {});
/// On an access: its id, named with its supplier.
[[nodiscard]] Finding on(const Access& access, Answer answer);
/// On one thing of an access: "TM-PACS-01/tm-pacs".
[[nodiscard]] Finding on(const Access& access, std::string_view part, Answer answer);

/// Each access that is not closed for good. What does not apply to any is left out; with nothing left, the whole.
[[nodiscard]] Findings for_accesses(const RemoteAccessFacts& facts, const std::function<Answer(const Access&)>& judge);
[[nodiscard]] Findings for_accounts(const RemoteAccessFacts& facts,
                                    const std::function<Answer(const Access&, const Account&)>& judge);
[[nodiscard]] Findings for_openings(const RemoteAccessFacts& facts,
                                    const std::function<Answer(const Access&, const Opening&)>& judge);
[[nodiscard]] Findings for_interventions(const RemoteAccessFacts& facts,
                                         const std::function<Answer(const Access&, const Intervention&)>& judge);

/// yes: pass; no: fail; not said: unknown, naming the key.
[[nodiscard]] Answer by_said(Said said, std::string_view key);
/// What must be written: there, or a failure that names the key.
[[nodiscard]] Answer written(const std::string& text, std::string_view key);
/// One of these words fails; no word is unknown, naming the key; all others pass.
[[nodiscard]] Answer unless_word(const std::string& word, const std::vector<std::string_view>& bad,
                                 std::string_view key);
[[nodiscard]] Answer unknown(std::string_view key);
inline const Answer does_not_apply{Verdict::not_applicable, {}};

/// "2026-11-25"; empty when absent.
[[nodiscard]] std::string day(core::OptionalInstant at);
/// "2026-11-25 14:00 UTC".
[[nodiscard]] std::string moment(core::OptionalInstant at);

}  // namespace hygie::remote_access
