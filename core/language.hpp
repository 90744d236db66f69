// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace hygie::core {

enum class Language { fr, en };

/// A text in both languages, side by side as the catalogue has it.
struct LocalText {
  std::string fr;
  std::string en;
  [[nodiscard]] const std::string& in(Language language) const { return language == Language::fr ? fr : en; }
};

}  // namespace hygie::core
