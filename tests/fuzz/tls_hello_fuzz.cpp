// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/answer.hpp"
#include "net/tls/suites.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie::net;

/// The same bytes, whole and one by one, must tell the same.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes bytes(data, size);
  tls::FlightReader whole;
  whole.feed(bytes);
  tls::FlightReader slow;
  for (std::size_t i = 0; i < size; ++i) slow.feed(bytes.subspan(i, 1));
  const auto& a = whole.flight();
  const auto& b = slow.flight();
  hygie::fuzz::expect(a.broken == b.broken && a.done == b.done && a.hello.has_value() == b.hello.has_value());
  hygie::fuzz::expect(a.certificates == b.certificates && a.key_exchange.has_value() == b.key_exchange.has_value());
  static_cast<void>(tls::parse_ssl2_hello(bytes));
  for (const std::uint16_t suite : {0x0003, 0x0018, 0x0090, 0x009e, 0xc01d, 0xc030, 0xc035})
    for (const auto version : {tls::tls10, tls::tls12})
      static_cast<void>(tls::parse_server_key_exchange(bytes, suite, version));
  return 0;
}
