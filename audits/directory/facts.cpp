// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/facts.hpp"

#include "audits/directory/derived.hpp"
#include "audits/directory/well_known.hpp"

#include <algorithm>
#include <cassert>

namespace hygie::directory {
namespace {

template <class Thing>
const Thing* place(const std::vector<Derived::Place>& places, std::size_t at, Derived::Kind kind,
                   const std::vector<Thing>& things) {
  if (at >= places.size() || places[at].kind != kind) return nullptr;
  return &things[places[at].index];
}

bool same_text(std::string_view a, std::string_view b) { return same_name(a, b); }

}  // namespace

DirectoryFacts::DirectoryFacts() = default;
DirectoryFacts::~DirectoryFacts() = default;
DirectoryFacts::DirectoryFacts(DirectoryFacts&&) noexcept = default;
DirectoryFacts& DirectoryFacts::operator=(DirectoryFacts&&) noexcept = default;

std::string_view to_string(Part part) {
  switch (part) {
    case Part::domain: return "domain";
    case Part::configuration: return "configuration";
    case Part::schema: return "schema";
    case Part::domain_dns: return "domain-dns";
    case Part::forest_dns: return "forest-dns";
    case Part::descriptors: return "security-descriptors";
    case Part::deleted: break;
  }
  return "deleted-objects";
}

const Derived& DirectoryFacts::derived() const {
  assert(derived_ != nullptr && "derive() must precede the checks");
  return *derived_;
}

const SecurityDescriptor* DirectoryFacts::descriptor(DescriptorRef ref) const {
  return ref == DescriptorRef::none ? nullptr : &descriptors.at(static_cast<std::size_t>(ref));
}

bool DirectoryFacts::missing(Part part) const {
  return std::any_of(gaps.begin(), gaps.end(), [part](const core::Gap& gap) { return gap.what == to_string(part); });
}

const Account* DirectoryFacts::find_account(std::string_view sam) const {
  const auto found =
      std::find_if(accounts.begin(), accounts.end(), [sam](const Account& one) { return same_text(one.sam, sam); });
  return found == accounts.end() ? nullptr : &*found;
}

const Account* DirectoryFacts::account(NameRef dn) const {
  return place(derived().by_name, static_cast<std::size_t>(dn), Derived::Kind::account, accounts);
}
const Account* DirectoryFacts::account(SidRef ref) const {
  return place(derived().by_sid, static_cast<std::size_t>(ref), Derived::Kind::account, accounts);
}
const Group* DirectoryFacts::group(NameRef dn) const {
  return place(derived().by_name, static_cast<std::size_t>(dn), Derived::Kind::group, groups);
}
const Group* DirectoryFacts::group(SidRef ref) const {
  return place(derived().by_sid, static_cast<std::size_t>(ref), Derived::Kind::group, groups);
}
const Node* DirectoryFacts::node(NameRef dn) const {
  return place(derived().by_name, static_cast<std::size_t>(dn), Derived::Kind::node, nodes);
}

const Group* DirectoryFacts::group_by_rid(std::uint32_t rid) const {
  return domain.sid == SidRef::none ? nullptr : group(sids.find(sid(domain.sid).with_rid(rid)));
}
const Group* DirectoryFacts::builtin_group(std::uint32_t rid) const {
  return group(sids.find(well_known::builtin(rid)));
}
const Account* DirectoryFacts::account_by_rid(std::uint32_t rid) const {
  return domain.sid == SidRef::none ? nullptr : account(sids.find(sid(domain.sid).with_rid(rid)));
}

const Node* DirectoryFacts::node(NodeKind kind) const {
  const auto found = std::find_if(nodes.begin(), nodes.end(), [kind](const Node& one) { return one.kind == kind; });
  return found == nodes.end() ? nullptr : &*found;
}

std::string DirectoryFacts::principal_name(SidRef ref) const {
  if (const auto* found = account(ref)) return std::string(found->sam);
  if (const auto* found = group(ref)) return std::string(found->sam);
  const auto known = well_known::name(sid(ref));
  return known.empty() ? sid(ref).to_string() : std::string(known);
}

}  // namespace hygie::directory
