// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/snapshot.hpp"
#include "audits/directory/derived.hpp"

#include <fmt/format.h>
#include <malloc.h>
#include <chrono>
#include <cstdlib>

// hygie_bench_snapshot [OBJECTS]: writes and loads a made-up directory of a large hospital (users, computers, groups of
// twenty members, a thousand distinct descriptors), and says how long it takes and what memory an object costs.
namespace {

using namespace hygie::directory;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }
std::size_t in_use() {
  const auto info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

void add_descriptors(DirectoryFacts& facts, const Sid& domain) {
  for (std::uint32_t i = 0; i < 1000; ++i) {
    SecurityDescriptor descriptor;
    descriptor.owner = facts.sids.intern(domain.with_rid(512));
    descriptor.control = 0x8404;
    for (std::uint32_t j = 0; j < 20; ++j)
      descriptor.aces.push_back({.trustee = facts.sids.intern(domain.with_rid(1000 + i * 7 + j)),
                                 .mask = 0x20094U + j,
                                 .type = Ace::Type::allow});
    facts.descriptors.push_back(std::move(descriptor));
  }
}

void add_account(DirectoryFacts& facts, const Sid& domain, std::uint32_t i) {
  Account& account = facts.accounts.emplace_back();
  const bool computer = i % 5 == 0;
  account.kind = computer ? AccountKind::computer : AccountKind::user;
  account.dn = facts.names.intern(fmt::format("CN={}{:06},OU=Service {},OU=Site {},DC=hopital,DC=test",
                                              computer ? "POSTE" : "agent", i, i % 97, i % 9));
  account.sid = facts.sids.intern(domain.with_rid(10000 + i));
  account.descriptor = DescriptorRef{i % 1000};
  account.control = computer ? uac::workstation : uac::normal;
  account.primary_group = computer ? 515 : 513;
  account.sam = facts.text.keep(fmt::format("{}{:06}{}", computer ? "POSTE" : "agent", i, computer ? "$" : ""));
  account.created = facts.collected_at - std::chrono::seconds{std::int64_t{i} * 977};
  account.changed = account.password_set = account.last_logon = facts.collected_at - std::chrono::seconds{i * 31};
  if (!computer) return;
  account.dns_host = facts.text.keep(fmt::format("poste{:06}.hopital.test", i));
  account.system = "Windows 11 Enterprise";
  account.system_version = "10.0 (26100)";
  for (const auto* kind : {"HOST", "RestrictedKrbHost"})
    account.spns.push_back(facts.text.keep(fmt::format("{}/poste{:06}.hopital.test", kind, i)));
}

DirectoryFacts make(std::uint32_t objects) {
  DirectoryFacts facts;
  facts.collected_at = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1};
  const auto domain = Sid::from_text("S-1-5-21-1000-2000-3000").value();
  facts.domain.sid = facts.sids.intern(domain);
  add_descriptors(facts, domain);
  const auto groups = objects / 50;
  for (std::uint32_t i = 0; i < objects - groups; ++i) add_account(facts, domain, i);
  for (std::uint32_t i = 0; i < groups; ++i) {
    Group& group = facts.groups.emplace_back();
    group.dn = facts.names.intern(fmt::format("CN=Groupe {},OU=Groupes,DC=hopital,DC=test", i));
    group.sid = facts.sids.intern(domain.with_rid(1'000'000 + i));
    group.sam = facts.text.keep(fmt::format("Groupe {}", i));
    for (std::uint32_t j = 0; j < 20; ++j)
      group.members.push_back(facts.accounts[(i * 20 + j) % facts.accounts.size()].dn);
  }
  derive(facts);
  return facts;
}

}  // namespace

int main(int argc, char** argv) {
  const auto objects = static_cast<std::uint32_t>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000);
  std::size_t text = 0;
  std::string saved;
  {
    const auto facts = make(objects);
    for (std::size_t i = 0; i < facts.names.size(); ++i)
      text += facts.names.text(NameRef{static_cast<std::uint32_t>(i)}).size();
    for (const auto& account : facts.accounts) {
      text += account.sam.size() + account.dns_host.size() + account.system.size() + account.system_version.size();
      for (const auto spn : account.spns) text += spn.size();
    }
    const auto start = Clock::now();
    saved = write_snapshot(facts);
    fmt::print("wrote    {} objects in {:.3f} s, {} bytes ({} an object)\n", objects, since(start), saved.size(),
               saved.size() / objects);
  }
  malloc_trim(0);
  const auto before = in_use();
  const auto start = Clock::now();
  const auto loaded = read_snapshot(saved);
  const auto seconds = since(start);
  if (!loaded) return EXIT_FAILURE;
  const auto used = in_use() - before;
  fmt::print("loaded   in {:.3f} s (SHA-256, zstd, decoding, derivation)\n", seconds);
  fmt::print("memory   {} bytes an object, text apart ({} with it)\n", (used - text) / objects, used / objects);
  return EXIT_SUCCESS;
}
