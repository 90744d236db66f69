// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace hygie::net {

/// Questions to ports that are known to answer, and those that stayed without answer.
struct Witnesses {
  unsigned asked = 0, lost = 0;
  void add(bool was_lost) {
    ++asked;
    lost += was_lost ? 1 : 0;
  }
  Witnesses& operator+=(const Witnesses& other) {
    asked += other.asked;
    lost += other.lost;
    return *this;
  }
};

/// What the silence of a host is worth: how much of what it is asked is lost, by questions to ports that answered
/// before
/// ("witnesses"), spread among the others and therefore under the same load. Few of them lean on those of all hosts.
class Loss {
 public:
  // One answering port in twenty thousand may stay unheard.
  static constexpr double enough = 5e-5;

  void witness(bool was_lost) { pass_.add(was_lost); }
  /// The loss of the pass that goes on, smoothed.
  [[nodiscard]] double of_pass(const Witnesses& of_all) const;
  /// The pass is over: what is silent was asked once more. `packets`: questions that the kernel sent for one of ours.
  void end_pass(const Witnesses& of_all, unsigned packets);
  /// The chance that a port which answers was silent in every pass.
  [[nodiscard]] double missed() const { return missed_; }
  [[nodiscard]] const Witnesses& pass() const { return pass_; }
  /// The part that was lost of all that counts, as it was seen; 0 without a witness.
  [[nodiscard]] double share() const;
  /// What was seen before this pass was seen at another speed, or of ports that are no witnesses: it counts no more.
  void keep_pass_only() {
    all_ = pass_;
    pass_ = {};
  }
  /// The passes made so far lost no more than what counts now.
  void judge_by(const Witnesses& of_all) { missed_ = so_far(of_all); }
  void drop_pass() { pass_ = {}; }
  [[nodiscard]] Witnesses witnesses() const;

 private:
  [[nodiscard]] double so_far(const Witnesses& of_all) const;

  Witnesses all_, pass_;
  double missed_ = 1;
};

}  // namespace hygie::net
