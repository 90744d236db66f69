// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/mail/lookup.hpp"

#include <map>
#include <string>
#include <vector>

namespace hygie::test {

using MailRecords = std::map<std::string, std::vector<std::string>>;

/// A DNS of the test's own: what is not in it does not exist; "!" as the only record: nobody answers.
struct MailZone {
  MailRecords records;
  mutable std::vector<std::string> asked = {};
  [[nodiscard]] exposure::Lookup lookup() const {
    return [this](const std::string& name, const std::string& type) -> exposure::Answer {
      asked.push_back(name + " " + type);
      const auto found = records.find(asked.back());
      if (found == records.end()) return {exposure::Found::no_such_name, {}};
      if (found->second == std::vector<std::string>{"!"}) return {exposure::Found::not_answered, {}};
      return {found->second.empty() ? exposure::Found::none : exposure::Found::records, found->second};
    };
  }
};

}  // namespace hygie::test
