// SPDX-License-Identifier: EUPL-1.2
#include "cli/runs.hpp"

#include "cli/domains.hpp"
#include "core/declaration/declaration.hpp"
#include "core/i18n.hpp"

namespace hygie::cli {

std::vector<Option> store_options() {
  return {
      {.name = "store", .value = "URL", .summary = msgid("where runs are kept (default: the declaration's)")},
      {.name = "config", .letter = 'c', .value = "FILE", .summary = msgid("the declaration (default: hospital.yaml)")}};
}

core::Result<core::Store> open_store(const Arguments& arguments) {
  if (arguments.has("store")) return core::Store::open(arguments.value("store"), core::Store::Open::existing);
  const auto catalogue = all_checks();
  if (!catalogue) return tl::make_unexpected(catalogue.error());
  const auto declaration = core::load_declaration(arguments.value("config", "hospital.yaml"), *catalogue);
  if (!declaration) return tl::make_unexpected(declaration.error().front());
  if (declaration->store.empty())
    return core::failure(core::ErrorCode::config, core::tr("the declaration names no store"), declaration->file,
                         core::tr("add store: hygie.db to the declaration, or --store FILE"));
  return core::Store::open(declaration->store, core::Store::Open::existing);
}

}  // namespace hygie::cli
