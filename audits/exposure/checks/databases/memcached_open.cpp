// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings memcached_open(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"memcached"},
                         .ports = {11211},
                         .word = "authentication",
                         .bad = {"none"},
                         .good = {"wanted"},
                         .udp_ports = {11211}});
}

}  // namespace hygie::exposure
