// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/attempt.hpp"

#include <poll.h>
#include <algorithm>

namespace hygie::exposure {
namespace {

constexpr int poll_step = 100;  // milliseconds between two looks at the cancellation

/// Until something comes on the socket or it is time; never longer than a step.
void wait_for(const Conversation& conversation, Conversation::Time until) {
  const auto left = until - std::chrono::steady_clock::now();
  const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(left).count();
  pollfd event{conversation.descriptor(), conversation.awaited(), 0};
  ::poll(&event, 1, static_cast<int>(std::clamp<long>(milliseconds, 0, poll_step)));
}

Step first_step(const DialogueInfo& info, net::Bytes heard) {
  const auto dialogue = info.make();
  static_cast<void>(dialogue->opening());
  return dialogue->hear(heard);
}

}  // namespace

Attempt attempt(const net::PinnedAddress& pinned, Dialogue& dialogue, const Approach& approach,
                const core::Deadline& deadline) {
  Conversation conversation(pinned, &dialogue, approach, std::chrono::steady_clock::now());
  while (!conversation.go_on(std::chrono::steady_clock::now())) {
    if (deadline.cancelled()) return conversation.end(Ending::cancelled);
    if (deadline.expired()) return conversation.end(Ending::deadline);
    wait_for(conversation, std::min(conversation.wakes_at(), deadline.at));
  }
  return conversation.end(Ending::timed_out);
}

std::optional<Recognised> recognise(net::Bytes heard) {
  for (const auto& info : dialogues()) {
    if (!info.listens_first) continue;
    if (auto step = first_step(info, heard); step.kind == Step::Kind::done)
      return Recognised{std::move(step.service), info.name};
  }
  return std::nullopt;
}

const DialogueInfo* who_would_answer(net::Bytes heard) {
  for (const auto& info : dialogues())
    if (info.listens_first && first_step(info, heard).kind == Step::Kind::say) return &info;
  return nullptr;
}

bool looks_like_tls(net::Bytes heard) {
  return heard.size() >= 3 && (heard[0] == 0x15 || heard[0] == 0x16) && heard[1] == 3 && heard[2] <= 4;
}

}  // namespace hygie::exposure
