// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/sources.hpp"

#include "audits/directory/collect/collect.hpp"
#include "audits/directory/snapshot.hpp"
#include "cli/program/exit_status.hpp"
#include "core/i18n.hpp"
#include "core/log.hpp"

#include <filesystem>

namespace hygie::cli {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;

directory::BindMethod bind_method(const std::string& name) {
  using enum directory::BindMethod;
  return name == "simple" ? simple : name == "gssapi" ? gssapi : name == "external" ? external : anonymous;
}

core::Status check_file(const std::string& path, std::string what, const std::string& where) {
  if (path.empty() || path == "-" || std::filesystem::exists(path)) return {};
  return failure(ErrorCode::config, std::move(what), where, path);
}

core::Status check_source(const AuditRequest& request, const core::DirectoryDeclaration& one) {
  if (!one.is_live()) {
    if (one.import_format != "ldif")
      return failure(ErrorCode::unsupported, tr("importing {} is not built yet", one.import_format), one.where,
                     tr("import LDIF instead: format: ldif"));
    return check_file(one.import_path, tr("the file to import does not exist"), one.where);
  }
  if (request.offline)
    return failure(ErrorCode::usage,
                   tr("the directory \"{}\" is read over the network, which --offline refuses", one.name), one.where,
                   tr("replay a snapshot with --from, or import a file"));
  if (one.url.starts_with("ldap://") && !one.starttls && one.bind.method != "gssapi" && !request.insecure)
    return failure(ErrorCode::config, tr("the directory \"{}\" would be read in clear", one.name), one.where,
                   tr("use ldaps://, or starttls: true; --insecure-plain-ldap forces it, and the report says so"));
  if (auto good = check_file(one.ca, tr("the file of certification authorities does not exist"), one.where); !good)
    return good;
  return check_file(one.bind.password_file, tr("the password's file does not exist"), one.where);
}

core::Result<directory::DirectoryFacts> read_live(const AuditRequest& request, const core::DirectoryDeclaration& one,
                                                  const core::Secret& password, const net::Scope& scope,
                                                  core::Deadline deadline, core::Progress& progress) {
  directory::LdapTarget target;
  target.name = one.name;
  target.url = one.url;
  target.starttls = one.starttls;
  target.ca_file = one.ca;
  target.method = bind_method(one.bind.method);
  target.user = one.bind.user;
  target.password = password.empty() ? nullptr : &password;
  target.keytab = one.bind.keytab;
  target.ccache = one.bind.ccache;
  target.allow_clear = request.insecure;
  return directory::collect(target, scope, deadline, progress);
}

core::Result<core::Secret> password_of(const core::DirectoryDeclaration& one) {
  if (one.bind.password_file.empty()) return core::Secret{};
  return core::Secret::from_file(one.bind.password_file);
}

void keep(Reading& reading, directory::DirectoryFacts facts) {
  reading.snapshots.push_back(directory::write_snapshot(facts));
  reading.facts.push_back(std::move(facts));
}

}  // namespace

core::Result<net::Scope> scope_of(const core::Declaration& declaration) {
  const auto& from = declaration.authorisation;
  auto scope = net::Scope::make({.by = from.by,
                                 .from = from.from,
                                 .until = from.until,
                                 .covers = from.covers,
                                 .addresses = from.addresses,
                                 .domains = from.domains,
                                 .exclude = from.exclude});
  if (!scope) scope.error().where = declaration.file + ": " + scope.error().where;
  return scope;
}

core::Status check_authorised(const core::Declaration& declaration, std::string_view domain,
                              std::chrono::sys_days today) {
  const auto scope = scope_of(declaration);
  if (!scope) return tl::make_unexpected(scope.error());
  auto allowed = scope->allows(domain, today);
  if (!allowed && allowed.error().where.empty()) allowed.error().where = declaration.file;
  return allowed;
}

core::Status check_sources(const AuditRequest& request, const core::Declaration& declaration,
                           std::chrono::sys_days today) {
  if (auto allowed = check_authorised(declaration, "directory", today); !allowed) return allowed;
  for (const auto& one : declaration.directories)
    if (auto good = check_source(request, one); !good) return good;
  return {};
}

core::Status read_directories(const AuditRequest& request, const core::Declaration& declaration,
                              core::Deadline deadline, core::Progress& progress, Reading& reading) {
  const auto scope = scope_of(declaration);
  if (!scope) return tl::make_unexpected(scope.error());
  std::vector<core::Secret> passwords;  // all of them before the first packet: a wrong file must not cost a half audit
  for (const auto& one : declaration.directories) {
    auto password = password_of(one);
    if (!password) return tl::make_unexpected(password.error());
    passwords.push_back(std::move(*password));
  }
  bool sent = false;
  for (std::size_t i = 0; i < declaration.directories.size(); ++i) {
    const auto& one = declaration.directories[i];
    core::log(core::LogLevel::info, "directory-read",
              {{"name", one.name}, {"source", one.is_live() ? one.url : one.import_path}});
    auto facts = one.is_live() ? read_live(request, one, passwords[i], *scope, deadline, progress)
                               : directory::import_ldif(one.import_path, one.name, std::nullopt, deadline, progress);
    if (facts) {
      keep(reading, std::move(*facts));
    } else if (exit_status(facts.error().code) == bad_request && !sent && declaration.directories.size() == 1) {
      return tl::make_unexpected(facts.error());
    } else {
      reading.lost.push_back({one.name, facts.error()});
    }
    sent |= one.is_live();
  }
  return {};
}

}  // namespace hygie::cli
