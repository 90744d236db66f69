// SPDX-License-Identifier: EUPL-1.2
#include <fuzzer/FuzzedDataProvider.h>
#include "audits/directory/read/attributes.hpp"
#include "audits/directory/read/builder.hpp"
#include "audits/directory/snapshot.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

// Entries made of known attributes and arbitrary values; the facts must survive a snapshot.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  directory::FactsBuilder builder({.name = "f"});
  while (bytes.remaining_bytes() > 0) {
    const auto dn = bytes.ConsumeRandomLengthString(80);
    const auto kind = bytes.ConsumeRandomLengthString(40);
    const auto name = directory::attribute_name(static_cast<directory::Attribute>(
        bytes.ConsumeIntegralInRange<std::size_t>(0, directory::attribute_count - 1)));
    const auto value = bytes.ConsumeRandomLengthString(400);
    const std::string_view classes[]{kind}, values[]{value};
    const directory::RawAttribute attributes[]{{"objectClass", classes}, {name, values}};
    if (dn.empty())
      builder.add_root({dn, attributes});
    else if (!builder.add({dn, attributes}))
      builder.add_range(dn, name, values, true);
  }
  const auto saved = write_snapshot(builder.finish());
  fuzz::expect(write_snapshot(directory::read_snapshot(saved).value()) == saved);
  return 0;
}
