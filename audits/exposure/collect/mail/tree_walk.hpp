// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/mail/lookup.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure {

/// The DMARC records among the answers: the version first, in its own letters (RFC 9989, 4.7).
[[nodiscard]] std::vector<std::string> dmarc_records(const Answer& answer);

/// The DNS tree walk (RFC 9989, 4.10): who publishes a DMARC record from a domain up to the root, in eight questions
/// at most.
class TreeWalk {
 public:
  struct Step {
    std::string domain;
    std::vector<std::string> records;
    bool answered = true;
    char psd = 'u';                                                   // of its only record: 'y', 'n', or 'u'
    [[nodiscard]] bool valid() const { return records.size() == 1; }  // several are all discarded
  };
  TreeWalk(const std::string& domain, const Lookup& lookup);

  [[nodiscard]] const Step& start() const { return steps_.front(); }
  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
  /// Was every question answered? What an unanswered one hides may change the organisation.
  [[nodiscard]] bool complete() const;
  /// The organisational domain (4.10.2); the domain itself when nobody publishes anything.
  [[nodiscard]] std::string organisation() const;
  /// Whose record holds for what is below the organisation: its own, else its public suffix's; null without any.
  [[nodiscard]] const Step* above() const;

 private:
  std::vector<Step> steps_;  // from the domain upwards, to the first "psd=y" or "psd=n"
};

/// The names that a walk asks, in order, before any answer: eight at most.
[[nodiscard]] std::vector<std::string> walked_names(const std::string& domain);

}  // namespace hygie::exposure
