// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings socks_open(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"socks5", "socks4"},
                         .ports = {1080},
                         .word = "authentication",
                         .bad = {"none"},
                         .good = {"wanted"}});
}

}  // namespace hygie::exposure
