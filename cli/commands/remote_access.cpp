// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/register/read_register.hpp"
#include "cli/access_cards.hpp"
#include "cli/commands/commands.hpp"
#include "cli/cut_off_text.hpp"
#include "cli/domains.hpp"
#include "cli/program/exit_status.hpp"
#include "core/calendar.hpp"
#include "core/declaration/declaration.hpp"
#include "core/i18n.hpp"
#include "net/gate/action_log.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::cli {
namespace {

using core::ErrorCode;
using core::tr;
using remote_access::CutOffStep;

int say(Call& call, const std::string& text) {
  const auto said = call.console.data(text);
  return said ? complete : fail(call.console, said.error());
}

struct Loaded {
  core::Declaration declaration;
  remote_access::ReadRegister accesses;
  core::Catalogue catalogue;
};

core::Checked<Loaded> load(const Call& call) {
  auto catalogue = all_checks();
  if (!catalogue) return tl::make_unexpected(std::vector{catalogue.error()});
  auto declaration = core::load_declaration(call.arguments.value("config", "hospital.yaml"), *catalogue);
  if (!declaration) return tl::make_unexpected(declaration.error());
  if (declaration->remote_access.empty())
    return tl::make_unexpected(std::vector<core::Error>{{ErrorCode::config, tr("no register of accesses is declared"),
                                                         declaration->file, tr("add remote_access: register.yaml")}});
  auto read = remote_access::load_register(declaration->remote_access);
  if (!read) return tl::make_unexpected(read.error());
  return Loaded{std::move(*declaration), std::move(*read), std::move(*catalogue)};
}

/// A rehearsal, access by access: what was cut off and when, in a chained log that can be shown afterwards.
class Rehearsal {
 public:
  Rehearsal(Call& call, net::ActionLog& log, const std::vector<CutOffStep>& steps)
      : call_(call), log_(log), steps_(steps), began_(std::chrono::steady_clock::now()) {}

  int run(const std::string& establishment) {
    log_.append("cut-off begins", establishment, std::to_string(steps_.size()));
    for (std::size_t i = 0; i < steps_.size() && !left_; ++i) step(i);
    const auto seconds = elapsed();
    log_.append("cut-off ends", establishment, fmt::format("{} of {}", cut_, steps_.size()));
    if (const auto kept = log_.flush(); !kept) return fail(call_.console, kept.error());
    const auto minutes = std::max<long>(1, (seconds + 59) / 60);
    auto text = tr("{} of {} accesses were cut off in {}.", cut_, steps_.size(), duration(seconds)) + "\n";
    for (const auto& id : kept_) text += "  " + tr("still open: {}", id) + "\n";
    if (cut_ == steps_.size())
      text += tr("For the register: {}", "cut_off: {last_test: " + core::format_date(core::day_of(core::now())) +
                                             ", minutes: " + std::to_string(minutes) + "}") +
              "\n";
    const int said = say(call_, text);
    return said != complete ? said : cut_ == steps_.size() ? complete : incomplete;
  }

 private:
  [[nodiscard]] long elapsed() const {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - began_).count();
  }
  [[nodiscard]] static std::string duration(long seconds) {
    return seconds < 60 ? tr("{} s", seconds) : tr("{} min {} s", seconds / 60, seconds % 60);
  }

  void step(std::size_t i) {
    const auto& access = *steps_[i].access;
    call_.console.note(cut_off_step_text(steps_[i], i + 1, call_.console.width()));
    for (std::string answer;;) {
      if (!call_.console.ask(tr("[{}] is it cut off? y: yes, n: no, q: stop here > ", duration(elapsed())), answer) ||
          answer == "q" || answer == tr("q")) {
        left_ = true;
        for (auto rest = i; rest < steps_.size(); ++rest) kept_.push_back(steps_[rest].access->id);
        return log_.append("rehearsal stopped", access.id, duration(elapsed()));
      }
      if (answer == "y" || answer == tr("y")) {
        ++cut_;
        return log_.append("cut off", access.id, duration(elapsed()));
      }
      if (answer == "n" || answer == tr("n")) {
        kept_.push_back(access.id);
        return log_.append("not cut off", access.id, duration(elapsed()));
      }
    }
  }

  Call& call_;
  net::ActionLog& log_;
  const std::vector<CutOffStep>& steps_;
  std::chrono::steady_clock::time_point began_;
  std::size_t cut_ = 0;
  std::vector<std::string> kept_;
  bool left_ = false;
};

int cut_off(Call& call) {
  const auto loaded = load(call);
  if (!loaded) return fail(call.console, loaded.error());
  const auto& declaration = loaded->declaration;
  const auto& declared = loaded->accesses.content;
  if (!call.arguments.has("drill"))
    return say(call, call.arguments.value("format", "text") == "json"
                         ? cut_off_json(declared)
                         : cut_off_text(declared, declaration.establishment.name, call.console.width()));
  const auto steps = remote_access::cut_off_order(declared);
  if (steps.empty()) return say(call, tr("No access is open: there is nothing to cut off.") + "\n");
  auto log = net::ActionLog::open(call.arguments.value("record", "hygie-cut-off.log"), &core::now);
  if (!log) return fail(call.console, log.error());
  return Rehearsal(call, *log, steps).run(declaration.establishment.name);
}

int cards(Call& call, const std::vector<std::string>& wanted) {
  auto loaded = load(call);
  if (!loaded) return fail(call.console, loaded.error());
  remote_access::RemoteAccessFacts facts;
  facts.origin = {loaded->declaration.establishment.name, "register"};
  facts.collected_at = core::now();
  facts.declared = std::move(loaded->accesses.content);
  facts.zones = std::move(loaded->accesses.zones);
  facts.not_asked = {remote_access::Part::ssh};
  auto all = access_cards(facts, loaded->declaration, loaded->catalogue, call.language);
  for (const auto& id : wanted)
    if (std::none_of(all.begin(), all.end(), [&](const AccessCard& one) { return one.access == id; }))
      return fail(call.console, {ErrorCode::usage, tr("no open access is called \"{}\"", id),
                                 loaded->declaration.remote_access, tr("hygie remote-access cards lists them")});
  if (!wanted.empty())
    std::erase_if(all, [&](const AccessCard& one) {
      return std::find(wanted.begin(), wanted.end(), one.access) == wanted.end();
    });
  return say(call, call.arguments.value("format", "text") == "json"
                       ? cards_json(all)
                       : cards_text(all, loaded->catalogue, call.language, call.console.width()));
}

int run(Call& call) {
  auto words = call.arguments.positional();
  const auto verb = words.front();
  words.erase(words.begin());
  if (verb == "cards") return cards(call, words);
  if (verb == "cut-off" && words.empty()) return cut_off(call);
  if (verb == "cut-off")
    return fail(call.console, {ErrorCode::usage,
                               tr("\"{}\" is one word too many", words.front()),
                               {},
                               tr("hygie remote-access --help shows examples")});
  return fail(
      call.console,
      {ErrorCode::usage, tr("\"{}\" is not something that it does", verb), {}, tr("what it does: cards, cut-off")});
}

}  // namespace

Command remote_access_command() {
  return {.name = "remote-access",
          .usage = "cards [ACCESS...] | cut-off [--drill] [OPTION...]",
          .summary = msgid(
              "suppliers' accesses: a card each by the PGSSI-S rules; the cut-off in a crisis, and its rehearsal"),
          .examples = {{"hygie remote-access cards TM-PACS-01",
                        msgid("what this access keeps of the nine PGSSI-S rules, and what is missing")},
                       {"hygie remote-access cut-off", msgid("the card: each access in its order, and what stops")},
                       {"hygie remote-access cut-off --drill",
                        msgid("go through it access by access, timed and recorded; hygie itself cuts nothing")}},
          .options = {{.name = "config",
                       .letter = 'c',
                       .value = "FILE",
                       .summary = msgid("the declaration (default: hospital.yaml)")},
                      {.name = "format",
                       .value = "FORMAT",
                       .summary = msgid("text or json (default: text)"),
                       .choices = {"text", "json"}},
                      {.name = "drill", .summary = msgid("rehearse: asks for each access whether it is cut off")},
                      {.name = "record",
                       .value = "FILE",
                       .summary = msgid("the chained record of rehearsals (default: hygie-cut-off.log)")}},
          .least = 1,
          .most = 1000,
          .run = &run};
}

}  // namespace hygie::cli
