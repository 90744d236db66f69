// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/authorities.hpp"
#include "audits/exposure/checks/domains.hpp"
#include "audits/exposure/checks/weaknesses.hpp"

#include <map>

namespace hygie::exposure {
namespace {

/// A certificate that is in use or was logged, and where it was seen.
struct Use {
  std::string issuer, where;
  const std::vector<std::string>* names = nullptr;
};

std::vector<Use> uses_of(const ExposureFacts& facts) {
  std::vector<Use> uses;
  for (const auto& tls : facts.tls)
    for (const auto& chain : tls.chains)
      if (const auto* const own = own_certificate(facts, chain); own != nullptr && !own->self_signed)
        uses.push_back({own->issuer, tls.service, &own->names});
  for (const auto& one : facts.issued)
    if (one.not_after && *one.not_after > facts.collected_at)
      uses.push_back({one.issuer, "transparency " + one.serial, &one.names});
  return uses;
}

Finding judge(const CaaSet& set, const std::string& name, const Use& use) {
  Evidence evidence{
      {"issuer", issuer_name(use.issuer)}, {"where", use.where}, {"records", joined(set.records)}, {"source", set.at}};
  if (!set.found.present()) return unread(name, set.found);
  switch (allowed_by(set.records, name.starts_with("*."), use.issuer)) {
    case Allowed::yes:
    case Allowed::anybody: return on(Verdict::pass, name, evidence);
    case Allowed::no: return on(Verdict::fail, name, evidence);
    case Allowed::unknown: break;
  }
  evidence["missing"] = "CAA " + evidence["issuer"];
  return on(Verdict::unknown, name, evidence);
}

}  // namespace

Findings caa_issuer(const ExposureFacts& facts, const Params&) {
  std::map<std::string_view, const CaaSet*> sets;
  for (const auto& set : facts.caa_sets) sets[set.name] = &set;
  std::map<std::pair<std::string, std::string>, Finding> found;  // one for a name and an issuer
  for (const auto& use : uses_of(facts))
    for (const auto& name : *use.names) {
      const std::string_view plain = std::string_view(name).substr(name.starts_with("*.") ? 2 : 0);
      if (const auto set = sets.find(plain); set != sets.end())
        found.try_emplace({name, issuer_name(use.issuer)}, judge(*set->second, name, use));
    }
  Findings out;
  for (auto& [key, finding] : found) out.push_back(std::move(finding));
  return or_pass(std::move(out), facts, found.size());
}

}  // namespace hygie::exposure
