// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/sddl.hpp"
#include "audits/directory/read/sddl_tables.hpp"

#include <fmt/format.h>

namespace hygie::directory {
namespace {

std::string_view alias_of(const Sid& sid, const Sid& domain, const Sid& root) {
  const auto subs = sid.sub_authorities();
  for (const auto& alias : sddl::aliases) {
    switch (alias.base) {
      case sddl::Base::domain:
        if (!domain.empty() && sid == domain.with_rid(alias.rid)) return alias.text;
        break;
      case sddl::Base::root:
        if (!root.empty() && sid == root.with_rid(alias.rid)) return alias.text;
        break;
      case sddl::Base::builtin:
        if (sid.is_builtin() && sid.rid() == alias.rid) return alias.text;
        break;
      case sddl::Base::absolute:
        if (sid.authority() == alias.authority && subs.size() == 1 && subs[0] == alias.rid) return alias.text;
    }
  }
  return {};
}

std::string sid_text(const Sid& sid, const Sid& domain, const Sid& root) {
  const auto alias = alias_of(sid, domain, root);
  return alias.empty() ? sid.to_string() : std::string(alias);
}

/// Words for the bits; a number when a bit has no word.
template <class Table>
std::string words(std::uint32_t bits, const Table& table) {
  std::string out;
  std::uint32_t left = bits;
  for (const auto& word : table) {
    if ((left & word.bits) == 0) continue;
    out += word.text;
    left &= ~word.bits;
  }
  return left == 0 ? out : fmt::format("{:#x}", bits);
}

std::string_view type_word(const Ace& ace) {
  const bool object = !ace.object.empty() || !ace.inherited.empty();
  switch (ace.type) {
    case Ace::Type::allow: return object ? "OA" : "A";
    case Ace::Type::deny: return object ? "OD" : "D";
    case Ace::Type::other: break;
  }
  return "XD";
}

}  // namespace

std::string to_sddl(const Ace& ace, const SidTable& sids, const Sid& domain, const Sid& root) {
  const auto guid = [](const Guid& one) { return one.empty() ? std::string{} : one.to_string(); };
  return fmt::format("({};{};{};{};{};{})", type_word(ace), words(ace.flags & 0x1fU, sddl::ace_flags),
                     words(ace.mask, sddl::rights), guid(ace.object), guid(ace.inherited),
                     sid_text(sids.at(ace.trustee), domain, root));
}

std::string to_sddl(const SecurityDescriptor& descriptor, const SidTable& sids, const Sid& domain, const Sid& root) {
  std::string out;
  if (descriptor.owner != SidRef::none) out += "O:" + sid_text(sids.at(descriptor.owner), domain, root);
  if (descriptor.group != SidRef::none) out += "G:" + sid_text(sids.at(descriptor.group), domain, root);
  out += "D:";
  if (descriptor.is_protected()) out += 'P';
  if ((descriptor.control & 0x0100U) != 0) out += "AR";
  if ((descriptor.control & 0x0400U) != 0) out += "AI";
  if (descriptor.null_dacl) out += "NO_ACCESS_CONTROL";
  for (const auto& ace : descriptor.aces) out += to_sddl(ace, sids, domain, root);
  return out;
}

}  // namespace hygie::directory
