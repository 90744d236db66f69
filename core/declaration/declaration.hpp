// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/declaration/exposure.hpp"
#include "core/declaration/problems.hpp"
#include "core/run.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::core {

/// How to bind to a directory. The password itself is never here: only the file that holds it.
struct BindDeclaration {
  std::string method = "anonymous";  // simple, gssapi, external, anonymous
  std::string user;
  std::string password_file;
  std::string keytab, ccache;
};

/// One Active Directory: read over the network (`url`) or from a file (`import_format`, `import_path`), never both.
struct DirectoryDeclaration {
  std::string name;
  std::string url;
  bool starttls = false;
  std::string ca;
  BindDeclaration bind;
  std::string sysvol = "none";  // smb, none, or a folder
  std::string import_format;    // ldif; bloodhound, oradad, adexplorer are known but not built yet
  std::string import_path;
  std::string where;  // FILE:LINE:COL
  [[nodiscard]] bool is_live() const { return !url.empty(); }
};

/// Who allows what, when and where; net::Scope enforces it.
struct AuthorisationDeclaration {
  std::string by;
  std::chrono::sys_days from{};
  std::chrono::sys_days until{};
  std::vector<std::string> covers, addresses, domains, exclude;
};

/// hospital.yaml, understood: paths are already relative to the working folder. What is declared for domains that are
/// not built yet is named in `declared`, so that asking for them can say so.
struct Declaration {
  std::string file;
  Establishment establishment;
  AuthorisationDeclaration authorisation;
  std::vector<DirectoryDeclaration> directories;
  std::optional<ExposureDeclaration> exposure;
  std::string remote_access;                    // the register; empty: none
  std::set<std::string, std::less<>> declared;  // directory, exposure, remote-access, workstation, backup, exercises
  std::map<std::string, std::map<std::string, ParamValue, std::less<>>, std::less<>> thresholds;
  std::string waivers;  // empty: none
  std::string store;    // empty: none
};

/// Reads a declaration. Every mistake is reported, with its line and its mend, not the first alone.
/// Thresholds are held against the catalogue: known checks, known parameters, values in bounds.
Checked<Declaration> load_declaration(const std::string& path, const Catalogue& catalogue);
Checked<Declaration> parse_declaration(std::string_view text, const std::string& file, const Catalogue& catalogue);
Checked<Declaration> read_declaration(const YamlDocument& document, const Catalogue& catalogue);

/// The catalogue's defaults with the declaration's thresholds over them.
[[nodiscard]] Params params_for(const CheckInfo& check, const Declaration& declaration);

}  // namespace hygie::core
