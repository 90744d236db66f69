// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/run_fixture.hpp"

#include "core/decide.hpp"

#include <fmt/format.h>
#include <stdexcept>

namespace hygie::test {
namespace {

using core::Finding;
using core::Findings;
using core::Verdict;
using namespace std::chrono_literals;

constexpr auto today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 25};

constexpr std::string_view catalogue_json = R"json([
 {"id": "DIR-CLEARTEXT-PASSWORD", "domain": "directory", "theme": "account_secrets", "severity": "critical", "level": 1,
  "references": {"anssi": ["vuln_reversible_password"], "attack": ["T1552"]},
  "title": {"fr": "Aucun mot de passe n'est lisible dans l'annuaire", "en": "No password can be read in the directory"},
  "risk": {"fr": "Un mot de passe écrit dans une description est lu par n'importe quel compte, puis utilisé pour avancer.",
           "en": "A password written in a description is read by any account, then used to go further."},
  "remediation": {"fr": "Effacer le texte, changer le mot de passe, et prévenir la personne.", "en": "Erase the text, change the password, and tell the person."},
  "message": {"fail": {"fr": "La description de {{object}} ressemble à un mot de passe.", "en": "The description of {{object}} looks like a password."}}},
 {"id": "DIR-DELEGATION-OPEN", "domain": "directory", "theme": "delegation", "severity": "critical", "level": 1,
  "references": {"anssi": ["vuln_delegation_t2a4d"], "pingcastle": ["P-UnconstrainedDelegation"], "attack": ["T1558", "T1550.003"]},
  "title": {"fr": "Aucun serveur ordinaire ne reçoit les tickets de tout le monde", "en": "No ordinary server receives everybody's tickets"},
  "risk": {"fr": "Qui prend un de ces serveurs prend l'identité de quiconque s'y connecte, administrateurs compris.",
           "en": "Whoever takes one of these servers takes the identity of anybody who connects to it, administrators included."},
  "remediation": {"fr": "Remplacer par une délégation limitée aux services utiles, et interdire la délégation des comptes d'administration.",
                  "en": "Replace with a delegation limited to the services needed, and forbid delegation of administration accounts."},
  "message": {"fail": {"fr": "{{object}} peut se faire passer pour tout utilisateur ({{system}}).", "en": "{{object}} can act as any user ({{system}})."}}},
 {"id": "DIR-KRBTGT-AGE", "domain": "directory", "theme": "kerberos", "severity": "high", "level": 2,
  "references": {"anssi": ["vuln_krbtgt"], "pingcastle": ["A-Krbtgt"], "attack": ["T1558.001"]},
  "title": {"fr": "Le mot de passe du compte krbtgt a moins d'un an", "en": "The krbtgt account password is less than one year old"},
  "risk": {"fr": "Qui a volé ce secret peut forger un ticket pour n'importe quel compte, tant qu'il n'a pas changé deux fois.",
           "en": "Whoever stole this secret can forge a ticket for any account, until it has changed twice."},
  "remediation": {"fr": "Changer deux fois le mot de passe, à dix heures d'intervalle au moins.", "en": "Change the password twice, at least ten hours apart."},
  "message": {"fail": {"fr": "Le mot de passe de {{object}} a {{age_days}} jours.", "en": "The password of {{object}} is {{age_days}} days old."}}},
 {"id": "DIR-PRIVILEGED-INACTIVE", "domain": "directory", "theme": "privileged_accounts", "severity": "high", "level": 3,
  "references": {"anssi": ["vuln_user_accounts_dormant"], "pingcastle": ["P-Inactive"], "cis": ["5.3"]},
  "title": {"fr": "Aucun compte à privilèges n'est inutilisé", "en": "No privileged account is unused"},
  "risk": {"fr": "Un compte oublié garde tous ses droits et personne ne remarque qu'un autre s'en sert.",
           "en": "A forgotten account keeps all its rights, and nobody notices that somebody else uses it."},
  "remediation": {"fr": "Désactiver ces comptes, puis les supprimer après trois mois.", "en": "Disable these accounts, then delete them after three months."},
  "message": {"fail": {"fr": "{{object}} n'a pas servi depuis {{days}} jours.", "en": "{{object}} has not been used for {{days}} days."},
              "unknown": {"fr": "La dernière connexion de {{object}} n'a pas pu être lue.", "en": "The last sign-in of {{object}} could not be read."}}},
 {"id": "DIR-LEGACY-SYSTEMS", "domain": "directory", "theme": "old_systems", "severity": "medium", "level": 4,
  "references": {"anssi": ["warning_functional_level"], "pgssis": ["7.4"]},
  "title": {"fr": "Aucun ordinateur n'utilise un système sans correctifs", "en": "No computer runs a system without patches"},
  "risk": {"fr": "Les failles de ces systèmes sont publiques et ne seront jamais corrigées.", "en": "The flaws of these systems are public and will never be mended."},
  "remediation": {"fr": "Remplacer ces ordinateurs, ou les isoler du reste du réseau.", "en": "Replace these computers, or isolate them from the rest of the network."},
  "message": {"fail": {"fr": "{{object}} utilise {{system}}.", "en": "{{object}} runs {{system}}."}}},
 {"id": "DIR-PREWINDOWS2000", "domain": "directory", "theme": "privileged_accounts", "severity": "medium", "level": 3,
  "references": {"anssi": ["vuln_compatible_2000_anonymous"]},
  "title": {"fr": "Le groupe de compatibilité ne contient pas le monde entier", "en": "The compatibility group does not contain everybody"},
  "risk": {"fr": "Une personne sans compte peut lister l'annuaire.", "en": "A person without an account can list the directory."},
  "remediation": {"fr": "Retirer « Tout le monde » et « Anonyme » du groupe.", "en": "Remove Everyone and Anonymous from the group."},
  "message": {"fail": {"fr": "{{object}} contient {{member}}.", "en": "{{object}} contains {{member}}."}}},
 {"id": "DIR-SYSVOL-SECRETS", "domain": "directory", "theme": "gpo", "severity": "critical", "level": 2,
  "references": {"anssi": ["vuln_sysvol_secrets"]},
  "title": {"fr": "Aucun secret n'est rangé dans les stratégies de groupe", "en": "No secret is kept in group policies"},
  "risk": {"fr": "Ces fichiers sont lisibles par tous les comptes.", "en": "These files can be read by every account."},
  "remediation": {"fr": "Effacer le fichier et changer le secret.", "en": "Erase the file and change the secret."},
  "message": {"fail": {"fr": "{{object}} contient un secret.", "en": "{{object}} contains a secret."},
              "unknown": {"fr": "Le partage SYSVOL n'a pas été lu : {{why}}.", "en": "The SYSVOL share was not read: {{why}}."}}},
 {"id": "DIR-GUEST", "domain": "directory", "theme": "accounts", "severity": "low", "level": 3,
  "references": {"anssi": ["vuln_guest"]},
  "title": {"fr": "Le compte invité est désactivé", "en": "The guest account is disabled"},
  "risk": {"fr": "Un compte sans mot de passe ouvre la porte.", "en": "An account without a password opens the door."},
  "remediation": {"fr": "Désactiver le compte.", "en": "Disable the account."},
  "message": {"fail": {"fr": "{{object}} est actif.", "en": "{{object}} is enabled."}, "pass": {"fr": "Il est désactivé.", "en": "It is disabled."}}},
 {"id": "DIR-TRUST-FILTERING", "domain": "directory", "theme": "trusts", "severity": "high", "level": 2,
  "references": {"anssi": ["vuln_trusts_domain_notfiltered"]},
  "title": {"fr": "Les relations d'approbation filtrent les identités étrangères", "en": "Trusts filter foreign identities"},
  "risk": {"fr": "Un domaine voisin peut imposer ses administrateurs.", "en": "A neighbouring domain can impose its administrators."},
  "remediation": {"fr": "Activer le filtrage sur la relation.", "en": "Turn filtering on for the trust."},
  "message": {"fail": {"fr": "{{object}} ne filtre rien.", "en": "{{object}} filters nothing."}}},
 {"id": "WKS-SUPPLIER-CONTRACT", "domain": "workstation", "theme": "contracts", "severity": "low", "level": 3, "evidence": "declared",
  "references": {"care": ["D1"], "pgssis": ["6.1"]},
  "title": {"fr": "Chaque accès de fournisseur a un contrat en cours", "en": "Every supplier access has a contract in force"},
  "risk": {"fr": "Sans contrat, personne ne répond de ce que fait le fournisseur.", "en": "Without a contract, nobody answers for what the supplier does."},
  "remediation": {"fr": "Signer un contrat ou fermer l'accès.", "en": "Sign a contract or close the access."},
  "message": {"fail": {"fr": "{{object}} n'a pas de contrat en cours.", "en": "{{object}} has no contract in force."}}}
])json";

core::Catalogue made_catalogue() {
  auto catalogue = core::Catalogue::parse(catalogue_json);
  if (!catalogue) throw std::logic_error(catalogue.error().what);
  return *catalogue;
}

Finding fail(std::string object, std::string name, core::Evidence evidence) {
  return {Verdict::fail, std::move(object), std::move(evidence), std::move(name), 0};
}

std::string dn(std::string_view name, std::string_view folder) {
  return fmt::format("CN={},OU={},DC=exemple,DC=test", name, folder);
}

Findings privileged_inactive() {
  Findings findings;
  for (int i = 1; i <= 12; ++i) {
    const auto name = fmt::format("adm.service{:02}", i);
    findings.push_back(fail(dn(name, "Administration"), name, {{"days", std::to_string(200 + i)}}));
  }
  findings.push_back({Verdict::unknown, dn("adm.ancien", "Administration"), {}, "adm.ancien", 0});
  return findings;
}

std::vector<core::CheckFindings> made_findings() {
  return {{"DIR-CLEARTEXT-PASSWORD",
           {fail(dn("scan.accueil", "Services"), "scan.accueil", {{"attribute", "description"}})}},
          {"DIR-DELEGATION-OPEN",
           {fail(dn("SRV-IMPRESSION", "Serveurs"), "SRV-IMPRESSION$", {{"system", "Windows Server 2012 R2"}}),
            fail(dn("SRV-AGENDA", "Serveurs"), "SRV-AGENDA$", {{"system", "Windows Server 2016"}})}},
          {"DIR-KRBTGT-AGE", {fail(dn("krbtgt", "Users"), "krbtgt", {{"age_days", "1402"}, {"max_age_days", "365"}})}},
          {"DIR-PRIVILEGED-INACTIVE", privileged_inactive()},
          {"DIR-LEGACY-SYSTEMS",
           {fail(dn("PC-RADIO-01", "Postes"), "PC-RADIO-01$", {{"system", "Windows 7 Professionnel"}}),
            fail(dn("PC-RADIO-02", "Postes"), "PC-RADIO-02$", {{"system", "Windows 7 Professionnel"}})}},
          {"DIR-PREWINDOWS2000",
           {fail("S-1-5-32-554", "Accès compatible pré-Windows 2000", {{"member", "Tout le monde"}})}},
          {"DIR-SYSVOL-SECRETS", {{Verdict::unknown, "", {{"why", "accès refusé par dc1.exemple.test"}}, "", 0}}},
          {"DIR-GUEST", {{Verdict::pass, dn("Invité", "Users"), {}, "Invité", 0}}},
          {"DIR-TRUST-FILTERING", {{Verdict::not_applicable, "", {}, "", 0}}},
          {"DIR-NEW-IN-A-LATER-VERSION",
           {fail("OU=Pharmacie,DC=exemple,DC=test", "Pharmacie", {{"rights", "GenericAll"}})}},
          {"WKS-SUPPLIER-CONTRACT",
           {fail("acces-biologie", "Automates de biologie", {}), {Verdict::pass, "acces-imagerie", {}, "", 0}}}};
}

std::vector<core::Waiver> made_waivers() {
  return {{"DIR-LEGACY-SYSTEMS", "CN=PC-RADIO-01*", "Ingénieur biomédical", "Remplacement prévu au marché 2027",
           today + std::chrono::days{20}, "waivers.yaml:3:5"},
          {"DIR-PREWINDOWS2000", "", "RSSI", "Une application ancienne en dépend", today + std::chrono::days{200},
           "waivers.yaml:9:5"},
          {"DIR-KRBTGT-AGE", "", "RSSI", "Fenêtre de maintenance à trouver", today - std::chrono::days{12},
           "waivers.yaml:15:5"},
          {"DIR-GUEST", "", "DSI", "Borne de l'accueil", today + std::chrono::days{90}, "waivers.yaml:21:5"}};
}

core::DomainResult domain_of(const core::Run& run, const core::Catalogue& catalogue, const std::string& name) {
  core::DomainResult domain;
  domain.domain = name;
  domain.level = core::maturity_level(run.results, catalogue, name, false);
  domain.level_with_waivers = core::maturity_level(run.results, catalogue, name, true);
  for (const auto& result : run.results) {
    if (result.domain != name) continue;
    if (result.waived) {
      ++domain.waived;
    } else {
      ++domain.counts.at(static_cast<std::size_t>(result.verdict));
    }
  }
  return domain;
}

core::Run made_run(const core::Catalogue& catalogue, std::vector<core::CheckFindings> findings,
                   const std::vector<core::Waiver>& waivers) {
  core::Run run;
  run.id = "20261125-040000-ab12";
  run.started = today + 4h;
  run.finished = today + 4h + 3min + 12s;
  run.snapshot_sha256 = core::sha256_hex("a made snapshot");
  run.establishment = {"CH Exemple", "750000002", "", "ch", "GHT Exemple", "Exemple", "important", false};
  auto decisions = core::decide(std::move(findings), catalogue, waivers, {}, today);
  run.results = std::move(decisions.results);
  run.waiver_notes = std::move(decisions.notes);
  for (auto& result : run.results)
    if (result.domain.empty()) result.domain = "directory";
  run.domains.push_back(domain_of(run, catalogue, "directory"));
  run.domains.back().scope = {
      {"server", "ldaps://dc1.exemple.test"}, {"domain", "exemple.test"}, {"accounts", "812"}, {"computers", "640"}};
  return run;
}

}  // namespace

ReportFixture hospital_run() {
  ReportFixture made{made_catalogue(), {}};
  made.run = made_run(made.catalogue, made_findings(), made_waivers());
  made.run.complete = false;
  made.run.domains.front().gaps = {{"sysvol", "dc1.exemple.test refuse l'accès au partage (0xC0000022)"},
                                   {"lastLogon", "un contrôleur sur deux ne répond pas"}};
  made.run.domains.push_back(domain_of(made.run, made.catalogue, "workstation"));
  made.run.baseline = "20261025-040000-77aa";
  for (auto& result : made.run.results)
    for (auto& subject : result.subjects) subject.known = result.check != "DIR-CLEARTEXT-PASSWORD";
  return made;
}

ReportFixture healthy_run() {
  ReportFixture made{made_catalogue(), {}};
  std::vector<core::CheckFindings> findings;
  for (const auto& [id, info] : made.catalogue.checks())
    if (info.domain == "directory") findings.push_back({id, {{Verdict::pass, "", {}, "", 0}}});
  made.run = made_run(made.catalogue, std::move(findings), {});
  return made;
}

ReportFixture hostile_run(const std::string& payload) {
  ReportFixture made{made_catalogue(), {}};
  auto findings = made_findings();
  for (auto& check : findings)
    for (auto& finding : check.findings) {
      finding.object += payload;
      finding.name = payload;
      for (auto& [name, value] : finding.evidence) value = payload;
      finding.evidence[payload] = payload;
    }
  std::vector<core::Waiver> waivers{
      {"DIR-LEGACY-SYSTEMS", "", payload, payload, today + 20 * std::chrono::days{1}, payload},
      {payload, payload, payload, payload, today, payload}};
  made.run = made_run(made.catalogue, std::move(findings), waivers);
  made.run.establishment = {payload, payload, payload, payload, payload, payload, payload, true};
  made.run.domains.front().gaps = {{payload, payload}};
  made.run.domains.front().scope = {{payload, payload}};
  made.run.id = payload;
  made.run.baseline = payload;
  return made;
}

ReportFixture large_run(std::size_t checks, std::size_t subjects) {
  ReportFixture made{made_catalogue(), {}};
  std::vector<core::CheckFindings> all;
  for (std::size_t c = 0; c < checks; ++c) {
    core::CheckFindings check{c == 0 ? std::string("DIR-PRIVILEGED-INACTIVE") : fmt::format("DIR-LARGE-{}", c), {}};
    for (std::size_t i = 0; i < subjects; ++i) {
      const auto name = fmt::format("compte.{:06}", i);
      check.findings.push_back(
          fail(dn(name, "Comptes"), name, {{"days", std::to_string(100 + i % 900)}, {"enabled", "true"}}));
    }
    all.push_back(std::move(check));
  }
  made.run = made_run(made.catalogue, std::move(all), {});
  return made;
}

}  // namespace hygie::test
