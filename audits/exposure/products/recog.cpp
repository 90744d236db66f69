// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/products/recog.hpp"

#include "audits/exposure/products/cpe.hpp"
#include "core/yaml.hpp"

#include <fmt/format.h>
#include <array>
#include <pugixml.hpp>

namespace hygie::exposure {
namespace {

constexpr std::size_t largest = 16U << 20U, most_wrong = 20;
constexpr Pattern::How unlimited_line{.longest = 65536, .steps = 500'000};

/// Ruby's flags, as recog writes them: there a dot that takes line ends is called MULTILINE, and ^ and $ always hold at
/// line ends.
Pattern::How how_of(std::string_view flags) {
  auto how = unlimited_line;
  how.by_lines = true;
  how.any_case = flags.find("REG_ICASE") != std::string_view::npos;
  how.dot_is_all =
      flags.find("REG_DOT_NEWLINE") != std::string_view::npos || flags.find("REG_MULTILINE") != std::string_view::npos;
  return how;
}

std::string decoded(std::string_view text) {
  std::string out;
  unsigned bits = 0, count = 0;
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (const char c : text) {
    const auto value = letters.find(c);
    if (value == std::string_view::npos) continue;
    bits = bits << 6U | static_cast<unsigned>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xffU);
  }
  return out;
}

/// "{service.version}" in a value is what another parameter said; "-" when it said nothing.
std::string filled(std::string value, const Recog::Values& values) {
  for (std::size_t open = value.find('{'); open != std::string::npos; open = value.find('{', open)) {
    const auto close = value.find('}', open);
    if (close == std::string::npos) break;
    const auto found = values.find(value.substr(open + 1, close - open - 1));
    const auto put = found == values.end() || found->second.empty() ? std::string("-") : found->second;
    value.replace(open, close - open + 1, put);
    open += put.size();
  }
  return value;
}

std::string first_of(const Recog::Values& values, std::string_view what) {
  for (const auto* subject : {"service", "hw", "os"}) {
    const auto found = values.find(fmt::format("{}.{}", subject, what));
    if (found != values.end() && !found->second.empty()) return found->second;
  }
  return {};
}

}  // namespace

core::Result<Recog> Recog::parse(const std::string& text, const std::string& file) {
  pugi::xml_document document;
  const auto read = document.load_buffer(text.data(), text.size(), pugi::parse_default);
  if (!read)
    return core::failure(core::ErrorCode::parse, read.description(), fmt::format("{}, byte {}", file, read.offset));
  const auto root = document.child("fingerprints");
  if (!root) return core::failure(core::ErrorCode::parse, "not a file of recog: no element fingerprints", file);
  Recog out;
  out.matches_ = root.attribute("matches").value();
  for (const auto node : root.children("fingerprint")) {
    const std::string description = node.child("description").text().get();
    auto pattern = Pattern::compile(node.attribute("pattern").value(), how_of(node.attribute("flags").value()));
    if (!pattern) {
      out.left_out_.push_back(fmt::format("{}: {}", description, pattern.error().what));
      continue;
    }
    Print print{description, *pattern, {}, {}};
    for (const auto parameter : node.children("param"))
      print.parameters.push_back({parameter.attribute("pos").as_uint(), parameter.attribute("name").value(),
                                  parameter.attribute("value").value()});
    for (const auto example : node.children("example")) {
      const std::string inside = example.text().get();
      Example one{std::string_view(example.attribute("_encoding").value()) == "base64" ? decoded(inside) : inside, {}};
      if (example.attribute("_filename")) continue;  // the text lies in another file
      for (const auto attribute : example.attributes())
        if (attribute.name()[0] != '_') one.values[attribute.name()] = attribute.value();
      print.examples.push_back(std::move(one));
    }
    out.prints_.push_back(std::move(print));
  }
  return out;
}

core::Result<Recog> Recog::load(const std::string& path) {
  const auto text = core::read_file(path, largest);
  return text ? parse(*text, path) : tl::make_unexpected(text.error());
}

std::optional<Recog::Values> Recog::read(const Print& print, std::string_view text) {
  const auto groups = print.pattern.numbered(text);
  if (!groups) return {};
  Values values;
  for (const auto& parameter : print.parameters)
    if (parameter.group > 0 && parameter.group < groups->size() && !(*groups)[parameter.group].empty())
      values[parameter.name] = (*groups)[parameter.group];
  for (const auto& parameter : print.parameters)
    if (parameter.group == 0) values[parameter.name] = filled(parameter.value, values);
  return values;
}

std::optional<Recog::Values> Recog::match(std::string_view text) const {
  for (const auto& print : prints_)
    if (auto values = read(print, text)) return values;
  return {};
}

std::optional<Product> Recog::product_of(std::string_view text) const {
  const auto values = match(text);
  if (!values) return {};
  Product product{.vendor = first_of(*values, "vendor"),
                  .name = first_of(*values, "product"),
                  .version = first_of(*values, "version"),
                  .source = "recog"};
  // "cpe:/a:openbsd:openssh:9.2p1": the older form of the same name
  const auto old = first_of(*values, "cpe23");
  if (old.starts_with("cpe:/")) {
    const auto product_end = old.find(':', old.find(':', old.find(':', 5) + 1) + 1);
    product.cpe =
        cpe_name(old.substr(5, product_end == std::string::npos ? product_end : product_end - 5), product.version);
  }
  if (product.name.empty() && product.vendor.empty()) return {};
  return product;
}

Recog::Held Recog::hold_examples() const {
  Held held;
  for (const auto& print : prints_) {
    for (const auto& example : print.examples) {
      ++held.examples;
      const auto values = read(print, example.text);
      bool right = values.has_value();
      if (values) {
        ++held.matched;
        for (const auto& [name, wanted] : example.values) {
          const auto found = values->find(name);
          right = right && (found == values->end() ? wanted.empty() : found->second == wanted);
        }
      }
      if (right) ++held.read_right;
      if (!right && held.wrong.size() < most_wrong)
        held.wrong.push_back(print.description + ": " + example.text.substr(0, 80));
    }
  }
  return held;
}

}  // namespace hygie::exposure
