// SPDX-License-Identifier: EUPL-1.2
#include "cli/program/options.hpp"

#include "core/i18n.hpp"
#include "core/suggest.hpp"

#include <algorithm>
#include <boost/program_options.hpp>

namespace hygie::cli {
namespace {

namespace po = boost::program_options;
using core::ErrorCode;
using core::failure;
using core::tr;

po::options_description description(std::span<const Option> options) {
  po::options_description all;
  for (const auto& option : options) {
    auto names = std::string(option.name);
    if (option.letter != '\0') names += std::string(",") + option.letter;
    if (option.value != nullptr) {
      all.add_options()(names.c_str(), po::value<std::vector<std::string>>(), "");
    } else {
      all.add_options()(names.c_str(), "");
    }
  }
  return all;
}

const Option* find(std::span<const Option> options, std::string_view name) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const Option& one) { return name == one.name; });
  return found == options.end() ? nullptr : &*found;
}

core::Status check_value(const Option& option, const std::string& value) {
  if (option.choices.empty() || std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end())
    return {};
  std::string known;
  for (const auto& choice : option.choices) known += (known.empty() ? "" : ", ") + choice;
  return failure(ErrorCode::usage,
                 tr("--{} does not know \"{}\"", option.name, value) + core::did_you_mean(value, option.choices), {},
                 tr("one of: {}", known));
}

tl::unexpected<core::Error> unknown_option(const std::string& given, std::span<const Option> options) {
  std::vector<std::string> names;
  for (const auto& option : options) names.push_back(std::string("--") + option.name);
  const auto word = given.substr(0, given.find('='));
  return failure(ErrorCode::usage, tr("unknown option \"{}\"", word) + core::did_you_mean(word, names), {},
                 tr("--help lists them"));
}

tl::unexpected<core::Error> needs_value(const std::string& given) {
  return failure(ErrorCode::usage, tr("the option {} needs a value", given), {}, tr("--help says which"));
}

/// Boost's own words are neither translated nor helpful: ours say what to type.
tl::unexpected<core::Error> explained(const po::error& error, std::span<const Option> options) {
  if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error))
    return unknown_option(unknown->get_option_name(), options);
  if (const auto* syntax = dynamic_cast<const po::invalid_syntax*>(&error)) {
    using Kind = po::invalid_syntax;
    if (syntax->kind() == Kind::missing_parameter || syntax->kind() == Kind::empty_adjacent_parameter)
      return needs_value(syntax->get_option_name());
    if (syntax->kind() == Kind::extra_parameter)
      return failure(ErrorCode::usage, tr("the option {} takes no value", syntax->get_option_name()));
  }
  return failure(ErrorCode::usage, tr("the command line cannot be read: {}", error.what()));
}

}  // namespace

std::string Arguments::value(std::string_view name, std::string_view fallback) const {
  const auto found = values_.find(name);
  return found == values_.end() || found->second.empty() ? std::string(fallback) : found->second.back();
}

const std::vector<std::string>& Arguments::values(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = values_.find(name);
  return found == values_.end() ? none : found->second;
}

std::vector<std::string> Arguments::list(std::string_view name) const {
  std::vector<std::string> out;
  for (const auto& value : values(name))
    for (std::size_t at = 0; at <= value.size();) {
      const auto comma = std::min(value.find(',', at), value.size());
      if (comma > at) out.push_back(value.substr(at, comma - at));
      at = comma + 1;
    }
  return out;
}

core::Result<Arguments> parse_arguments(const std::vector<std::string>& words, std::span<const Option> options) {
  Arguments out;
  try {
    namespace style = po::command_line_style;
    const auto all = description(options);
    const auto parsed = po::command_line_parser(words)
                            .options(all)
                            .style((style::unix_style & ~style::allow_guessing) | style::long_allow_next)
                            .run();
    for (const auto& one : parsed.options) {
      if (one.position_key >= 0 || one.string_key.empty()) {
        out.positional_.insert(out.positional_.end(), one.value.begin(), one.value.end());
        continue;
      }
      const Option* option = find(options, one.string_key);
      if (option == nullptr) return unknown_option(one.string_key, options);
      auto& values = out.values_[one.string_key];
      if (option->value == nullptr) continue;
      if (!values.empty() && !option->repeatable)
        return failure(ErrorCode::usage, tr("the option --{} stands twice", option->name), {}, tr("keep one of them"));
      for (const auto& value : one.value) {
        if (auto good = check_value(*option, value); !good) return tl::make_unexpected(good.error());
        values.push_back(value);
      }
    }
  } catch (const po::error& error) {
    return explained(error, options);
  }
  return out;
}

std::span<const Option> common_options() {
  static const std::vector<Option> options{
      {.name = "help", .letter = 'h', .summary = msgid("show this help")},
      {.name = "lang",
       .value = "fr|en",
       .summary = msgid("language of messages and reports (default: the locale's)"),
       .choices = {"fr", "en"}},
      {.name = "color",
       .value = "WHEN",
       .summary = msgid("auto, always or never"),
       .choices = {"auto", "always", "never"}},
      {.name = "quiet", .letter = 'q', .summary = msgid("no words on standard error but errors")},
      {.name = "log-level",
       .value = "LEVEL",
       .summary = msgid("log to standard error: error, warn, info, debug (default: error)"),
       .choices = {"error", "warn", "info", "debug"}},
  };
  return options;
}

}  // namespace hygie::cli
