// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/sddl.hpp"

#include "audits/directory/read/sddl_tables.hpp"
#include "audits/directory/read/security_descriptor.hpp"

#include <charconv>

namespace hygie::directory {
namespace {

constexpr std::uint16_t dacl_present = 0x0004, dacl_auto_inherit_required = 0x0100, dacl_auto_inherited = 0x0400,
                        dacl_protected = 0x1000, sacl_present = 0x0010, self_relative = 0x8000;

Sid alias_sid(const sddl::Alias& alias, const Sid& domain, const Sid& root) {
  switch (alias.base) {
    case sddl::Base::domain: return domain.with_rid(alias.rid);
    case sddl::Base::root: return root.with_rid(alias.rid);
    case sddl::Base::builtin: return well_known::builtin(alias.rid);
    case sddl::Base::absolute: break;
  }
  const std::array<std::uint8_t, 12> raw{1, 1, 0, 0, 0, 0, 0, alias.authority, static_cast<std::uint8_t>(alias.rid)};
  return Sid::from_bytes(raw).value_or(Sid{});
}

bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

class SddlReader {
 public:
  SddlReader(std::string_view text, SidTable& sids, const Sid& domain, const Sid& root)
      : text_(text), sids_(sids), domain_(domain), root_(root) {}

  std::optional<SecurityDescriptor> run() {
    SecurityDescriptor out;
    out.control = self_relative;
    out.null_dacl = true;
    while (!text_.empty()) {
      if (take(text_, "O:")) {
        if (!take_sid(text_, out.owner)) return std::nullopt;
      } else if (take(text_, "G:")) {
        if (!take_sid(text_, out.group)) return std::nullopt;
      } else if (take(text_, "D:")) {
        out.control |= dacl_present;
        out.null_dacl = false;
        if (!take_acl(out, true)) return std::nullopt;
      } else if (take(text_, "S:")) {
        if (!take_acl(out, false)) return std::nullopt;
      } else {
        return std::nullopt;
      }
    }
    return out;
  }

 private:
  bool take_sid(std::string_view& text, SidRef& out) {
    if (text.starts_with("S-")) {
      const auto end = text.find_first_not_of("S-0123456789xabcdef", 0);
      const auto sid = Sid::from_text(text.substr(0, end));
      if (!sid) return false;
      text.remove_prefix(std::min(end, text.size()));
      out = sids_.intern(*sid);
      return true;
    }
    for (const auto& alias : sddl::aliases) {
      if (!take(text, alias.text)) continue;
      out = sids_.intern(alias_sid(alias, domain_, root_));
      return true;
    }
    return false;
  }

  bool take_acl(SecurityDescriptor& out, bool discretionary) {
    std::uint16_t flags = 0;
    for (bool more = true; more;) {
      if (take(text_, "NO_ACCESS_CONTROL"))
        out.null_dacl = discretionary;
      else if (take(text_, "P"))
        flags |= dacl_protected;
      else if (take(text_, "AR"))
        flags |= dacl_auto_inherit_required;
      else if (take(text_, "AI"))
        flags |= dacl_auto_inherited;
      else
        more = false;
    }
    if (discretionary)
      out.control |= flags;
    else
      out.control |= sacl_present;
    while (text_.starts_with('(')) {
      const auto body = take_parentheses();
      if (!body) return false;
      if (!discretionary) continue;
      const auto ace = read_ace(*body);
      if (!ace) return false;
      if (ace->trustee != SidRef::none) out.aces.push_back(*ace);
    }
    return true;
  }

  /// A condition holds parentheses of its own.
  std::optional<std::string_view> take_parentheses() {
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '(') ++depth;
      if (text_[i] == ')' && --depth == 0) {
        const auto body = text_.substr(1, i - 1);
        text_.remove_prefix(i + 1);
        return body;
      }
    }
    return std::nullopt;
  }

  static std::string_view field(std::string_view& body) {
    const auto end = body.find(';');
    const auto value = body.substr(0, end);
    body.remove_prefix(end == std::string_view::npos ? body.size() : end + 1);
    return value;
  }

  static std::optional<Ace::Type> type_of(std::string_view word) {
    if (word == "A" || word == "OA" || word == "XA" || word == "ZA") return Ace::Type::allow;
    if (word == "D" || word == "OD") return Ace::Type::deny;
    if (word == "XD") return Ace::Type::other;
    return std::nullopt;
  }

  /// An entry without trustee is one that gives no right (an audit entry).
  std::optional<Ace> read_ace(std::string_view body) {
    Ace ace;
    const auto word = field(body);
    if (word == "AU" || word == "OU" || word == "AL" || word == "OL") return ace;
    const auto type = type_of(word);
    if (!type) return std::nullopt;
    ace.type = *type;
    std::uint32_t flags = 0, mask = 0;
    if (!read_words(field(body), flags, sddl::ace_flags)) return std::nullopt;
    ace.flags = static_cast<std::uint8_t>(flags);
    if (!read_mask(field(body), mask)) return std::nullopt;
    ace.mask = map_generic(mask);
    ace.generic_bits = (mask & generic_bits) != 0;
    if (!read_guid(field(body), ace.object) || !read_guid(field(body), ace.inherited)) return std::nullopt;
    auto sid = field(body);
    if (!take_sid(sid, ace.trustee) || !sid.empty()) return std::nullopt;
    return ace;
  }

  static bool read_guid(std::string_view text, Guid& out) {
    if (text.empty()) return true;
    const auto guid = Guid::from_text(text);
    if (guid) out = *guid;
    return guid.has_value();
  }

  template <class... Tables>
  static bool read_words(std::string_view text, std::uint32_t& out, const Tables&... tables) {
    const auto one_of = [&](const auto& table) {
      for (const auto& word : table) {
        if (!take(text, word.text)) continue;
        out |= word.bits;
        return true;
      }
      return false;
    };
    while (!text.empty())
      if (!(one_of(tables) || ...)) return false;
    return true;
  }

  static bool read_mask(std::string_view text, std::uint32_t& out) {
    if (text.empty() || text.front() < '0' || text.front() > '9')
      return read_words(text, out, sddl::rights, sddl::other_rights);
    const int base = take(text, "0x") ? 16 : 10;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, base);
    return error == std::errc{} && end == text.data() + text.size();
  }

  std::string_view text_;
  SidTable& sids_;
  const Sid& domain_;
  const Sid& root_;
};

}  // namespace

std::optional<SecurityDescriptor> read_sddl(std::string_view text, SidTable& sids, const Sid& domain, const Sid& root) {
  return SddlReader(text, sids, domain, root).run();
}

}  // namespace hygie::directory
