// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands/commands.hpp"
#include "cli/domains.hpp"
#include "cli/program/exit_status.hpp"
#include "cli/program/signals.hpp"
#include "cli/questions.hpp"
#include "core/calendar.hpp"
#include "core/declaration/declaration.hpp"
#include "core/i18n.hpp"
#include "core/store/atomic_file.hpp"

#include <filesystem>

namespace hygie::cli {
namespace {

using core::ErrorCode;
using core::tr;

struct Question {
  const char* text;  // msgid
  std::string Answers::*answer;
};

const std::vector<Question>& questions() {
  static const std::vector<Question> all{
      {msgid("1/8  What is the establishment called?"), &Answers::name},
      {msgid("2/8  Its FINESS number (nine characters), or none?"), &Answers::finess},
      {msgid("3/8  What kind is it: ch, chu, clinique, ehpad, autre ...?"), &Answers::category},
      {msgid("4/8  Who authorises the audit? A function, not a name"), &Answers::by},
      {msgid("5/8  The Active Directory domain?"), &Answers::domain},
      {msgid("6/8  A domain controller of it?"), &Answers::controller},
      {msgid("7/8  The network where the controllers are?"), &Answers::network},
      {msgid("8/8  The account that reads? An ordinary one is enough"), &Answers::reader},
  };
  return all;
}

core::Checked<core::Declaration> read_back(const Answers& answers, const std::string& path,
                                           const core::Catalogue& catalogue) {
  return core::parse_declaration(declaration_text(answers, core::day_of(core::now())), path, catalogue);
}

/// Asks until the answer makes a file that validates; an empty answer keeps the default. False when the person is gone.
bool ask(Console& console, const Question& question, Answers& answers, const std::string& path,
         const core::Catalogue& catalogue) {
  for (;;) {
    std::string answer;
    if (!console.ask(fmt::format("{} [{}] ", tr(question.text), answers.*question.answer), answer) ||
        signal_status() != 0)
      return false;
    if (answer.empty()) return true;
    auto trial = answers;
    trial.*question.answer = answer;
    const auto good = read_back(trial, path, catalogue);
    if (good) {
      answers = trial;
      return true;
    }
    for (const auto& error : good.error()) console.error({error.code, error.what, {}, error.hint});
  }
}

int run(Call& call) {
  const auto catalogue = all_checks();
  if (!catalogue) return fail(call.console, catalogue.error());
  const auto& given = call.arguments.positional();
  const std::filesystem::path folder = given.empty() ? "." : given.front();
  const auto path = given.empty() ? std::string("hospital.yaml") : (folder / "hospital.yaml").string();
  std::error_code error;
  if (std::filesystem::exists(path))
    return fail(call.console, {ErrorCode::config, tr("this file exists already, and is left as it is"), path,
                               tr("choose another folder: hygie init DIR")});
  std::filesystem::create_directories(folder, error);
  if (error)
    return fail(call.console,
                {ErrorCode::config, tr("cannot make the folder: {}", error.message()), folder.string(), {}});
  Answers answers;
  if (call.console.interactive() && !call.arguments.has("yes"))
    for (const auto& question : questions())
      if (!ask(call.console, question, answers, path, *catalogue)) {
        call.console.note(tr("nothing was written"));
        return signal_status() != 0 ? signal_status() : bad_request;
      }
  if (auto written = core::write_file(path, declaration_text(answers, core::day_of(core::now()))); !written)
    return fail(call.console, written.error());
  call.console.note(
      tr("{} is written; read it, put the password in the file secret beside it, then: hygie audit --dry-run", path));
  return complete;
}

}  // namespace

Command init_command() {
  return {.name = "init",
          .usage = "[DIR] [--yes]",
          .summary = msgid("ask eight questions and write a commented hospital.yaml"),
          .examples = {{"hygie init", msgid("asks, then writes ./hospital.yaml; never over an existing one")},
                       {"hygie init audit-2027 --yes", msgid("an example to edit, without questions")}},
          .options = {{.name = "yes", .letter = 'y', .summary = msgid("ask nothing: write an example to edit")}},
          .most = 1,
          .run = &run};
}

}  // namespace hygie::cli
