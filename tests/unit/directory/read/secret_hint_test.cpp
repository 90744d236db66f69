// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/secret_hint.hpp"

#include "tests/support/hostile.hpp"

#include <array>
#include <catch2/catch.hpp>

using hygie::directory::secret_pattern;

TEST_CASE("texts that tell a password") {
  constexpr std::array texts{
      "mdp : Azerty2026",
      "MDP=Bienvenue1",
      "Mot de passe : Ete2026!",
      "Compte de service, mot de passe\xC2\xA0: hopital75",
      "le mot de passe est Printemps2026",
      "mot de passe Hiver#2026",
      "motdepasse: imprimante",
      "m.d.p : Radio-2024",
      "password: Summer2026",
      "Password is Welcome1",
      "pwd=Scanner12",
      "passwd -> labo2026",
      "Temp password Changeme!1",
      "pass : Scan3r",
      "Passe: bloc2026",
      "PW: Imag3rie",
      "code : 4512B",
      "code=A1B2C3",
      "passwords: Azerty12 / Qwerty34",
      "compte du scanner (mdp: radio2026)",
      "mdp \"Azerty12\"",
  };
  for (const auto* text : texts) {
    INFO(text);
    CHECK_FALSE(secret_pattern(text).empty());
  }
}

TEST_CASE("texts that speak of passwords, or of other things, and tell none") {
  constexpr std::array texts{
      "",
      "Secrétaire médicale, cardiologie",
      "Mot de passe à changer à la première connexion",
      "mot de passe dans le coffre",
      "mot de passe : voir le coffre",
      "mot de passe : inconnu",
      "mdp perso",
      "mdp ****",
      "mdp: ********",
      "password never expires",
      "Password: see KeePass",
      "password policy 2026",
      "Mots de passe renforcés",
      "Gestion des mots de passe : référent SSI",
      "Passerelle HL7 : 192.0.2.10",
      "passage en revue: 2026",
      "Code postal : 75000",
      "code UF 4512",
      "Code : urgences",
      "compass : 4512",
      "decode: 4512B",
      "Key used for mdpx: 12345",
      "pin's : médaille",
      "password",
      "mdp :",
      "Le compte passe en lecture seule le 01/01/2026",
  };
  for (const auto* text : texts) {
    INFO(text << " -> " << secret_pattern(text));
    CHECK(secret_pattern(text).empty());
  }
}

TEST_CASE("the rule is told, never the value") {
  CHECK(secret_pattern("mdp : Azerty2026") == "mdp");
  CHECK(secret_pattern("MOT DE PASSE : Azerty2026") == "mot de passe");
}

TEST_CASE("cut and altered texts never crash") {
  constexpr std::string_view whole = "Compte de service : mot de passe\xC2\xA0: \"Azerty2026\" (code = 12B)";
  hygie::test::every_truncation(whole, [](const std::string& text) { (void)secret_pattern(text); });
  hygie::test::random_mutations(whole, [](const std::string& text) { (void)secret_pattern(text); });
}
