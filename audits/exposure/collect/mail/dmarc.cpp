// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/records.hpp"
#include "audits/exposure/collect/mail/tree_walk.hpp"
#include "audits/exposure/facts/names.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

bool known_policy(std::string_view policy) { return policy == "none" || policy == "quarantine" || policy == "reject"; }

/// The domains of "mailto:a@x.test!10m, mailto:b@y.test".
std::vector<std::string> report_domains(std::string_view list) {
  std::vector<std::string> domains;
  while (!list.empty()) {
    const auto comma = list.find(',');
    const auto uri = trimmed(list.substr(0, comma));
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
    const auto at = uri.find('@');
    if (!lower(uri).starts_with("mailto:") || at == std::string_view::npos) continue;
    const auto size = uri.find('!', at);  // a size, which RFC 9989 no longer knows
    domains.push_back(lower(uri.substr(at + 1, size == std::string_view::npos ? size : size - at - 1)));
  }
  return domains;
}

/// Whoever receives reports of others must say that it agrees (RFC 7489, 7.1; RFC 9990 keeps it).
void check_reports(DmarcReading& out, const Tags& tags, const Lookup& lookup) {
  const auto receivers = report_domains(tag(tags, "rua"));
  if (receivers.empty()) out.faults.emplace_back("no-report");
  for (const auto& receiver : receivers) {
    if (below(receiver, out.older_organisation) || below(receiver, out.domain)) continue;
    const auto agreed = lookup(out.domain + "._report._dmarc." + receiver, "TXT");
    if (agreed.found == Found::not_answered)
      out.faults.emplace_back("unanswered");
    else if (dmarc_records(agreed).empty())
      out.faults.emplace_back("report-not-authorised");
  }
}

/// What one record asks for: for the domain, for names below that exist, for those that do not.
struct Policies {
  std::string own, below, missing;
};

/// RFC 9989, 4.7 and 4.10.1: a wrong p, sp or np voids all three. An absent p counts as none. RFC 7489 does not know np
/// and t, which are then left aside.
Policies policies_of(const std::string& record, bool older) {
  std::vector<std::string> unused;
  const auto tags = read_tags(record, unused);
  const auto p = lower(tag(tags, "p")), sp = lower(tag(tags, "sp")), np = older ? "" : lower(tag(tags, "np"));
  if (!known_policy(p) || (!sp.empty() && !known_policy(sp)) || (!np.empty() && !known_policy(np)))
    return {"none", "none", "none"};
  Policies out{p, sp.empty() ? p : sp, !np.empty() ? np : sp.empty() ? p : sp};
  if (!older && lower(tag(tags, "t")) == "y")
    for (auto* one : {&out.own, &out.below, &out.missing}) *one = *one == "reject" ? "quarantine" : "none";
  return out;
}

void name_faults(DmarcReading& out, const Lookup& lookup) {
  const auto tags = read_tags(out.record, out.faults);
  if (tag(tags, "p").empty()) out.faults.emplace_back("no-policy");
  for (const auto* name : {"p", "sp", "np"})
    if (const auto value = lower(tag(tags, name)); !value.empty() && !known_policy(value))
      out.faults.emplace_back("bad-policy");
  if (const auto part = tag(tags, "pct"); !part.empty() && part != "100") out.faults.emplace_back("partial");
  if (lower(tag(tags, "t")) == "y") out.faults.emplace_back("testing");
  for (const auto* name : {"pct", "rf", "ri"})
    if (!tag(tags, name).empty()) out.faults.push_back(std::string("historic-") + name);
  check_reports(out, tags, lookup);
}

/// What a reader by RFC 7489 (6.6.3) applies: the domain's record, else that of the registered domain; several apply
/// none.
void read_by_older_rules(DmarcReading& out, const TreeWalk& walk, const std::string& domain, const Lookup& lookup) {
  auto records = walk.start().records;
  auto publisher = domain;
  if (records.empty() && out.older_organisation != domain) {
    publisher = out.older_organisation;
    records = dmarc_records(lookup("_dmarc." + publisher, "TXT"));
  }
  if (records.empty()) return;
  out.older_domain = publisher;
  const auto policies = policies_of(records.front(), true);
  out.older_policy = records.size() > 1 ? "none" : publisher == domain ? policies.own : policies.below;
}

/// RFC 9989, 4.10.1: the author's domain, else its organisation, else its public suffix; a name below takes sp when it
/// exists, np when it does not.
void choose(DmarcReading& out, const TreeWalk& walk, const std::string& domain, const Lookup& lookup) {
  const auto* const above = walk.above();
  const auto* const chosen = walk.start().valid() ? &walk.start() : above;
  if (chosen == nullptr) return;
  out.record = chosen->records.front();
  out.domain = chosen->domain;
  out.rule = chosen == &walk.start() ? "own" : chosen->domain == out.organisation ? "organisation" : "public-suffix";
  // sp and np of a record below the organisation's are ignored
  const auto from_above = policies_of(above == nullptr ? out.record : above->records.front(), false);
  out.subdomain_policy = from_above.below;
  out.missing_name_policy = from_above.missing;
  if (out.rule == "own")
    out.policy = policies_of(out.record, false).own;
  else
    out.policy = lookup(domain, "MX").found == Found::no_such_name ? from_above.missing : from_above.below;
}

}  // namespace

DmarcReading read_dmarc(const std::string& domain, const std::string& registered, const Lookup& lookup) {
  DmarcReading out;
  const TreeWalk walk(domain, lookup);
  out.older_organisation = registered.empty() ? domain : registered;
  // without its own record, whoever was not heard above may be the one that decides
  if (!walk.start().answered || (!walk.start().valid() && !walk.complete())) {
    out.found = {net::Outcome::unknown, "not-answered"};
    return out;
  }
  if (walk.complete()) out.organisation = walk.organisation();
  read_by_older_rules(out, walk, domain, lookup);
  choose(out, walk, domain, lookup);
  const bool several = walk.start().records.size() > 1;
  if (out.record.empty() && several) {
    out.record = walk.start().records.front();
    out.domain = domain;
    out.rule = "own";
    out.policy = out.subdomain_policy = out.missing_name_policy = "none";
  }
  if (out.record.empty()) {
    out.found = {net::Outcome::absent, "no-record"};
    return out;
  }
  out.found = {net::Outcome::present, {}};
  if (several) out.faults.emplace_back("several-records");
  name_faults(out, lookup);
  std::sort(out.faults.begin(), out.faults.end());
  out.faults.erase(std::unique(out.faults.begin(), out.faults.end()), out.faults.end());
  return out;
}

}  // namespace hygie::exposure
