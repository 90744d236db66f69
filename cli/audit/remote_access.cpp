// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/remote_access.hpp"

#include "audits/exposure/collect/inventory.hpp"
#include "audits/remote_access/collect/ssh/read_ssh.hpp"
#include "audits/remote_access/register/read_register.hpp"
#include "audits/remote_access/snapshot.hpp"
#include "cli/audit/exposure.hpp"
#include "cli/audit/sources.hpp"
#include "core/calendar.hpp"
#include "core/declaration/paths.hpp"
#include "core/i18n.hpp"
#include "net/gate/gate.hpp"

namespace hygie::cli {
namespace {

using core::tr;
using remote_access::Part;

// Gentle: a gateway that care depends on is asked ten times less than the internet audit asks.
constexpr unsigned rate = 50;

/// The action log and the stop file are those of the exposure, where it is declared; else beside the declaration.
std::string log_of(const core::Declaration& declaration) {
  return declaration.exposure ? declaration.exposure->log : core::beside(declaration.file, "hygie-actions.log");
}
std::string stop_file_of(const core::Declaration& declaration) {
  return declaration.exposure ? declaration.exposure->stop_file : core::beside(declaration.file, "hygie.stop");
}

core::Result<net::Gate::Rules> rules_of(const core::Declaration& declaration) {
  net::Gate::Rules rules;
  rules.pace.rate = rate;
  rules.stop_file = stop_file_of(declaration);
  rules.resolver = net::system_addresses;
  if (!declaration.exposure) return rules;
  rules.window = declaration.exposure->window;
  if (declaration.exposure->inventory.empty()) return rules;
  auto inventory = exposure::load_inventory(declaration.exposure->inventory);
  if (!inventory) return tl::make_unexpected(inventory.error().front());
  auto guard = net::Guard::make(inventory->fragile);
  if (!guard) return tl::make_unexpected(guard.error());
  rules.guard = std::move(*guard);
  rules.without_consent = inventory->without_consent;
  return rules;
}

core::Status check_moment_of(const core::Declaration& declaration, core::Instant now) {
  if (declaration.exposure) return check_moment(*declaration.exposure, now);
  core::ExposureDeclaration alone;
  alone.stop_file = stop_file_of(declaration);
  alone.where = declaration.file;
  return check_moment(alone, now);
}

/// Without asking a resolver: names are held against the authorisation when they are contacted.
std::string plan_line(const remote_access::SshTarget& target, const net::Scope& scope, const net::Gate::Rules& rules) {
  const auto place = target.host + ":" + std::to_string(target.port);
  if (!net::parse_network(target.host)) return place;  // a name
  if (!scope.contains(target.host) || scope.excludes(target.host))
    return tr("{}: outside the authorisation, left alone", place);
  const bool touched = rules.guard.decide(target.host, target.port).manner == net::Manner::probe;
  return touched ? place : tr("{}: fragile, left alone", place);
}

core::Status probe(remote_access::RemoteAccessFacts& facts, const core::Declaration& declaration,
                   core::Deadline deadline, core::Progress& progress) {
  for (const auto& id : remote_access::ssh_without_host(facts.declared))
    facts.gaps.push_back({"ssh-door", tr("{}: its entry point is not written in the register", id)});
  if (remote_access::ssh_targets(facts.declared).empty()) return {};
  auto scope = scope_of(declaration);
  if (!scope) return tl::make_unexpected(scope.error());
  auto rules = rules_of(declaration);
  if (!rules) return tl::make_unexpected(rules.error());
  auto log = net::ActionLog::open(log_of(declaration), &core::now);
  if (!log) return tl::make_unexpected(log.error());
  net::Gate gate(std::move(*scope), std::move(*rules), *log, deadline);
  gate.record("begin", facts.origin.establishment, "remote-access");
  remote_access::read_ssh(facts, gate, progress);
  gate.record("end", facts.origin.establishment, gate.ended() ? "stopped" : "complete");
  if (auto kept = log->flush(); !kept) facts.gaps.push_back({"ssh", kept.error().what});
  facts.origin.source = "probes";
  return {};
}

}  // namespace

std::vector<core::Error> check_remote_access(const AuditRequest& request, const core::Declaration& declaration,
                                             core::Instant now) {
  std::vector<core::Error> errors;
  if (auto allowed = check_authorised(declaration, "remote-access", core::day_of(now)); !allowed)
    errors.push_back(allowed.error());
  if (const auto read = remote_access::load_register(declaration.remote_access); !read)
    errors.insert(errors.end(), read.error().begin(), read.error().end());
  if (!request.offline && !request.dry_run)
    if (auto good = check_moment_of(declaration, now); !good) errors.push_back(good.error());
  return errors;
}

core::Status read_remote_access(const AuditRequest& request, const core::Declaration& declaration,
                                core::Deadline deadline, core::Progress& progress, Reading& reading) {
  auto read = remote_access::load_register(declaration.remote_access);
  if (!read) return tl::make_unexpected(read.error().front());  // it was good a moment ago
  remote_access::RemoteAccessFacts facts;
  facts.origin = {declaration.establishment.name, "register"};
  facts.collected_at = core::now();
  facts.declared = std::move(read->content);
  facts.zones = std::move(read->zones);
  if (request.offline) facts.not_asked = {Part::ssh};
  if (!request.offline)
    if (auto probed = probe(facts, declaration, deadline, progress); !probed) return probed;
  reading.remote_access_snapshot = remote_access::write_snapshot(facts);
  reading.remote_access = std::move(facts);
  return {};
}

std::string remote_access_plan(const AuditRequest& request, const core::Declaration& declaration) {
  auto out = "\n" + tr("Remote accesses") + "\n  " + tr("reads the register {}", declaration.remote_access) + "\n";
  const auto read = remote_access::load_register(declaration.remote_access);
  const auto targets = read ? remote_access::ssh_targets(read->content) : std::vector<remote_access::SshTarget>{};
  if (request.offline || targets.empty()) return out + "  " + tr("contacts nobody") + "\n";
  out += "  " + tr("asks each SSH entry point, at most five connections each, and signs in nowhere:") + "\n";
  const auto scope = scope_of(declaration);
  const auto rules = rules_of(declaration);
  if (!scope || !rules) return out;  // check_remote_access said why
  for (const auto& target : targets) out += "    " + plan_line(target, *scope, *rules) + "\n";
  return out;
}

}  // namespace hygie::cli
