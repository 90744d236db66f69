// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/records.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie::net;

/// The same bytes, whole and one by one, must show the same records.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes bytes(data, size);
  tls::RecordWatcher whole;
  whole.feed(bytes);
  tls::RecordWatcher slow;
  for (std::size_t i = 0; i < size; ++i) slow.feed(bytes.subspan(i, 1));
  hygie::fuzz::expect(whole.broken() == slow.broken() && whole.seen().size() == slow.seen().size());
  for (std::size_t i = 0; i < whole.seen().size(); ++i) {
    const auto& a = whole.seen()[i];
    const auto& b = slow.seen()[i];
    hygie::fuzz::expect(a.type == b.type && a.length == b.length && a.alert == b.alert && a.fatal == b.fatal);
  }
  return 0;
}
