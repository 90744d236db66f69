// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/collect/ssh/read_ssh.hpp"

#include "audits/remote_access/collect/ssh/plan.hpp"
#include "audits/remote_access/collect/ssh/sign_in.hpp"
#include "core/i18n.hpp"
#include "core/parallel.hpp"
#include "net/ssh/ask.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>

namespace hygie::remote_access {
namespace {

using core::tr;
using net::ssh::Answer;
using net::ssh::Question;

constexpr std::chrono::milliseconds limit{8000};
// What OpenSSH 9.8 forgets of one connection that did not sign in; then a refused one may be tried again.
constexpr std::chrono::milliseconds before_next_try{1100};
constexpr unsigned most_tries = 3;
constexpr std::size_t most_threads = 64;
constexpr std::uint64_t for_ever = ~std::uint64_t{0};
constexpr std::uint64_t latest_instant = 253402300799;  // the year 9999

Observation observed(bool present, std::string why = {}) {
  return {present ? Outcome::present : Outcome::unknown, present ? std::string() : std::move(why)};
}

core::OptionalInstant instant_of(std::uint64_t seconds, bool end) {
  if (seconds == for_ever || seconds > latest_instant || (!end && seconds == 0)) return {};
  return core::Instant{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
}

SshKey key_fact(const net::ssh::KeyBlob& blob, std::string algorithm) {
  SshKey key{.algorithm = std::move(algorithm), .type = blob.type, .sha256 = blob.sha256, .bits = blob.bits};
  key.seen = {Outcome::present, {}};
  if (!blob.certificate) return key;
  key.certificate = true;
  key.authority_type = blob.certificate->authority_type;
  key.authority_sha256 = blob.certificate->authority_sha256;
  key.authority_bits = blob.certificate->authority_bits;
  key.of_a_host = blob.certificate->kind == 2;
  key.valid_from = instant_of(blob.certificate->after, false);
  key.valid_until = instant_of(blob.certificate->before, true);
  key.principals = blob.certificate->principals;
  return key;
}

/// Everything on one address of one entry point.
class Look {
 public:
  Look(net::Gate& gate, const SshTarget& target, const net::PinnedAddress& pinned)
      : gate_(gate), target_(target), pinned_(pinned) {
    door_.accesses = target.accesses;
    door_.host = target.host;
    door_.address = pinned.address;
    door_.port = target.port;
  }

  SshDoor run() {
    if (!first()) return std::move(door_);
    const auto& lists = *told_.lists;
    // one connection is kept for an account, to see its methods and the server's proof
    const unsigned kept = target_.accounts.empty() ? 0 : 1;
    for (const auto& question : next_questions(lists, first_key_, left() > kept ? left() - kept : 0)) next(question);
    unasked_keys(lists);
    for (const auto& account : target_.accounts) sign_in(account);
    return std::move(door_);
  }

 private:
  [[nodiscard]] unsigned left() const { return most_connections - std::min(most_connections, door_.connections); }

  /// One connection, at its turn; lost ones are tried again while the budget lasts.
  Answer ask(const Question& question) {
    Answer answer;
    for (unsigned tries = 0; tries < most_tries && left() > 0; ++tries) {
      if (tries > 0 && !gate_.ended()) std::this_thread::sleep_for(before_next_try);
      if (!gate_.turn(pinned_.address)) {
        answer.ending = net::Ending::cancelled;
        return answer;
      }
      ++door_.connections;
      answer = net::ssh::ask(pinned_, question, gate_.deadline(), limit);
      if (!answer.lost()) return answer;
      ++door_.lost;
    }
    return answer;
  }

  bool first() {
    gate_.record("ssh", pinned_.address + ":" + std::to_string(pinned_.port), "lists and keys");
    const auto answer = ask({});
    told_ = answer.told;
    door_.reached = observed(answer.connected, answer.why());
    if (answer.ending == net::Ending::refused) door_.reached = {Outcome::absent, answer.why()};
    door_.identification = told_.identification.line;
    door_.before = told_.identification.before;
    if (told_.ended == "not-ssh")
      door_.speaks = {Outcome::absent, told_.ended};
    else
      door_.speaks = observed(!told_.identification.line.empty(), answer.why());
    door_.lists = observed(told_.lists.has_value(), answer.why());
    if (!told_.lists) return false;
    keep(*told_.lists);
    if (told_.key && !told_.lists->host_keys.empty()) {
      door_.keys.push_back(key_fact(*told_.key, told_.lists->host_keys.front()));
      first_key_ = key_of(told_.lists->host_keys.front());
    }
    return true;
  }

  void keep(const net::ssh::Lists& lists) {
    door_.exchanges = lists.exchanges;
    door_.host_keys = lists.host_keys;
    door_.ciphers_in = lists.ciphers_in;
    door_.ciphers_out = lists.ciphers_out;
    door_.macs_in = lists.macs_in;
    door_.macs_out = lists.macs_out;
    door_.compressions_in = lists.compressions_in;
    door_.compressions_out = lists.compressions_out;
  }

  void next(const Question& question) {
    const auto answer = ask(question);
    if (question.group) {
      SshGroup group{question.group_exchange, question.group->least, question.group->wanted, question.group->most};
      group.bits = answer.told.group_bits.value_or(0);
      group.given = observed(answer.told.group_bits.has_value(), answer.why());
      door_.groups.push_back(std::move(group));
    }
    if (!question.key) return;
    if (answer.told.key) return door_.keys.push_back(key_fact(*answer.told.key, question.host_key));
    SshKey unseen{.algorithm = question.host_key};
    unseen.seen = observed(false, answer.why());
    door_.keys.push_back(std::move(unseen));
  }

  /// Keys that the server has and the budget did not allow to see.
  void unasked_keys(const net::ssh::Lists& lists) {
    const auto known = [&](const std::string& key) {
      return key.empty() || std::any_of(door_.keys.begin(), door_.keys.end(),
                                        [&](const SshKey& one) { return key_of(one.algorithm) == key; });
    };
    for (const auto& algorithm : lists.host_keys) {
      if (known(key_of(algorithm))) continue;
      SshKey unseen{.algorithm = algorithm};
      unseen.seen = observed(false, "not-asked");
      door_.keys.push_back(std::move(unseen));
    }
  }

  void sign_in(const std::string& account) {
    SshSignIn none{.account = account, .asked = observed(false, "not-asked")};
    if (left() == 0 || !gate_.turn(pinned_.address)) return door_.sign_ins.push_back(std::move(none));
    gate_.record("ssh", pinned_.address + ":" + std::to_string(pinned_.port), "methods of " + account);
    ++door_.connections;
    auto seen = ask_sign_in(pinned_, account, gate_.deadline(), limit);
    if (seen.offered.asked.outcome == Outcome::unknown) ++door_.lost;
    if (!seen.banner.empty()) door_.banner = seen.banner;
    for (auto& key : door_.keys)
      if (!seen.key.sha256.empty() && key.sha256 == seen.key.sha256) key.proved = seen.key.proved;
    door_.sign_ins.push_back(std::move(seen.offered));
  }

  net::Gate& gate_;
  const SshTarget& target_;
  const net::PinnedAddress& pinned_;
  SshDoor door_;
  net::ssh::Told told_;
  std::string first_key_;
};

bool is_ssh(const Access& access) { return access.protocol == "ssh" || access.protocol == "sftp"; }

struct Asked {
  const SshTarget* target;
  net::PinnedAddress pinned;
};

}  // namespace

std::vector<SshTarget> ssh_targets(const Register& declared) {
  std::map<std::pair<std::string, std::uint16_t>, SshTarget> targets;
  for (const auto& access : declared.accesses) {
    if (!is_ssh(access) || access.door.host.empty()) continue;
    const std::uint16_t port = access.door.port == 0 ? 22 : access.door.port;
    auto& target = targets[{access.door.host, port}];
    target.host = access.door.host;
    target.port = port;
    target.accesses.push_back(access.id);
    if (access.closed == Said::yes) continue;
    for (const auto& account : access.accounts)
      if (account.state != "disabled" &&
          std::find(target.accounts.begin(), target.accounts.end(), account.name) == target.accounts.end())
        target.accounts.push_back(account.name);
  }
  std::vector<SshTarget> out;
  for (auto& [place, target] : targets) out.push_back(std::move(target));
  return out;
}

std::vector<std::string> ssh_without_host(const Register& declared) {
  std::vector<std::string> ids;
  for (const auto& access : declared.accesses)
    if (is_ssh(access) && access.door.host.empty() && access.closed != Said::yes) ids.push_back(access.id);
  return ids;
}

void read_ssh(RemoteAccessFacts& facts, net::Gate& gate, core::Progress& progress) {
  const auto targets = ssh_targets(facts.declared);
  std::map<std::string, std::vector<Asked>> by_address;  // one after the other to each
  std::size_t count = 0;
  for (const auto& target : targets) {
    const auto pinned = gate.pin(target.host, target.port);
    if (!pinned) {
      facts.gaps.push_back({"ssh-door", tr("{} was not asked: {}", target.host, pinned.error().what)});
      SshDoor untouched{.accesses = target.accesses, .host = target.host, .port = target.port};
      untouched.reached = untouched.speaks = untouched.lists = {Outcome::unknown, "no-contact"};
      facts.ssh.push_back(std::move(untouched));
      continue;
    }
    for (const auto& one : *pinned) by_address[one.address].push_back({&target, one});
    count += pinned->size();
  }
  std::vector<std::vector<Asked>> work;
  for (auto& [address, asked] : by_address) work.push_back(std::move(asked));
  if (work.empty()) return;
  progress.phase(tr("SSH entry points"));
  std::mutex mutex;
  std::size_t done = 0;
  core::parallel_for(work.size(), std::min(most_threads, work.size()), [&](std::size_t i) {
    for (const auto& one : work[i]) {
      auto door = Look(gate, *one.target, one.pinned).run();
      const std::lock_guard lock(mutex);
      facts.ssh.push_back(std::move(door));
      progress.advance(++done, count);
    }
  });
  std::sort(facts.ssh.begin(), facts.ssh.end(), [](const SshDoor& a, const SshDoor& b) {
    return std::tie(a.host, a.port, a.address) < std::tie(b.host, b.port, b.address);
  });
  if (gate.ended()) facts.gaps.push_back({"ssh", tr("the audit was stopped before every SSH entry point was asked")});
}

}  // namespace hygie::remote_access
