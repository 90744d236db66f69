// SPDX-License-Identifier: EUPL-1.2
// hygie_catalogue DOMAIN OUT.json ENTRY.yaml...: checks the entries against the schema and joins them into what the
// program carries.
#include "core/catalogue.hpp"
#include "core/schema.hpp"
#include "core/yaml.hpp"

#include <fmt/format.h>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace {

bool add_entry(const std::string& path, const std::string& domain, nlohmann::json& all) {
  const auto document = hygie::core::load_yaml(path);
  if (!document) {
    fmt::print(stderr, "{}: {}\n", document.error().where, document.error().what);
    return false;
  }
  const auto errors = hygie::core::validate_schema(*document->value, hygie::core::schema_text("catalogue"));
  for (const auto& error : errors) fmt::print(stderr, "{}: {}\n", document->where(error.pointer), error.message);
  if (!errors.empty()) return false;
  auto entry = *document->value;
  entry["domain"] = domain;
  entry["theme"] = std::filesystem::path(path).parent_path().filename().string();
  all.push_back(std::move(entry));
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) {
    fmt::print(stderr, "usage: hygie_catalogue DOMAIN OUT.json ENTRY.yaml...\n");
    return 2;
  }
  auto all = nlohmann::json::array();
  bool good = true;
  for (std::size_t i = 2; i < arguments.size(); ++i) good &= add_entry(arguments[i], arguments[0], all);
  if (!good) return 4;
  const auto text = all.dump();
  if (const auto read_back = hygie::core::Catalogue::parse(text); !read_back) {
    fmt::print(stderr, "{}\n", read_back.error().what);
    return 4;
  }
  std::ofstream(arguments[1], std::ios::binary) << text;
  return 0;
}
