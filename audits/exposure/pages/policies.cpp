// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/pages/policies.hpp"

#include "audits/exposure/pages/text.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

namespace hygie::exposure::pages {
namespace {

using Sources = std::vector<std::string>;

/// The sources of a directive, or those of default-src in its place; null when neither is there.
const Sources* sources_of(const ContentPolicy& policy, std::string_view name) {
  if (const auto found = policy.find(name); found != policy.end()) return &found->second;
  const auto fallback = policy.find("default-src");
  return fallback == policy.end() ? nullptr : &fallback->second;
}

bool holds(const Sources& sources, std::string_view word) {
  return std::find(sources.begin(), sources.end(), word) != sources.end();
}

bool has_nonce_or_hash(const Sources& sources) {
  return std::any_of(sources.begin(), sources.end(), [](const std::string& source) {
    return source.starts_with("'nonce-") || source.starts_with("'sha256-") || source.starts_with("'sha384-") ||
           source.starts_with("'sha512-");
  });
}

void weak_scripts(const Sources& scripts, Sources& weak) {
  const bool strict = holds(scripts, "'strict-dynamic'") && has_nonce_or_hash(scripts);
  if (holds(scripts, "'unsafe-inline'") && !has_nonce_or_hash(scripts)) weak.emplace_back("unsafe-inline");
  if (holds(scripts, "'unsafe-eval'")) weak.emplace_back("unsafe-eval");
  if (strict) return;  // browsers then leave addresses aside
  if (holds(scripts, "*") || holds(scripts, "https:")) weak.emplace_back("wildcard");
  if (holds(scripts, "data:")) weak.emplace_back("data");
  if (std::any_of(scripts.begin(), scripts.end(), [](const auto& one) { return one.starts_with("http:"); }))
    weak.emplace_back("http");
}

}  // namespace

ContentPolicy read_content_policy(std::string_view value) {
  ContentPolicy policy;
  for (const auto directive : parts(value, ';')) {
    std::string spaced(directive);
    std::replace(spaced.begin(), spaced.end(), '\t', ' ');
    const auto words = parts(spaced, ' ');
    if (words.empty()) continue;
    Sources sources;
    // a nonce keeps its case, and nothing else has one that matters
    for (auto word = words.begin() + 1; word != words.end(); ++word) sources.push_back(lower(*word));
    policy.try_emplace(lower(words.front()), std::move(sources));
  }
  return policy;
}

std::vector<std::string> weaknesses(const ContentPolicy& policy) {
  Sources weak;
  const auto* scripts = sources_of(policy, "script-src");
  if (scripts == nullptr)
    weak.emplace_back("no-script-src");
  else
    weak_scripts(*scripts, weak);
  const auto* objects = sources_of(policy, "object-src");
  if (objects == nullptr) weak.emplace_back("no-object-src");
  // base-uri does not fall back on default-src
  if (scripts != nullptr && has_nonce_or_hash(*scripts) && !policy.contains("base-uri"))
    weak.emplace_back("no-base-uri");
  return weak;
}

bool limits_frames(const ContentPolicy& policy) {
  const auto found = policy.find("frame-ancestors");
  return found != policy.end() && !holds(found->second, "*") && !holds(found->second, "https:") &&
         !holds(found->second, "http:");
}

std::optional<TransportPolicy> read_transport_policy(std::string_view value) {
  TransportPolicy policy;
  std::set<std::string> seen;
  for (const auto directive : parts(value, ';')) {
    const auto equals = directive.find('=');
    const auto name = lower(trimmed(directive.substr(0, equals)));
    if (!seen.insert(name).second) return std::nullopt;  // twice the same: invalid as a whole
    if (name == "includesubdomains") policy.subdomains = true;
    if (name == "preload") policy.preload = true;
    if (name != "max-age") continue;
    if (equals == std::string_view::npos) return std::nullopt;
    auto digits = trimmed(directive.substr(equals + 1));
    if (digits.size() >= 2 && digits.front() == '"' && digits.back() == '"')
      digits = digits.substr(1, digits.size() - 2);
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, policy.max_age);
    if (digits.empty() || read.ptr != end) return std::nullopt;
    if (read.ec == std::errc::result_out_of_range) policy.max_age = std::numeric_limits<std::uint64_t>::max();
  }
  if (!seen.contains("max-age")) return std::nullopt;
  return policy;
}

}  // namespace hygie::exposure::pages
