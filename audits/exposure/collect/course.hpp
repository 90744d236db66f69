// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/gate.hpp"
#include "audits/exposure/facts.hpp"

#include <chrono>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace hygie::exposure {

/// Writes down the facts of an audit that has not come to its end, so that they can be taken up.
using Keep = std::function<void(const ExposureFacts&)>;

/// What of the facts is read piece by piece, each by its name in them.
enum class Piece : std::uint8_t { zone, name, service, mail, policy, site, tls, caa };

/// How far an audit came. Each step is read whole or again; within one, a piece that was read while the audit was being
/// stopped is read again, since a stop looks like silence. What is written down has neither such pieces nor the gaps of
/// a step that did not end.
class Course {
 public:
  Course(ExposureFacts& facts, const Gate& gate, Keep keep) : facts_(facts), gate_(gate), keep_(std::move(keep)) {}

  [[nodiscard]] bool done(std::string_view step) const;
  void begin();
  /// `asks`: it may have been stopped in the middle.
  void end(std::string_view step, bool asks);
  /// One piece is in the facts. To be called by one thread at a time.
  void read(Piece piece, const std::string& id);
  /// Is it worth writing down what there is in the middle of a step? A crash then loses little of a long one.
  [[nodiscard]] bool due() const;
  void write_down();
  /// One a host, in their order.
  [[nodiscard]] std::vector<PortsRead>& ports();
  [[nodiscard]] static std::string id_of(const Site& site) { return site.service + " " + site.url; }

 private:
  [[nodiscard]] ExposureFacts without_cut() const;

  ExposureFacts& facts_;
  const Gate& gate_;
  Keep keep_;
  std::vector<core::Gap> gaps_;  // of the steps before the one being read
  std::set<std::pair<Piece, std::string>> cut_;
  bool stopped_ = false;  // what was read by then is written down; what follows is for the report alone
  std::chrono::steady_clock::time_point written_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::duration cost_{};
};

}  // namespace hygie::exposure
