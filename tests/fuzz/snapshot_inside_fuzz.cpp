// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/snapshot.hpp"
#include "audits/directory/snapshot_format.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

// What compression and the digest protect: two bytes say how long the text is, the rest is the body.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const auto all = fuzz::as_text(data + 2, size - 2);
  const auto text_size = std::min<std::size_t>(data[0] | static_cast<unsigned>(data[1]) << 8U, all.size());
  const auto file =
      directory::snapshot::pack(std::string(all.substr(0, text_size)), std::string(all.substr(text_size)));
  const auto facts = directory::read_snapshot(file);
  if (!facts) return 0;
  const auto once = write_snapshot(*facts);
  const auto again = directory::read_snapshot(once);
  fuzz::expect(again && write_snapshot(*again) == once);
  return 0;
}
