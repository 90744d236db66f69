// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts/inventory.hpp"
#include "core/declaration/problems.hpp"
#include "net/engine/guard.hpp"

#include <string>
#include <vector>

namespace hygie::exposure {

/// Application entity titles that a declared DICOM service knows: with them its answer is that of a known caller.
struct DicomTitles {
  std::string address;
  std::uint16_t port = 0;
  std::string called, calling;
};

/// An HL7 engine whose owner consents to a private event: without it an engine that keeps silent stays unknown.
struct Hl7Consent {
  std::string address;
  std::uint16_t port = 0;
};

/// inventory.yaml, understood: what the hospital declares to show, and what must not be touched.
struct Inventory {
  std::vector<Asset> assets;
  std::vector<net::Rule> fragile;
  std::vector<DicomTitles> dicom;
  std::vector<Hl7Consent> hl7;
  /// Networks hosted by third parties without a recorded consent.
  std::vector<net::Network> without_consent;
};

/// Reads an inventory; every mistake is reported, with its line and its mend.
[[nodiscard]] core::Checked<Inventory> load_inventory(const std::string& path);
[[nodiscard]] core::Checked<Inventory> read_inventory(const core::YamlDocument& document);

/// Adds to each asset, as they are written in the facts, the addresses that were seen in the networks it declares:
/// checks compare words alone.
void place_assets(const std::vector<std::string>& seen, std::vector<Asset>& assets);

}  // namespace hygie::exposure
