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
  // One answering port in ten thousand may stay unheard.
  static constexpr double enough = 1e-4;

  void witness(bool was_lost) { pass_.add(was_lost); }
  /// The loss of the pass that goes on, smoothed.
  [[nodiscard]] double of_pass(const Witnesses& of_all) const;
  /// The pass is over: what is silent was asked once more. `packets`: questions that the kernel sent for one of ours.
  void end_pass(const Witnesses& of_all, unsigned packets);
  /// The chance that a port which answers was silent in every pass.
  [[nodiscard]] double missed() const { return missed_; }
  [[nodiscard]] const Witnesses& pass() const { return pass_; }
  /// What was seen before this pass was seen at another speed, and counts no more; nor does what this pass saw, unless
  /// it is kept.
  void start_again(bool keep_pass) {
    all_ = keep_pass ? pass_ : Witnesses{};
    pass_ = {};
  }
  [[nodiscard]] Witnesses witnesses() const;

 private:
  [[nodiscard]] double so_far(const Witnesses& of_all) const;

  Witnesses all_, pass_;
  double missed_ = 1;
};

}  // namespace hygie::net
