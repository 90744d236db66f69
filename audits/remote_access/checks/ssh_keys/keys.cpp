// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/ssh.hpp"

#include <algorithm>
#include <map>

namespace hygie::remote_access {
namespace {

bool is_rsa(const SshKey& key) { return key.type.starts_with("ssh-rsa"); }

Findings rsa_below(const RemoteAccessFacts& facts, const Params& params) {
  return for_keys(facts, [&](const SshDoor&, const SshKey& key) -> Answer {
    if (!is_rsa(key)) return does_not_apply;
    return {key.bits < params.integer("min_bits") ? Verdict::fail : Verdict::pass,
            {{"bits", std::to_string(key.bits)}, {"fingerprint", key.sha256}}};
  });
}

}  // namespace

Findings ssh_rsa_small(const RemoteAccessFacts& facts, const Params& params) { return rsa_below(facts, params); }
Findings ssh_rsa_ageing(const RemoteAccessFacts& facts, const Params& params) { return rsa_below(facts, params); }

Findings ssh_fingerprint(const RemoteAccessFacts& facts, const Params&) {
  return for_keys(facts, [&](const SshDoor& door, const SshKey& key) -> Answer {
    if (key.certificate) return does_not_apply;  // the plain key is shown beside it
    std::vector<std::string> declared;
    for (const auto& id : door.accesses)
      if (const auto* access = facts.access(id); access != nullptr)
        declared.insert(declared.end(), access->door.host_keys.begin(), access->door.host_keys.end());
    if (declared.empty()) return does_not_apply;  // said by the check on the register
    const bool known = std::find(declared.begin(), declared.end(), key.sha256) != declared.end();
    return {known ? Verdict::pass : Verdict::fail, {{"fingerprint", key.sha256}}};
  });
}

Findings ssh_key_shared(const RemoteAccessFacts& facts, const Params&) {
  std::map<std::string, std::set<std::string>> users;  // by fingerprint, the entry points
  for (const auto& door : facts.ssh)
    for (const auto& key : door.keys)
      if (!key.certificate && key.seen.present()) users[key.sha256].insert(door.id());
  return for_keys(facts, [&](const SshDoor& door, const SshKey& key) -> Answer {
    if (key.certificate) return does_not_apply;
    std::string others;
    for (const auto& id : users[key.sha256])
      if (id != door.id()) others += (others.empty() ? "" : ", ") + id;
    return {others.empty() ? Verdict::pass : Verdict::fail, {{"servers", others}, {"fingerprint", key.sha256}}};
  });
}

Findings ssh_certificate(const RemoteAccessFacts& facts, const Params& params) {
  return for_keys(facts, [&](const SshDoor&, const SshKey& key) -> Answer {
    if (!key.certificate) return does_not_apply;
    const bool small = key.authority_type == "ssh-rsa" && key.authority_bits < params.integer("min_bits");
    const bool over = key.valid_until && *key.valid_until <= facts.collected_at;
    const bool early = key.valid_from && *key.valid_from > facts.collected_at;
    const std::string fault = !key.of_a_host           ? "of-a-user"
                              : over                   ? "expired"
                              : early                  ? "not-yet-valid"
                              : small                  ? "small-authority"
                              : !key.valid_until       ? "without-end"
                              : key.principals.empty() ? "for-any-name"
                                                       : "";
    return {fault.empty() ? Verdict::pass : Verdict::fail, {{"fault", fault}, {"until", day(key.valid_until)}}};
  });
}

}  // namespace hygie::remote_access
