// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/guid.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (const auto guid = directory::Guid::from_bytes({data, size}))
    fuzz::expect(directory::Guid::from_text(guid->to_string()) == guid);
  if (const auto guid = directory::Guid::from_text(fuzz::as_text(data, size)))
    fuzz::expect(directory::Guid::from_text(guid->to_string()) == guid);
  return 0;
}
