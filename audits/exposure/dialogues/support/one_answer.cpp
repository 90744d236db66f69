// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/support/one_answer.hpp"

#include <charconv>

namespace hygie::exposure {
namespace {

std::uint64_t bytes_in(const std::string& text) {
  std::uint64_t bytes = 0;
  std::from_chars(text.data(), text.data() + text.size(), bytes);
  return bytes;
}

}  // namespace

net::Buffer Measured::opening() {
  auto bytes = inner_->opening();
  present_ = {bytes.size(), 0};
  return bytes;
}

Step Measured::hear(net::Bytes heard) {
  present_.answered += heard.size();
  return weighed(inner_->hear(heard));
}

Step Measured::weighed(Step step) {
  if (step.kind != Step::Kind::say && step.kind != Step::Kind::done) return step;
  // answered / asked is larger than it was, without a division
  if (worst_.asked == 0 || present_.answered * worst_.asked > worst_.answered * present_.asked) worst_ = present_;
  if (step.kind == Step::Kind::say) {
    present_ = {step.bytes.size(), 0};
  } else {
    step.service.said["request_bytes"] = std::to_string(worst_.asked);
    step.service.said["answer_bytes"] = std::to_string(worst_.answered);
  }
  return step;
}

void keep_heaviest(Said& kept, const Said& other) {
  constexpr const char *request = "request_bytes", *answer = "answer_bytes";
  if (!other.contains(request) || !other.contains(answer) || !kept.contains(request)) return;
  const auto ours = bytes_in(kept[answer]) * bytes_in(other.at(request));
  if (bytes_in(other.at(answer)) * bytes_in(kept[request]) <= ours) return;
  kept[request] = other.at(request);
  kept[answer] = other.at(answer);
}

}  // namespace hygie::exposure
