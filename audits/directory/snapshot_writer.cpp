// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/snapshot.hpp"
#include "audits/directory/snapshot_fields.hpp"
#include "audits/directory/snapshot_format.hpp"

#include <array>

namespace hygie::directory {
namespace {

using namespace snapshot;

/// Numbers go to the body, seven bits a byte; texts one after the other to the text, their lengths to the body.
class Writer {
 public:
  template <class... Things>
  void operator()(const Things&... things) {
    (put(things), ...);
  }
  void bytes(const std::array<std::uint8_t, 16>& raw) { body_.append(reinterpret_cast<const char*>(raw.data()), 16); }
  void required(SidRef) {}
  void sids(const SidTable& table) {
    put(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
      const auto& sid = table.at(SidRef{static_cast<std::uint32_t>(i)});
      put(sid.authority());
      put(sid.sub_authorities().size());
      for (const auto sub : sid.sub_authorities()) put(sub);
    }
  }
  void names(const NameTable& table) {
    put(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) put(table.text(NameRef{static_cast<std::uint32_t>(i)}));
  }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& body() const { return body_; }

 private:
  template <std::unsigned_integral Number>
  void put(Number value) {
    std::uint64_t left = value;
    for (; left >= 0x80U; left >>= 7U) body_ += static_cast<char>(left | 0x80U);
    body_ += static_cast<char>(left);
  }
  void put(std::int64_t value) { put(zigzag(value)); }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void put(Enum value) {
    if constexpr (is_reference<Enum>)
      put(static_cast<std::uint32_t>(static_cast<std::uint32_t>(value) + 1U));
    else
      put(static_cast<std::uint32_t>(value));
  }
  void put(core::Instant at) { put(OptionalInstant(at)); }
  void put(OptionalInstant at) { put(at ? zigzag((*at).time_since_epoch().count()) + 1U : std::uint64_t{0}); }
  void put(std::string_view value) {
    put(value.size());
    text_ += value;
  }
  template <class Thing>
  void put(const std::optional<Thing>& value) {
    put(static_cast<std::uint8_t>(value.has_value()));
    if (value) put(*value);
  }
  template <class Thing>
  void put(const std::vector<Thing>& things) {
    put(things.size());
    for (const auto& thing : things) put(thing);
  }
  template <class Thing>
  requires(std::is_class_v<Thing> &&
           !std::is_convertible_v<const Thing&, std::string_view>) void put(const Thing& thing) {
    visit(*this, thing);
  }

  std::string text_, body_;
};

}  // namespace

std::string snapshot::pack(const std::string& text, const std::string& body) {
  return core::pack_snapshot(kind, std::array<std::string_view, 2>{text, body});
}

std::string write_snapshot(const DirectoryFacts& facts) {
  Writer writer;
  visit(writer, facts);
  return pack(writer.text(), writer.body());
}

}  // namespace hygie::directory
