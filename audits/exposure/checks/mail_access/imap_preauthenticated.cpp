// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings imap_preauthenticated(const ExposureFacts& facts, const Params&) {
  return by_word(
      facts,
      {.protocols = {"imap"}, .ports = {143, 993}, .word = "authentication", .bad = {"none"}, .good = {"wanted"}});
}

}  // namespace hygie::exposure
