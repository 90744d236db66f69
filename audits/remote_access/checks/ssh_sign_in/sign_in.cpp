// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/ssh.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::remote_access {
namespace {

std::string methods(const SshSignIn& sign_in) { return fmt::format("{}", fmt::join(sign_in.methods, ", ")); }

Findings unless_offered(const RemoteAccessFacts& facts, std::string_view method) {
  return for_sign_ins(facts, [&](const SshDoor&, const SshSignIn& sign_in) -> Answer {
    return {offers(sign_in, method) ? Verdict::fail : Verdict::pass, {{"methods", methods(sign_in)}}};
  });
}

/// What the register says of that account on the accesses of that door; null when none does.
const Account* declared_account(const RemoteAccessFacts& facts, const SshDoor& door, const std::string& name) {
  for (const auto& id : door.accesses)
    if (const auto* access = facts.access(id); access != nullptr)
      for (const auto& account : access->accounts)
        if (account.name == name) return &account;
  return nullptr;
}

}  // namespace

Findings ssh_without_proof(const RemoteAccessFacts& facts, const Params&) {
  return for_sign_ins(facts, [](const SshDoor&, const SshSignIn& sign_in) -> Answer {
    return {sign_in.without_proof ? Verdict::fail : Verdict::pass, {}};
  });
}

Findings ssh_password(const RemoteAccessFacts& facts, const Params&) { return unless_offered(facts, "password"); }
Findings ssh_host_based(const RemoteAccessFacts& facts, const Params&) { return unless_offered(facts, "hostbased"); }

Findings ssh_interactive_alone(const RemoteAccessFacts& facts, const Params&) {
  return for_sign_ins(facts, [](const SshDoor&, const SshSignIn& sign_in) -> Answer {
    const bool alone = sign_in.methods.size() == 1 && offers(sign_in, "keyboard-interactive");
    return {alone ? Verdict::fail : Verdict::pass, {{"methods", methods(sign_in)}}};
  });
}

/// A second factor that the register declares must have a way in: a code needs a dialogue, a key or certificate a key.
/// Where keys are offered, what is asked after them cannot be seen without one: unknown.
Findings ssh_factor_unseen(const RemoteAccessFacts& facts, const Params&) {
  return for_sign_ins(facts, [&](const SshDoor& door, const SshSignIn& sign_in) -> Answer {
    const auto* account = declared_account(facts, door, sign_in.account);
    if (account == nullptr || account->second_factor.empty() || account->second_factor == "none") return does_not_apply;
    const bool by_key = account->second_factor == "fido2" || account->second_factor == "cert";
    const Evidence evidence{{"methods", methods(sign_in)}, {"value", account->second_factor}};
    if (offers(sign_in, by_key ? "publickey" : "keyboard-interactive")) return {Verdict::pass, evidence};
    if (!by_key && offers(sign_in, "publickey") && !offers(sign_in, "password")) return unknown("second_factor");
    return {Verdict::fail, evidence};
  });
}

}  // namespace hygie::remote_access
