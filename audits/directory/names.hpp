// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/arena.hpp"
#include "audits/directory/sid.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hygie::directory {

/// A distinguished name, by its place in the facts' table of names: a group of 60 000 members costs four bytes a
/// member.
enum class NameRef : std::uint32_t { none = 0xffffffffU };
/// A SID, by its place in the facts' table of SIDs.
enum class SidRef : std::uint32_t { none = 0xffffffffU };

/// Distinguished names, each kept once; compared without case, as Active Directory does (MS-ADTS 3.1.1.1.4), shown as
/// the object itself spells it, else as first met.
class NameTable {
 public:
  NameRef intern(std::string_view dn);
  /// Shows the name as its object spells it, which wins over references to it: the order in which a server answers
  /// changes nothing.
  void spell(NameRef name, std::string_view dn);
  [[nodiscard]] NameRef find(std::string_view dn) const;
  [[nodiscard]] std::string_view text(NameRef name) const;
  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  /// The next name is kept as given, without a copy: it must outlive the table.
  NameRef intern_foreign(std::string_view dn);
  void reserve(std::size_t count);

 private:
  NameRef insert(std::string_view dn, bool copy);
  void rehash(std::size_t slots);
  [[nodiscard]] std::size_t slot_of(std::string_view dn, std::uint32_t hash) const;
  TextArena arena_;
  std::vector<std::string_view> texts_;
  std::vector<std::uint32_t> hashes_;
  std::vector<std::uint32_t> slots_;  // index + 1, 0: free
};

class SidTable {
 public:
  SidRef intern(const Sid& sid);
  [[nodiscard]] SidRef find(const Sid& sid) const;
  [[nodiscard]] const Sid& at(SidRef ref) const;
  void reserve(std::size_t count) { sids_.reserve(count); }
  [[nodiscard]] std::size_t size() const { return sids_.size(); }

 private:
  void rehash(std::size_t slots);
  [[nodiscard]] std::size_t slot_of(const Sid& sid) const;
  std::vector<Sid> sids_;
  std::vector<std::uint32_t> slots_;
};

/// True when both distinguished names are the same but for case.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);
/// The name of the object above, without the blanks around it; empty at the top. Escaped commas are respected (RFC
/// 4514).
[[nodiscard]] std::string_view parent_name(std::string_view dn);
/// The value of the first component, unescaped as it stands ("Admins du domaine" of CN=Admins du domaine,CN=Users,...).
[[nodiscard]] std::string_view first_value(std::string_view dn);
/// True when `dn` is `top` or lies below it.
[[nodiscard]] bool is_below(std::string_view dn, std::string_view top);

}  // namespace hygie::directory
