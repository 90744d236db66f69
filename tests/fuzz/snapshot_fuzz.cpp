// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/snapshot.hpp"
#include "audits/directory/snapshot_format.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

// The file itself, its digest mended so that what lies behind it is reached.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string file(fuzz::as_text(data, size));
  (void)directory::read_snapshot(file);
  if (file.size() < core::snapshot_header_size + core::snapshot_digest_size) return 0;
  file.resize(file.size() - core::snapshot_digest_size);
  file += core::snapshot_digest(file);
  if (const auto facts = directory::read_snapshot(file)) (void)write_snapshot(*facts);
  return 0;
}
