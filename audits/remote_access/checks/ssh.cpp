// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/ssh.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::remote_access {
namespace {

/// Of several addresses of one name, which: "bastion.exemple.test:22 (192.0.2.10)".
std::string name_of(const SshDoor& door) {
  return door.address.empty() || door.address == door.host ? door.id() : door.id() + " (" + door.address + ")";
}

Answer lost(const Observation& seen) { return unknown(seen.reason.empty() ? "ssh" : seen.reason); }

Findings all_of(const RemoteAccessFacts& facts, const std::function<Findings(const SshDoor&)>& findings_of) {
  Findings found;
  for (const auto& door : facts.ssh) {
    if (!in_use(facts, door) || door.reached.absent()) continue;  // refused: said by one check
    auto more = findings_of(door);
    found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  std::erase_if(found, [](const Finding& one) { return one.verdict == Verdict::not_applicable; });
  if (!found.empty()) return found;
  return {on_whole(facts, Verdict::not_applicable, {{"examined", "0"}})};
}

}  // namespace

bool in_use(const RemoteAccessFacts& facts, const SshDoor& door) {
  return std::any_of(door.accesses.begin(), door.accesses.end(), [&](const std::string& id) {
    const auto* access = facts.access(id);
    return access != nullptr && access->closed != Said::yes;
  });
}

Finding on(const SshDoor& door, Answer answer) {
  answer.evidence.emplace("names", fmt::format("{}", fmt::join(door.accesses, ", ")));
  return {answer.verdict, "ssh://" + name_of(door), std::move(answer.evidence), name_of(door)};
}

Findings for_doors(const RemoteAccessFacts& facts, const std::function<Answer(const SshDoor&)>& judge) {
  return all_of(facts, [&](const SshDoor& door) -> Findings {
    if (door.speaks.outcome == Outcome::unknown) return {on(door, lost(door.speaks))};
    return {on(door, door.speaks.present() ? judge(door) : does_not_apply)};
  });
}

Findings for_lists(const RemoteAccessFacts& facts, const std::function<Answer(const SshDoor&)>& judge) {
  return for_doors(facts, [&](const SshDoor& door) { return door.lists.present() ? judge(door) : lost(door.lists); });
}

Findings for_keys(const RemoteAccessFacts& facts, const std::function<Answer(const SshDoor&, const SshKey&)>& judge) {
  return all_of(facts, [&](const SshDoor& door) -> Findings {
    if (door.speaks.absent()) return {};
    if (!door.lists.present()) return {on(door, lost(door.lists))};
    if (door.keys.empty()) return {on(door, unknown("host_keys"))};  // none of a kind that we can ask for
    Findings found;
    for (const auto& key : door.keys) {
      auto finding = on(door, key.seen.present() ? judge(door, key) : lost(key.seen));
      finding.object += "/" + key.algorithm;
      finding.name += ", " + key.algorithm;
      found.push_back(std::move(finding));
    }
    return found;
  });
}

Findings for_sign_ins(const RemoteAccessFacts& facts,
                      const std::function<Answer(const SshDoor&, const SshSignIn&)>& judge) {
  return all_of(facts, [&](const SshDoor& door) {
    Findings found;
    for (const auto& sign_in : door.sign_ins) {
      auto finding = on(door, sign_in.asked.present() ? judge(door, sign_in) : lost(sign_in.asked));
      finding.object += "/" + sign_in.account;
      finding.name += ", " + sign_in.account;
      found.push_back(std::move(finding));
    }
    if (door.sign_ins.empty() && door.speaks.outcome == Outcome::unknown) found.push_back(on(door, lost(door.speaks)));
    return found;
  });
}

Answer by_worth(AlgorithmKind kind, const std::set<std::string>& names, Worth bad, const Params& params) {
  const auto& profile = params.text("profile");
  std::vector<std::string> found;
  std::set<std::string> reasons;
  for (const auto& name : names) {
    const auto* known = find_algorithm(kind, name);
    if (known == nullptr || worth_by(*known, profile) != bad) continue;
    found.push_back(name);
    reasons.insert(known->reasons.begin(), known->reasons.end());
  }
  return {found.empty() ? Verdict::pass : Verdict::fail,
          {{"algorithms", fmt::format("{}", fmt::join(found, ", "))},
           {"reasons", fmt::format("{}", fmt::join(reasons, ", "))},
           {"profile", profile}}};
}

std::set<std::string> both(const std::vector<std::string>& in, const std::vector<std::string>& out) {
  std::set<std::string> names(in.begin(), in.end());
  names.insert(out.begin(), out.end());
  return names;
}

bool offers(const SshSignIn& sign_in, std::string_view method) {
  return std::find(sign_in.methods.begin(), sign_in.methods.end(), method) != sign_in.methods.end();
}

}  // namespace hygie::remote_access
