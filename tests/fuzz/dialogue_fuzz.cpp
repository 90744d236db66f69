// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/dialogue.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;
using exposure::Step;

// The first byte says which dialogue, the second where the answers are cut. What is heard in two parts must end as it
// does whole.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const auto& info = exposure::dialogues()[data[0] % exposure::dialogues().size()];
  const std::size_t cut = std::size_t{data[1]} + 1;
  net::Bytes left(data + 2, std::min<std::size_t>(size - 2, 4096));
  const auto whole = info.make(), parts = info.make();
  fuzz::expect(whole->opening() == parts->opening());
  for (int turn = 0; turn < 8; ++turn) {
    const auto first = left.first(std::min(left.size(), cut));
    const auto told = whole->hear(left);
    auto told_in_parts = parts->hear(first);
    if (told_in_parts.kind == Step::Kind::wait) told_in_parts = parts->hear(left);
    fuzz::expect(told.kind == told_in_parts.kind && told.bytes == told_in_parts.bytes);
    fuzz::expect(told.service.protocol == told_in_parts.service.protocol &&
                 told.service.said == told_in_parts.service.said);
    fuzz::expect(told.kind != Step::Kind::done || !told.service.protocol.empty());
    if (told.kind == Step::Kind::done || told.kind == Step::Kind::other) return 0;
    if (told.kind == Step::Kind::wait) break;
    left = left.subspan(first.size());
  }
  (void)whole->end();
  return 0;
}
