// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/sid.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

// What can be read can be written, and reads back the same, in both forms.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::size_t used = 0;
  if (const auto sid = directory::Sid::from_bytes({data, size}, &used)) {
    fuzz::expect(used <= size);
    fuzz::expect(directory::Sid::from_text(sid->to_string()) == sid);
  }
  if (const auto sid = directory::Sid::from_text(fuzz::as_text(data, size)))
    fuzz::expect(directory::Sid::from_text(sid->to_string()) == sid);
  return 0;
}
