// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>

namespace hygie::cli {

/// The eight answers that make a declaration; the defaults are an example that validates.
struct Answers {
  std::string name = "CH Exemple";
  std::string finess = "750000002";  // or none
  std::string category = "ch";
  std::string by = "Directeur général";
  std::string domain = "exemple.test";
  std::string controller = "dc1.exemple.test";
  std::string network = "192.0.2.0/24";
  std::string reader = "lecteur@exemple.test";
};

/// A commented hospital.yaml, in the reader's language, authorised for one year from `today`.
[[nodiscard]] std::string declaration_text(const Answers& answers, std::chrono::sys_days today);

}  // namespace hygie::cli
