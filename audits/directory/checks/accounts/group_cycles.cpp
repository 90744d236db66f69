// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts/group_cycles.hpp"

#include "audits/directory/derived.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

constexpr std::uint32_t unvisited = 0xffffffffU;

/// Tarjan's strongly connected components, with a stack of its own: nesting may be deeper than ours.
class Cycles {
 public:
  explicit Cycles(const DirectoryFacts& facts)
      : facts_(facts), order_(facts.groups.size(), unvisited), low_(facts.groups.size()), open_(facts.groups.size()) {}

  std::vector<std::vector<std::uint32_t>> find() {
    for (std::uint32_t group = 0; group < facts_.groups.size(); ++group)
      if (order_[group] == unvisited) explore(group);
    return std::move(cycles_);
  }

 private:
  struct Step {
    std::uint32_t group;
    std::size_t next_member;
  };

  void explore(std::uint32_t start) {
    enter(start);
    while (!steps_.empty()) {
      const auto at = steps_.back().group;
      const auto& members = facts_.groups[at].members;
      if (steps_.back().next_member == members.size()) {
        leave(at);
        continue;
      }
      const auto place = facts_.derived().by_name[static_cast<std::size_t>(members[steps_.back().next_member++])];
      if (place.kind != Derived::Kind::group) continue;
      if (order_[place.index] == unvisited)
        enter(place.index);
      else if (open_[place.index])
        low_[at] = std::min(low_[at], order_[place.index]);
    }
  }

  void enter(std::uint32_t group) {
    order_[group] = low_[group] = count_++;
    open_[group] = true;
    pending_.push_back(group);
    steps_.push_back({group, 0});
  }

  void leave(std::uint32_t group) {
    steps_.pop_back();
    if (!steps_.empty()) low_[steps_.back().group] = std::min(low_[steps_.back().group], low_[group]);
    if (low_[group] != order_[group]) return;
    std::vector<std::uint32_t> cycle;
    do {
      cycle.push_back(pending_.back());
      open_[pending_.back()] = false;
      pending_.pop_back();
    } while (cycle.back() != group);
    std::sort(cycle.begin(), cycle.end());
    if (cycle.size() > 1 || holds_itself(group)) cycles_.push_back(std::move(cycle));
  }

  [[nodiscard]] bool holds_itself(std::uint32_t group) const {
    const auto& members = facts_.groups[group].members;
    return std::find(members.begin(), members.end(), facts_.groups[group].dn) != members.end();
  }

  const DirectoryFacts& facts_;
  std::vector<std::uint32_t> order_, low_, pending_;
  std::vector<bool> open_;
  std::vector<Step> steps_;
  std::vector<std::vector<std::uint32_t>> cycles_;
  std::uint32_t count_ = 0;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> group_cycles(const DirectoryFacts& facts) { return Cycles(facts).find(); }

}  // namespace hygie::directory
