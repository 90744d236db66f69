// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/arena.hpp"
#include "audits/directory/objects.hpp"
#include "audits/directory/read/bytes.hpp"

namespace hygie::directory {

/// An X.509 certificate in DER. What cannot be decoded comes back with Key::undecodable and its thumbprint alone. Texts
/// are kept in `text`; the holder and its place are left to the caller.
[[nodiscard]] CertificateFacts read_certificate(Bytes der, TextArena& text);

}  // namespace hygie::directory
