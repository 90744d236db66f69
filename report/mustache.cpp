// SPDX-License-Identifier: EUPL-1.2
#include "report/mustache.hpp"

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace hygie::report {
namespace {

using kainjow::mustache::data;

data convert(const nlohmann::json& node) {
  using Kind = nlohmann::json::value_t;
  switch (node.type()) {
    case Kind::object: {
      data object{data::type::object};
      for (const auto& [name, value] : node.items()) object.set(name, convert(value));
      return object;
    }
    case Kind::array: {
      data list{data::type::list};
      for (const auto& value : node) list.push_back(convert(value));
      return list;
    }
    case Kind::string: {
      const auto& text = node.get_ref<const std::string&>();
      if (!text.empty()) return data{text};
      break;
    }
    case Kind::boolean: return data{node.get<bool>() ? data::type::bool_true : data::type::bool_false};
    case Kind::null: break;
    default: return data{node.dump()};
  }
  return data{data::type::bool_false};  // an empty string too: to a section it is nothing
}

}  // namespace

struct Renderer::State {
  data shared;
  std::map<const char*, kainjow::mustache::mustache> parsed;
};

Renderer::Renderer(const nlohmann::json& shared) : state_(std::make_unique<State>()) {
  state_->shared = convert(shared);
}
Renderer::~Renderer() = default;

std::string Renderer::render(std::string_view text, const nlohmann::json& values) {
  auto found = state_->parsed.find(text.data());
  if (found == state_->parsed.end())
    found = state_->parsed.emplace(text.data(), kainjow::mustache::mustache{std::string(text)}).first;
  auto& parsed = found->second;
  if (!parsed.is_valid()) throw std::logic_error("template: " + parsed.error_message());
  const data converted = convert(values);
  kainjow::mustache::context<std::string> context{&state_->shared};
  context.push(&converted);
  return parsed.render(context);
}

}  // namespace hygie::report
