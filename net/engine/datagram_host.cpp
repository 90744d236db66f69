// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/datagram_host.hpp"

#include <algorithm>

namespace hygie::net {
namespace {

constexpr unsigned most_controls_lost = 3;
// So many ports silent again beside answered controls: the host filters, it does not count.
constexpr unsigned enough_silences = 8;
constexpr DatagramHost::Time least_last{2'000'000};

}  // namespace

DatagramHost::DatagramHost(Time measured) {
  if (measured.count() > 0) trip_.sample(measured);
}

DatagramHost::Time DatagramHost::window(unsigned question, unsigned questions) const {
  auto window = std::max(floor, trip_.longest());
  for (unsigned i = 1; i < question && window < longest; ++i) window *= 2;
  if (question >= questions) window = std::max(window, least_last);
  return std::min(window, longest);
}

void DatagramHost::answered(unsigned question, Time since_first) {
  if (question == 1 || !trip_.measured()) trip_.sample(since_first);
}

void DatagramHost::refused(unsigned question, Time since_first, Clock::time_point now) {
  answered(question, since_first);
  ++refusals_;
  if (careful_ && question > 1) limits_ = true;
  look_closer(now);
}

void DatagramHost::kept_silent(unsigned question, Clock::time_point now) {
  ++silences_;
  if (careful_ && question > 1) ++careful_silences_;
  look_closer(now);
}

void DatagramHost::look_closer(Clock::time_point now) {
  if (examined_ || refusals_ == 0 || silences_ == 0) return;
  examined_ = careful_ = true;
  since_control_ = questions_to_a_control;  // the control comes first
  next_ = now + pause;
  give_up_ = now + longest_care;
}

void DatagramHost::asked(Clock::time_point now) {
  if (!careful_) return;
  if (now >= give_up_) {
    doubtful_ = true;
    careful_ = false;
    return;
  }
  ++since_control_;
  next_ = now + spacing_;
}

void DatagramHost::control_asked(Clock::time_point now) {
  since_control_ = 0;
  next_ = now + spacing_;
}

void DatagramHost::control(bool was_refused, Clock::time_point now) {
  if (was_refused) {
    controls_lost_ = 0;
    if (++controls_refused_ >= 2) spacing_ = careful_spacing;
    if (!limits_ && careful_silences_ >= enough_silences) careful_ = false;
    return;
  }
  // One loss may be the network's: slower for a while, and the control again.
  controls_refused_ = 0;
  if (++controls_lost_ >= most_controls_lost) {
    doubtful_ = true;
    careful_ = false;
    return;
  }
  spacing_ = slowest_spacing;
  since_control_ = questions_to_a_control;
  next_ = now + spacing_;
}

bool DatagramHost::wants_control(bool last) const {
  return careful_ && since_control_ >= (last ? 1U : questions_to_a_control);
}

}  // namespace hygie::net
