// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/names.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

constexpr char fold(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::uint32_t hash_of(std::string_view text) {
  // Eight bytes at a time; setting bit 5 folds ASCII case and is harmless elsewhere, since equality is tested
  // afterwards.
  std::uint64_t mixed = text.size() * 0x9e3779b97f4a7c15U;
  while (text.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    mixed = (mixed ^ (word | 0x2020202020202020U)) * 0xff51afd7ed558ccdU;
    mixed ^= mixed >> 32U;
    text.remove_prefix(8);
  }
  for (const char c : text) mixed = (mixed ^ static_cast<unsigned char>(c | 0x20)) * 0x100000001b3U;
  return static_cast<std::uint32_t>(mixed ^ (mixed >> 32U));
}

constexpr std::size_t first_slots = 64;

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return fold(x) == fold(y); });
}

std::string_view parent_name(std::string_view dn) {
  for (std::size_t i = 0; i < dn.size(); ++i) {
    if (dn[i] == '\\') {
      ++i;
    } else if (dn[i] == ',') {
      auto parent = dn.substr(i + 1);
      while (!parent.empty() && parent.front() == ' ') parent.remove_prefix(1);
      return parent;
    }
  }
  return {};
}

std::string_view first_value(std::string_view dn) {
  const auto equals = dn.find('=');
  if (equals == std::string_view::npos) return dn;
  const auto parent = parent_name(dn);
  auto value = parent.empty() ? dn.substr(equals + 1)
                              : dn.substr(equals + 1, static_cast<std::size_t>(parent.data() - dn.data()) - equals - 1);
  while (!value.empty() && (value.back() == ' ' || value.back() == ',')) value.remove_suffix(1);
  return value;
}

bool is_below(std::string_view dn, std::string_view top) {
  if (dn.size() < top.size() || top.empty()) return false;
  if (!same_name(dn.substr(dn.size() - top.size()), top)) return false;
  return dn.size() == top.size() || dn[dn.size() - top.size() - 1] == ',' || dn[dn.size() - top.size() - 1] == ' ';
}

std::size_t NameTable::slot_of(std::string_view dn, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot] != 0) {
    const std::size_t index = slots_[slot] - 1;
    if (hashes_[index] == hash && same_name(texts_[index], dn)) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

void NameTable::rehash(std::size_t slots) {
  slots_.assign(slots, 0);
  const std::size_t mask = slots - 1;
  for (std::size_t i = 0; i < hashes_.size(); ++i) {
    std::size_t slot = hashes_[i] & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void NameTable::reserve(std::size_t count) {
  texts_.reserve(count);
  hashes_.reserve(count);
  std::size_t slots = first_slots;
  while (slots < count * 2) slots *= 2;
  if (slots > slots_.size()) rehash(slots);
}

NameRef NameTable::insert(std::string_view dn, bool copy) {
  if (slots_.size() < (texts_.size() + 1) * 3 / 2 + 1) rehash(slots_.empty() ? first_slots : slots_.size() * 2);
  const auto hash = hash_of(dn);
  const auto slot = slot_of(dn, hash);
  if (slots_[slot] == 0) {
    texts_.push_back(copy ? arena_.keep(dn) : dn);
    hashes_.push_back(hash);
    slots_[slot] = static_cast<std::uint32_t>(texts_.size());
  }
  return NameRef{slots_[slot] - 1};
}

NameRef NameTable::intern(std::string_view dn) { return insert(dn, true); }

void NameTable::spell(NameRef name, std::string_view dn) {
  auto& text = texts_.at(static_cast<std::size_t>(name));
  if (text != dn) text = arena_.keep(dn);
}

NameRef NameTable::intern_foreign(std::string_view dn) { return insert(dn, false); }

NameRef NameTable::find(std::string_view dn) const {
  if (slots_.empty()) return NameRef::none;
  const auto slot = slot_of(dn, hash_of(dn));
  return slots_[slot] == 0 ? NameRef::none : NameRef{slots_[slot] - 1};
}

std::string_view NameTable::text(NameRef name) const {
  return name == NameRef::none ? std::string_view{} : texts_.at(static_cast<std::size_t>(name));
}

std::size_t SidTable::slot_of(const Sid& sid) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = sid.hash() & mask;
  while (slots_[slot] != 0 && sids_[slots_[slot] - 1] != sid) slot = (slot + 1) & mask;
  return slot;
}

void SidTable::rehash(std::size_t slots) {
  slots_.assign(slots, 0);
  for (std::size_t i = 0; i < sids_.size(); ++i) slots_[slot_of(sids_[i])] = static_cast<std::uint32_t>(i + 1);
}

SidRef SidTable::intern(const Sid& sid) {
  if (slots_.size() < (sids_.size() + 1) * 3 / 2 + 1) rehash(slots_.empty() ? first_slots : slots_.size() * 2);
  const auto slot = slot_of(sid);
  if (slots_[slot] == 0) {
    sids_.push_back(sid);
    slots_[slot] = static_cast<std::uint32_t>(sids_.size());
  }
  return SidRef{slots_[slot] - 1};
}

SidRef SidTable::find(const Sid& sid) const {
  if (slots_.empty()) return SidRef::none;
  const auto slot = slot_of(sid);
  return slots_[slot] == 0 ? SidRef::none : SidRef{slots_[slot] - 1};
}

const Sid& SidTable::at(SidRef ref) const {
  static const Sid none;
  return ref == SidRef::none ? none : sids_.at(static_cast<std::size_t>(ref));
}

}  // namespace hygie::directory
