// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/catalogue.hpp"
#include "core/run.hpp"

#include <cstddef>
#include <string>

/// A made audit of a made hospital: every verdict, gap, waiver and reference that a report must show, decided by core
/// itself.
namespace hygie::test {

struct ReportFixture {
  core::Catalogue catalogue;
  core::Run run;
};

[[nodiscard]] ReportFixture hospital_run();
/// Everything in order: level 5, nothing to fix, nothing unread.
[[nodiscard]] ReportFixture healthy_run();
/// The same remote string in every field that a stranger may have written: objects, names, evidence, gaps, waivers,
/// scope, establishment.
[[nodiscard]] ReportFixture hostile_run(const std::string& payload);
/// `checks` failing checks of `subjects` subjects each.
[[nodiscard]] ReportFixture large_run(std::size_t checks, std::size_t subjects);

}  // namespace hygie::test
