// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/sddl.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  directory::SidTable sids;
  const auto domain = directory::Sid::from_text("S-1-5-21-1-2-3").value();
  const auto descriptor = directory::read_sddl(fuzz::as_text(data, size), sids, domain, domain);
  if (!descriptor) return 0;
  const auto text = to_sddl(*descriptor, sids, domain, domain);
  const auto again = directory::read_sddl(text, sids, domain, domain);
  fuzz::expect(again && to_sddl(*again, sids, domain, domain) == text);
  return 0;
}
