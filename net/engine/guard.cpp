// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/guard.hpp"

#include "core/i18n.hpp"

#include <utility>

namespace hygie::net {
bool prints_what_it_gets(std::uint16_t port) {
  return port == 515 || port == 9999 || (port >= 9100 && port <= 9109) || (port >= 9112 && port <= 9116);
}

core::Result<Guard> Guard::make(std::vector<Rule> rules) {
  for (const auto& rule : rules) {
    if (rule.reason.empty() || rule.owner.empty())
      return core::failure(core::ErrorCode::config, core::tr("a rule not to touch ports has no reason or no owner"), {},
                           core::tr("say why, and which function answers for it"));
    if (rule.first > rule.last)
      return core::failure(core::ErrorCode::config,
                           core::tr("the ports {}-{} are the wrong way round", rule.first, rule.last));
    if (rule.network.bytes.empty() || rule.network.bits > rule.network.bytes.size() * 8)
      return core::failure(core::ErrorCode::config, core::tr("a rule not to touch ports names no network"));
  }
  Guard guard;
  guard.rules_ = std::move(rules);
  return guard;
}

Guard::Decision Guard::decide(std::string_view numeric_address, std::uint16_t port) const {
  const auto address = parse_network(numeric_address.substr(0, numeric_address.find('%')));
  if (!address) return {Manner::do_not_touch};
  Decision decision{prints_what_it_gets(port) ? Manner::connect_only : Manner::probe};
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const auto& rule = rules_[i];
    if (port < rule.first || port > rule.last || rule.manner <= decision.manner) continue;
    if (holds(rule.network, address->bytes)) decision = {rule.manner, i};
  }
  return decision;
}

}  // namespace hygie::net
