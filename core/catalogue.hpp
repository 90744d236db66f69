// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/finding.hpp"
#include "core/language.hpp"
#include "core/params.hpp"
#include "core/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::core {

enum class Severity : std::uint8_t { low, medium, high, critical };
enum class EvidenceKind : std::uint8_t { measured, declared };

[[nodiscard]] std::string_view to_string(Verdict verdict);
[[nodiscard]] std::string_view to_string(Severity severity);
[[nodiscard]] std::string_view to_string(EvidenceKind kind);
[[nodiscard]] std::optional<Severity> parse_severity(std::string_view word);

/// What the catalogue says of a parameter: its default, its bounds when it is a number, what it may be when it is one
/// of a few words.
struct ParamInfo {
  ParamValue fallback;
  std::optional<std::int64_t> minimum;
  std::optional<std::int64_t> maximum;
  std::vector<std::string> choices = {};  // empty: any text
};

/// One check as the catalogue describes it: everything that is not the decision itself.
struct CheckInfo {
  std::string id;      // DIR-KRBTGT-AGE
  std::string domain;  // directory
  std::string theme;   // the folder under checks/
  Severity severity = Severity::medium;
  int level = 0;  // maturity level a failure holds the domain at, 1 worst to 5
  EvidenceKind evidence_kind = EvidenceKind::measured;
  std::map<std::string, ParamInfo, std::less<>> params;
  std::map<std::string, std::vector<std::string>, std::less<>> references;  // anssi, pingcastle, cis, attack ...
  LocalText title;                                                          // the healthy state, as a statement
  LocalText risk;
  LocalText remediation;
  std::map<Verdict, LocalText> message;  // one sentence an object, {{name}} from the evidence

  /// In the directory, true when the check decides an ANSSI control point: those alone make its level. In the exposure
  /// every check decides.
  [[nodiscard]] bool decides_level() const;
  [[nodiscard]] Params default_params() const;
};

/// The checks of one or several domains, in the order of their ids.
class Catalogue {
 public:
  /// Reads the compiled form (a JSON array that `hygie_catalogue` made of the YAML entries and validated).
  static Result<Catalogue> parse(std::string_view json);
  void merge(Catalogue other);
  [[nodiscard]] const CheckInfo* find(std::string_view id) const;
  [[nodiscard]] const std::map<std::string, CheckInfo, std::less<>>& checks() const { return checks_; }

 private:
  std::map<std::string, CheckInfo, std::less<>> checks_;
};

/// Replaces each {{name}} by its evidence ({{object}} by the object's name); an unknown name stays visible.
[[nodiscard]] std::string render_message(std::string_view text, std::string_view object, const Evidence& evidence);

}  // namespace hygie::core
