// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/imports/imports.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto results = exposure::read_results(fuzz::as_text(data, size), "f");
  if (!results) {
    fuzz::expect(!results.error().what.empty());
    return 0;
  }
  fuzz::expect(!results->tool.empty());
  for (const auto& service : results->services) fuzz::expect(service.port != 0 && service.sources.size() == 1);
  for (const auto& finding : results->findings) fuzz::expect(!finding.severity.empty());
  return 0;
}
