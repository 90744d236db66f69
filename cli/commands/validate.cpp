// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/inventory.hpp"
#include "audits/remote_access/register/read_register.hpp"
#include "cli/audit/sources.hpp"
#include "cli/commands/commands.hpp"
#include "cli/domains.hpp"
#include "cli/program/exit_status.hpp"
#include "core/calendar.hpp"
#include "core/declaration/waivers.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hygie::cli {
namespace {

using core::ErrorCode;
using core::tr;
using Errors = std::vector<core::Error>;

enum class Kind { declaration, waivers, inventory, accesses, not_built };

/// By its keys: what a file is, whatever its name.
Kind kind_of(const nlohmann::json& root) {
  if (!root.is_object() || root.contains("establishment") || root.contains("authorisation")) return Kind::declaration;
  if (root.contains("waivers")) return Kind::waivers;
  if (root.contains("assets")) return Kind::inventory;
  if (root.contains("accesses")) return Kind::accesses;
  for (const auto* key : {"kit", "scenario", "playbook", "backups"})
    if (root.contains(key)) return Kind::not_built;
  return Kind::declaration;
}

Errors waivers_errors(const core::YamlDocument& document, const core::Catalogue& catalogue) {
  const auto waivers = core::read_waivers(document, catalogue, core::day_of(core::now()));
  return waivers ? Errors{} : waivers.error();
}

Errors inventory_errors(const core::YamlDocument& document) {
  const auto inventory = exposure::read_inventory(document);
  return inventory ? Errors{} : inventory.error();
}

Errors register_errors(const core::YamlDocument& document) {
  const auto accesses = remote_access::read_register(document);
  return accesses ? Errors{} : accesses.error();
}

/// A file that the declaration names at `pointer`; a missing one is said where it is named.
template <class Check>
void check_named(const core::YamlDocument& document, const std::string& path, const std::string& pointer,
                 const Check& check, Errors& errors) {
  if (path.empty()) return;
  Errors found;
  if (const auto named = core::load_yaml(path)) {
    found = check(*named);
  } else {
    found = {named.error()};
    found.front().where = document.where(pointer);
    found.front().hint = tr("write {}, or remove the key {}", path, pointer.substr(pointer.rfind('/') + 1));
  }
  errors.insert(errors.end(), found.begin(), found.end());
}

/// A declaration, its scope, and the files that it names: waivers, inventory, register.
Errors declaration_errors(const core::YamlDocument& document, const core::Catalogue& catalogue) {
  const auto declaration = core::read_declaration(document, catalogue);
  if (!declaration) return declaration.error();
  if (const auto scope = scope_of(*declaration); !scope) return {scope.error()};
  Errors errors;
  check_named(
      document, declaration->waivers, "/waivers",
      [&](const core::YamlDocument& waivers) { return waivers_errors(waivers, catalogue); }, errors);
  if (declaration->exposure)
    check_named(document, declaration->exposure->inventory, "/exposure/inventory", &inventory_errors, errors);
  check_named(document, declaration->remote_access, "/remote_access", &register_errors, errors);
  return errors;
}

Errors validate(const std::string& path, const core::Catalogue& catalogue) {
  const auto document = core::load_yaml(path);
  if (!document) return {document.error()};
  switch (kind_of(*document->value)) {
    case Kind::declaration: return declaration_errors(*document, catalogue);
    case Kind::waivers: return waivers_errors(*document, catalogue);
    case Kind::inventory: return inventory_errors(*document);
    case Kind::accesses: return register_errors(*document);
    case Kind::not_built: break;
  }
  return {{ErrorCode::unsupported, tr("files of this kind cannot be validated yet"), path,
           tr("declarations, waivers, inventories and registers of accesses can")}};
}

int run(Call& call) {
  const auto catalogue = all_checks();
  if (!catalogue) return fail(call.console, catalogue.error());
  int status = complete;
  for (const auto& path : call.arguments.positional()) {
    const auto errors = validate(path, *catalogue);
    if (errors.empty()) {
      call.console.note(tr("{}: good", path));
    } else {
      status = std::max(status, fail(call.console, errors));
    }
  }
  return status;
}

}  // namespace

Command validate_command() {
  return {.name = "validate",
          .usage = "FILE...",
          .summary = msgid("check files before they are used: what is wrong, where, and the mend"),
          .examples = {{"hygie validate hospital.yaml waivers.yaml", msgid("a declaration and the accepted findings")},
                       {"hygie validate inventory.yaml", msgid("what the hospital declares to show on the internet")},
                       {"hygie validate register.yaml", msgid("the suppliers' accesses")}},
          .options = {},
          .least = 1,
          .most = 1000,
          .run = &run};
}

}  // namespace hygie::cli
