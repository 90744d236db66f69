// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/exposure.hpp"
#include "cli/audit/history.hpp"
#include "cli/audit/judge.hpp"
#include "cli/audit/outputs.hpp"
#include "cli/audit/plan.hpp"
#include "cli/audit/remote_access.hpp"
#include "cli/audit/request.hpp"
#include "cli/audit/sources.hpp"
#include "cli/commands/commands.hpp"
#include "cli/domains.hpp"
#include "cli/program/exit_status.hpp"
#include "cli/program/signals.hpp"
#include "core/calendar.hpp"
#include "core/declaration/waivers.hpp"
#include "core/i18n.hpp"
#include "core/store/atomic_file.hpp"
#include "core/store/store.hpp"

#include <algorithm>
#include <optional>

namespace hygie::cli {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;

/// What must be known to be good before anything is sent.
struct Prepared {
  core::Declaration declaration = {};
  std::vector<core::Waiver> waivers = {};
  std::optional<core::Store> store = {};
  std::optional<UnfinishedRuns> unfinished = {};
  std::string baseline = {};
  std::set<std::string, std::less<>> baseline_fails = {};
};

core::Status check_domains(const AuditRequest& request, const core::Declaration& declaration) {
  const auto asked = request.domains.empty() ? declaration.declared : request.domains;
  for (const auto& domain : asked) {
    if (domain == "exercises") continue;  // not an audit
    if (!declaration.declared.contains(domain) && request.from.empty())
      return failure(ErrorCode::config, tr("the domain \"{}\" is not declared", domain), declaration.file,
                     tr("hygie validate {}", declaration.file));
    if (!is_built(domain))
      return failure(ErrorCode::unsupported,
                     tr("the audit of \"{}\" is accepted in the declaration but not built yet", domain),
                     declaration.file, tr("ask for what is: directory, exposure, remote-access"));
  }
  if (asked.empty() && request.from.empty())
    return failure(ErrorCode::config, tr("nothing to audit is declared"), declaration.file,
                   tr("add a directory: section"));
  return {};
}

core::Status open_store(const AuditRequest& request, Prepared& prepared) {
  const auto& path = request.store.empty() ? prepared.declaration.store : request.store;
  if (path.empty()) {
    if (request.baseline.empty() && request.verify.empty() && request.resume.empty()) return {};
    return failure(ErrorCode::usage,
                   request.resume.empty() ? tr("--baseline and --verify need a store") : tr("--resume needs a store"),
                   {}, tr("add store: hygie.db to the declaration, or --store FILE"));
  }
  if (request.dry_run && request.verify.empty()) return {};
  auto store = core::Store::open(path, core::Store::Open::create);
  if (!store) {
    if (store.error().code == ErrorCode::storage) store.error().code = ErrorCode::config;  // nothing was sent yet
    return tl::make_unexpected(store.error());
  }
  prepared.store = std::move(*store);
  if (request.baseline.empty()) return {};
  const auto baseline = prepared.store->load(request.baseline);
  if (!baseline) return tl::make_unexpected(baseline.error());
  prepared.baseline = baseline->id;
  prepared.baseline_fails = fails_of(*baseline);
  return {};
}

bool wanted(const AuditRequest& request, const core::Declaration& declaration, std::string_view domain) {
  return request.domains.empty() ? declaration.declared.contains(domain) : request.domains.contains(domain);
}

std::vector<core::Error> check_domains_sources(const AuditRequest& request, const core::Declaration& declaration,
                                               core::Instant now) {
  std::vector<core::Error> errors;
  if (wanted(request, declaration, "directory"))
    if (auto good = check_sources(request, declaration, core::day_of(now)); !good) errors.push_back(good.error());
  if (wanted(request, declaration, "exposure")) {
    auto more = check_exposure(request, declaration, now);
    errors.insert(errors.end(), more.begin(), more.end());
  }
  if (wanted(request, declaration, "remote-access")) {
    auto more = check_remote_access(request, declaration, now);
    errors.insert(errors.end(), more.begin(), more.end());
  }
  return errors;
}

/// What --verify asks again; an error when that run has nothing open.
core::Status choose_verification(AuditRequest& request, const Prepared& prepared) {
  if (request.verify.empty()) return {};
  const auto run = prepared.store->load(request.verify);
  if (!run) return tl::make_unexpected(run.error());
  request.verification = verification_of(*run);
  request.only = request.verification->checks;
  return {};
}

/// Can what is read be written down? Asked before anything is sent.
core::Status prepare_unfinished(const AuditRequest& request, Prepared& prepared, core::Instant now) {
  const bool asks = request.from.empty() && !request.passive && !request.dry_run && !request.verification;
  if (!prepared.store || !asks || !wanted(request, prepared.declaration, "exposure")) return {};
  prepared.unfinished.emplace(prepared.store->path());
  return prepared.unfinished->prepare(now);
}

/// What --resume takes up; an error when it may not be.
core::Status choose_resumption(AuditRequest& request, const Prepared& prepared, core::Instant now) {
  if (request.resume.empty()) return {};
  const UnfinishedRuns unfinished(prepared.store->path());
  const auto run = choose_unfinished(request.resume, *prepared.store, unfinished);
  if (!run) return tl::make_unexpected(run.error());
  auto facts = unfinished.load(*run);
  if (!facts) return tl::make_unexpected(facts.error());
  const auto wanted = asked_now(request, prepared.declaration);
  if (!wanted) return tl::make_unexpected(wanted.error());
  request.resumption = {*run, std::move(*facts)};
  return may_resume(*request.resumption, *wanted, now);
}

core::Checked<Prepared> prepare(AuditRequest& request, const core::Catalogue& catalogue, core::Instant now) {
  auto declaration = core::load_declaration(request.declaration, catalogue);
  if (!declaration) {
    for (auto& error : declaration.error())
      if (error.where == "hospital.yaml" && error.hint.empty())
        error.hint = tr("hygie init writes one; or name yours with -c");
    return tl::make_unexpected(declaration.error());
  }
  Prepared prepared{.declaration = std::move(*declaration)};
  if (auto good = check_domains(request, prepared.declaration); !good)
    return tl::make_unexpected(std::vector{good.error()});
  if (!prepared.declaration.waivers.empty()) {
    auto waivers = core::load_waivers(prepared.declaration.waivers, catalogue, core::day_of(now));
    if (!waivers) return tl::make_unexpected(waivers.error());
    prepared.waivers = std::move(*waivers);
  }
  if (request.from.empty()) {
    auto errors = check_domains_sources(request, prepared.declaration, now);
    if (!errors.empty()) return tl::make_unexpected(std::move(errors));
  }
  if (auto good = check_outputs(request.outputs); !good) return tl::make_unexpected(std::vector{good.error()});
  if (!request.save.empty())
    if (auto good = core::can_write_file(request.save); !good) {
      good.error().code = ErrorCode::config;
      return tl::make_unexpected(std::vector{good.error()});
    }
  if (auto good = open_store(request, prepared); !good) return tl::make_unexpected(std::vector{good.error()});
  if (auto good = choose_verification(request, prepared); !good) return tl::make_unexpected(std::vector{good.error()});
  if (auto good = choose_resumption(request, prepared, now); !good)
    return tl::make_unexpected(std::vector{good.error()});
  if (auto good = prepare_unfinished(request, prepared, now); !good)
    return tl::make_unexpected(std::vector{good.error()});
  return prepared;
}

core::Result<Reading> read(const AuditRequest& request, const Prepared& prepared, const Console& console) {
  const auto& declaration = prepared.declaration;
  if (!request.from.empty()) return read_snapshots(request);
  TerminalProgress progress(console);
  const core::Deadline deadline{std::chrono::steady_clock::now() + request.timeout, &interruption()};
  Reading reading;
  if (wanted(request, declaration, "directory"))
    if (auto read = read_directories(request, declaration, deadline, progress, reading); !read)
      return tl::make_unexpected(read.error());
  if (wanted(request, declaration, "exposure"))
    if (auto read = read_exposure(request, declaration, deadline, progress,
                                  prepared.unfinished ? &*prepared.unfinished : nullptr, reading);
        !read)
      return tl::make_unexpected(read.error());
  if (wanted(request, declaration, "remote-access"))
    if (auto read = read_remote_access(request, declaration, deadline, progress, reading); !read)
      return tl::make_unexpected(read.error());
  add_history(reading, prepared.store ? &*prepared.store : nullptr);
  return reading;
}

/// When it happened: the clock for a live audit, the facts' own time for a replay, so that two replays are the same
/// bytes.
core::Instant instant_of(const AuditRequest& request, const Reading& reading, core::Instant clock) {
  return request.from.empty() ? clock : collected_at(reading).value_or(clock);
}

int status_of(const core::Run& run, const AuditRequest& request) {
  if (!run.complete) return incomplete;
  const bool found =
      request.fail_on && std::any_of(run.results.begin(), run.results.end(), [&](const core::CheckResult& result) {
        return result.counts_as_fail() && result.severity >= *request.fail_on;
      });
  return found ? findings : complete;
}

/// The run is kept: what was written down of it goes by its id when it was stopped, and is of no use otherwise.
void settle_unfinished(const Prepared& prepared, const Reading& reading, const core::Run& run, Console& console) {
  if (!prepared.unfinished || reading.unfinished.empty()) return;
  if (reading.unkept) console.error(*reading.unkept);
  if (!reading.exposure_stopped()) return prepared.unfinished->remove(reading.unfinished);
  prepared.unfinished->rename(reading.unfinished, run.id);
  if (!reading.unkept)
    console.note(tr("it was stopped before its end; go on with: hygie audit exposure --resume {}", run.id));
}

/// Who begins anew may not know that an audit was killed, or its machine stopped.
void tell_unended(const AuditRequest& request, const Prepared& prepared, Console& console) {
  if (!prepared.unfinished || request.resumption) return;
  const auto runs = prepared.store->list();
  for (const auto& one : prepared.unfinished->list())
    if (runs && std::none_of(runs->begin(), runs->end(), [&](const auto& run) { return run.id == one.id; }))
      return console.note(
          tr("the run {} did not end; if it runs no more: hygie audit exposure --resume {}", one.id, one.id));
}

/// Everything is written that can be; the worst thing that happened is the exit status.
int deliver(const AuditRequest& request, Prepared& prepared, const Reading& reading, const core::Run& run,
            const core::Catalogue& catalogue, Call& call) {
  auto failed = write_outputs(request.outputs, run, catalogue, call.language, call.console);
  if (!request.save.empty())
    if (auto saved = save_snapshots(request.save, reading); !saved) failed.push_back(saved.error());
  if (prepared.store) {
    if (auto kept = prepared.store->add(run); !kept) {
      failed.push_back(kept.error());
    } else {
      call.console.note(tr("run {} is kept; compare later with: hygie diff {} last", run.id, run.id));
      settle_unfinished(prepared, reading, run, call.console);
    }
  } else if (reading.exposure_stopped() && request.from.empty() && !request.verification) {
    call.console.note(tr("it was stopped before its end; without a store it cannot be taken up"));
  }
  for (const auto& lost : reading.lost) call.console.error(lost.error);
  for (const auto& error : failed) call.console.error(error);
  int status = status_of(run, request);
  for (const auto& error : failed) status = std::max<int>(status, exit_status(error.code));
  for (const auto& lost : reading.lost)
    status = std::max<int>(status, std::max<int>(incomplete, exit_status(lost.error.code)));
  return signal_status() != 0 ? signal_status() : status;
}

int run(Call& call) {
  const auto catalogue = all_checks();
  if (!catalogue) return fail(call.console, catalogue.error());
  auto request = audit_request(call.arguments, *catalogue);
  if (!request) return fail(call.console, request.error());
  const bool nothing_on_stdout =
      std::none_of(request->outputs.begin(), request->outputs.end(), [](const Output& one) { return one.path == "-"; });
  if (nothing_on_stdout && !request->dry_run && !request->quiet)
    request->outputs.push_back({report::find_format("text"), "-"});
  const auto started = core::now();
  auto prepared = prepare(*request, *catalogue, started);
  if (!prepared) return fail(call.console, prepared.error());
  if (request->verification && request->verification->checks.empty()) {
    call.console.note(
        tr("the run {} has no open finding of the exposure: nothing to verify", request->verification->run));
    return complete;
  }
  if (request->dry_run) {
    std::string contacts;
    if (wanted(*request, prepared->declaration, "directory")) contacts += directories_plan(prepared->declaration);
    if (wanted(*request, prepared->declaration, "exposure")) contacts += exposure_plan(*request, prepared->declaration);
    if (wanted(*request, prepared->declaration, "remote-access"))
      contacts += remote_access_plan(*request, prepared->declaration);
    const auto said = call.console.data(plan_text(*request, prepared->declaration, contacts));
    return said ? complete : fail(call.console, said.error());
  }
  tell_unended(*request, *prepared, call.console);
  auto reading = read(*request, *prepared, call.console);
  if (!reading) return fail(call.console, reading.error());
  const bool replay = !request->from.empty();
  const auto at = instant_of(*request, *reading, started);
  const Judgement judgement{.request = *request,
                            .declaration = prepared->declaration,
                            .catalogue = *catalogue,
                            .waivers = prepared->waivers,
                            .baseline = prepared->baseline,
                            .baseline_fails = prepared->baseline_fails,
                            .started = at,
                            .finished = replay ? at : core::now(),
                            .interrupted = signal_status() != 0};
  return deliver(*request, *prepared, *reading, judge(*reading, judgement), *catalogue, call);
}

std::vector<Option> options() {
  return {
      {.name = "config", .letter = 'c', .value = "FILE", .summary = msgid("the declaration (default: hospital.yaml)")},
      {.name = "output",
       .letter = 'o',
       .value = "FORMAT=PATH",
       .summary = msgid("write a report; - is standard output"),
       .repeatable = true},
      {.name = "format",
       .value = "FORMAT",
       .summary = msgid("what standard output gets (default: text)"),
       .choices = format_names()},
      {.name = "save", .value = "SNAPSHOT", .summary = msgid("keep the facts, to replay them anywhere")},
      {.name = "from",
       .value = "SNAPSHOT",
       .summary = msgid("replay saved facts instead of reading"),
       .repeatable = true},
      {.name = "fail-on",
       .value = "SEVERITY",
       .summary = msgid("exit 1 from this severity on: critical, high, medium, low or none (default: high)"),
       .choices = {"critical", "high", "medium", "low", "none"}},
      {.name = "baseline", .value = "RUN", .summary = msgid("mark what this earlier run already knew")},
      {.name = "verify",
       .value = "RUN",
       .summary = msgid("exposure: ask again only what failed in that run, and contact nobody else")},
      {.name = "resume",
       .value = "RUN",
       .summary = msgid("exposure: go on with that stopped audit; what it read is not asked again")},
      {.name = "only", .value = "CHECK,..", .summary = msgid("run these checks alone"), .repeatable = true},
      {.name = "skip", .value = "CHECK,..", .summary = msgid("leave these checks out"), .repeatable = true},
      {.name = "store", .value = "URL", .summary = msgid("where runs are kept (default: the declaration's)")},
      {.name = "dry-run", .summary = msgid("say who would be contacted and what would be read; send nothing")},
      {.name = "offline", .summary = msgid("refuse any network connection")},
      {.name = "passive",
       .summary = msgid("exposure: read files alone (zones, certificate logs, inventory); send nothing")},
      {.name = "insecure-plain-ldap", .summary = msgid("allow a connection in clear; the report says so")},
      {.name = "timeout",
       .value = "SECONDS",
       .summary = msgid("end reading after that long, and report what was read (default: 3600)")}};
}

}  // namespace

Command audit_command() {
  return {.name = "audit",
          .usage = "[DOMAIN...] [-c hospital.yaml] [-o FORMAT=PATH]... [OPTION...]",
          .summary = msgid("read what is declared, judge it, and report"),
          .examples = {{"hygie audit directory -o html=report.html", msgid("the report for people, as one file")},
                       {"hygie audit directory --dry-run",
                        msgid("who would be contacted and what would be read; sends nothing")},
                       {"hygie audit directory --save facts.snapshot -o json=report.json --quiet",
                        msgid("for a scheduled job")},
                       {"hygie audit exposure --dry-run", msgid("each address and port that would be contacted")},
                       {"hygie audit exposure --verify last", msgid("is what failed last time mended?")},
                       {"hygie audit exposure --resume last", msgid("go on with an audit that was stopped")},
                       {"hygie audit directory --from facts.snapshot --lang en",
                        msgid("the same audit again, from the saved facts")}},
          .options = options(),
          .most = 5,
          .run = &run};
}

}  // namespace hygie::cli
