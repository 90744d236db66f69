// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/support/text.hpp"
#include "net/observation.hpp"

#include <functional>
#include <string>
#include <vector>

namespace hygie::exposure {

/// What a question to the DNS came to, for those who read mail records: never a time-out taken for an absence.
enum class Found : std::uint8_t { records, none, no_such_name, not_answered };

struct Answer {
  Found found = Found::not_answered;
  std::vector<std::string> records;  // TXT: the strings of each record joined; MX: "10 mail.exemple.test"; A: numeric
};

/// (name, type) -> answer; type is "TXT", "MX", "A", "AAAA", "PTR".
using Lookup = std::function<Answer(const std::string& name, const std::string& type)>;

/// present with records, absent without, unknown when nobody answered.
[[nodiscard]] net::Observation observation_of(const Answer& answer);

/// "tag=value; tag=value" (RFC 7489 6.4, RFC 6376 3.2, RFC 8461 3.1): tags in lower case, values as written; `faults`
/// gets "syntax" for what is no tag, "repeated-TAG" for a tag given twice.
using Tags = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Tags read_tags(std::string_view record, std::vector<std::string>& faults);
[[nodiscard]] std::string tag(const Tags& tags, std::string_view name);
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace hygie::exposure
