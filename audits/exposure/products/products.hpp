// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/dialogue.hpp"
#include "audits/exposure/facts/services.hpp"
#include "audits/exposure/products/pattern.hpp"
#include "core/result.hpp"

#include <vector>

namespace hygie::exposure {

/// How products are told from what services say: data/fingerprints.yaml, and files of the same form that users add.
class Fingerprints {
 public:
  /// Checks each expression, and each example beside it.
  [[nodiscard]] static core::Result<Fingerprints> parse(std::string_view text, const std::string& file);
  [[nodiscard]] static core::Result<Fingerprints> load(const std::string& path);
  [[nodiscard]] static const Fingerprints& built_in();

  /// The others are tried before ours: a user's file may say better.
  void put_first(const Fingerprints& others);
  [[nodiscard]] Product product_of(const Identity& service) const;
  [[nodiscard]] std::size_t size() const { return prints_.size(); }

 private:
  struct Print {
    std::vector<std::string> protocols;
    std::string said;  // which fact is looked at
    Pattern pattern;
    Product product;
    std::string cpe;           // "a:openbsd:openssh"
    std::string version_said;  // the fact that holds the version, where the pattern does not
  };
  [[nodiscard]] static Product told(const Print& print, const Identity& service, const Pattern::Groups& groups);

  std::vector<Print> prints_;
  std::map<std::string, std::string, std::less<>> enterprises_;  // SNMP's numbers of makers
};

/// By the built-in fingerprints.
[[nodiscard]] Product product_of(const Identity& service);

}  // namespace hygie::exposure
