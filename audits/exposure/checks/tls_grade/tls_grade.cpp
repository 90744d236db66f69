// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/tls_grade/grade.hpp"

namespace hygie::exposure {
namespace {

Finding judged(const ExposureFacts& facts, const Tls& tls, Letter least) {
  const auto grade = grade_of(facts, tls);
  Evidence evidence{{"grade", std::string(to_string(grade.letter))}, {"reasons", listed(grade.reasons)}};
  if (!grade.unknown.empty()) evidence.emplace("missing", listed(grade.unknown));
  if (grade.letter > least) return on(facts, Verdict::fail, tls, std::move(evidence));
  if (!grade.unknown.empty()) return on(facts, Verdict::unknown, tls, std::move(evidence));
  return on(facts, grade.graded ? Verdict::pass : Verdict::not_applicable, tls, std::move(evidence));
}

}  // namespace

Findings tls_grade(const ExposureFacts& facts, const Params& params) {
  const auto least = parse_letter(params.text("minimum_grade"));
  if (!least) return {on_whole(facts, Verdict::unknown, {{"missing", "minimum_grade"}})};
  Findings found;
  for (const auto& tls : facts.tls) found.push_back(judged(facts, tls, *least));
  return or_pass(std::move(found), facts, 0);
}

}  // namespace hygie::exposure
