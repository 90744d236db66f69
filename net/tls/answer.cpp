// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/answer.hpp"

#include "net/tls/hello.hpp"
#include "net/tls/suites.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace hygie::net::tls {
namespace {

// The random of a ServerHello that is a HelloRetryRequest: RFC 8446, 4.1.3 (SHA-256 of "HelloRetryRequest").
constexpr std::array<std::uint8_t, 32> retry_random{0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c,
                                                    0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb,
                                                    0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c};

Buffer without_leading_zeros(Bytes number) {
  const auto first = std::find_if(number.begin(), number.end(), [](std::uint8_t byte) { return byte != 0; });
  return {first, number.end()};
}

unsigned bits_of(Bytes number) {
  const auto stripped = without_leading_zeros(number);
  if (stripped.empty()) return 0;
  return static_cast<unsigned>((stripped.size() - 1) * 8) + static_cast<unsigned>(std::bit_width(stripped.front()));
}

bool read_extension(ServerHello& hello, std::uint16_t type, Bytes body) {
  NetworkCursor cursor(body);
  hello.extensions.push_back(type);
  switch (type) {
    case extension::supported_versions: hello.version = cursor.u16(); break;
    case extension::key_share: hello.group = cursor.u16(); break;
    case extension::alpn: {
      NetworkCursor list(cursor.counted(2));
      hello.alpn = as_text(list.counted(1));
      return cursor.ok() && list.ok();
    }
    default: break;
  }
  return cursor.ok();
}

bool read_dh(NetworkCursor& cursor, ServerKeyExchange& exchange) {
  const auto prime = cursor.counted(2);
  cursor.counted(2);  // the generator
  cursor.counted(2);  // the server's public value
  exchange.prime = without_leading_zeros(prime);
  exchange.prime_bits = bits_of(prime);
  return cursor.ok() && exchange.prime_bits != 0;
}

bool read_ecdh(NetworkCursor& cursor, ServerKeyExchange& exchange) {
  constexpr std::uint8_t named = 3;
  if (cursor.u8() != named) {
    while (cursor.left() != 0) cursor.u8();  // a curve written out, which nobody serves: no group, no signature read
    return cursor.ok();
  }
  exchange.group = cursor.u16();
  cursor.counted(1);
  return cursor.ok();
}

bool read_exchange(NetworkCursor& cursor, ServerKeyExchange& exchange, KeyExchange kind) {
  if (kind == KeyExchange::psk || kind == KeyExchange::rsa_psk || kind == KeyExchange::dhe_psk ||
      kind == KeyExchange::ecdhe_psk)
    cursor.counted(2);  // the hint that says which key
  switch (kind) {
    case KeyExchange::dhe:
    case KeyExchange::dhe_psk: return read_dh(cursor, exchange);
    case KeyExchange::ecdhe:
    case KeyExchange::ecdhe_psk: return read_ecdh(cursor, exchange);
    case KeyExchange::rsa_export:
      exchange.export_rsa_bits = bits_of(cursor.counted(2));
      cursor.counted(2);
      return cursor.ok();
    case KeyExchange::srp:  // prime, generator, salt, public value
      exchange.prime_bits = bits_of(cursor.counted(2));
      cursor.counted(2);
      cursor.counted(1);
      cursor.counted(2);
      return cursor.ok();
    default: return cursor.ok();
  }
}

}  // namespace

bool ServerHello::has(std::uint16_t extension) const {
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

std::optional<ServerHello> parse_server_hello(Bytes body) {
  NetworkCursor cursor(body);
  ServerHello hello;
  hello.version = cursor.u16();
  const auto random = cursor.take(retry_random.size());
  const auto session_id = cursor.counted(1);
  hello.suite = cursor.u16();
  hello.compression = cursor.u8();
  if (!cursor.ok() || session_id.size() > 32) return std::nullopt;
  hello.session_id.assign(session_id.begin(), session_id.end());
  hello.retry = std::equal(random.begin(), random.end(), retry_random.begin());
  if (cursor.left() == 0) return hello;
  NetworkCursor extensions(cursor.counted(2));
  if (!cursor.ok() || cursor.left() != 0) return std::nullopt;
  while (extensions.left() != 0) {
    const auto type = extensions.u16();
    const auto content = extensions.counted(2);
    if (!extensions.ok() || !read_extension(hello, type, content)) return std::nullopt;
  }
  return hello;
}

std::optional<std::vector<Buffer>> parse_certificates(Bytes body) {
  NetworkCursor cursor(body);
  NetworkCursor list(cursor.counted(3));
  std::vector<Buffer> certificates;
  while (list.left() != 0) {
    const auto one = list.counted(3);
    if (!list.ok() || one.empty()) return std::nullopt;
    certificates.emplace_back(one.begin(), one.end());
  }
  if (!cursor.ok() || cursor.left() != 0) return std::nullopt;
  return certificates;
}

std::optional<ServerKeyExchange> parse_server_key_exchange(Bytes body, std::uint16_t suite, std::uint16_t version) {
  const auto traits = suite_traits(suite);
  if (!traits) return std::nullopt;
  NetworkCursor cursor(body);
  ServerKeyExchange exchange;
  if (!read_exchange(cursor, exchange, traits->exchange)) return std::nullopt;
  const bool is_signed = traits->authentication != Authentication::anonymous &&
                         traits->authentication != Authentication::psk && cursor.left() != 0;
  if (is_signed && version >= tls12) exchange.signature_algorithm = cursor.u16();
  if (is_signed) cursor.counted(2);
  if (!cursor.ok()) return std::nullopt;
  return exchange;
}

std::optional<Buffer> parse_certificate_status(Bytes body) {
  constexpr std::uint8_t ocsp = 1;
  NetworkCursor cursor(body);
  const auto type = cursor.u8();
  const auto response = cursor.counted(3);
  if (!cursor.ok() || type != ocsp || response.empty()) return std::nullopt;
  return Buffer(response.begin(), response.end());
}

std::optional<std::size_t> ssl2_record_size(Bytes begin) {
  if (begin.size() < 2 || (begin[0] & 0x80U) == 0) return std::nullopt;
  return 2 + ((begin[0] & 0x7fU) << 8U | begin[1]);
}

std::optional<Ssl2ServerHello> parse_ssl2_hello(Bytes record) {
  constexpr std::uint8_t server_hello = 4;
  const auto size = ssl2_record_size(record);
  if (!size || record.size() < *size) return std::nullopt;
  NetworkCursor cursor(record.subspan(2, *size - 2));
  if (cursor.u8() != server_hello) return std::nullopt;
  cursor.take(2);  // whether a session is resumed, and the certificate's type
  if (cursor.u16() != ssl2) return std::nullopt;
  const std::size_t certificate_size = cursor.u16();
  const std::size_t ciphers_size = cursor.u16();
  const std::size_t connection_size = cursor.u16();
  const auto certificate = cursor.take(certificate_size);
  NetworkCursor ciphers(cursor.take(ciphers_size));
  cursor.take(connection_size);
  if (!cursor.ok() || ciphers_size % 3 != 0) return std::nullopt;
  Ssl2ServerHello hello{{certificate.begin(), certificate.end()}, {}};
  while (ciphers.left() != 0) hello.ciphers.push_back(ciphers.u24());
  return hello;
}

}  // namespace hygie::net::tls
