// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/formats/version_text.hpp"
#include "audits/exposure/feeds/import/reader.hpp"
#include "audits/exposure/feeds/match/distribution.hpp"
#include "audits/exposure/feeds/read/members.hpp"
#include "audits/exposure/feeds/versions/compare.hpp"
#include "audits/exposure/feeds/versions/dpkg.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <array>

using namespace hygie;
using namespace hygie::exposure::feeds;

namespace {

/// Every order must be the mirror of itself, and a version equal to itself.
void compare(std::string_view text) {
  const auto half = text.size() / 2;
  const auto a = text.substr(0, half), b = text.substr(half);
  constexpr std::array orders{Order::generic, Order::citrix, Order::exchange, Order::dpkg};
  for (const auto order : orders) {
    const auto there = compare_versions(order, a, b), back = compare_versions(order, b, a);
    fuzz::expect((there < 0) == (back > 0) && (there == 0) == (back == 0));
    fuzz::expect(compare_versions(order, a, a) == 0);
  }
  (void)looks_like_version(text);
  (void)signs_of(a, b);
}

core::Status import(std::string_view text, Writer& writer) {
  Stream bytes(from_memory(text));
  return each_member(bytes, "f", [&](const std::string& name, Stream& member) -> core::Status {
    FileReader reader(
        writer, name, [](std::string_view, bool) { return core::Status{}; }, [] { return core::Status{}; });
    const auto held = reader.read(member);
    if (!held) return tl::make_unexpected(held.error());
    fuzz::expect(held->records >= 0);
    return {};
  });
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static auto writer = Writer::begin(":memory:");
  fuzz::expect(writer.has_value());
  const auto text = fuzz::as_text(data, size);
  compare(text.substr(0, 80));
  (void)import(text, *writer);
  return 0;
}
