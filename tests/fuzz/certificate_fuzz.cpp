// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/certificate.hpp"
#include "core/roca.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  directory::TextArena text;
  const auto certificate = directory::read_certificate({data, size}, text);
  fuzz::expect(certificate.thumbprint.size() == 64);
  (void)core::has_roca_fingerprint({data, size});
  return 0;
}
