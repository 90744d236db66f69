// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

std::chrono::sys_days day_of(core::Instant at) { return std::chrono::floor<std::chrono::days>(at); }

}  // namespace

Findings evidence_pair(const ExposureFacts& facts, const Params& params) {
  if (facts.earlier.empty()) return {on_whole(facts, Verdict::not_applicable, {{"missing", "history"}})};
  if (facts.origin.source != "scan") return {on_whole(facts, Verdict::not_applicable, {{"not_asked", "ports"}})};
  // An audit that lacks something is no second proof.
  if (!facts.gaps.empty()) return {not_read(facts, facts.gaps.front().what)};
  const auto least = params.days("min_days"), most = params.days("max_days");
  std::string nearest = "-";
  std::int64_t distance = -1;
  const EarlierRun* proof = nullptr;
  for (const auto& run : facts.earlier) {
    if (!run.complete || !run.finished || run.level < params.integer("level")) continue;
    // The programme counts in days of the calendar: the hour of an audit changes nothing.
    const auto age = (day_of(facts.collected_at) - day_of(*run.finished)).count();
    const auto off = age < least ? least - age : age > most ? age - most : 0;
    if (distance < 0 || off < distance) {
      distance = off;
      nearest = day(run.finished) + ", " + std::to_string(age);
    }
    if (off == 0) proof = &run;
  }
  return {on_whole(facts, proof != nullptr ? Verdict::pass : Verdict::fail,
                   {{"min_days", std::to_string(least)},
                    {"max_days", std::to_string(most)},
                    {"nearest", nearest},
                    {"first_level", std::to_string(proof != nullptr ? proof->level : 0)},
                    {"first", proof != nullptr ? day(proof->finished) : std::string("-")}})};
}

}  // namespace hygie::exposure
