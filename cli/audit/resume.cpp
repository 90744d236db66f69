// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/resume.hpp"

#include "core/calendar.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <set>

namespace hygie::cli {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;

constexpr auto no_run = core::msgid("there is no run \"{}\" in the store");

/// The ids that the name may mean; an exact one is the only one.
std::set<std::string> named(std::string_view name, const std::vector<core::StoredRun>& stored,
                            const std::vector<UnfinishedRuns::Entry>& cut_off) {
  std::set<std::string> out;
  const auto take = [&](const std::string& id) {
    if (!name.empty() && id.starts_with(name)) out.insert(id);
  };
  for (const auto& run : stored) take(run.id);
  for (const auto& one : cut_off) take(one.id);
  const std::string whole(name);
  return out.contains(whole) ? std::set<std::string>{whole} : out;
}

/// What was written down last: a run that was cut off is in no store, and was its owner's last one all the same.
std::string latest(const std::vector<core::StoredRun>& stored, const std::vector<UnfinishedRuns::Entry>& unfinished) {
  if (unfinished.empty()) return stored.empty() ? std::string{} : stored.front().id;
  const auto& newest = unfinished.front();
  return stored.empty() || stored.front().started <= newest.written ? newest.id : stored.front().id;
}

core::Status has_more_to_ask(const core::StoredRun& run) {
  if (run.domains.find("exposure") == std::string::npos)
    return failure(ErrorCode::usage, tr("the run {} is not one of the exposure", run.id), {},
                   tr("hygie history lists them"));
  if (run.complete)
    return failure(ErrorCode::usage, tr("the run {} is whole: nothing of it is left to ask", run.id), {},
                   "hygie audit exposure");
  return failure(ErrorCode::usage, tr("the run {} went to its end, or was taken up since", run.id), {},
                 tr("hygie history says which runs can be taken up"));
}

}  // namespace

core::Result<std::string> choose_unfinished(std::string_view name, const core::Store& store,
                                            const UnfinishedRuns& unfinished) {
  const auto stored = store.list();
  if (!stored) return tl::make_unexpected(stored.error());
  const auto entries = unfinished.list();
  auto ids = named(name, *stored, entries);
  if (const auto last = latest(*stored, entries); name == "last" && !last.empty()) ids = {last};
  if (ids.empty()) return failure(ErrorCode::usage, tr(no_run, name), {}, tr("hygie history lists them"));
  if (ids.size() > 1)
    return failure(ErrorCode::usage, tr("several runs begin with \"{}\"", name), {}, tr("hygie history lists them"));
  const auto& id = *ids.begin();
  if (std::any_of(entries.begin(), entries.end(), [&](const auto& one) { return one.id == id; })) return id;
  const auto run = std::find_if(stored->begin(), stored->end(), [&](const auto& one) { return one.id == id; });
  return tl::make_unexpected(has_more_to_ask(*run).error());
}

core::Status may_resume(const Resumption& stopped, const AskedNow& wanted, core::Instant now) {
  const auto& origin = stopped.facts.origin;
  const auto& before = stopped.facts.unfinished;
  const auto anew = tr("hygie audit exposure begins a new one");
  if (before.asked_sha256.empty())
    return failure(ErrorCode::usage, tr("the run {} does not say how far it came: it cannot be taken up", stopped.run),
                   {}, anew);
  if (origin.establishment != wanted.establishment || before.establishment != wanted.establishment_number)
    return failure(ErrorCode::config,
                   tr("the run {} is of another establishment: {}", stopped.run, origin.establishment), {},
                   tr("name that establishment's declaration with -c"));
  if (origin.scope_sha256 != wanted.scope_sha256)
    return failure(ErrorCode::config,
                   tr("the authorisation, or what it is asked of, changed since the run {}", stopped.run), {}, anew);
  if (before.asked_sha256 != wanted.asked_sha256)
    return failure(ErrorCode::config,
                   tr("the exposure section, its inventory, or hygie itself changed since the run {}", stopped.run), {},
                   anew);
  if (now - origin.started > longest_pause || origin.started > now)
    return failure(ErrorCode::usage,
                   tr("the run {} began on {}: more than 7 days later it cannot be taken up", stopped.run,
                      core::format_instant(origin.started)),
                   {}, anew);
  return {};
}

}  // namespace hygie::cli
