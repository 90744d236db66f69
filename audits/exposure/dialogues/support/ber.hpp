// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

#include <optional>

/// The little of ASN.1's BER (X.690) that SNMP, LDAP, Kerberos and SPNEGO need to say who they are: tags of one byte,
/// lengths that are given.
namespace hygie::exposure::ber {

inline constexpr std::uint8_t integer = 0x02, octets = 0x04, null = 0x05, object_identifier = 0x06, enumerated = 0x0a,
                              sequence = 0x30, set = 0x31, boolean = 0x01, bit_string = 0x03;
[[nodiscard]] constexpr std::uint8_t context(unsigned number) { return static_cast<std::uint8_t>(0x80U | number); }
[[nodiscard]] constexpr std::uint8_t constructed(unsigned number) { return static_cast<std::uint8_t>(0xa0U | number); }
[[nodiscard]] constexpr std::uint8_t application(unsigned number) { return static_cast<std::uint8_t>(0x60U | number); }

/// How long the element is that begins here, header included; absent while its length is not known, 0 when it is none
/// that we read.
[[nodiscard]] std::optional<std::size_t> size_of(net::Bytes begun);

/// Takes elements off the front; past the end, and at another tag than the wanted one, it answers nothing and remembers
/// that it failed.
class Cursor {
 public:
  explicit Cursor(net::Bytes bytes) : bytes_(bytes) {}
  /// The tag of the next element; 0 at the end.
  [[nodiscard]] std::uint8_t peek() const { return bytes_.empty() ? std::uint8_t{0} : bytes_[0]; }
  net::Bytes take(std::uint8_t tag);
  /// The next element's content, of whichever tag.
  net::Bytes take_any() { return take(peek()); }
  Cursor inside(std::uint8_t tag) {
    const auto content = take(tag);
    return {content, ok_};
  }
  std::string_view text(std::uint8_t tag) { return net::as_text(take(tag)); }
  /// Of at most eight bytes, signed.
  std::int64_t number(std::uint8_t tag = integer);
  /// The next element when it has that tag; nothing, without a failure, when it has not.
  std::optional<Cursor> optional(std::uint8_t tag) { return peek() == tag ? std::optional(inside(tag)) : std::nullopt; }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }

 private:
  Cursor(net::Bytes bytes, bool ok) : bytes_(bytes), ok_(ok) {}

  net::Bytes bytes_;
  bool ok_ = true;
};

class Writer {
 public:
  Writer& number(std::int64_t value, std::uint8_t tag = integer);
  Writer& bytes(net::Bytes content, std::uint8_t tag = octets);
  Writer& text(std::string_view content, std::uint8_t tag = octets) { return bytes(net::as_bytes(content), tag); }
  Writer& flag(bool value);
  template <class Write>
  Writer& group(std::uint8_t tag, Write write) {
    Writer inner;
    write(inner);
    return bytes(inner.out_, tag);
  }
  [[nodiscard]] net::Buffer take() { return std::move(out_); }

 private:
  net::Buffer out_;
};

/// "1.3.6.1" from the bytes of an object identifier; empty when they are none.
[[nodiscard]] std::string identifier_text(net::Bytes content);

}  // namespace hygie::exposure::ber
