// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/bytes.hpp"
#include "audits/directory/snapshot.hpp"
#include "audits/directory/snapshot_fields.hpp"
#include "audits/directory/snapshot_format.hpp"

#include <algorithm>
#include <limits>

namespace hygie::directory {
namespace {

using namespace snapshot;

// Enough for any date that a check computes with: years 0 to 9999.
constexpr std::int64_t first_second = -62'167'219'200, last_second = 253'402'300'799;

template <class Enum>
constexpr std::uint32_t last_of();
template <>
constexpr std::uint32_t last_of<AccountKind>() {
  return static_cast<std::uint32_t>(AccountKind::trust);
}
template <>
constexpr std::uint32_t last_of<NodeKind>() {
  return static_cast<std::uint32_t>(NodeKind::other);
}
template <>
constexpr std::uint32_t last_of<Ace::Type>() {
  return static_cast<std::uint32_t>(Ace::Type::other);
}
template <>
constexpr std::uint32_t last_of<CertificateFacts::Where>() {
  return static_cast<std::uint32_t>(CertificateFacts::Where::aia);
}
template <>
constexpr std::uint32_t last_of<CertificateFacts::Key>() {
  return static_cast<std::uint32_t>(CertificateFacts::Key::undecodable);
}

/// The mirror of the writer. After the first contradiction it reads zeros and empty lists, and `good` is false: a list
/// cannot be longer than what is left of the body, so that it always ends soon.
class Reader {
 public:
  Reader(std::string_view body, std::string_view text) : body_(body), text_(text) {}

  template <class... Things>
  void operator()(Things&... things) {
    (get(things), ...);
  }
  void bytes(std::array<std::uint8_t, 16>& raw) {
    if (body_.size() < raw.size()) return fail();
    std::copy_n(body_.begin(), raw.size(), raw.begin());
    body_.remove_prefix(raw.size());
  }
  void required(SidRef ref) {
    if (ref == SidRef::none) fail();
  }
  void sids(SidTable& table) {
    const auto count = length();
    table.reserve(std::min<std::size_t>(count, body_.size() / 4));
    for (std::uint64_t i = 0; i < count && good_; ++i)
      if (table.intern(sid()) != SidRef{static_cast<std::uint32_t>(i)}) fail();
    sid_count_ = table.size();
  }
  void names(NameTable& table) {
    const auto count = length();
    table.reserve(count);
    std::string_view name;
    for (std::uint64_t i = 0; i < count && good_; ++i) {
      get(name);
      if (table.intern_foreign(name) != NameRef{static_cast<std::uint32_t>(i)}) fail();
    }
    name_count_ = table.size();
  }
  /// Nothing contradictory was met, and nothing is left.
  [[nodiscard]] bool finished() const { return good_ && body_.empty() && text_.empty(); }

 private:
  void fail() {
    good_ = false;
    body_ = {};
    text_ = {};
  }
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !body_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(body_.front());
      body_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte < 0x80U) {
        if (shift == 63 && byte > 1) break;
        return value;
      }
    }
    fail();
    return 0;
  }
  std::uint64_t length() {
    const auto count = varint();
    if (count <= body_.size()) return count;
    fail();
    return 0;
  }
  Sid sid() {
    std::array<std::uint8_t, 8 + 4 * 15> raw{1};
    const auto authority = varint();
    const auto count = varint();
    if (authority >> 48U != 0 || count > 15) fail();
    if (!good_) return {};
    raw[1] = static_cast<std::uint8_t>(count);
    for (std::size_t i = 0; i < 6; ++i) raw[2 + i] = static_cast<std::uint8_t>(authority >> (8U * (5 - i)));
    for (std::size_t i = 0; i < count; ++i) {
      std::uint32_t sub = 0;
      get(sub);
      for (std::size_t j = 0; j < 4; ++j) raw[8 + 4 * i + j] = static_cast<std::uint8_t>(sub >> (8U * j));
    }
    return Sid::from_bytes(Bytes(raw).first(8 + 4 * count)).value_or(Sid{});
  }
  template <std::unsigned_integral Number>
  void get(Number& out) {
    const auto value = varint();
    if (value > std::numeric_limits<Number>::max()) return fail();
    out = static_cast<Number>(value);
  }
  void get(bool& out) {
    const auto value = varint();
    if (value > 1) return fail();
    out = value == 1;
  }
  void get(std::int64_t& out) { out = unzigzag(varint()); }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void get(Enum& out) {
    std::uint32_t value = 0;
    get(value);
    if constexpr (is_reference<Enum>) {
      if (value > count_of(out)) return fail();
      out = Enum{value - 1U};
    } else {
      if (value > last_of<Enum>()) return fail();
      out = static_cast<Enum>(value);
    }
  }
  [[nodiscard]] std::size_t count_of(NameRef) const { return name_count_; }
  [[nodiscard]] std::size_t count_of(SidRef) const { return sid_count_; }
  [[nodiscard]] std::size_t count_of(DescriptorRef) const { return descriptor_count_; }
  void get(OptionalInstant& out) {
    const auto value = varint();
    if (value == 0) return;
    const auto seconds = unzigzag(value - 1U);
    if (seconds < first_second || seconds > last_second) return fail();
    out = core::Instant{std::chrono::seconds{seconds}};
  }
  void get(core::Instant& out) {
    OptionalInstant at;
    get(at);
    if (!at) return fail();
    out = *at;
  }
  void get(std::string_view& out) {
    const auto size = varint();
    if (size > text_.size()) return fail();
    out = text_.substr(0, size);
    text_.remove_prefix(size);
  }
  void get(std::string& out) {
    std::string_view text;
    get(text);
    out = text;
  }
  template <class Thing>
  void get(std::optional<Thing>& out) {
    bool there = false;
    get(there);
    if (there) get(out.emplace());
  }
  template <class Thing>
  void get(std::vector<Thing>& out) {
    const auto count = length();
    // What a hostile count may reserve is bounded by what the body could hold: sixteen bytes of memory a byte.
    out.reserve(std::min<std::size_t>(count, body_.size() / (sizeof(Thing) / 16 + 1)));
    for (std::uint64_t i = 0; i < count && good_; ++i) {
      get(out.emplace_back());
      if constexpr (std::is_enum_v<Thing>)
        if (out.back() == Thing::none) fail();  // a list names things
    }
    if constexpr (std::is_same_v<Thing, SecurityDescriptor>) descriptor_count_ = out.size();
  }
  template <class Thing>
  requires std::is_class_v<Thing>
  void get(Thing& out) { visit(*this, out); }

  std::string_view body_, text_;
  bool good_ = true;
  std::size_t name_count_ = 0, sid_count_ = 0, descriptor_count_ = 0;
};

}  // namespace

core::Result<DirectoryFacts> read_snapshot(std::string_view bytes) {
  auto parts = core::unpack_snapshot(bytes, kind, 2);
  if (!parts) return tl::make_unexpected(parts.error());
  auto& text = parts->front();
  DirectoryFacts facts;
  Reader reader(parts->back().view(), facts.text.adopt(std::move(text.data), text.size));
  visit(reader, facts);
  if (!reader.finished()) return tl::make_unexpected(core::damaged_snapshot());
  derive(facts);
  return facts;
}

}  // namespace hygie::directory
