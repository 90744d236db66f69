// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/dn_values.hpp"
#include "audits/directory/read/key_credential.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  const auto key = directory::read_key_credential(text);
  fuzz::expect(key.malformed || directory::read_dn_binary(text));
  (void)directory::plain_dn(text);
  return 0;
}
