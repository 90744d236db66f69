// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings dns_version(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"dns"},
                         .ports = {53},
                         .word = "version",
                         .bad = {"*"},
                         .when_missing = Verdict::pass,
                         .udp_ports = {53}});
}

}  // namespace hygie::exposure
