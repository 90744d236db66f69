// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>

namespace hygie::core {

/// Where long work says how far it is. The terminal shows it; tests and jobs ignore it.
class Progress {
 public:
  virtual ~Progress() = default;
  /// A new phase begins, named in the reader's language.
  virtual void phase(std::string_view name) = 0;
  /// `done` items of the phase so far (`total` 0: not known).
  virtual void advance(std::size_t done, std::size_t total) = 0;
};

class NoProgress final : public Progress {
 public:
  void phase(std::string_view) override {}
  void advance(std::size_t, std::size_t) override {}
};

}  // namespace hygie::core
