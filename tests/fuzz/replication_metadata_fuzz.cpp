// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/replication_metadata.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  bool malformed = false;
  const auto at = directory::last_change({data, size}, directory::attribute_id::unicode_pwd, malformed);
  fuzz::expect(!(malformed && at));
  return 0;
}
