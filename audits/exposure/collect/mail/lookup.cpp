// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/lookup.hpp"

#include <algorithm>
#include <cctype>

namespace hygie::exposure {

net::Observation observation_of(const Answer& answer) {
  switch (answer.found) {
    case Found::records: return {net::Outcome::present, {}};
    case Found::none: return {net::Outcome::absent, "no-record"};
    case Found::no_such_name: return {net::Outcome::absent, "no-such-name"};
    case Found::not_answered: break;
  }
  return {net::Outcome::unknown, "not-answered"};
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

std::string tag(const Tags& tags, std::string_view name) {
  const auto found = std::find_if(tags.begin(), tags.end(), [&](const auto& one) { return one.first == name; });
  return found == tags.end() ? std::string{} : found->second;
}

Tags read_tags(std::string_view record, std::vector<std::string>& faults) {
  Tags tags;
  while (!record.empty()) {
    const auto end = record.find(';');
    const auto part = trimmed(record.substr(0, end));
    record = end == std::string_view::npos ? std::string_view{} : record.substr(end + 1);
    if (part.empty()) continue;
    const auto equals = part.find('=');
    if (equals == std::string_view::npos || equals == 0) {
      faults.emplace_back("syntax");
      continue;
    }
    auto name = lower(trimmed(part.substr(0, equals)));
    if (!tag(tags, name).empty()) faults.push_back("repeated-" + name);
    tags.emplace_back(std::move(name), std::string(trimmed(part.substr(equals + 1))));
  }
  return tags;
}

}  // namespace hygie::exposure
