// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace hygie::report {

/// Mustache templates over JSON data; {{name}} escapes for HTML, {{{name}}} does not and is kept for what this program
/// made itself. Numbers are written out, null and missing names give nothing. A template that does not parse is our
/// bug: std::logic_error.
class Renderer {
 public:
  /// `shared` is what every template sees: words, language.
  explicit Renderer(const nlohmann::json& shared);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;
  /// The text of a template must outlive the renderer: it is parsed once.
  [[nodiscard]] std::string render(std::string_view text, const nlohmann::json& data);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hygie::report
