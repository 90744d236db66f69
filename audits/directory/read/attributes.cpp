// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/attributes.hpp"

#include "audits/directory/names.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace hygie::directory {
namespace {

struct Known {
  const char* name;
  std::string_view places;
};
constexpr std::array<Known, attribute_count> known{{
#define HYGIE_ONE(name, ldap, where) {ldap, where},
    HYGIE_ATTRIBUTES(HYGIE_ONE)
#undef HYGIE_ONE
}};

constexpr std::size_t slot_count = 1024;

constexpr std::size_t slot_of(std::string_view name) {
  std::uint32_t mixed = static_cast<std::uint32_t>(name.size());
  for (const char c : name) mixed = (mixed ^ static_cast<unsigned char>(c | 0x20)) * 0x01000193U;
  return (mixed ^ mixed >> 15U) % slot_count;
}

/// Open addressing, filled when we compile: index + 1, 0 free.
constexpr auto slots = [] {
  std::array<std::uint8_t, slot_count> table{};
  for (std::size_t i = 0; i < attribute_count; ++i) {
    auto slot = slot_of(known[i].name);
    while (table[slot] != 0) slot = (slot + 1) % slot_count;
    table[slot] = static_cast<std::uint8_t>(i + 1);
  }
  return table;
}();
static_assert(attribute_count < 255);

}  // namespace

Attribute find_attribute(std::string_view name) {
  name = name.substr(0, name.find(';'));
  for (auto slot = slot_of(name); slots[slot] != 0; slot = (slot + 1) % slot_count)
    if (same_name(known[slots[slot] - 1U].name, name)) return static_cast<Attribute>(slots[slot] - 1U);
  return Attribute::count;
}

const char* attribute_name(Attribute attribute) { return known.at(static_cast<std::size_t>(attribute)).name; }

std::span<const char* const> attributes_of(char place) {
  static const auto lists = [] {
    std::map<char, std::vector<const char*>> all;
    for (const auto& one : known)
      for (const char letter : one.places) all[letter].push_back(one.name);
    return all;
  }();
  return lists.at(place);
}

}  // namespace hygie::directory
