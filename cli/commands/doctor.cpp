// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/inventory.hpp"
#include "cli/audit/sources.hpp"
#include "cli/commands/commands.hpp"
#include "cli/domains.hpp"
#include "cli/program/exit_status.hpp"
#include "core/calendar.hpp"
#include "core/declaration/waivers.hpp"
#include "core/i18n.hpp"
#include "core/store/store.hpp"
#include "net/gate/action_log.hpp"
#include "report/unicode.hpp"

#include <sys/timex.h>
#include <unistd.h>
#include <cstdlib>
#include <filesystem>

namespace hygie::cli {
namespace {

using core::tr;

/// Lines of the examination; one that is wrong makes the whole incomplete, one that is only advice does not.
class Examination {
 public:
  void good(const std::string& what, const std::string& detail = {}) { line(tr("good"), what, detail); }
  void advice(const std::string& what, const std::string& detail) { line(tr("note"), what, detail); }
  void wrong(const std::string& what, const std::string& detail) {
    line(tr("wrong"), what, detail);
    healthy_ = false;
  }
  [[nodiscard]] bool healthy() const { return healthy_; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void line(const std::string& word, const std::string& what, const std::string& detail) {
    text_ += fmt::format("{:<8} {}{}{}\n", word, what, detail.empty() ? "" : ": ", report::clean(detail));
  }
  std::string text_;
  bool healthy_ = true;
};

bool on_path(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "/usr/bin:/bin" : path;
  for (;;) {
    const auto colon = rest.find(':');
    if (::access((std::string(rest.substr(0, colon)) + "/" + program).c_str(), X_OK) == 0) return true;
    if (colon == std::string_view::npos) return false;
    rest = rest.substr(colon + 1);
  }
}

void tools(Examination& examination) {
  const auto tool = [&](const char* program, const std::string& use, const char* package) {
    if (on_path(program)) return examination.good(program, use);
    examination.advice(program, tr("not installed: {} (apt-get install {})", use, package));
  };
  tool("kinit", tr("gets a Kerberos ticket, for bind: {method: gssapi}"), "krb5-user");
  tool("weasyprint", tr("makes PDF reports"), "weasyprint");
  tool("ldapsearch", tr("exports LDIF, for audits without network"), "ldap-utils");
}

void clock(Examination& examination) {
  timex state{};
  if (::adjtimex(&state) != TIME_ERROR) return examination.good(tr("clock"), tr("synchronised"));
  examination.advice(
      tr("clock"),
      tr("not synchronised as far as the kernel knows: Kerberos refuses more than five minutes of difference"));
}

void readable(Examination& examination, const std::string& what, const std::string& path) {
  if (path.empty() || path == "-") return;
  if (::access(path.c_str(), R_OK) == 0) return examination.good(what, path);
  examination.wrong(what, tr("cannot be read: {}", path));
}

void directory_of(Examination& examination, const core::DirectoryDeclaration& one) {
  const auto title = [&](const char* part) { return fmt::format("{} {}", one.name, part); };
  if (!one.is_live()) return readable(examination, title("import"), one.import_path);
  readable(examination, title("ca"), one.ca);
  readable(examination, title("keytab"), one.bind.keytab);
  if (one.bind.password_file.empty()) return;
  const auto secret = core::Secret::from_file(one.bind.password_file);
  if (secret) return examination.good(title("password_file"), one.bind.password_file);
  examination.wrong(title("password_file"),
                    secret.error().what + (secret.error().hint.empty() ? "" : "; " + secret.error().hint));
}

void store(Examination& examination, const std::string& path) {
  if (path.empty()) return examination.advice(tr("store"), tr("none is declared: runs are not kept"));
  if (!std::filesystem::exists(path))
    return examination.good(tr("store"), tr("{} will be made by the first audit", path));
  const auto opened = core::Store::open(path, core::Store::Open::existing);
  if (opened) return examination.good(tr("store"), path);
  examination.wrong(tr("store"), opened.error().what);
}

void authorised(Examination& examination, const core::Declaration& declaration, const net::Scope& scope,
                std::chrono::sys_days today) {
  bool all = true;
  for (const auto& domain : declaration.declared) {
    if (!is_built(domain)) continue;
    const auto allowed = scope.allows(domain, today);
    all &= allowed.has_value();
    if (!allowed) examination.wrong(tr("authorisation"), allowed.error().what);
  }
  if (all)
    examination.good(tr("authorisation"), tr("in force until {}", core::format_date(declaration.authorisation.until)));
}

void exposure_of(Examination& examination, const core::ExposureDeclaration& declared) {
  if (!declared.inventory.empty()) {
    const auto inventory = exposure::load_inventory(declared.inventory);
    if (inventory) examination.good(declared.inventory, tr("{} assets", inventory->assets.size()));
    if (!inventory)
      for (const auto& error : inventory.error()) examination.wrong(error.where, error.what);
  } else {
    examination.advice(tr("inventory"), tr("none is declared: what is seen cannot be held against it"));
  }
  if (std::filesystem::exists(declared.log)) {
    const auto lines = net::verify_action_log(declared.log);
    if (lines) examination.good(declared.log, tr("{} actions, the chain holds", *lines));
    if (!lines) examination.wrong(declared.log, lines.error().what);
  }
  if (std::filesystem::exists(declared.stop_file))
    examination.advice(declared.stop_file,
                       tr("this stop file refuses every audit of the exposure: remove it to go on"));
  readable(examination, tr("feeds"), declared.feeds);
  readable(examination, tr("authorities"), declared.authorities);
}

void declaration(Examination& examination, const std::string& path, const core::Catalogue& catalogue) {
  const auto read = core::load_declaration(path, catalogue);
  if (!read) {
    for (const auto& error : read.error()) examination.wrong(error.where, error.what);
    return;
  }
  examination.good(path);
  const auto today = core::day_of(core::now());
  if (const auto scope = scope_of(*read); !scope) {
    examination.wrong(tr("authorisation"), scope.error().what);
  } else {
    authorised(examination, *read, *scope, today);
  }
  if (read->exposure) exposure_of(examination, *read->exposure);
  for (const auto& one : read->directories) directory_of(examination, one);
  if (!read->waivers.empty()) {
    const auto waivers = core::load_waivers(read->waivers, catalogue, today);
    if (waivers)
      examination.good(read->waivers);
    else
      for (const auto& error : waivers.error()) examination.wrong(error.where, error.what);
  }
  store(examination, read->store);
}

int run(Call& call) {
  const auto catalogue = all_checks();
  if (!catalogue) return fail(call.console, catalogue.error());
  Examination examination;
  examination.good(tr("checks"), std::to_string(catalogue->checks().size()));
  const auto path = call.arguments.value("config", "hospital.yaml");
  if (call.arguments.has("config") || std::filesystem::exists(path)) {
    declaration(examination, path, *catalogue);
  } else {
    examination.advice(path, tr("none here: hygie init writes one"));
  }
  clock(examination);
  tools(examination);
  const auto said = call.console.data(examination.text());
  if (!said) return fail(call.console, said.error());
  return examination.healthy() ? complete : incomplete;
}

}  // namespace

Command doctor_command() {
  return {.name = "doctor",
          .usage = "[-c hospital.yaml]",
          .summary = msgid("is everything here that an audit needs? contacts nobody"),
          .examples = {{"hygie doctor", msgid("the declaration, its files, the store, the clock, the tools")}},
          .options = {{.name = "config",
                       .letter = 'c',
                       .value = "FILE",
                       .summary = msgid("the declaration (default: hospital.yaml)")}},
          .run = &run};
}

}  // namespace hygie::cli
