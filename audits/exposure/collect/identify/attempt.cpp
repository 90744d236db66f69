// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/attempt.hpp"

namespace hygie::exposure {
namespace {

using Kind = Step::Kind;

// More than any handshake says; an endless talker is cut here.
constexpr std::size_t most_heard = 131'072;

bool take_up(Attempt& out, Stream& stream, const net::PinnedAddress& pinned, const Approach& approach) {
  out.ending = stream.open(pinned);
  if (out.ending != Ending::complete) return false;
  if (!approach.tls) return true;
  out.secured = stream.secure(approach.name, out.ending);
  return out.secured;
}

/// Hears and answers until the dialogue ends, the other side leaves, or time is over.
void converse(Attempt& out, Stream& stream, Dialogue& dialogue) {
  std::size_t total = 0;
  for (;;) {
    const auto before = out.heard.size();
    out.ending = stream.receive(out.heard);
    if (out.ending != Ending::complete) {
      if (auto last = dialogue.end(); last.kind == Kind::done) out.identity = std::move(last.service);
      return;
    }
    total += out.heard.size() - before;
    auto step = dialogue.hear(out.heard);
    if (step.kind == Kind::done) out.identity = std::move(step.service);
    if (step.kind == Kind::done || step.kind == Kind::other || total > most_heard) return;
    if (step.kind == Kind::wait) continue;
    out.heard.clear();
    out.ending = stream.send(step.bytes);
    if (out.ending != Ending::complete) return;
  }
}

}  // namespace

Attempt attempt(const net::PinnedAddress& pinned, Dialogue& dialogue, const Approach& approach,
                const core::Deadline& deadline) {
  Attempt out;
  Stream stream(deadline, approach.limit);
  if (!take_up(out, stream, pinned, approach)) return out;
  dialogue.ask_for(approach.name);
  const auto opening = dialogue.opening();
  out.ending = stream.send(opening);
  if (out.ending == Ending::complete) converse(out, stream, dialogue);
  return out;
}

Attempt listen(const net::PinnedAddress& pinned, const Approach& approach, const core::Deadline& deadline) {
  Attempt out;
  Stream stream(deadline, approach.limit);
  if (!take_up(out, stream, pinned, approach)) return out;
  out.ending = stream.receive(out.heard);
  return out;
}

std::optional<Identity> recognise(net::Bytes heard) {
  for (const auto& info : dialogues()) {
    if (!info.listens_first) continue;
    const auto dialogue = info.make();
    static_cast<void>(dialogue->opening());
    if (auto step = dialogue->hear(heard); step.kind == Kind::done) return std::move(step.service);
  }
  return std::nullopt;
}

bool looks_like_tls(net::Bytes heard) {
  return heard.size() >= 3 && (heard[0] == 0x15 || heard[0] == 0x16) && heard[1] == 3 && heard[2] <= 4;
}

}  // namespace hygie::exposure
