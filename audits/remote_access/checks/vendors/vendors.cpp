// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/support.hpp"

#include <algorithm>

namespace hygie::remote_access {
namespace {

bool holds(const std::vector<std::string>& list, std::string_view one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace

Findings vendor_contact(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) { return written(access.vendor.contact_24x7, "contact_24x7"); });
}

Findings vendor_security_contact(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts,
                      [](const Access& access) { return written(access.vendor.security_contact, "security_contact"); });
}

Findings access_owner(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) { return written(access.owner, "owner"); });
}

Findings vendor_pams(const RemoteAccessFacts& facts, const Params& params) {
  return for_accesses(facts, [&](const Access& access) -> Answer {
    auto answer = unless_word(access.vendor.pams, {"none"}, "pams");
    if (answer.verdict != Verdict::pass) return answer;
    if (!access.vendor.pams_on) return unknown("pams_on");
    answer.evidence.emplace("last", day(access.vendor.pams_on));
    if (core::days_between(*access.vendor.pams_on, facts.collected_at) > params.days("max_age_days"))
      answer.verdict = Verdict::fail;
    return answer;
  });
}

Findings subcontractor_unapproved(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.vendor.subcontractors.empty()) return does_not_apply;
    std::string refused, unsaid;
    for (const auto& one : access.vendor.subcontractors) {
      auto& list = one.approved == Said::no ? refused : unsaid;
      if (one.approved != Said::yes) list += (list.empty() ? "" : ", ") + one.name;
    }
    if (!refused.empty()) return {Verdict::fail, {{"names", refused}}};
    if (!unsaid.empty()) return unknown("subcontractors: approved");
    return {};
  });
}

Findings health_data_abroad(const RemoteAccessFacts& facts, const Params& params) {
  const auto& allowed = params.list("countries");
  return for_accesses(facts, [&](const Access& access) -> Answer {
    if (!access.health_data()) return does_not_apply;
    std::vector<std::string> places{access.vendor.country, access.contract.data_location};
    for (const auto& one : access.vendor.subcontractors) places.push_back(one.country);
    places.insert(places.end(), access.countries.begin(), access.countries.end());
    for (const auto& place : places)
      if (!place.empty() && place != "EU" && !holds(allowed, place)) return {Verdict::fail, {{"country", place}}};
    return access.vendor.country.empty() ? unknown("vendor: country") : Answer{};
  });
}

Findings connects_from_abroad(const RemoteAccessFacts& facts, const Params& params) {
  const auto& allowed = params.list("countries");
  return for_accesses(facts, [&](const Access& access) -> Answer {
    if (access.countries.empty()) return unknown("countries");
    for (const auto& country : access.countries)
      if (!holds(allowed, country)) return {Verdict::fail, {{"country", country}}};
    return {};
  });
}

Findings vendor_incident(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.vendor.incidents.empty()) return does_not_apply;
    for (const auto& incident : access.vendor.incidents)
      if (!incident.closed) return {Verdict::fail, {{"what", incident.what}, {"since", day(incident.on)}}};
    return {};
  });
}

}  // namespace hygie::remote_access
