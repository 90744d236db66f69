// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"
#include "core/yaml.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace hygie::core {

/// What somebody wrote and must mend: everything that is wrong with a file is said in one go.
template <class T>
using Checked = tl::expected<T, std::vector<Error>>;

/// Gathers what is wrong with one YAML document, to be told in the order of its lines.
class Problems {
 public:
  explicit Problems(const YamlDocument& document) : document_(document) {}

  /// At the value under this JSON pointer.
  void at_value(std::string_view pointer, std::string what, std::string hint = {}) {
    add(document_.position(pointer), std::move(what), std::move(hint));
  }
  /// At the key in front of it.
  void at_key(std::string_view pointer, std::string what, std::string hint = {}) {
    add(document_.position(pointer, true), std::move(what), std::move(hint));
  }
  [[nodiscard]] bool empty() const { return found_.empty(); }
  [[nodiscard]] std::vector<Error> sorted() const;

 private:
  struct Found {
    Position at;
    std::string what, hint;
  };
  void add(Position at, std::string what, std::string hint);

  const YamlDocument& document_;
  std::vector<Found> found_;
};

/// One step deeper in a JSON pointer; `~` and `/` are escaped.
[[nodiscard]] std::string pointer_to(std::string_view pointer, std::string_view key);
[[nodiscard]] inline std::string pointer_to(std::string_view pointer, std::size_t index) {
  return std::string(pointer) + '/' + std::to_string(index);
}

}  // namespace hygie::core
