// SPDX-License-Identifier: EUPL-1.2
#include "core/declaration/meaning.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace hygie::core {
namespace {

using nlohmann::json;

/// Keys of `bind` that each method takes, and those it cannot do without.
struct Method {
  const char* name;
  std::vector<std::string> takes, needs;
};

const std::vector<Method>& methods() {
  static const std::vector<Method> all = {{"simple", {"user", "password_file"}, {"user", "password_file"}},
                                          {"gssapi", {"keytab", "ccache", "user"}, {}},
                                          {"external", {}, {}},
                                          {"anonymous", {}, {}}};
  return all;
}

void check_bind(const json& bind, const std::string& pointer, Problems& problems) {
  if (!bind.is_object() || !bind.contains("method") || !bind["method"].is_string()) return;
  const auto name = bind["method"].get<std::string>();
  const auto method =
      std::find_if(methods().begin(), methods().end(), [&](const Method& one) { return name == one.name; });
  if (method == methods().end()) return;  // already said
  for (const auto& key : method->needs)
    if (!bind.contains(key))
      problems.at_key(pointer, tr("the method {} needs the key \"{}\"", name, key), tr("add: {}: ...", key));
  for (const auto* key : {"user", "password_file", "keytab", "ccache"})
    if (bind.contains(key) && std::find(method->takes.begin(), method->takes.end(), key) == method->takes.end())
      problems.at_key(pointer_to(pointer, key), tr("the key \"{}\" has no sense with the method {}", key, name),
                      tr("remove it"));
  if (bind.contains("keytab") && bind.contains("ccache"))
    problems.at_key(pointer_to(pointer, "ccache"), tr("keytab and ccache exclude each other"), tr("keep one of them"));
}

void check_url(const json& directory, const std::string& pointer, Problems& problems) {
  if (!directory.contains("url") || !directory["url"].is_string()) return;
  const auto url = directory["url"].get<std::string>();
  if (!is_ldap_url(url))
    problems.at_value(
        pointer_to(pointer, "url"), tr("\"{}\" is not the address of a directory", url),
        tr("ldaps://SERVER, ldap://SERVER with starttls: true, or ldapi://; no account and no path in it"));
  if (directory.value("starttls", json(false)) == json(true) && !url.starts_with("ldap://"))
    problems.at_key(pointer_to(pointer, "starttls"), tr("starttls goes with ldap:// alone"),
                    tr("ldaps:// is already encrypted: remove starttls"));
  if (!directory.contains("bind"))
    problems.at_key(pointer, tr("the key \"{}\" is missing", "bind"),
                    tr("for example: bind: {method: simple, user: \"reader@exemple.test\", password_file: secret}, or "
                       "{method: anonymous}"));
}

/// url or import, exactly one; what goes with the network has no sense beside a file.
void check_source(const json& directory, const std::string& pointer, Problems& problems) {
  const bool live = directory.contains("url"), imported = directory.contains("import");
  if (live && imported)
    problems.at_key(pointer_to(pointer, "import"), tr("url and import exclude each other"),
                    tr("keep url to read the directory over the network, or import to read a file"));
  if (!live && !imported)
    problems.at_key(
        pointer, tr("a directory needs url or import"),
        tr("for example: url: \"ldaps://dc1.exemple.test\", or import: {format: ldif, path: directory.ldif}"));
  if (live || !imported) return;
  for (const auto* key : {"bind", "ca", "starttls"})
    if (directory.contains(key))
      problems.at_key(pointer_to(pointer, key), tr("the key \"{}\" has no sense with import", key), tr("remove it"));
}

void check_scope_of(const json& root, bool any_live, Problems& problems) {
  const json::json_pointer addresses("/authorisation/addresses");
  const bool none = !root.contains(addresses) || (root[addresses].is_array() && root[addresses].empty());
  if (any_live && none && root.contains("authorisation"))
    problems.at_key("/authorisation",
                    tr("a directory is read over the network, but the authorisation names no address"),
                    tr("add the network of the domain controllers: addresses: [192.0.2.0/24]"));
}

}  // namespace

bool is_ldap_url(const std::string& text) {
  if (text.starts_with("ldapi://")) return text.find_first_of("@?# ") == std::string::npos;
  const std::string_view rest = text.starts_with("ldaps://")  ? std::string_view(text).substr(8)
                                : text.starts_with("ldap://") ? std::string_view(text).substr(7)
                                                              : std::string_view{};
  const auto host = rest.ends_with('/') ? rest.substr(0, rest.size() - 1) : rest;
  return !host.empty() && host.find_first_of("@/?#% ,") == std::string_view::npos;
}

void check_directories(const json& root, Problems& problems) {
  if (!root.is_object() || !root.contains("directory") || !root["directory"].is_array()) return;
  std::map<std::string, std::size_t> seen;
  bool any_live = false;
  for (std::size_t i = 0; i < root["directory"].size(); ++i) {
    const json& directory = root["directory"][i];
    const auto pointer = pointer_to("/directory", i);
    if (!directory.is_object()) continue;
    check_source(directory, pointer, problems);
    check_url(directory, pointer, problems);
    if (directory.contains("bind")) check_bind(directory["bind"], pointer_to(pointer, "bind"), problems);
    any_live |= directory.contains("url") && !text_at(directory, "/url").starts_with("ldapi://");
    const auto name = text_at(directory, "/name");
    if (!name.empty() && !seen.emplace(name, i).second)
      problems.at_value(pointer_to(pointer, "name"), tr("the directory \"{}\" is declared twice", name),
                        tr("give each its own name"));
  }
  check_scope_of(root, any_live, problems);
}

}  // namespace hygie::core
