// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings evidence_pair(const ExposureFacts& facts, const Params& params) {
  if (facts.earlier.empty()) return {on_whole(facts, Verdict::not_applicable, {{"missing", "history"}})};
  const auto least = params.days("min_days"), most = params.days("max_days");
  std::string nearest = "-";
  std::int64_t distance = -1;
  const EarlierRun* proof = nullptr;
  for (const auto& run : facts.earlier) {
    if (!run.complete || !run.finished || run.level < params.integer("level")) continue;
    const auto age = core::days_between(*run.finished, facts.collected_at);
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
                    {"first", proof != nullptr ? day(proof->finished) : std::string("-")}})};
}

}  // namespace hygie::exposure
