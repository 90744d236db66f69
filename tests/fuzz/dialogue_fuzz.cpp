// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/dialogue.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;
using exposure::Step;

// The first byte says which dialogue, the second where the answer is cut in turns: what is heard in parts must end as
// it does whole.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const auto& info = exposure::dialogues()[data[0] % exposure::dialogues().size()];
  net::Bytes left(data + 2, size - 2);
  const auto dialogue = info.make();
  (void)dialogue->opening();
  for (int turn = 0; turn < 8; ++turn) {
    const auto some =
        left.first(std::min<std::size_t>(left.size(), turn == 7 ? left.size() : std::size_t{data[1]} + 1));
    const auto step = dialogue->hear(some);
    if (step.kind == Step::Kind::done) fuzz::expect(!step.service.protocol.empty());
    if (step.kind == Step::Kind::done || step.kind == Step::Kind::other) return 0;
    if (step.kind == Step::Kind::say)
      left = left.subspan(some.size());
    else if (some.size() == left.size())
      break;
    else if (dialogue->hear(left).kind != Step::Kind::say)
      return 0;
  }
  (void)dialogue->end();
  return 0;
}
