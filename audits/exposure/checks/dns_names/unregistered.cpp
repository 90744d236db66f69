// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

constexpr std::string_view unregistered = "unregistered", unanswered = "holder-unanswered";

/// Those of the servers whose domain nobody holds; unknown while one of them was not answered for.
template <class Server>
Finding judge(const std::string& object, const std::vector<Server>& servers) {
  std::vector<std::string> lost;
  bool unknown = false;
  for (const auto& one : servers) {
    if (one.dangling == unregistered) lost.push_back(one.name);
    unknown |= one.resolved.outcome == Outcome::unknown || one.dangling == unanswered;
  }
  const auto verdict = !lost.empty()     ? Verdict::fail
                       : unknown         ? Verdict::unknown
                       : servers.empty() ? Verdict::not_applicable
                                         : Verdict::pass;
  return on(verdict, object, {{"names", joined(lost)}, {"missing", "DNS"}});
}

}  // namespace

Findings server_unregistered(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) {
    return zone.servers.empty() ? unread(zone.name, zone.exists) : judge(zone.name, zone.servers);
  });
}

Findings exchanger_unregistered(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    return mail.exchangers.empty() ? unread(mail.name, mail.mx_found) : judge(mail.name, mail.exchangers);
  });
}

Findings alias_unregistered(const ExposureFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& name : facts.names) {
    const bool silent = name.status == "timeout" || name.status == "servfail" || name.status == "error";
    if (silent || name.dangling == unanswered)  // an alias that we did not hear of may be there
      found.push_back(on(Verdict::unknown, name.name, {{"missing", "DNS"}}));
    if (name.aliases.empty()) continue;
    ++examined;
    if (name.dangling == unregistered) found.push_back(on(Verdict::fail, name.name, {{"target", name.aliases.back()}}));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
