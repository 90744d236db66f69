// SPDX-License-Identifier: EUPL-1.2
#include "core/decide.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <algorithm>

namespace hygie::core {
namespace {

/// `*` any run of characters, `?` any one; no regular expression that a waiver file could make slow.
bool glob_matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, mark = 0;
  while (t < text.size()) {
    if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p, ++t;
    } else if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      mark = t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++mark;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool covers(const Waiver& waiver, std::string_view check, const Finding& finding) {
  return waiver.check == check && (waiver.object.empty() || glob_matches(waiver.object, finding.object));
}

int rank(Verdict verdict) {  // what the eye must meet first
  switch (verdict) {
    case Verdict::fail: return 0;
    case Verdict::unknown: return 1;
    case Verdict::pass: return 2;
    case Verdict::not_applicable: break;
  }
  return 3;
}

struct Marking {
  const std::vector<Waiver>& waivers;
  std::vector<bool> used;
  const std::set<std::string, std::less<>>& baseline;
  std::chrono::sys_days today;

  Subject subject(const std::string& check, Finding finding) {
    Subject subject{.finding = std::move(finding), .waived_by = {}, .waived_reason = {}, .waived_until = {}};
    subject.known = baseline.contains(check + "\n" + subject.finding.object);
    if (subject.finding.verdict != Verdict::fail) return subject;
    for (std::size_t i = 0; i < waivers.size(); ++i) {
      if (!covers(waivers[i], check, subject.finding)) continue;
      used[i] = true;
      if (waivers[i].until < today) continue;
      subject.waived = true;
      subject.waived_by = waivers[i].by;
      subject.waived_reason = waivers[i].reason;
      subject.waived_until = waivers[i].until;
    }
    return subject;
  }
};

CheckResult result_of(CheckFindings one, const Catalogue& catalogue, Marking& marking) {
  CheckResult result{.check = one.check, .domain = {}, .fingerprint = fingerprint(one.check, ""), .subjects = {}};
  const CheckInfo* info = catalogue.find(one.check);
  if (info != nullptr) {
    result.domain = info->domain;
    result.severity = info->severity;
    result.level = info->level;
  }
  int worst = 0;
  bool open_fail = false;
  for (auto& finding : one.findings) {
    result.subjects.push_back(marking.subject(one.check, std::move(finding)));
    const auto& subject = result.subjects.back();
    if (subject.finding.verdict != Verdict::fail) continue;
    open_fail |= !subject.waived;
    const int level = subject.finding.level != 0 ? subject.finding.level : (info != nullptr ? info->level : 0);
    if (worst == 0 || level < worst) worst = level;
  }
  if (worst != 0) result.level = worst;
  std::stable_sort(result.subjects.begin(), result.subjects.end(), [](const Subject& a, const Subject& b) {
    return std::pair(rank(a.finding.verdict), std::string_view(a.finding.object)) <
           std::pair(rank(b.finding.verdict), std::string_view(b.finding.object));
  });
  if (!result.subjects.empty()) result.verdict = result.subjects.front().finding.verdict;
  result.waived = result.verdict == Verdict::fail && !open_fail;
  return result;
}

}  // namespace

Decisions decide(std::vector<CheckFindings> findings, const Catalogue& catalogue, const std::vector<Waiver>& waivers,
                 const std::set<std::string, std::less<>>& baseline, std::chrono::sys_days today) {
  Marking marking{waivers, std::vector<bool>(waivers.size(), false), baseline, today};
  Decisions decisions;
  for (auto& one : findings) decisions.results.push_back(result_of(std::move(one), catalogue, marking));
  std::stable_sort(decisions.results.begin(), decisions.results.end(), [](const CheckResult& a, const CheckResult& b) {
    return std::pair(-static_cast<int>(a.severity), std::string_view(a.check)) <
           std::pair(-static_cast<int>(b.severity), std::string_view(b.check));
  });
  for (std::size_t i = 0; i < waivers.size(); ++i) {
    using Kind = WaiverNote::Kind;
    if (waivers[i].until < today) {
      decisions.notes.push_back({Kind::expired, waivers[i]});
    } else if (!marking.used[i]) {
      decisions.notes.push_back({Kind::unused, waivers[i]});
    } else if (waivers[i].until - today <= std::chrono::days{30}) {
      decisions.notes.push_back({Kind::ending, waivers[i]});
    }
  }
  return decisions;
}

LevelResult maturity_level(const std::vector<CheckResult>& results, const Catalogue& catalogue, std::string_view domain,
                           bool accept_waivers) {
  LevelResult level;
  int lowest_unread = 6;
  for (const auto& result : results) {
    const CheckInfo* info = catalogue.find(result.check);
    if (info == nullptr || info->domain != domain || !info->decides_level()) continue;
    ++level.points_total;
    if (result.verdict == Verdict::unknown) {
      lowest_unread = std::min(lowest_unread, info->level);
      continue;
    }
    ++level.points_decided;
    for (const auto& subject : result.subjects) {
      if (subject.finding.verdict == Verdict::unknown) lowest_unread = std::min(lowest_unread, info->level);
      if (subject.finding.verdict != Verdict::fail || (accept_waivers && subject.waived)) continue;
      level.at_most = std::min(level.at_most, subject.finding.level != 0 ? subject.finding.level : info->level);
    }
  }
  if (level.points_total > 0 && lowest_unread >= level.at_most) level.reached = level.at_most;
  return level;
}

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

std::string fingerprint(std::string_view check, std::string_view object) {
  return sha256_hex(fmt::format("{}\n{}", check, object));
}

}  // namespace hygie::core
