// SPDX-License-Identifier: EUPL-1.2
#include "core/declaration/declaration.hpp"

#include "core/calendar.hpp"
#include "core/declaration/meaning.hpp"
#include "core/declaration/paths.hpp"
#include "core/declaration/shape.hpp"
#include "core/i18n.hpp"
#include "core/schema.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

namespace hygie::core {
namespace {

using nlohmann::json;

std::vector<std::string> texts_at(const json& root, const std::string& pointer) {
  const json::json_pointer at(pointer);
  return root.contains(at) ? root[at].get<std::vector<std::string>>() : std::vector<std::string>{};
}

Establishment establishment(const json& node) {
  Establishment out;
  out.name = node.at("name").get<std::string>();
  out.finess = node.at("finess").is_number() ? node["finess"].dump() : node["finess"].get<std::string>();
  out.local_id = node.value("local_id", "");
  out.category = node.at("category").get<std::string>();
  out.group = node.value("group", "");
  out.region = node.value("region", "");
  out.nis2 = node.value("nis2", "");
  out.ose = node.value("ose", false);
  return out;
}

AuthorisationDeclaration authorisation(const json& root) {
  AuthorisationDeclaration out;
  out.by = text_at(root, "/authorisation/by");
  out.from = parse_date(text_at(root, "/authorisation/from")).value_or(std::chrono::sys_days{});
  out.until = parse_date(text_at(root, "/authorisation/until")).value_or(std::chrono::sys_days{});
  out.covers = texts_at(root, "/authorisation/covers");
  out.addresses = texts_at(root, "/authorisation/addresses");
  out.domains = texts_at(root, "/authorisation/domains");
  out.exclude = texts_at(root, "/authorisation/exclude");
  return out;
}

/// Kerberos names may say their type (FILE:, KCM:, KEYRING:, MEMORY:): then they are no path of ours.
std::string kerberos_name(const std::string& file, const std::string& name) {
  const auto colon = name.find(':');
  return colon != std::string::npos && colon < name.find('/') ? name : beside(file, name);
}

BindDeclaration bind_of(const json& node, const std::string& file) {
  BindDeclaration out;
  out.method = node.value("method", out.method);
  out.user = node.value("user", "");
  out.password_file = beside(file, node.value("password_file", ""));
  out.keytab = kerberos_name(file, node.value("keytab", ""));
  out.ccache = kerberos_name(file, node.value("ccache", ""));
  return out;
}

DirectoryDeclaration directory_of(const json& node, const std::string& file) {
  DirectoryDeclaration out;
  out.name = node.at("name").get<std::string>();
  out.url = node.value("url", "");
  out.starttls = node.value("starttls", false);
  out.ca = beside(file, node.value("ca", ""));
  out.bind = bind_of(node.value("bind", json::object()), file);
  out.sysvol = node.value("sysvol", "none");
  if (out.sysvol != "smb" && out.sysvol != "none") out.sysvol = beside(file, out.sysvol);
  if (node.contains("import")) {
    out.import_format = node["import"].at("format").get<std::string>();
    out.import_path = beside(file, node["import"].at("path").get<std::string>());
  }
  return out;
}

ParamValue param_value(const json& value) {
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_array()) return value.get<std::vector<std::string>>();
  return value.get<std::string>();
}

Declaration understood(const YamlDocument& document) {
  const json& root = *document.value;
  Declaration out;
  out.file = document.file;
  out.establishment = establishment(root.at("establishment"));
  out.authorisation = authorisation(root);
  for (const auto* key : {"directory", "exposure", "remote_access", "workstation", "backup", "exercises"})
    if (root.contains(key)) out.declared.insert(std::string_view(key) == "remote_access" ? "remote-access" : key);
  if (root.contains("directory"))
    for (std::size_t i = 0; i < root["directory"].size(); ++i) {
      out.directories.push_back(directory_of(root["directory"][i], document.file));
      out.directories.back().where = document.where(pointer_to("/directory", i));
    }
  if (root.contains("exposure")) {
    out.exposure = exposure_of(root["exposure"], document.file);
    out.exposure->where = document.where("/exposure");
    if (out.exposure->addresses.empty() && out.exposure->domains.empty()) {  // all that is authorised
      out.exposure->addresses = out.authorisation.addresses;
      out.exposure->domains = out.authorisation.domains;
    }
  }
  if (root.contains("thresholds"))
    for (const auto& [check, params] : root["thresholds"].items())
      for (const auto& [name, value] : params.items()) out.thresholds[check].insert_or_assign(name, param_value(value));
  out.remote_access = beside(document.file, text_at(root, "/remote_access"));
  out.waivers = beside(document.file, text_at(root, "/waivers"));
  const auto store = text_at(root, "/store");
  out.store = store.find("://") == std::string::npos ? beside(document.file, store) : store;
  return out;
}

}  // namespace

Checked<Declaration> read_declaration(const YamlDocument& document, const Catalogue& catalogue) {
  const json& root = *document.value;
  Problems problems(document);
  static const json schema = json::parse(schema_text("declaration"));
  check_shape(document, schema, problems);
  if (root.is_object()) {
    check_first_line(root, document, problems);
    check_establishment(root, problems);
    check_authorisation(root, problems);
    check_directories(root, problems);
    check_exposure(root, problems);
    check_thresholds(root, catalogue, problems);
  }
  if (!problems.empty()) return tl::make_unexpected(problems.sorted());
  return understood(document);
}

Checked<Declaration> parse_declaration(std::string_view text, const std::string& file, const Catalogue& catalogue) {
  const auto document = parse_yaml(text, file);
  if (!document) return tl::make_unexpected(std::vector{document.error()});
  return read_declaration(*document, catalogue);
}

Checked<Declaration> load_declaration(const std::string& path, const Catalogue& catalogue) {
  const auto document = load_yaml(path);
  if (!document) return tl::make_unexpected(std::vector{document.error()});
  return read_declaration(*document, catalogue);
}

Params params_for(const CheckInfo& check, const Declaration& declaration) {
  auto params = check.default_params();
  if (const auto found = declaration.thresholds.find(check.id); found != declaration.thresholds.end())
    for (const auto& [name, value] : found->second) params.set(name, value);
  return params;
}

}  // namespace hygie::core
