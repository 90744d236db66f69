// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

bool had(const EarlierRun& run, const std::string& id) {
  return std::find(run.services.begin(), run.services.end(), id) != run.services.end();
}

/// The latest complete run before `before` in which the service was open; null when there is none.
const EarlierRun* open_before(const ExposureFacts& facts, const EarlierRun& before, const std::string& id) {
  const EarlierRun* latest = nullptr;
  for (const auto& run : facts.earlier)
    if (run.complete && run.finished && *run.finished < *before.finished && had(run, id) &&
        (latest == nullptr || *run.finished > *latest->finished))
      latest = &run;
  return latest;
}

}  // namespace

Findings reopened_service(const ExposureFacts& facts, const Params&) {
  const auto* before = last_complete(facts);
  if (before == nullptr) return {on_whole(facts, Verdict::not_applicable, {{"missing", "history"}})};
  Findings found;
  for (const auto& service : facts.services) {
    if (had(*before, service.id())) continue;
    if (const auto* opened = open_before(facts, *before, service.id()))
      found.push_back(on(facts, Verdict::fail, service,
                         evidence_of(service, {{"opened", day(opened->finished)}, {"closed", day(before->finished)}})));
  }
  return or_pass(std::move(found), facts, facts.services.size() + 1);
}

}  // namespace hygie::exposure
