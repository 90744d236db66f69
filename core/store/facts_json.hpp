// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/finding.hpp"
#include "core/time.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

/// How the facts of a domain are written in its snapshot, for the types that domains share. Included by a domain's
/// snapshot.cpp alone.
namespace nlohmann {
template <>
struct adl_serializer<hygie::core::OptionalInstant> {
  static void to_json(json& out, const hygie::core::OptionalInstant& at) {
    if (at) out = (*at).time_since_epoch().count();
  }
  static void from_json(const json& in, hygie::core::OptionalInstant& at) {
    if (!in.is_null()) at = hygie::core::Instant{std::chrono::seconds{in.get<std::int64_t>()}};
  }
};
template <>
struct adl_serializer<hygie::core::Instant> {
  static void to_json(json& out, const hygie::core::Instant& at) { out = at.time_since_epoch().count(); }
  static void from_json(const json& in, hygie::core::Instant& at) {
    at = hygie::core::Instant{std::chrono::seconds{in.get<std::int64_t>()}};
  }
};
template <class T>
struct adl_serializer<std::optional<T>> {
  static void to_json(json& out, const std::optional<T>& value) {
    if (value) out = *value;
  }
  static void from_json(const json& in, std::optional<T>& value) {
    if (!in.is_null()) value = in.get<T>();
  }
};
}  // namespace nlohmann

namespace hygie::core {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Gap, what, why)

/// An enumeration as its number, refused beyond its last value.
template <class Enum, Enum last>
Enum enum_of(const nlohmann::json& in) {
  const auto number = in.get<std::uint64_t>();
  if (number > static_cast<std::uint64_t>(last)) throw std::out_of_range("enumeration");
  return static_cast<Enum>(number);
}

}  // namespace hygie::core
