// SPDX-License-Identifier: EUPL-1.2
#include "report/evidence.hpp"

#include "report/words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace hygie::report {
namespace {

using core::Language;
using core::Verdict;

/// Only under these names is a value a word of ours, or several; "query" as the name of a share stays "query".
constexpr std::array<std::string_view, 45> worded{"admin_count",
                                                  "anonymous",
                                                  "association",
                                                  "auth_tls",
                                                  "authentication",
                                                  "authentication_before_tls",
                                                  "backup",
                                                  "cipher_zero",
                                                  "control",
                                                  "enabled",
                                                  "encryption",
                                                  "end",
                                                  "expires",
                                                  "fault",
                                                  "faults",
                                                  "found",
                                                  "how",
                                                  "inherited",
                                                  "kind",
                                                  "last_logon",
                                                  "login_before_tls",
                                                  "max_age",
                                                  "methods",
                                                  "missing",
                                                  "monlist",
                                                  "offers",
                                                  "programming_mode",
                                                  "reason",
                                                  "reasons",
                                                  "recursion",
                                                  "right",
                                                  "scope",
                                                  "security",
                                                  "signing",
                                                  "silo",
                                                  "smb1",
                                                  "source",
                                                  "standard.security",
                                                  "starttls",
                                                  "state",
                                                  "tls",
                                                  "tls_auth",
                                                  "vrfy",
                                                  "weaknesses",
                                                  "why"};

std::string word_of(std::string_view word, Language language) {
  const auto key = std::string("evidence.").append(word);
  return has_word(key) ? named("evidence", word, language) : named("fact", word, language);
}

/// "a, b" word by word; what is no word of ours stays.
std::string words_of(std::string_view values, Language language) {
  std::string out;
  for (std::size_t at = 0; at <= values.size();) {
    const auto comma = std::min(values.find(", ", at), values.size());
    out.append(at == 0 ? "" : ", ").append(word_of(values.substr(at, comma - at), language));
    at = comma + 2;
  }
  return out;
}

std::string by_name(const core::Evidence& evidence, Language language) {
  std::string out;
  for (const auto& [name, value] : evidence) {
    if (value.empty()) continue;
    out.append(out.empty() ? "" : ", ").append(named("fact", name, language));
    out.append(word("colon", language)).append(value);
  }
  return out;
}

}  // namespace

core::Evidence in_words(const core::Evidence& evidence, Language language) {
  core::Evidence out = evidence;
  for (const auto name : worded)
    if (const auto at = out.find(name); at != out.end()) at->second = words_of(at->second, language);
  if (const auto at = out.find("protocol"); at != out.end()) at->second = named("protocol", at->second, language);
  return out;
}

std::string told(const core::Finding& finding, Language language, bool declared) {
  const auto evidence = in_words(finding.evidence, language);
  const auto value = [&](std::string_view name) {
    const auto at = evidence.find(name);
    return at == evidence.end() ? std::string() : at->second;
  };
  const auto missing = value("missing"), examined = value("examined"), vantage = value("vantage"),
             reason = value("reason");
  if (finding.verdict == Verdict::unknown && !missing.empty())
    return phrase(declared ? "finding.not_written" : "finding.not_read", language,
                  reason.empty() ? missing : missing + ", " + reason);
  const auto silent = value("silent_ports");
  if (finding.verdict == Verdict::pass && silent == "0")
    return phrase("finding.refused_ports", language, value("refused_ports"));
  if (finding.verdict == Verdict::pass && !silent.empty())
    return phrase("finding.silent_ports", language, silent, value("questions"), value("refused_ports"));
  if (finding.verdict == Verdict::pass && !examined.empty()) return phrase("finding.examined", language, examined);
  if (finding.verdict == Verdict::not_applicable) {
    if (!missing.empty()) return phrase("finding.without", language, missing);
    if (!vantage.empty()) return phrase("finding.seen_from", language, word_of(vantage, language));
    if (examined == "0") return std::string(word("finding.nothing_there", language));
  }
  return by_name(evidence, language);
}

}  // namespace hygie::report
