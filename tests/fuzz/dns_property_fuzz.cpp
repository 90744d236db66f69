// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/dns_property.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto property = directory::read_dns_property({data, size});
  fuzz::expect(!property || property->id != directory::DnsProperty::allow_update || property->number);
  return 0;
}
