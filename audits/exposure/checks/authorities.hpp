// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Who may issue, by CAA records (RFC 8659), and who did, by data/caa_issuers.yaml.
namespace hygie::exposure {

/// O of a distinguished name, as OpenSSL writes it ("CN=R3,O=Let's Encrypt,C=US") or as log exports do.
[[nodiscard]] std::string organisation_in(std::string_view name);

enum class Allowed : std::uint8_t {
  yes,
  no,
  anybody,  // the records say nothing of this kind of certificate
  unknown   // whose certificate it is, or whose a domain of the records is, is not known
};
/// May that issuer issue, by these records ("issue letsencrypt.org; validationmethods=dns-01")? `wildcard`: for a name
/// that begins with "*.".
[[nodiscard]] Allowed allowed_by(const std::vector<std::string>& records, bool wildcard, std::string_view issuer);
/// "Let's Encrypt"; the organisation itself when it is not known.
[[nodiscard]] std::string issuer_name(std::string_view issuer);

}  // namespace hygie::exposure
