// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace hygie::core {

/// What a check concluded on one object. What could not be looked at is `unknown`, never `pass`.
enum class Verdict : std::uint8_t { pass, fail, unknown, not_applicable };

/// Values by name, in no language; the catalogue's messages name them.
using Evidence = std::map<std::string, std::string, std::less<>>;

/// One conclusion on one object. `object` identifies it for ever (distinguished name, SID, host); `name` is what people
/// call it (the object when empty); `level` is the maturity level at which this finding holds the domain (0: the
/// catalogue's).
struct Finding {
  Verdict verdict = Verdict::unknown;
  std::string object;
  Evidence evidence = {};
  std::string name = {};
  int level = 0;
};
using Findings = std::vector<Finding>;

/// Something that should have been read and was not, with the reason; `what` names the part, as checks ask for it.
struct Gap {
  std::string what;
  std::string why;
};

}  // namespace hygie::core
