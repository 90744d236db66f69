// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/filetime.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <cstring>

using namespace hygie;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::int64_t ticks = 0;
  if (size >= sizeof ticks) std::memcpy(&ticks, data, sizeof ticks);
  if (const auto at = directory::read_filetime(ticks))
    fuzz::expect((*at).time_since_epoch().count() <= 253'402'300'799);
  if (const auto at = directory::read_generalised_time(fuzz::as_text(data, size)))
    fuzz::expect((*at).time_since_epoch().count() >= -11'644'473'600 - 86'400);
  return 0;
}
