// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/collect/search.hpp"
#include "audits/directory/read/entry.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hygie::directory {

/// What the rootDSE tells about the reading to come.
struct RootInfo {
  std::vector<std::string> contexts;
  std::string default_context, configuration_context, schema_context, root_domain_context;
  ServerControls controls;
  std::optional<core::Instant> current_time;

  [[nodiscard]] bool holds(const std::string& context) const;
};
[[nodiscard]] RootInfo read_root(const RawEntry& entry);

/// "20261125043000.0Z" (RFC 4517 3.3.13, as directories write it).
[[nodiscard]] std::optional<core::Instant> parse_generalized_time(std::string_view text);

/// A part of the directory, read by one search of many pages.
struct Slice {
  Part part = Part::domain;
  SearchRequest request;
};

/// What to read, largest first: the domain in two halves that two connections read at the same time, then the rest.
[[nodiscard]] std::vector<Slice> make_plan(const RootInfo& root);

/// The name of a DNS partition: of the domain, or of the forest.
[[nodiscard]] std::string dns_context(const RootInfo& root, Part part);

/// Asks the configuration whether a partition exists: its cross-reference.
[[nodiscard]] SearchRequest cross_reference_request(const RootInfo& root, const std::string& context);

}  // namespace hygie::directory
