// SPDX-License-Identifier: EUPL-1.2
#include "cli/topics.hpp"

#include <algorithm>
#include <vector>

namespace hygie::cli {
namespace {

constexpr const char* ldif_fr = R"(Auditer un annuaire sans réseau, à partir d'un export LDIF

Toute personne qui a un compte ordinaire de l'annuaire peut faire l'export, depuis n'importe quel poste qui a ldapsearch (paquet ldap-utils) :

  for base in "" DC=exemple,DC=test CN=Configuration,DC=exemple,DC=test CN=Schema,CN=Configuration,DC=exemple,DC=test \
              DC=DomainDnsZones,DC=exemple,DC=test DC=ForestDnsZones,DC=exemple,DC=test; do
    scope=sub; [ -z "$base" ] && scope=base
    ldapsearch -LLL -o ldif-wrap=no -H ldaps://dc1.exemple.test -D lecteur@exemple.test -y mot-de-passe.txt \
      -E pr=1000/noprompt -E '!1.2.840.113556.1.4.801=::MAMCAQc=' -s "$scope" -b "$base" '(objectClass=*)' \
      '*' nTSecurityDescriptor replPropertyMetaData
  done > exemple.ldif

Le contrôle 801 demande les droits sans les règles d'audit (SACL) : sans lui, un compte ordinaire n'obtient aucun droit, et les contrôles de droits
répondent « inconnu ». Puis, dans hospital.yaml :

  directory:
    - {name: exemple.test, import: {format: ldif, path: exemple.ldif}}

Le fichier décrit comment attaquer l'annuaire : gardez-le comme un secret, et effacez-le après l'audit.
)";

constexpr const char* ldif_en = R"(Auditing a directory without network, from an LDIF export

Anybody with an ordinary account of the directory can make the export, from any machine that has ldapsearch (package ldap-utils):

  for base in "" DC=exemple,DC=test CN=Configuration,DC=exemple,DC=test CN=Schema,CN=Configuration,DC=exemple,DC=test \
              DC=DomainDnsZones,DC=exemple,DC=test DC=ForestDnsZones,DC=exemple,DC=test; do
    scope=sub; [ -z "$base" ] && scope=base
    ldapsearch -LLL -o ldif-wrap=no -H ldaps://dc1.exemple.test -D lecteur@exemple.test -y password.txt \
      -E pr=1000/noprompt -E '!1.2.840.113556.1.4.801=::MAMCAQc=' -s "$scope" -b "$base" '(objectClass=*)' \
      '*' nTSecurityDescriptor replPropertyMetaData
  done > exemple.ldif

Control 801 asks for the rights without the audit rules (SACL): without it an ordinary account gets no rights at all, and the checks on rights answer
"unknown". Then, in hospital.yaml:

  directory:
    - {name: exemple.test, import: {format: ldif, path: exemple.ldif}}

The file describes how to attack the directory: keep it as a secret, and delete it after the audit.
)";

}  // namespace

std::span<const Topic> topics() {
  static const std::vector<Topic> all{{"ldif", {ldif_fr, ldif_en}}};
  return all;
}

const Topic* find_topic(std::string_view name) {
  const auto all = topics();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Topic& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace hygie::cli
