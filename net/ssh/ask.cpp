// SPDX-License-Identifier: EUPL-1.2
#include "net/ssh/ask.hpp"

namespace hygie::net::ssh {

std::string Answer::why() const {
  if (!told.ended.empty()) return told.ended;
  return ending == Ending::complete ? std::string() : ending_name(ending);
}

Answer ask(const PinnedAddress& pinned, Question question, const core::Deadline& deadline,
           std::chrono::milliseconds limit) {
  Answer answer;
  Channel channel(deadline, limit);
  Talk talk(std::move(question));
  answer.ending = channel.open(pinned);
  answer.connected = answer.ending == Ending::complete;
  if (answer.ending == Ending::complete) answer.ending = channel.send(Talk::opening());
  while (answer.ending == Ending::complete) {
    Buffer heard, reply;
    answer.ending = channel.receive(heard);
    if (answer.ending != Ending::complete) break;
    const bool more = talk.hear(heard, reply);
    if (!reply.empty() && more) answer.ending = channel.send(reply);
    if (!more) break;
  }
  answer.told = talk.told();
  return answer;
}

}  // namespace hygie::net::ssh
