// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/records.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

bool known_policy(std::string_view policy) { return policy == "none" || policy == "quarantine" || policy == "reject"; }

bool below(std::string_view name, std::string_view domain) {
  return name == domain ||
         (name.size() > domain.size() && name.ends_with(domain) && name[name.size() - domain.size() - 1] == '.');
}

/// The version first, in its own letters, and nothing stuck to it (RFC 7489, 6.3).
bool is_dmarc(std::string_view text) {
  const auto first = trimmed(text.substr(0, text.find(';')));
  const auto equals = first.find('=');
  return equals != std::string_view::npos && trimmed(first.substr(0, equals)) == "v" &&
         trimmed(first.substr(equals + 1)) == "DMARC1";
}

std::vector<std::string> dmarc_records(const Answer& answer) {
  std::vector<std::string> found;
  for (const auto& text : answer.records)
    if (is_dmarc(text)) found.push_back(text);
  return found;
}

/// The domains of "mailto:a@x.test!10m, mailto:b@y.test".
std::vector<std::string> report_domains(std::string_view list) {
  std::vector<std::string> domains;
  while (!list.empty()) {
    const auto comma = list.find(',');
    const auto uri = trimmed(list.substr(0, comma));
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
    const auto at = uri.find('@');
    if (!lower(uri).starts_with("mailto:") || at == std::string_view::npos) continue;
    domains.push_back(lower(
        uri.substr(at + 1, uri.find('!') == std::string_view::npos ? std::string_view::npos : uri.find('!') - at - 1)));
  }
  return domains;
}

/// Whoever receives reports of others must say that it agrees (RFC 7489, 7.1).
void check_reports(DmarcReading& out, const Tags& tags, const std::string& domain, const std::string& organisation,
                   const Lookup& lookup) {
  const auto receivers = report_domains(tag(tags, "rua"));
  if (receivers.empty()) out.faults.emplace_back("no-report");
  for (const auto& receiver : receivers) {
    if (below(receiver, organisation)) continue;
    const auto agreed = lookup(domain + "._report._dmarc." + receiver, "TXT");
    if (agreed.found == Found::not_answered)
      out.faults.emplace_back("unanswered");
    else if (dmarc_records(agreed).empty())
      out.faults.emplace_back("report-not-authorised");
  }
}

}  // namespace

DmarcReading read_dmarc(const std::string& domain, const std::string& organisation, const Lookup& lookup) {
  DmarcReading out;
  auto answer = lookup("_dmarc." + domain, "TXT");
  bool inherited = false;
  if (dmarc_records(answer).empty() && answer.found != Found::not_answered && organisation != domain &&
      !organisation.empty()) {
    answer = lookup("_dmarc." + organisation, "TXT");
    inherited = true;
  }
  const auto records = dmarc_records(answer);
  if (answer.found == Found::not_answered) {
    out.found = observation_of(answer);
    return out;
  }
  if (records.empty()) {
    out.found = {net::Outcome::absent, "no-record"};
    return out;
  }
  out.found = {net::Outcome::present, {}};
  out.record = records.front();
  if (records.size() > 1) out.faults.emplace_back("several-records");
  const auto tags = read_tags(out.record, out.faults);
  const auto policy = lower(tag(tags, "p")), below_it = lower(tag(tags, "sp"));
  if (policy.empty()) out.faults.emplace_back("no-policy");
  if (!policy.empty() && !known_policy(policy)) out.faults.emplace_back("bad-policy");
  if (!below_it.empty() && !known_policy(below_it)) out.faults.emplace_back("bad-policy");
  out.subdomain_policy = below_it.empty() ? policy : below_it;
  out.policy = inherited ? out.subdomain_policy : policy;
  if (records.size() > 1) out.policy = out.subdomain_policy = "none";  // receivers then apply none (RFC 7489, 6.6.3)
  if (const auto part = tag(tags, "pct"); !part.empty() && part != "100") out.faults.emplace_back("partial");
  if (lower(tag(tags, "t")) == "y") out.faults.emplace_back("partial");
  check_reports(out, tags, inherited ? organisation : domain, organisation, lookup);
  std::sort(out.faults.begin(), out.faults.end());
  out.faults.erase(std::unique(out.faults.begin(), out.faults.end()), out.faults.end());
  return out;
}

}  // namespace hygie::exposure
