// SPDX-License-Identifier: EUPL-1.2
#include "cli/cut_off_text.hpp"

#include "core/calendar.hpp"
#include "core/i18n.hpp"
#include "report/unicode.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hygie::cli {
namespace {

using core::tr;
using remote_access::CutOffStep;
using remote_access::CutOffTurn;

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string turn_text(CutOffTurn turn) {
  switch (turn) {
    case CutOffTurn::relayed: return tr("through a relay, or straight to the machine: cut first");
    case CutOffTurn::permanent: return tr("always open: cut next");
    case CutOffTurn::other: break;
  }
  return tr("the others: cut last");
}

std::string system_text(const remote_access::System& system) {
  auto out = system.name;
  if (system.criticality != 0) out += " (" + tr("criticality {}", system.criticality) + ")";
  if (!system.services.empty()) out += ", " + joined(system.services);
  return tr("{}: {}", out, system.impact.empty() ? tr("what stops is not written in the register") : system.impact);
}

std::string accounts_text(const remote_access::Access& access) {
  std::vector<std::string> names;
  for (const auto& account : access.accounts)
    if (account.state != "disabled") names.push_back(account.name);
  return joined(names);
}

void add_wrapped(std::string& out, const std::string& text, int width) {
  for (const auto& line : report::wrap(report::clean(text), width - 4)) out += "    " + line + "\n";
}

}  // namespace

std::string cut_off_step_text(const CutOffStep& step, std::size_t number, int width) {
  const auto& access = *step.access;
  auto out = fmt::format("{:>2}. {}\n", number, report::clean(access.id + " (" + access.vendor.name + ")"));
  const auto door = access.door.text();
  add_wrapped(out, tr("close: {}", door.empty() ? access.protocol : access.protocol + ", " + door), width);
  if (const auto accounts = accounts_text(access); !accounts.empty())
    add_wrapped(out, tr("disable the accounts: {}", accounts), width);
  for (const auto& system : access.systems) add_wrapped(out, tr("stops: {}", system_text(system)), width);
  if (access.systems.empty()) add_wrapped(out, tr("stops: {}", tr("what stops is not written in the register")), width);
  if (!access.vendor.contact_24x7.empty()) add_wrapped(out, tr("tell: {}", access.vendor.contact_24x7), width);
  return out;
}

std::string cut_off_text(const remote_access::Register& declared, const std::string& establishment, int width) {
  auto out = report::clean(tr("Cut-off of suppliers' accesses, {}", establishment)) + "\n";
  const auto& card = declared.cut_off;
  if (!card.procedure.empty())
    out += report::clean(tr("Procedure {}, decided by {}.", card.procedure,
                            card.decided_by.empty() ? tr("nobody named") : card.decided_by)) +
           "\n";
  if (card.last_test)
    out += tr("Last rehearsed on {}.", core::format_date(core::day_of(*card.last_test))) +
           (card.minutes ? " " + tr("It took {} minutes.", *card.minutes) : "") + "\n";
  const auto steps = remote_access::cut_off_order(declared);
  if (steps.empty()) return out + "\n" + tr("No access is open: there is nothing to cut off.") + "\n";
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i == 0 || steps[i].turn != steps[i - 1].turn) out += "\n" + turn_text(steps[i].turn) + "\n";
    out += cut_off_step_text(steps[i], i + 1, width);
  }
  return out;
}

std::string cut_off_json(const remote_access::Register& declared) {
  auto steps = nlohmann::json::array();
  for (const auto& step : remote_access::cut_off_order(declared)) {
    auto systems = nlohmann::json::array();
    for (const auto& system : step.access->systems)
      systems.push_back({{"name", system.name},
                         {"criticality", system.criticality},
                         {"services", system.services},
                         {"impact", system.impact}});
    steps.push_back({{"access", step.access->id},
                     {"vendor", step.access->vendor.name},
                     {"protocol", step.access->protocol},
                     {"door", step.access->door.text()},
                     {"contact", step.access->vendor.contact_24x7},
                     {"systems", std::move(systems)}});
  }
  return nlohmann::json{{"schema", "hygie/cut-off/1"}, {"steps", std::move(steps)}}.dump(2) + "\n";
}

}  // namespace hygie::cli
