// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/versions/dpkg.hpp"

#include "audits/exposure/feeds/versions/digits.hpp"

namespace hygie::exposure::feeds {
namespace {

/// `~`, then the end, then letters, then everything else.
int rank(std::string_view text, std::size_t at) {
  if (at >= text.size() || is_digit(text[at])) return 0;
  const auto c = static_cast<unsigned char>(text[at]);
  if (c == '~') return -1;
  const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return letter ? c : c + 256;
}

/// Runs of other characters and runs of digits, in turn.
std::strong_ordering compare_part(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    while ((i < a.size() && !is_digit(a[i])) || (j < b.size() && !is_digit(b[j]))) {
      if (const auto order = rank(a, i) <=> rank(b, j); std::is_neq(order)) return order;
      if (i < a.size()) ++i;
      if (j < b.size()) ++j;
    }
    if (const auto order = compare_digits(take_digits(a, i), take_digits(b, j)); std::is_neq(order)) return order;
  }
  return std::strong_ordering::equal;
}

}  // namespace

DpkgVersion split_dpkg(std::string_view version) {
  DpkgVersion out;
  if (const auto colon = version.find(':'); colon != std::string_view::npos) {
    out.epoch = version.substr(0, colon);
    version.remove_prefix(colon + 1);
  }
  const auto hyphen = version.rfind('-');
  out.upstream = version.substr(0, hyphen);
  if (hyphen != std::string_view::npos) out.revision = version.substr(hyphen + 1);
  return out;
}

std::strong_ordering compare_dpkg(std::string_view a, std::string_view b) {
  const auto left = split_dpkg(a), right = split_dpkg(b);
  if (const auto order = compare_digits(left.epoch, right.epoch); std::is_neq(order)) return order;
  if (const auto order = compare_part(left.upstream, right.upstream); std::is_neq(order)) return order;
  return compare_part(left.revision, right.revision);
}

}  // namespace hygie::exposure::feeds
