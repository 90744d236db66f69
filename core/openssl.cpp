// SPDX-License-Identifier: EUPL-1.2
#include "core/openssl.hpp"

#include <openssl/asn1.h>

namespace hygie::core {

OptionalInstant instant_of(const asn1_string_st* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  using namespace std::chrono;
  const year_month_day date{year{parts.tm_year + 1900}, month{static_cast<unsigned>(parts.tm_mon + 1)},
                            day{static_cast<unsigned>(parts.tm_mday)}};
  if (!date.ok()) return {};
  return Instant{sys_days{date} + hours{parts.tm_hour} + minutes{parts.tm_min} + seconds{parts.tm_sec}};
}

}  // namespace hygie::core
