// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ftp_anonymous(const ExposureFacts& facts, const Params&) {
  return by_word(
      facts,
      {.protocols = {"ftp"}, .ports = {21}, .word = "anonymous", .bad = {"true", "name accepted"}, .good = {"false"}});
}

}  // namespace hygie::exposure
