// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/exposure.hpp"

#include "audits/exposure/collect/collect.hpp"
#include "audits/exposure/collect/dns/resolver.hpp"
#include "audits/exposure/collect/ports/port_list.hpp"
#include "audits/exposure/collect/ports/ranges.hpp"
#include "audits/exposure/products/recog.hpp"
#include "audits/exposure/products/web_signs.hpp"
#include "cli/audit/sources.hpp"
#include "core/calendar.hpp"
#include "core/decide.hpp"
#include "core/i18n.hpp"
#include "core/limits.hpp"
#include "core/yaml.hpp"
#include "report/model.hpp"

#include <unistd.h>
#include <algorithm>
#include <ctime>
#include <filesystem>

namespace hygie::cli {
namespace {

using core::ErrorCode;
using core::tr;
using Errors = std::vector<core::Error>;

int local_minute(core::Instant now) {
  const auto seconds = static_cast<std::time_t>(now.time_since_epoch().count());
  std::tm parts{};
  ::localtime_r(&seconds, &parts);
  return parts.tm_hour * 60 + parts.tm_min;
}

/// The authorisation and the section, as they were in force: a report says under which scope it was made.
std::string scope_hash(const core::Declaration& declaration) {
  const auto& by = declaration.authorisation;
  auto text = by.by + "\n" + core::format_date(by.from) + "\n" + core::format_date(by.until) + "\n";
  for (const auto* list : {&by.covers, &by.addresses, &by.domains, &by.exclude, &declaration.exposure->addresses,
                           &declaration.exposure->domains}) {
    for (const auto& one : *list) text += one + "\n";
    text += "--\n";
  }
  return core::sha256_hex(text);
}

std::string content_hash(const std::string& path) {
  return core::sha256_hex(core::read_file(path, core::limits::json_bytes).value_or(""));
}

/// Everything that decides what is asked, but not how fast nor when: who changes the pace or the hours goes on with the
/// same audit. A hygie of another version asks other questions.
std::string asked_hash(const core::ExposureDeclaration& declared, const exposure::Target& target) {
  auto text = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n", report::program_version(), target.vantage, target.usual_names,
                          target.resolver, target.trust_anchor, target.authorities);
  text += fmt::format("{}\n{}\n{}\n", exposure::ranges_of(target.ports), exposure::ranges_of(target.udp_ports),
                      target.feeds);
  text += fmt::format("{}\n{}\n", target.web_signs, target.proxy_listener);
  for (const auto& [domain, selectors] : target.dkim_by_domain)
    text += fmt::format("{} {}\n", domain, fmt::join(selectors, " "));
  for (const auto* list : {&target.dkim, &target.zone_files, &target.transparency, &target.imports, &target.recog}) {
    for (const auto& one : *list) text += one + "\n";
    text += "--\n";
  }
  for (const auto* list : {&target.zone_files, &target.transparency, &target.imports, &target.recog})
    for (const auto& one : *list) text += content_hash(one);
  for (const auto* one : {&target.web_signs, &declared.inventory})
    if (!one->empty()) text += content_hash(*one);
  return core::sha256_hex(text);
}

core::Checked<exposure::Inventory> inventory_of(const core::ExposureDeclaration& declared) {
  if (declared.inventory.empty()) return exposure::Inventory{};
  return exposure::load_inventory(declared.inventory);
}

void restrict_to(const Verification& verification, exposure::Target& target) {
  target.verifies = verification.run;
  target.addresses.assign(verification.addresses.begin(), verification.addresses.end());
  target.ports.assign(verification.tcp.begin(), verification.tcp.end());
  target.udp_ports.assign(verification.udp.begin(), verification.udp.end());
  target.usual_names = false;
  if (!verification.domains) target.domains.clear();
}

exposure::Target target_of(const AuditRequest& request, const core::Declaration& declaration,
                           exposure::Inventory inventory) {
  const auto& declared = *declaration.exposure;
  exposure::Target target;
  target.establishment = declaration.establishment.name;
  target.establishment_number = declaration.establishment.finess == "none" ? declaration.establishment.local_id
                                                                           : declaration.establishment.finess;
  target.addresses = declared.addresses;
  target.domains = declared.domains;
  target.ports = declared.all_ports       ? exposure::every_port()
                 : declared.ports.empty() ? exposure::default_ports("tcp")
                                          : declared.ports;
  target.udp_ports = exposure::default_ports("udp");
  target.vantage = declared.vantage;
  target.rate = declared.rate;
  target.usual_names = declared.usual_names;
  target.inventory = std::move(inventory);
  target.dkim = declared.dkim;
  target.dkim_by_domain = declared.dkim_by_domain;
  target.web_signs = declared.web_signs;
  target.recog = declared.recog;
  target.proxy_listener = declared.proxy_listener;
  target.zone_files = declared.zone_files;
  target.transparency = declared.transparency;
  target.imports = declared.imports;
  target.feeds = declared.feeds;
  target.authorities = declared.authorities;
  target.trust_anchor = declared.trust_anchor;
  target.resolver = declared.resolver;
  target.scope_sha256 = scope_hash(declaration);
  std::sort(target.ports.begin(), target.ports.end());
  target.asked_sha256 = asked_hash(declared, target);
  target.passive = request.passive;
  if (request.verification) restrict_to(*request.verification, target);
  return target;
}

net::Pace pace_of(unsigned rate) {
  net::Pace pace;
  pace.rate = rate;
  pace.in_flight = std::clamp(rate * 3U, 200U, 16'000U);
  pace.in_flight_per_host = std::clamp(rate, 50U, 2'000U);
  return pace;
}

core::Result<exposure::Gate::Rules> rules_of(const core::ExposureDeclaration& declared,
                                             const exposure::Inventory& inventory) {
  auto guard = net::Guard::make(inventory.fragile);
  if (!guard) return tl::make_unexpected(guard.error());
  exposure::Gate::Rules rules;
  rules.guard = std::move(*guard);
  rules.pace = pace_of(declared.rate);
  rules.without_consent = inventory.without_consent;
  rules.stop_file = declared.stop_file;
  rules.window = declared.window;
  return rules;
}

/// What users add to ours is read before anything is sent: a mistake in it would else show at the end.
void check_additions(const core::ExposureDeclaration& declared, Errors& errors) {
  for (const auto& file : declared.recog)
    if (const auto read = exposure::Recog::load(file); !read) errors.push_back(read.error());
  if (declared.web_signs.empty()) return;
  if (const auto read = exposure::WebSigns::load(declared.web_signs); !read) errors.push_back(read.error());
}

Errors check_files(const core::ExposureDeclaration& declared) {
  Errors errors;
  check_additions(declared, errors);
  auto files = declared.zone_files;
  files.insert(files.end(), declared.transparency.begin(), declared.transparency.end());
  files.insert(files.end(), declared.imports.begin(), declared.imports.end());
  for (const auto* one : {&declared.feeds, &declared.authorities, &declared.trust_anchor})
    if (!one->empty()) files.push_back(*one);
  for (const auto& file : files)
    if (!std::filesystem::exists(file))
      errors.push_back({ErrorCode::config, tr("the file {} does not exist", file), declared.where, {}});
  return errors;
}

/// A domain that nobody authorised is not even asked of the resolver.
Errors check_domains_in_scope(const core::Declaration& declaration) {
  Errors errors;
  const auto authorised = [&](const std::string& domain) {
    return std::any_of(declaration.authorisation.domains.begin(), declaration.authorisation.domains.end(),
                       [&](const std::string& one) { return domain == one || domain.ends_with("." + one); });
  };
  for (const auto& domain : declaration.exposure->domains)
    if (!authorised(domain))
      errors.push_back({ErrorCode::authorisation, tr("the domain {} is outside the authorised domains", domain),
                        declaration.exposure->where, tr("add it to authorisation: domains, if whoever signed agrees")});
  return errors;
}

/// The name of a run that has no id yet, for the id comes from what it found.
std::string provisional_id(const exposure::Target& target, core::Instant now) {
  auto day = core::format_date(core::day_of(now));
  day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
  const auto seed = fmt::format("{} {} {}", target.asked_sha256, now.time_since_epoch().count(), ::getpid());
  return day + "-" + core::sha256_hex(seed).substr(0, 12);
}

/// What the audit takes up, and where it writes down what it reads.
exposure::Continuity continuity_of(const AuditRequest& request, const exposure::Target& target,
                                   const UnfinishedRuns* unfinished, Reading& reading) {
  exposure::Continuity continuity;
  if (unfinished == nullptr || request.passive || request.verification) return continuity;
  reading.unfinished = request.resumption ? request.resumption->run : provisional_id(target, core::now());
  continuity.keep = [unfinished, &reading](const exposure::ExposureFacts& facts) {
    // a disk that is full must not end an audit: it is said at the end
    if (auto kept = unfinished->keep(reading.unfinished, facts); !kept && !reading.unkept)
      reading.unkept = kept.error();
  };
  if (!request.resumption) return continuity;
  continuity.from = request.resumption->facts;
  auto& parts = continuity.from->origin.resumes;
  if (parts.empty() || parts.back() != request.resumption->run) parts.push_back(request.resumption->run);
  return continuity;
}

}  // namespace

core::Status check_moment(const core::ExposureDeclaration& declared, core::Instant now) {
  if (declared.window && !declared.window->holds(local_minute(now)))
    return core::failure(ErrorCode::authorisation, tr("this is outside the hours allowed by exposure: window"),
                         declared.where, tr("wait for them, or change the window if whoever signed agrees"));
  if (std::filesystem::exists(declared.stop_file))
    return core::failure(ErrorCode::authorisation,
                         tr("the stop file {} is there: nothing was sent", declared.stop_file), declared.where,
                         tr("remove it when the audit may go on"));
  return {};
}

Errors check_exposure(const AuditRequest& request, const core::Declaration& declaration, core::Instant now) {
  const auto& declared = *declaration.exposure;
  Errors errors = check_files(declared);
  if (auto inventory = inventory_of(declared); !inventory)
    errors.insert(errors.end(), inventory.error().begin(), inventory.error().end());
  if (auto good = exposure::every_address(declared.addresses); !good) errors.push_back(good.error());
  if (request.passive) return errors;
  if (auto allowed = check_authorised(declaration, "exposure", core::day_of(now)); !allowed)
    errors.push_back(allowed.error());
  auto outside = check_domains_in_scope(declaration);
  errors.insert(errors.end(), outside.begin(), outside.end());
  if (request.offline)
    errors.push_back({ErrorCode::usage,
                      tr("the exposure is looked at over the network, which --offline refuses"),
                      {},
                      tr("--passive reads files alone; --from replays a snapshot")});
  if (auto good = check_moment(declared, now); !good && !request.dry_run) errors.push_back(good.error());
  return errors;
}

core::Status read_exposure(const AuditRequest& request, const core::Declaration& declaration, core::Deadline deadline,
                           core::Progress& progress, const UnfinishedRuns* unfinished, Reading& reading) {
  const auto& declared = *declaration.exposure;
  auto inventory = inventory_of(declared);
  if (!inventory) return tl::make_unexpected(inventory.error().front());
  auto scope = scope_of(declaration);
  if (!scope) return tl::make_unexpected(scope.error());
  auto rules = rules_of(declared, *inventory);
  if (!rules) return tl::make_unexpected(rules.error());
  auto resolver =
      exposure::Resolver::make({.server = declared.resolver, .trust_anchor = declared.trust_anchor}, deadline);
  if (!resolver) return tl::make_unexpected(resolver.error());
  rules->resolver = (*resolver)->addresses();
  exposure::ActionLog log;
  if (!request.passive) {
    auto opened = exposure::ActionLog::open(declared.log, &core::now);
    if (!opened) return tl::make_unexpected(opened.error());
    log = std::move(*opened);
  }
  exposure::Gate gate(std::move(*scope), std::move(*rules), log, deadline);
  (*resolver)->obey(gate.deadline());
  const auto target = target_of(request, declaration, std::move(*inventory));
  auto continuity = continuity_of(request, target, unfinished, reading);
  gate.record("begin", target.establishment, target.scope_sha256);
  if (request.resumption) gate.record("resume", target.establishment, request.resumption->run);
  reading.exposure = exposure::collect(target, gate, request.passive ? nullptr : resolver->get(), core::now(), progress,
                                       std::move(continuity));
  gate.record("resolve", declared.resolver.empty() ? "resolv.conf" : declared.resolver,
              fmt::format("{} questions", (*resolver)->asked()));
  gate.record("end", target.establishment, gate.ended() ? "stopped" : "complete");
  if (auto kept = log.flush(); !kept) reading.exposure->gaps.push_back({"exposure", kept.error().what});
  return {};
}

core::Result<AskedNow> asked_now(const AuditRequest& request, const core::Declaration& declaration) {
  auto inventory = inventory_of(*declaration.exposure);
  if (!inventory) return tl::make_unexpected(inventory.error().front());
  const auto target = target_of(request, declaration, std::move(*inventory));
  return AskedNow{target.establishment, target.establishment_number, target.scope_sha256, target.asked_sha256};
}

std::string exposure_plan(const AuditRequest& request, const core::Declaration& declaration) {
  const auto inventory = inventory_of(*declaration.exposure);
  const auto scope = scope_of(declaration);
  if (!inventory || !scope) return {};  // check_exposure said why
  const auto target = target_of(request, declaration, *inventory);
  auto out = "\n" + tr("Internet exposure") + "\n";
  if (request.passive) return out + "  " + tr("passive: reads files alone; contacts nobody") + "\n";
  const auto guard = net::Guard::make(inventory->fragile);
  out += "  " +
         tr("resolves through {}, then holds each address against the authorisation before a packet is sent:",
            target.resolver.empty() ? tr("this machine's resolver") : target.resolver) +
         "\n";
  for (const auto& name : exposure::declared_names(target)) out += "    " + name + "\n";
  if (!target.proxy_listener.empty())
    out += "  " + tr("listens at {} while sites are looked at, for open proxies to come there", target.proxy_listener) +
           "\n";
  out += "  " + tr("contacts, at most {} connections a second in all:", target.rate) + "\n";
  for (const auto& address : exposure::every_address(target.addresses).value_or(std::vector<std::string>{})) {
    if (!scope->contains(address)) {
      out += "    " + tr("{}: outside the authorisation, left alone", address) + "\n";
      continue;
    }
    std::size_t asked = 0;
    for (const auto port : target.ports)
      asked += guard && guard->decide(address, port).manner != net::Manner::do_not_touch ? 1U : 0U;
    out += "    " + tr("{}: {} TCP ports, {} left alone", address, asked, target.ports.size() - asked) + "\n";
  }
  return out;
}

}  // namespace hygie::cli
