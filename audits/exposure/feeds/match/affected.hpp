// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/versions/compare.hpp"

#include <span>
#include <string>
#include <string_view>

namespace hygie::exposure::feeds {

/// What one line of a record says of the versions of one product. Numbers are stored: they stay.
enum class Said { unaffected = 0, affected = 1, unknown = 2 };
enum class Form {
  exact = 0,     // `low` and no other
  range = 1,     // from `low` to `high`; an empty end is open
  unsaid = 2,    // some version, without saying which, or in words that cannot be read
  otherwise = 3  // every version that no other line of the entry names
};

/// In `high` of an exact line: whatever the update, patch level or build ("9.2" then means 9.2p1 too).
inline constexpr std::string_view any_update = "*";

struct Affected {
  int entry = 0;  // lines of one entry are judged together
  Said said = Said::affected;
  Form form = Form::exact;
  std::string low = {};
  bool low_excluded = false;
  std::string high = {};
  bool high_included = false;
  std::string changes = {};  // "VERSION a|u|?" a line: from there on, inside the range, something else is true
  std::string needs = {};    // what else must be there for the flaw to show, as vendor:product
};

enum class Answer { no, possible, yes };

struct Decision {
  Answer answer = Answer::no;
  bool denied = false;   // a line says of this version that it is not affected
  std::string why = {};  // the line that decided, as a range: ">= 9.0, < 9.2p1"
  std::string needs = {};
};

/// What all lines of one record say of a version. One entry that affects it is enough; a line that cannot be compared,
/// or that needs another product, makes it `possible` at most.
[[nodiscard]] Decision decide(Order order, std::string_view version, std::span<const Affected> lines);

}  // namespace hygie::exposure::feeds
