// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure::feeds {

/// One record of a feed as a small tree: what JSON and YAML have in common. Reading what is not there gives a null, an
/// empty text or no items, never an error: records are as various as those who write them.
struct Value {
  enum class Kind : unsigned char { null, boolean, number, text, array, object };
  Kind kind = Kind::null;
  bool truth = false;
  double number = 0;
  std::string key = {};   // inside an object
  std::string text = {};  // of a text
  std::vector<Value> items = {};

  [[nodiscard]] const Value& operator[](std::string_view name) const {
    static const Value nothing;
    if (kind == Kind::object)
      for (const auto& one : items)
        if (one.key == name) return one;
    return nothing;
  }
  [[nodiscard]] bool has(std::string_view name) const { return (*this)[name].kind != Kind::null; }
  /// The items of an array; none for anything else.
  [[nodiscard]] const std::vector<Value>& list() const {
    static const std::vector<Value> none;
    return kind == Kind::array ? items : none;
  }
  [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
};

}  // namespace hygie::exposure::feeds
