// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/sddl.hpp"
#include "audits/directory/read/security_descriptor.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

// Whatever is read names its trustees, has no generic bit left, and survives the way through SDDL.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  directory::SidTable sids;
  const auto descriptor = directory::read_security_descriptor({data, size}, sids);
  if (!descriptor) return 0;
  for (const auto& ace : descriptor->aces)
    fuzz::expect(ace.trustee != directory::SidRef::none && (ace.mask & directory::generic_bits) == 0);
  const directory::Sid domain = directory::Sid::from_text("S-1-5-21-1-2-3").value();
  const auto again = directory::read_sddl(to_sddl(*descriptor, sids, domain, domain), sids, domain, domain);
  fuzz::expect(again && again->owner == descriptor->owner && again->aces.size() == descriptor->aces.size());
  return 0;
}
