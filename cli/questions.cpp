// SPDX-License-Identifier: EUPL-1.2
#include "cli/questions.hpp"

#include "core/calendar.hpp"
#include "core/i18n.hpp"

#include <nlohmann/json.hpp>

namespace hygie::cli {
namespace {

using core::tr;

/// A double-quoted YAML scalar: JSON's escapes are among YAML's.
std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string comment(const std::string& text) { return "# " + text + "\n"; }

std::string establishment(const Answers& answers) {
  const bool without = answers.finess == "none";
  return fmt::format("establishment: {{name: {}, finess: {}{}, category: {}}}\n", quoted(answers.name),
                     quoted(answers.finess), without ? ", local_id: site-1" : "", quoted(answers.category));
}

std::string authorisation(const Answers& answers, std::chrono::sys_days today) {
  return fmt::format(
      "authorisation:\n  by: {}\n  from: {}\n  until: {}\n  covers: [directory]\n  addresses: [{}]\n  domains: [{}]\n  "
      "exclude: []\n",
      quoted(answers.by), core::format_date(today), core::format_date(today + std::chrono::days{364}),
      quoted(answers.network), quoted(answers.domain));
}

std::string directory(const Answers& answers) {
  const auto line =
      fmt::format("  - name: {}\n    url: {}\n", quoted(answers.domain), quoted("ldaps://" + answers.controller));
  const auto bind = fmt::format("    bind: {{method: simple, user: {}, password_file: secret}}\n    sysvol: none\n",
                                quoted(answers.reader));
  return "directory:\n" + line + "    # " +
         tr("ca: ca.pem   (when your controllers' certificates come from your own authority)") + "\n" + bind;
}

}  // namespace

std::string declaration_text(const Answers& answers, std::chrono::sys_days today) {
  auto out = std::string("hygie: 1\n");
  out += comment(tr("What this hospital declares to hygie. Check it with: hygie validate hospital.yaml")) + "\n";
  out += comment(tr("finess: nine characters between quotes, or none with a local_id of yours."));
  out +=
      comment(tr("category: ch, chu, clcc, espic, clinique, psy, smr, had, ehpad, esms, laboratoire, imagerie, ght, "
                 "grades, ars, autre."));
  out += comment(tr("More keys: group, region, ose: true|false, nis2: essential|important|none."));
  out += establishment(answers) + "\n";
  out += comment(tr("Nothing is contacted outside these dates and addresses. by: a function, not a person's name."));
  out += comment(tr("A name is contacted only when all its addresses are listed here; exclude always wins."));
  out += authorisation(answers, today) + "\n";
  out += comment(
      tr("An ordinary account is enough. The password is the only line of the file secret (chmod 600), never here."));
  out +=
      comment(tr("With a Kerberos ticket: bind: {method: gssapi}. Without network: import: {format: ldif, path: "
                 "directory.ldif} instead of url and bind."));
  out += directory(answers) + "\n";
  out +=
      comment(tr("What the internet sees, when the authorisation covers exposure: its public addresses and domains."));
  out +=
      "# exposure: {addresses: [192.0.2.0/28], domains: [exemple.test], ports: default, rate: 500, inventory: "
      "inventory.yaml}\n\n";
  out += comment(tr("Every run is kept here, so that the next one says what changed."));
  out += "store: hygie.db\n\n";
  out += comment(tr("Findings that somebody accepts for a time, by role, with a reason and an end date:"));
  out += "# waivers: waivers.yaml\n\n";
  out += comment(tr("Other thresholds than the catalogue's (hygie explain CHECK names them):"));
  out += "# thresholds: {DIR-KRBTGT-AGE: {max_age_days: 180}}\n";
  return out;
}

}  // namespace hygie::cli
