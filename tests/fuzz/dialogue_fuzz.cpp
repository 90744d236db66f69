// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/dialogue.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;
using exposure::Dialogue;
using exposure::DialogueInfo;
using exposure::Step;

namespace {

void expect_sound(const Step& told) { fuzz::expect(told.kind != Step::Kind::done || !told.service.protocol.empty()); }

/// What is heard in two parts must end as it does whole.
void hear_over_tcp(const DialogueInfo& info, net::Bytes left, std::size_t cut) {
  // telnet refuses what was asked so far, so that its words depend on the parts
  const bool alike = info.name != "telnet";
  const auto whole = info.make(), parts = info.make();
  fuzz::expect(whole->opening() == parts->opening());
  for (int turn = 0; turn < 8; ++turn) {
    const auto first = left.first(std::min(left.size(), cut));
    const auto told = whole->hear(left);
    auto told_in_parts = parts->hear(first);
    if (told_in_parts.kind == Step::Kind::wait) told_in_parts = parts->hear(left);
    expect_sound(told);
    expect_sound(told_in_parts);
    if (alike) {
      fuzz::expect(told.kind == told_in_parts.kind && told.bytes == told_in_parts.bytes);
      fuzz::expect(told.service.protocol == told_in_parts.service.protocol &&
                   told.service.said == told_in_parts.service.said);
    }
    if (told.kind != Step::Kind::say) break;
    left = left.subspan(first.size());
  }
  expect_sound(whole->end());
}

/// Each `cut` bytes are a datagram.
void hear_over_udp(const DialogueInfo& info, net::Bytes left, std::size_t cut) {
  const auto dialogue = info.make();
  (void)dialogue->opening();
  for (int turn = 0; turn < 64 && !left.empty(); ++turn) {
    const auto datagram = left.first(std::min(left.size(), cut));
    const auto told = dialogue->hear(datagram);
    expect_sound(told);
    fuzz::expect(told.kind != Step::Kind::done || told.service.said.contains("answer_bytes"));
    if (told.kind == Step::Kind::done || told.kind == Step::Kind::other) return;
    left = left.subspan(datagram.size());
  }
  expect_sound(dialogue->end());
}

}  // namespace

// A line says which dialogue, the byte after it where the answers are cut.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  const auto line = text.find('\n');
  if (line == std::string_view::npos || line + 2 > size) return 0;
  const auto* info = exposure::find_dialogue(text.substr(0, line));
  if (info == nullptr) return 0;
  const std::size_t cut = (std::size_t{data[line + 1]} + 1) * (info->transport == exposure::Transport::udp ? 4 : 1);
  const net::Bytes left(data + line + 2, std::min<std::size_t>(size - line - 2, 4096));
  if (info->transport == exposure::Transport::udp)
    hear_over_udp(*info, left, cut);
  else
    hear_over_tcp(*info, left, cut);
  return 0;
}
