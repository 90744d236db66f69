// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/loss.hpp"

#include <cmath>

namespace hygie::net {
namespace {

// What is known otherwise weighs as much as so many witnesses: the line is mostly the same for all hosts, and a few
// lucky questions must not end the search.
constexpr double weight = 20;

double blend(const Witnesses& seen, double otherwise) {
  return (seen.lost + weight * otherwise) / (seen.asked + weight);
}

}  // namespace

double Loss::so_far(const Witnesses& of_all) const {
  constexpr double unseen = 0.035;  // with no witness anywhere
  return blend(witnesses(), blend(of_all, unseen));
}

double Loss::of_pass(const Witnesses& of_all) const { return blend(pass_, so_far(of_all)); }

void Loss::end_pass(const Witnesses& of_all, unsigned packets) {
  // Witnesses were asked with the same windows: theirs already counts what the kernel repeats.
  const auto repeats = witnesses().asked > 0 ? 1U : packets;
  missed_ *= std::pow(of_pass(of_all), repeats);
  all_ += pass_;
  pass_ = {};
}

double Loss::share() const {
  const auto seen = witnesses();
  return seen.asked > 0 ? static_cast<double>(seen.lost) / seen.asked : 0;
}

Witnesses Loss::witnesses() const {
  auto sum = all_;
  sum += pass_;
  return sum;
}

}  // namespace hygie::net
