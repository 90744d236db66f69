// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/time.hpp"

struct asn1_string_st;  // ASN1_TIME

namespace hygie::core {

/// What frees a thing of OpenSSL in a unique_ptr: std::unique_ptr<X509, OpensslFree<X509_free>>.
template <auto Free>
struct OpensslFree {
  template <class Thing>
  void operator()(Thing* thing) const {
    Free(thing);
  }
};

/// A time of a certificate or of an answer about one (RFC 5280, 4.1.2.5); absent when it is missing or none.
[[nodiscard]] OptionalInstant instant_of(const asn1_string_st* time);

}  // namespace hygie::core
