// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/request.hpp"

#include "core/i18n.hpp"
#include "core/suggest.hpp"

#include <algorithm>
#include <charconv>

namespace hygie::cli {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

core::Result<Output> parse_output(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals + 1 == text.size())
    return failure(ErrorCode::usage, tr("\"{}\" is not FORMAT=PATH", text), {},
                   tr("for example: -o html=report.html, or -o json=-"));
  const auto name = text.substr(0, equals);
  const auto* format = report::find_format(name);
  if (format == nullptr)
    return failure(ErrorCode::usage, tr("unknown format \"{}\"", name) + core::did_you_mean(name, format_names()), {},
                   tr("one of: {}", joined(format_names())));
  return Output{format, text.substr(equals + 1)};
}

core::Result<std::set<std::string, std::less<>>> check_ids(const Arguments& arguments, std::string_view option,
                                                           const core::Catalogue& catalogue) {
  std::vector<std::string> known;
  for (const auto& [id, info] : catalogue.checks()) known.push_back(id);
  std::set<std::string, std::less<>> out;
  for (auto id : arguments.list(option)) {
    std::transform(id.begin(), id.end(), id.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (catalogue.find(id) == nullptr)
      return failure(ErrorCode::usage, tr("unknown check \"{}\"", id) + core::did_you_mean(id, known), {},
                     tr("hygie checks lists them all"));
    out.insert(std::move(id));
  }
  return out;
}

core::Result<std::chrono::seconds> parse_timeout(const std::string& text) {
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc{} || end != text.data() + text.size() || seconds < 1 || seconds > 604'800)
    return failure(ErrorCode::usage, tr("--timeout takes seconds, from 1 to 604800, not \"{}\"", text));
  return std::chrono::seconds{seconds};
}

core::Status fill_lists(AuditRequest& request, const Arguments& arguments, const core::Catalogue& catalogue) {
  for (const auto& word : arguments.positional()) {
    if (auto good = check_domain(word); !good) return good;
    request.domains.insert(word);
  }
  auto only = check_ids(arguments, "only", catalogue), skip = check_ids(arguments, "skip", catalogue);
  if (!only) return tl::make_unexpected(only.error());
  if (!skip) return tl::make_unexpected(skip.error());
  request.only = std::move(*only);
  request.skip = std::move(*skip);
  auto outputs = parse_outputs(arguments);
  if (!outputs) return tl::make_unexpected(outputs.error());
  request.outputs = std::move(*outputs);
  return {};
}

core::Status check_resume(const AuditRequest& request) {
  if (request.resume.empty()) return {};
  if (!request.from.empty() || request.passive || !request.verify.empty() || request.dry_run)
    return failure(ErrorCode::usage, tr("--resume excludes --from, --passive, --verify and --dry-run"), {},
                   tr("it asks what the stopped audit had not asked yet"));
  if (request.domains != std::set<std::string, std::less<>>{"exposure"})
    return failure(ErrorCode::usage, tr("--resume is for the exposure alone"), {}, "hygie audit exposure --resume RUN");
  return {};
}

core::Status check_together(const AuditRequest& request) {
  if (!request.from.empty() && !request.save.empty())
    return failure(ErrorCode::usage, tr("--save and --from exclude each other"), {},
                   tr("a replayed snapshot is already saved"));
  if (!request.verify.empty() && (!request.only.empty() || !request.from.empty() || request.passive))
    return failure(ErrorCode::usage, tr("--verify excludes --only, --from and --passive"), {},
                   tr("it chooses by itself what failed in that run"));
  if (!request.verify.empty() && request.domains != std::set<std::string, std::less<>>{"exposure"})
    return failure(ErrorCode::usage, tr("--verify is for the exposure alone"), {}, "hygie audit exposure --verify RUN");
  if (request.dry_run && !request.from.empty())
    return failure(ErrorCode::usage, tr("--dry-run and --from exclude each other"), {}, tr("a replay contacts nobody"));
  return check_resume(request);
}

}  // namespace

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const auto& format : report::formats()) names.emplace_back(format.name);
  return names;
}

core::Status check_domain(const std::string& word) {
  static const std::vector<std::string> known{"directory", "exposure", "remote-access", "workstation", "backup"};
  if (std::find(known.begin(), known.end(), word) != known.end()) return {};
  return failure(ErrorCode::usage, tr("unknown domain \"{}\"", word) + core::did_you_mean(word, known), {},
                 tr("one of: {}", joined(known)));
}

core::Result<std::vector<Output>> parse_outputs(const Arguments& arguments) {
  std::vector<Output> outputs;
  std::vector<std::string> texts = arguments.values("output");
  if (arguments.has("format")) texts.push_back(arguments.value("format") + "=-");
  for (const auto& text : texts) {
    auto one = parse_output(text);
    if (!one) return tl::make_unexpected(one.error());
    const auto clash =
        std::find_if(outputs.begin(), outputs.end(), [&](const Output& other) { return other.path == one->path; });
    if (clash != outputs.end())
      return failure(ErrorCode::usage,
                     one->path == "-" ? tr("two formats cannot both go to standard output")
                                      : tr("two formats cannot both go to {}", one->path),
                     {}, tr("give each its own path"));
    outputs.push_back(std::move(*one));
  }
  return outputs;
}

core::Result<AuditRequest> audit_request(const Arguments& arguments, const core::Catalogue& catalogue) {
  AuditRequest request;
  request.declaration = arguments.value("config", request.declaration);
  request.save = arguments.value("save");
  request.from = arguments.values("from");
  request.baseline = arguments.value("baseline");
  request.verify = arguments.value("verify");
  request.resume = arguments.value("resume");
  request.store = arguments.value("store");
  request.dry_run = arguments.has("dry-run");
  request.offline = arguments.has("offline");
  request.passive = arguments.has("passive");
  request.insecure = arguments.has("insecure-plain-ldap");
  request.quiet = arguments.has("quiet");
  if (arguments.has("fail-on")) request.fail_on = core::parse_severity(arguments.value("fail-on"));
  if (arguments.has("timeout")) {
    const auto timeout = parse_timeout(arguments.value("timeout"));
    if (!timeout) return tl::make_unexpected(timeout.error());
    request.timeout = *timeout;
  }
  if (auto filled = fill_lists(request, arguments, catalogue); !filled) return tl::make_unexpected(filled.error());
  if (auto good = check_together(request); !good) return tl::make_unexpected(good.error());
  return request;
}

}  // namespace hygie::cli
