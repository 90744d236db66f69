// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/ssh.hpp"

#include <algorithm>

namespace hygie::remote_access {

Findings ssh_closed_answers(const RemoteAccessFacts& facts, const Params&) {
  Findings found;
  for (const auto& door : facts.ssh) {
    const bool over = std::all_of(door.accesses.begin(), door.accesses.end(), [&](const std::string& id) {
      const auto* access = facts.access(id);
      return access == nullptr || access->closed == Said::yes ||
             (access->expires && *access->expires < facts.collected_at);
    });
    if (!over) continue;
    const auto verdict = door.reached.present()  ? Verdict::fail
                         : door.reached.absent() ? Verdict::pass
                                                 : Verdict::unknown;
    Evidence evidence{{"value", door.identification}};
    if (verdict == Verdict::unknown) evidence.emplace("missing", door.reached.reason);
    found.push_back(on(door, {verdict, std::move(evidence)}));
  }
  if (!found.empty()) return found;
  return {on_whole(facts, Verdict::not_applicable, {{"examined", "0"}})};
}

Findings ssh_dead(const RemoteAccessFacts& facts, const Params&) {
  Findings found;
  for (const auto& door : facts.ssh) {
    if (!in_use(facts, door)) continue;
    const bool alive = door.reached.present();
    Evidence evidence{{"reason", door.reached.reason}};
    if (door.reached.outcome == Outcome::unknown) evidence.emplace("missing", door.reached.reason);
    const auto verdict = alive ? Verdict::pass : door.reached.absent() ? Verdict::fail : Verdict::unknown;
    found.push_back(on(door, {verdict, std::move(evidence)}));
  }
  if (!found.empty()) return found;
  return {on_whole(facts, Verdict::not_applicable, {{"examined", "0"}})};
}

Findings ssh_other_service(const RemoteAccessFacts& facts, const Params&) {
  Findings found;
  for (const auto& door : facts.ssh) {
    if (!in_use(facts, door) || !door.reached.present()) continue;
    const auto verdict = door.speaks.present()  ? Verdict::pass
                         : door.speaks.absent() ? Verdict::fail
                                                : Verdict::unknown;
    Evidence evidence;
    if (verdict == Verdict::unknown) evidence.emplace("missing", door.speaks.reason);
    found.push_back(on(door, {verdict, std::move(evidence)}));
  }
  if (!found.empty()) return found;
  return {on_whole(facts, Verdict::not_applicable, {{"examined", "0"}})};
}

Findings ssh_protocol_1(const RemoteAccessFacts& facts, const Params&) {
  return for_doors(facts, [](const SshDoor& door) -> Answer {
    return {door.identification.starts_with("SSH-2.0-") ? Verdict::pass : Verdict::fail,
            {{"value", door.identification}}};
  });
}

Findings ssh_no_banner(const RemoteAccessFacts& facts, const Params&) {
  return for_doors(facts, [](const SshDoor& door) -> Answer {
    const bool asked = std::any_of(door.sign_ins.begin(), door.sign_ins.end(),
                                   [](const SshSignIn& one) { return one.asked.present(); });
    if (!door.banner.empty()) return {};
    return asked ? Answer{Verdict::fail, {}} : unknown("sign_in");
  });
}

}  // namespace hygie::remote_access
