// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hygie::core {

using ParamValue = std::variant<std::int64_t, std::string, std::vector<std::string>>;

/// A check's parameters: the catalogue's defaults with the declaration's thresholds over them, validated when loaded.
/// Asking for a name or a type that the catalogue does not have is our bug: std::logic_error.
class Params {
 public:
  Params() = default;
  explicit Params(std::map<std::string, ParamValue, std::less<>> values) : values_(std::move(values)) {}
  [[nodiscard]] std::int64_t integer(std::string_view name) const { return std::get<std::int64_t>(at(name)); }
  [[nodiscard]] std::int64_t days(std::string_view name) const { return integer(name); }
  [[nodiscard]] const std::string& text(std::string_view name) const { return std::get<std::string>(at(name)); }
  [[nodiscard]] const std::vector<std::string>& list(std::string_view name) const {
    return std::get<std::vector<std::string>>(at(name));
  }
  void set(std::string name, ParamValue value) { values_.insert_or_assign(std::move(name), std::move(value)); }
  [[nodiscard]] const std::map<std::string, ParamValue, std::less<>>& all() const { return values_; }

 private:
  [[nodiscard]] const ParamValue& at(std::string_view name) const;
  std::map<std::string, ParamValue, std::less<>> values_;
};

}  // namespace hygie::core
