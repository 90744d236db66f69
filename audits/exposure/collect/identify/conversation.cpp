// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/conversation.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

// More than any handshake says; an endless talker is cut here.
constexpr std::size_t most_heard = 131'072;

}  // namespace

Conversation::Conversation(net::PinnedAddress pinned, Dialogue* dialogue, Approach approach, Time begun)
    : pinned_(std::move(pinned)), dialogue_(dialogue), approach_(std::move(approach)), begun_(begun) {}

Conversation::Time Conversation::wakes_at() const {
  const auto last = begun_ + approach_.limit;
  return stage_ == Stage::holding ? std::min(*ready_ + approach_.hold, last) : last;
}

bool Conversation::ends(Ending ending) {
  stage_ = Stage::over;
  out_.ending = ending;
  return true;
}

/// True when that step is behind.
bool Conversation::passed(State state) {
  if (state == State::failed) ends(stream_.ending());
  return state == State::done;
}

/// Until the connection is there, and TLS on it when it is wanted.
bool Conversation::take_up(Time now) {
  if (stage_ == Stage::connecting) {
    if (!passed(stream_.connect(pinned_))) return false;
    so_far_.connected = now;
    stage_ = Stage::securing;
  }
  if (approach_.tls) {
    if (!passed(stream_.secure(approach_.name))) return false;
    out_.secured = so_far_.secured = true;
  }
  ready_ = now;
  return true;
}

/// Our first word, once its time has come or the other side has spoken before us; false when it is not said.
bool Conversation::speak(Time now) {
  if (now < *ready_ + approach_.hold) {
    if (!passed(stream_.receive(out_.heard))) return false;
  }
  if (dialogue_ == nullptr) return true;
  dialogue_->ask_for(approach_.name);
  const auto opening = dialogue_->opening();
  spoke_ = true;
  said_ = !opening.empty();
  return passed(stream_.send(opening)) || stage_ != Stage::over;
}

/// So many bytes more were heard, and are held against the dialogue; true once it is over.
bool Conversation::hears(std::size_t bytes, Time now) {
  total_ += bytes;
  if (!so_far_.first_heard) so_far_.first_heard = now;
  so_far_.last_heard = now;
  so_far_.awaits_answer = false;
  if (dialogue_ == nullptr) return ends(Ending::complete);
  auto step = dialogue_->hear(out_.heard);
  if (step.kind == Step::Kind::done) out_.identity = std::move(step.service);
  if (step.kind == Step::Kind::done || step.kind == Step::Kind::other || total_ > most_heard)
    return ends(Ending::complete);
  if (step.kind == Step::Kind::wait) return false;
  out_.heard.clear();
  so_far_.awaits_answer = said_ = true;
  return stream_.send(step.bytes) == State::failed && ends(stream_.ending());
}

void Conversation::converse(Time now) {
  if (!out_.heard.empty() && total_ == 0 && hears(out_.heard.size(), now)) return;  // it spoke before us
  for (;;) {
    const auto before = out_.heard.size();
    auto state = stream_.send({});
    if (state != State::failed) state = stream_.receive(out_.heard);
    if (state == State::failed) ends(stream_.ending());
    if (state != State::done || hears(out_.heard.size() - before, now)) return;
  }
}

bool Conversation::go_on(Time now) {
  if ((stage_ == Stage::connecting || stage_ == Stage::securing) && take_up(now)) stage_ = Stage::holding;
  if (stage_ == Stage::holding && speak(now)) stage_ = Stage::talking;
  if (stage_ == Stage::talking) converse(now);
  if (stage_ != Stage::over && now >= begun_ + approach_.limit) ends(Ending::timed_out);
  return stage_ == Stage::over;
}

Attempt Conversation::end(Ending why) {
  if (stage_ != Stage::over) ends(why);
  const bool left = out_.ending == Ending::closed || out_.ending == Ending::reset;
  out_.before_our_word = left && !said_ && total_ == 0 && so_far_.connected;
  // A dialogue that has refused (complete) has said its last word.
  if (!out_.identity && dialogue_ != nullptr && spoke_ && out_.ending != Ending::complete)
    if (auto last = dialogue_->end(); last.kind == Step::Kind::done) out_.identity = std::move(last.service);
  return std::move(out_);
}

}  // namespace hygie::exposure
