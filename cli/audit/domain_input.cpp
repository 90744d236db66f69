// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/domain_input.hpp"

#include "audits/directory/registry.hpp"
#include "audits/exposure/registry.hpp"
#include "audits/remote_access/registry.hpp"
#include "core/calendar.hpp"

#include <algorithm>

namespace hygie::cli {
namespace {

using core::Verdict;
using Scope = std::vector<std::pair<std::string, std::string>>;

core::Findings findings_of(const directory::Check& check, const Reading& reading, const core::Params& params) {
  core::Findings all;
  for (const auto& facts : reading.facts) {
    auto found = directory::run_check(check, facts, params);
    all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  for (const auto& lost : reading.lost)
    all.push_back({.verdict = Verdict::unknown, .object = lost.name, .evidence = {{"missing", lost.error.what}}});
  return all;
}

void drop_empty(Scope& scope) {
  std::erase_if(scope, [](const auto& pair) { return pair.second.empty(); });
}

Scope scope_of_facts(const directory::DirectoryFacts& facts) {
  const auto people = std::count_if(facts.accounts.begin(), facts.accounts.end(),
                                    [](const auto& account) { return account.is_person(); });
  const auto computers = std::count_if(facts.accounts.begin(), facts.accounts.end(),
                                       [](const auto& account) { return account.is_computer(); });
  Scope scope{{"directory", facts.origin.name},
              {"source", facts.origin.source},
              {"server", facts.origin.server},
              {"reader", facts.origin.reader},
              {"collected", core::format_instant(facts.collected_at)},
              {"accounts", std::to_string(people)},
              {"computers", std::to_string(computers)},
              {"groups", std::to_string(facts.groups.size())},
              {"policies", std::to_string(facts.gpos.size())}};
  if (!facts.origin.protected_channel) scope.emplace_back("channel", "clear");
  drop_empty(scope);
  return scope;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

Scope scope_of_facts(const exposure::ExposureFacts& facts) {
  std::uint64_t asked = 0;
  for (const auto& host : facts.hosts) asked += host.asked;
  Scope scope{{"source", facts.origin.source},
              {"vantage", facts.origin.vantage},
              {"networks", joined(facts.origin.addresses)},
              {"domains", joined(facts.origin.domains)},
              {"collected", core::format_instant(facts.collected_at)},
              {"names", std::to_string(facts.names.size())},
              {"hosts", std::to_string(facts.hosts.size())},
              {"ports_asked", std::to_string(asked)},
              {"services", std::to_string(facts.services.size())},
              {"certificates", std::to_string(facts.certificates.size())},
              {"scope_sha256", facts.origin.scope_sha256}};
  if (facts.origin.left_out > 0) scope.emplace_back("imports_left_out", std::to_string(facts.origin.left_out));
  if (!facts.origin.resumes.empty()) {
    scope.emplace_back("resumes", joined(facts.origin.resumes));
    scope.emplace_back("begun", core::format_instant(facts.origin.started));
  }
  drop_empty(scope);
  return scope;
}

Scope scope_of_facts(const remote_access::RemoteAccessFacts& facts) {
  const auto& accesses = facts.declared.accesses;
  const auto closed = std::count_if(accesses.begin(), accesses.end(),
                                    [](const auto& one) { return one.closed == remote_access::Said::yes; });
  return {{"source", facts.origin.source},
          {"collected", core::format_instant(facts.collected_at)},
          {"accesses", std::to_string(accesses.size())},
          {"accesses_closed", std::to_string(closed)}};
}

/// Facts that one registry judges whole.
template <class Registry, class Run, class Facts>
DomainInput input_of(std::string domain, const Registry& registry, const Run& run, const Facts& facts) {
  DomainInput input{.domain = std::move(domain), .checks = {}, .scope = scope_of_facts(facts), .gaps = facts.gaps};
  for (const auto& check : registry)
    input.checks.push_back(
        {check.id, [&check, &facts, &run](const core::Params& params) { return run(check, facts, params); }});
  return input;
}

}  // namespace

DomainInput directory_input(const Reading& reading) {
  DomainInput input{.domain = "directory", .checks = {}, .scope = {}, .gaps = {}};
  for (const auto& check : directory::registry())
    input.checks.push_back(
        {check.id, [&check, &reading](const core::Params& params) { return findings_of(check, reading, params); }});
  const bool several = reading.facts.size() + reading.lost.size() > 1;
  for (const auto& lost : reading.lost) input.gaps.push_back({lost.name, lost.error.what});
  for (const auto& facts : reading.facts) {
    for (const auto& gap : facts.gaps)
      input.gaps.push_back({several ? facts.origin.name + ": " + gap.what : gap.what, gap.why});
    const auto scope = scope_of_facts(facts);
    input.scope.insert(input.scope.end(), scope.begin(), scope.end());
  }
  return input;
}

DomainInput exposure_input(const Reading& reading) {
  return input_of("exposure", exposure::registry(), exposure::run_check, *reading.exposure);
}

DomainInput remote_access_input(const Reading& reading) {
  return input_of("remote-access", remote_access::registry(), remote_access::run_check, *reading.remote_access);
}

std::vector<DomainInput> domain_inputs(const Reading& reading) {
  std::vector<DomainInput> inputs;
  if (!reading.facts.empty() || !reading.lost.empty() || (!reading.exposure && !reading.remote_access))
    inputs.push_back(directory_input(reading));
  if (reading.exposure) inputs.push_back(exposure_input(reading));
  if (reading.remote_access) inputs.push_back(remote_access_input(reading));
  return inputs;
}

}  // namespace hygie::cli
