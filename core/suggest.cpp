// SPDX-License-Identifier: EUPL-1.2
#include "core/suggest.hpp"

#include "core/i18n.hpp"

#include <algorithm>

namespace hygie::core {
namespace {

constexpr std::size_t farthest = 3;   // edits beyond which a guess is noise
constexpr std::size_t longest = 128;  // hostile input must not cost a matrix

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  a = a.substr(0, longest);
  b = b.substr(0, longest);
  std::vector<std::size_t> before, previous(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0U : 1U)});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = previous;
    previous = row;
  }
  return previous[b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t least = farthest + 1;
  for (const auto& candidate : candidates) {
    const auto distance = edit_distance(word, candidate);
    if (distance >= least || distance * 2 > std::max(word.size(), candidate.size())) continue;
    least = distance;
    best = candidate;
  }
  if (!best.empty() || word.size() < 3) return best;
  const auto longer =
      std::find_if(candidates.begin(), candidates.end(), [&](const auto& one) { return starts_with(one, word); });
  return longer == candidates.end() ? std::string{} : *longer;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const auto guess = nearest(word, candidates);
  return guess.empty() ? guess : tr("; did you mean \"{}\"?", guess);
}

}  // namespace hygie::core
