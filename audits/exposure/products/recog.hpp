// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts/services.hpp"
#include "audits/exposure/products/pattern.hpp"
#include "core/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hygie::exposure {

/// A file of fingerprints of Rapid7's recog (XML, BSD-2), that the user gives by its path; none is shipped. What it is
/// matched against is said by its own `matches` ("http_header.server", "ssh.banner", "favicon.md5" ...).
class Recog {
 public:
  using Values = std::map<std::string, std::string, std::less<>>;  // "service.product" -> "OpenSSH"

  [[nodiscard]] static core::Result<Recog> parse(const std::string& text, const std::string& file);
  [[nodiscard]] static core::Result<Recog> load(const std::string& path);

  /// What the first fingerprint that matches says; nothing when none does.
  [[nodiscard]] std::optional<Values> match(std::string_view text) const;
  [[nodiscard]] std::optional<Product> product_of(std::string_view text) const;
  [[nodiscard]] const std::string& matches() const { return matches_; }
  [[nodiscard]] std::size_t size() const { return prints_.size(); }
  /// Fingerprints whose expression this machine's PCRE2 does not take, by their description: left out.
  [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }

  struct Held {
    std::size_t examples = 0, matched = 0, read_right = 0;
    std::vector<std::string> wrong;  // the first ones
  };
  /// Holds every example of the file: does its fingerprint match it, and are the values that it names read?
  [[nodiscard]] Held hold_examples() const;

 private:
  struct Parameter {
    unsigned group = 0;
    std::string name, value;
  };
  struct Example {
    std::string text;
    Values values;
  };
  struct Print {
    std::string description;
    Pattern pattern;
    std::vector<Parameter> parameters;
    std::vector<Example> examples;
  };
  [[nodiscard]] static std::optional<Values> read(const Print& print, std::string_view text);

  std::string matches_;
  std::vector<Print> prints_;
  std::vector<std::string> left_out_;
};

}  // namespace hygie::exposure
