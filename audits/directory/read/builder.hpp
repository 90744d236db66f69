// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/facts.hpp"
#include "audits/directory/read/entry.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace hygie::directory {

/// Turns entries, from whatever source and in whatever order, into facts. The only place where attributes become plain
/// data, so that a live directory and its LDIF give the same facts. Attributes are known by name without case; what is
/// not known is ignored.
class FactsBuilder {
 public:
  explicit FactsBuilder(Origin origin);
  ~FactsBuilder();
  FactsBuilder(const FactsBuilder&) = delete;
  FactsBuilder& operator=(const FactsBuilder&) = delete;

  /// The rootDSE (an entry without a name). Partition names come from it; without it they come from the heads' own
  /// classes.
  void add_root(const RawEntry& entry);
  /// An entry seen before is ignored, so that an interrupted search can be sent again; returns false then.
  bool add(const RawEntry& entry);
  /// More values of an attribute that came in ranges (member); `complete` when the last range was read.
  void add_range(std::string_view dn, std::string_view attribute, std::span<const std::string_view> values,
                 bool complete);
  void add_gap(std::string what, std::string why);
  /// When the facts were collected: as told, else as the rootDSE says, else the fallback.
  void set_time(core::Instant collected_at);
  void set_fallback_time(core::Instant collected_at);
  [[nodiscard]] std::size_t entries() const;
  /// An entry whose value could not be decoded is kept, and counted here by attribute.
  [[nodiscard]] DirectoryFacts finish();

  /// The attributes that facts need, to be asked by name: never the whole entry.
  static std::span<const char* const> domain_attributes();
  static std::span<const char* const> configuration_attributes();
  static std::span<const char* const> schema_attributes();
  static std::span<const char* const> dns_attributes();
  static std::span<const char* const> root_attributes();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hygie::directory
