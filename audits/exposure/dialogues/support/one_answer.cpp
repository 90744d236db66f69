// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/support/one_answer.hpp"

namespace hygie::exposure {

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

}  // namespace hygie::exposure
