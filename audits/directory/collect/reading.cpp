// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/reading.hpp"

#include "core/i18n.hpp"

#include <fmt/format.h>

namespace hygie::directory {
namespace {

using core::msgid;
using core::tr;

constexpr std::size_t progress_step = 500;

const char* phase_name(Part part) {
  switch (part) {
    case Part::configuration: return msgid("reading the configuration of the forest");
    case Part::schema: return msgid("reading the schema");
    case Part::domain_dns:
    case Part::forest_dns: return msgid("reading the DNS zones");
    default: return msgid("reading the objects of the domain");
  }
}

Job range_job(const Job& parent, std::string_view dn, const ValueRange& range) {
  Job job;
  job.slice.part = parent.slice.part;
  job.ranged = range.attribute;
  job.next_value = *range.last + 1;
  job.slice.request = {std::string(dn),
                       LDAP_SCOPE_BASE,
                       "(objectClass=*)",
                       {fmt::format("{};range={}-*", range.attribute, job.next_value)}};
  return job;
}

}  // namespace

Job Reading::take() {
  Job job = std::move(pending_.front());
  pending_.pop_front();
  const auto part = job.slice.part;
  entries_.try_emplace(part, 0);
  const std::string_view phase = phase_name(part);
  if (announced_.insert(phase).second) progress_.phase(tr(phase.data()));
  return job;
}

bool Reading::add(LDAP* handle, LDAPMessage* message, Job& job) {
  const auto entry = decoder_.decode(handle, message);
  if (!entry) return false;
  if (!job.ranged.empty()) {
    add_range(*entry, job);
    return true;
  }
  ++entries_[job.slice.part];
  if (!builder_.add(*entry)) {
    ++job.repeated;
    return true;
  }
  ++job.added;
  job.failures = 0;
  hopeless_ = false;
  count_descriptor(*entry);
  queue_ranges(*entry, job);
  if (++received_ % progress_step == 0) progress_.advance(received_, 0);
  return true;
}

/// The answer to a range job: its values, and whether more follow. An answer that does not go forward ends the job as a
/// gap.
void Reading::add_range(const RawEntry& entry, Job& job) {
  for (const auto& attribute : entry.attributes) {
    const auto range = parse_range(attribute.name);
    const bool plain = !range && same_text(attribute.name, job.ranged);
    if (!plain && (!range || !same_text(range->attribute, job.ranged))) continue;
    if (range && (range->first != job.next_value || attribute.values.empty())) continue;
    const bool complete = plain || !range->last;
    builder_.add_range(entry.dn, job.ranged, attribute.values, complete);
    job.added = complete ? 1 : 0;
    job.failures = 0;
    if (complete) return;
    pending_.push_front(range_job(job, entry.dn, *range));
    pending_.front().page_size = 0;
    job.added = 1;
    return;
  }
}

void Reading::queue_ranges(const RawEntry& entry, const Job& job) {
  for (const auto& attribute : entry.attributes) {
    // Servers answer an attribute in ranges under two names: "member" without values, and "member;range=0-1499".
    if (attribute.name.find(';') == std::string_view::npos) continue;
    const auto range = parse_range(attribute.name);
    if (range && range->last) pending_.push_back(range_job(job, entry.dn, *range));
  }
}

void Reading::count_descriptor(const RawEntry& entry) {
  const auto* descriptor = find_attribute(entry, "nTSecurityDescriptor");
  if (descriptor != nullptr && !descriptor->values.empty()) ++with_descriptor_;
}

void Reading::note_gap(Part part, const std::string& why) {
  if (gaps_.emplace(part, why).second) builder_.add_gap(std::string(to_string(part)), why);
}

void Reading::finish(const Job& job) {
  if (!job.ranged.empty() && job.added == 0) abandon(job, tr("the server gives no end to a list of values"));
}

void Reading::abandon(const Job& job, const std::string& why) {
  if (job.ranged.empty()) return note_gap(job.slice.part, why);
  builder_.add_range(job.slice.request.base, job.ranged, {}, false);
  note_gap(job.slice.part, tr("{} of {} is incomplete: {}", job.ranged, job.slice.request.base, why));
}

void Reading::abandon_all(const std::string& why) {
  for (const auto& job : pending_) abandon(job, why);
  pending_.clear();
}

void Reading::conclude() {
  progress_.advance(received_, received_);
  for (const auto& [part, count] : entries_)
    if (count == 0) note_gap(part, search_reason({LDAP_SUCCESS, {}}));
  if (received_ > 0 && with_descriptor_ * 2 < received_)
    note_gap(Part::descriptors, tr("the rights on {} objects of {} did not come: this account may not read them, or "
                                   "the server does not give them",
                                   received_ - with_descriptor_, received_));
}

}  // namespace hygie::directory
