// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/plan.hpp"
#include "audits/directory/read/builder.hpp"
#include "cli/audit/sources.hpp"
#include "core/calendar.hpp"
#include "core/i18n.hpp"
#include "report/unicode.hpp"

namespace hygie::cli {
namespace {

using core::tr;

std::string searches() {
  using directory::FactsBuilder;
  std::string out;
  const auto line = [&](const std::string& partition, std::span<const char* const> attributes) {
    out += "    " + tr("{}: every object, {} attributes by name", partition, attributes.size()) + "\n";
  };
  line(tr("domain partition"), FactsBuilder::domain_attributes());
  line(tr("configuration partition"), FactsBuilder::configuration_attributes());
  line(tr("schema partition"), FactsBuilder::schema_attributes());
  line(tr("DNS partitions"), FactsBuilder::dns_attributes());
  return out;
}

std::string live(const core::DirectoryDeclaration& one) {
  auto out = "  " + tr("contacts: {}{}", one.url, one.starttls ? " (StartTLS)" : "") + "\n";
  out += "  " + tr("binds: {} {}", one.bind.method, one.bind.user) + "\n";
  out +=
      "  " + tr("each address of that name is checked against the authorisation before a packet is sent to it") + "\n";
  out += "  " + tr("asks (LDAP searches alone, nothing is written):") + "\n" + searches();
  return out;
}

}  // namespace

std::string directories_plan(const core::Declaration& declaration) {
  std::string out;
  for (const auto& one : declaration.directories) {
    out += "\n" + tr("Directory {}", one.name) + "\n";
    out += one.is_live()
               ? live(one)
               : "  " + tr("reads the file {} ({}); contacts nobody", one.import_path, one.import_format) + "\n";
  }
  return out;
}

std::string plan_text(const AuditRequest& request, const core::Declaration& declaration, const std::string& contacts) {
  const auto& by = declaration.authorisation;
  auto out = tr("Authorised by {}, from {} until {}.", by.by, core::format_date(by.from), core::format_date(by.until)) +
             "\n" + contacts;
  out += "\n" + tr("Writes:") + "\n";
  for (const auto& output : request.outputs) out += fmt::format("  {} -> {}\n", output.format->name, output.path);
  if (!request.save.empty()) out += "  " + tr("snapshot -> {}", request.save) + "\n";
  if (const auto& store = request.store.empty() ? declaration.store : request.store; !store.empty())
    out += "  " + tr("run -> {}", store) + "\n";
  out += "\n" + tr("This was a dry run: nothing was contacted, nothing was written.") + "\n";
  std::string clean;
  for (std::size_t at = 0; at < out.size();) {
    const auto end = out.find('\n', at);
    const auto indent = out.find_first_not_of(' ', at) - at;  // cleaning may trim it
    clean += std::string(std::min(indent, end - at), ' ') +
             report::clean(out.substr(at + std::min(indent, end - at), end - at - std::min(indent, end - at))) + "\n";
    at = end + 1;
  }
  return clean;
}

}  // namespace hygie::cli
