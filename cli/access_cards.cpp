// SPDX-License-Identifier: EUPL-1.2
#include "cli/access_cards.hpp"

#include "audits/remote_access/registry.hpp"
#include "core/embedded.hpp"
#include "core/i18n.hpp"
#include "core/yaml.hpp"
#include "report/unicode.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace hygie::cli {
namespace {

HYGIE_EMBEDDED(pgssis_remote)

using core::tr;
using core::Verdict;

struct Rule {
  std::string number, fr, en;
  std::vector<std::string> checks;
};

const std::vector<Rule>& rules() {
  static const auto all = [] {
    const auto document = core::parse_yaml(pgssis_remote(), "data/pgssis_remote.yaml");
    if (!document) throw std::logic_error(document.error().where + ": " + document.error().what);
    std::vector<Rule> out;
    for (const auto& node : document->value->at("rules"))
      out.push_back({node.at("rule").get<std::string>(), node.at("fr").get<std::string>(),
                     node.at("en").get<std::string>(), node.at("checks").get<std::vector<std::string>>()});
    return out;
  }();
  return all;
}

/// By check and access, the worst answer: on the access itself, or on a part of it ("TM-PACS-01/tm-pacs").
using Answers = std::map<std::pair<std::string, std::string>, Verdict>;

int weight(Verdict verdict) {
  return verdict == Verdict::fail ? 3 : verdict == Verdict::unknown ? 2 : verdict == Verdict::pass ? 1 : 0;
}

Answers answers_of(const remote_access::RemoteAccessFacts& facts, const core::Declaration& declaration,
                   const core::Catalogue& catalogue) {
  Answers answers;
  for (const auto& check : remote_access::registry()) {
    const auto* info = catalogue.find(check.id);
    if (info == nullptr) throw std::logic_error("no entry for " + std::string(check.id));
    for (const auto& finding : remote_access::run_check(check, facts, core::params_for(*info, declaration))) {
      const auto access = finding.object.substr(0, finding.object.find('/'));
      auto& worst = answers.try_emplace({std::string(check.id), access}, Verdict::not_applicable).first->second;
      if (weight(finding.verdict) > weight(worst)) worst = finding.verdict;
    }
  }
  return answers;
}

CardLine line_of(const Rule& rule, const std::string& access, const Answers& answers, core::Language language) {
  CardLine line{rule.number, language == core::Language::fr ? rule.fr : rule.en, Verdict::not_applicable, {}};
  for (const auto verdict : {Verdict::fail, Verdict::unknown, Verdict::pass})
    for (const auto& check : rule.checks) {
      const auto found = answers.find({check, access});
      if (found == answers.end() || found->second != verdict) continue;
      if (weight(verdict) > weight(line.verdict)) line.verdict = verdict;
      if (verdict != Verdict::pass) line.missing.push_back(check);
    }
  return line;
}

std::string mark_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return tr("kept");
    case Verdict::fail: return tr("not kept");
    case Verdict::unknown: return tr("not known");
    case Verdict::not_applicable: break;
  }
  return tr("does not apply");
}

std::string level_text(const std::string& level) {
  if (level.empty()) return tr("The supplier states no level in the register.");
  if (level == "none") return tr("The supplier keeps to no level of the PGSSI-S, by the register.");
  return tr("Level that the supplier states: {}.", level);
}

}  // namespace

std::vector<AccessCard> access_cards(const remote_access::RemoteAccessFacts& facts,
                                     const core::Declaration& declaration, const core::Catalogue& catalogue,
                                     core::Language language) {
  const auto answers = answers_of(facts, declaration, catalogue);
  std::vector<AccessCard> cards;
  for (const auto& access : facts.declared.accesses) {
    if (access.closed == remote_access::Said::yes) continue;
    AccessCard card{access.id, access.vendor.name, access.contract.palier, {}};
    for (const auto& rule : rules()) card.lines.push_back(line_of(rule, access.id, answers, language));
    cards.push_back(std::move(card));
  }
  return cards;
}

std::string cards_text(const std::vector<AccessCard>& cards, const core::Catalogue& catalogue, core::Language language,
                       int width) {
  std::string out;
  const auto wrapped = [&](const std::string& text, int indent) {
    for (const auto& line : report::wrap(report::clean(text), width - indent))
      out += std::string(static_cast<std::size_t>(indent), ' ') + line + "\n";
  };
  for (const auto& card : cards) {
    if (!out.empty()) out += "\n";
    wrapped(card.access + " (" + card.vendor + ")", 0);
    wrapped(level_text(card.level), 2);
    for (const auto& line : card.lines) {
      wrapped(tr("{}: {}", mark_of(line.verdict), line.rule + " " + line.text), 2);
      for (const auto& id : line.missing)
        if (const auto* info = catalogue.find(id); info != nullptr)
          wrapped(info->title.in(language) + " (" + id + ")", 6);
    }
  }
  if (cards.empty()) return tr("No access is open: there is no card to print.") + "\n";
  out += "\n";
  wrapped(tr("Which level asks for which rule is still to be confirmed from the national guide: hygie repeats the "
             "supplier's level and computes none."),
          0);
  return out;
}

std::string cards_json(const std::vector<AccessCard>& cards) {
  auto all = nlohmann::json::array();
  for (const auto& card : cards) {
    auto lines = nlohmann::json::array();
    for (const auto& line : card.lines)
      lines.push_back({{"rule", line.rule}, {"verdict", core::to_string(line.verdict)}, {"missing", line.missing}});
    all.push_back({{"access", card.access}, {"vendor", card.vendor}, {"level_stated", card.level}, {"rules", lines}});
  }
  return nlohmann::json{{"schema", "hygie/access-cards/1"}, {"cards", std::move(all)}}.dump(2) + "\n";
}

}  // namespace hygie::cli
