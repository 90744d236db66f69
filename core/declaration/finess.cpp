// SPDX-License-Identifier: EUPL-1.2
#include "core/declaration/finess.hpp"

namespace hygie::core {
namespace {

/// The value of a character, -1 when it has no place there: letters stand second, behind the 2 of Corsica, alone.
int value_at(std::string_view number, std::size_t at) {
  const char c = number[at];
  if (c >= '0' && c <= '9') return c - '0';
  if (at == 1 && number[0] == '2' && (c == 'A' || c == 'B')) return c - 'A' + 1;
  return -1;
}

}  // namespace

FinessFault check_finess(std::string_view number) {
  if (number.size() != 9) return FinessFault::length;
  int sum = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    int value = value_at(number, i);
    if (value < 0) return FinessFault::character;
    if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0 ? FinessFault::none : FinessFault::key;
}

}  // namespace hygie::core
