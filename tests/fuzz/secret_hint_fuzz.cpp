// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/secret_hint.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::expect(directory::secret_pattern(fuzz::as_text(data, size)).size() < 20);
  return 0;
}
