// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/builder_state.hpp"
#include "audits/directory/read/dn_values.hpp"
#include "audits/directory/read/filetime.hpp"
#include "audits/directory/read/replication_metadata.hpp"
#include "audits/directory/read/security_descriptor.hpp"

#include <limits>

namespace hygie::directory {
namespace {

constexpr std::int64_t ticks_a_second = 10'000'000;

std::optional<std::int64_t> to_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

void FactsBuilder::State::note_malformed(Attribute attribute, std::string_view dn) {
  auto& one = malformed[attribute];
  if (one.count++ == 0) one.first = dn;
}

std::string_view FactsBuilder::State::keep(const EntryView& entry, Attribute attribute) {
  return facts.text.keep(entry.first(attribute));
}

std::vector<std::string_view> FactsBuilder::State::keep_all(const EntryView& entry, Attribute attribute) {
  const auto values = entry.all(attribute);
  std::vector<std::string_view> kept;
  kept.reserve(values.size());
  for (const auto value : values) kept.push_back(facts.text.keep(value));
  return kept;
}

std::optional<std::int64_t> FactsBuilder::State::integer(const EntryView& entry, Attribute attribute) {
  if (!entry.has(attribute)) return std::nullopt;
  const auto value = to_integer(entry.first(attribute));
  if (!value) note_malformed(attribute, entry.dn());
  return value;
}

/// Active Directory writes flags as signed numbers: -2147483646 is 0x80000002.
std::optional<std::uint32_t> FactsBuilder::State::number(const EntryView& entry, Attribute attribute) {
  const auto value = integer(entry, attribute);
  if (!value) return std::nullopt;
  if (*value < std::numeric_limits<std::int32_t>::min() || *value > std::numeric_limits<std::uint32_t>::max()) {
    note_malformed(attribute, entry.dn());
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(*value);
}

std::uint32_t FactsBuilder::State::number_or(const EntryView& entry, Attribute attribute, std::uint32_t fallback) {
  return number(entry, attribute).value_or(fallback);
}

std::optional<bool> FactsBuilder::State::boolean(const EntryView& entry, Attribute attribute) {
  if (!entry.has(attribute)) return std::nullopt;
  const auto value = entry.first(attribute);
  if (same_name(value, "TRUE")) return true;
  if (same_name(value, "FALSE")) return false;
  note_malformed(attribute, entry.dn());
  return std::nullopt;
}

/// Durations are negative counts of 100 ns; the smallest number means for ever (MS-SAMR 2.2.4.1), which facts write 0.
std::optional<std::int64_t> FactsBuilder::State::interval(const EntryView& entry, Attribute attribute) {
  const auto value = integer(entry, attribute);
  if (!value) return std::nullopt;
  if (*value == std::numeric_limits<std::int64_t>::min()) return 0;
  return (*value < 0 ? -*value : *value) / ticks_a_second;
}

OptionalInstant FactsBuilder::State::filetime(const EntryView& entry, Attribute attribute) {
  const auto value = integer(entry, attribute);
  return value ? read_filetime(*value) : OptionalInstant{};
}

OptionalInstant FactsBuilder::State::time(const EntryView& entry, Attribute attribute) {
  if (!entry.has(attribute)) return {};
  const auto value = read_generalised_time(entry.first(attribute));
  if (!value) note_malformed(attribute, entry.dn());
  return value;
}

OptionalInstant FactsBuilder::State::changed(const EntryView& entry, std::uint32_t attribute_id) {
  if (!entry.has(Attribute::replication_metadata)) return {};
  bool bad = false;
  const auto at = last_change(as_bytes(entry.first(Attribute::replication_metadata)), attribute_id, bad);
  if (bad) note_malformed(Attribute::replication_metadata, entry.dn());
  return at;
}

NameRef FactsBuilder::State::value_name(std::string_view value) {
  const auto dn = plain_dn(value);
  return dn.empty() ? NameRef::none : facts.names.intern(dn);
}

NameRef FactsBuilder::State::name(const EntryView& entry, Attribute attribute) {
  return entry.has(attribute) ? value_name(entry.first(attribute)) : NameRef::none;
}

std::vector<NameRef> FactsBuilder::State::name_list(const EntryView& entry, Attribute attribute) {
  const auto values = entry.all(attribute);
  std::vector<NameRef> names;
  names.reserve(values.size());
  for (const auto value : values) {
    const auto ref = value_name(value);
    if (ref == NameRef::none)
      note_malformed(attribute, entry.dn());
    else
      names.push_back(ref);
  }
  return names;
}

SidRef FactsBuilder::State::sid(const EntryView& entry, Attribute attribute) {
  if (!entry.has(attribute)) return SidRef::none;
  const auto raw = entry.first(attribute);
  std::size_t used = 0;
  auto value = Sid::from_bytes(as_bytes(raw), &used);
  if (value && used != raw.size()) value.reset();
  if (!value) value = Sid::from_text(raw);  // some exports write SIDs as text
  if (!value) {
    note_malformed(attribute, entry.dn());
    return SidRef::none;
  }
  return facts.sids.intern(*value);
}

DescriptorRef FactsBuilder::State::descriptor(const EntryView& entry, Attribute attribute) {
  if (!entry.has(attribute)) return DescriptorRef::none;
  const auto raw = entry.first(attribute);
  if (const auto known = descriptors_by_bytes.find(raw); known != descriptors_by_bytes.end()) {
    if (known->second == DescriptorRef::none) note_malformed(attribute, entry.dn());
    return known->second;
  }
  auto ref = DescriptorRef::none;
  if (auto value = read_security_descriptor(as_bytes(raw), facts.sids)) {
    ref = DescriptorRef{static_cast<std::uint32_t>(facts.descriptors.size())};
    facts.descriptors.push_back(std::move(*value));
  } else {
    note_malformed(attribute, entry.dn());
  }
  descriptors_by_bytes.emplace(descriptor_bytes.keep(raw), ref);
  return ref;
}

void FactsBuilder::State::fill(Object& object, const EntryView& entry) {
  object.dn = facts.names.intern(entry.dn());
  object.descriptor = descriptor(entry, Attribute::security_descriptor);
  object.created = time(entry, Attribute::when_created);
  object.changed = time(entry, Attribute::when_changed);
}

}  // namespace hygie::directory
