// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/ldif.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(fuzz::as_text(data, size));
  if (directory::is_utf16(text)) text = directory::utf16_to_utf8(text);
  std::size_t entries = 0, bytes = 0;
  const auto end = directory::read_ldif(
      text, "f.ldif", [](std::string_view name) { return name.size() % 5 != 0; },
      [&](const directory::RawEntry& entry, std::size_t) {
        ++entries;
        for (const auto& attribute : entry.attributes)
          for (const auto value : attribute.values) bytes += value.size();
        return entries < 1000;
      });
  fuzz::expect(bytes <= text.size());
  fuzz::expect(!end || end->entries == entries);
  return 0;
}
