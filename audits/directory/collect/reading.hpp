// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/collect/decode.hpp"
#include "audits/directory/collect/plan.hpp"
#include "audits/directory/read/builder.hpp"

#include <chrono>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace hygie::directory {

/// A search to do, or to do again: a slice of the plan, or the next values of one long attribute.
struct Job {
  Slice slice;
  std::string ranged = {};     // the attribute read in ranges; empty for a slice
  std::size_t next_value = 0;  // where its next range begins
  unsigned page_size = 0;
  int failures = 0;          // since something new came
  std::size_t added = 0;     // entries that were new
  std::size_t repeated = 0;  // entries known already, in the present attempt
};

/// What all connections share: the work left, and what came of it. FactsBuilder is not thread-safe, and one thread is
/// enough: a server sends less than one core decodes.
class Reading {
 public:
  Reading(FactsBuilder& builder, core::Progress& progress, std::deque<Job> jobs)
      : builder_(builder), progress_(progress), pending_(std::move(jobs)) {}

  [[nodiscard]] bool idle() const { return pending_.empty(); }
  [[nodiscard]] Job take();
  void give_back(Job job) { pending_.push_front(std::move(job)); }

  [[nodiscard]] bool hopeless() const { return hopeless_; }
  void lose_hope() { hopeless_ = true; }

  /// Hands an entry over; false when it is malformed.
  bool add(LDAP* handle, LDAPMessage* message, Job& job);
  /// A job came to its end, or will not.
  void finish(const Job& job);
  void abandon(const Job& job, const std::string& why);
  void abandon_all(const std::string& why);
  /// Closes the account: a part that brought nothing, and descriptors that did not come, are gaps.
  void conclude();

 private:
  void add_range(const RawEntry& entry, Job& job);
  void queue_ranges(const RawEntry& entry, const Job& job);
  void count_descriptor(const RawEntry& entry);
  void note_gap(Part part, const std::string& why);

  FactsBuilder& builder_;
  core::Progress& progress_;
  std::deque<Job> pending_;
  EntryDecoder decoder_;
  std::map<Part, std::size_t> entries_;  // that came, by part; parts asked for and empty have 0
  std::map<Part, std::string> gaps_;
  std::set<std::string_view> announced_;  // phases, by their English name
  bool hopeless_ = false;                 // the server failed a job altogether, and sent nothing new since
  std::size_t received_ = 0, with_descriptor_ = 0;
};

}  // namespace hygie::directory
