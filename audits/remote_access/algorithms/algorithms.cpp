// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/algorithms/algorithms.hpp"

#include "core/embedded.hpp"
#include "core/yaml.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace hygie::remote_access {
namespace {

HYGIE_EMBEDDED(ssh_algorithms)

template <class Value, std::size_t count>
Value one_of(const std::array<std::pair<std::string_view, Value>, count>& words, const std::string& word) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& one) { return one.first == word; });
  if (found == words.end()) throw std::logic_error("data/ssh_algorithms.yaml: " + word);
  return found->second;
}

constexpr std::array<std::pair<std::string_view, AlgorithmKind>, 4> kinds{{{"kex", AlgorithmKind::exchange},
                                                                           {"key", AlgorithmKind::key},
                                                                           {"cipher", AlgorithmKind::cipher},
                                                                           {"mac", AlgorithmKind::mac}}};
constexpr std::array<std::pair<std::string_view, Worth>, 6> worths{{{"ok", Worth::ok},
                                                                    {"warn", Worth::warn},
                                                                    {"fail", Worth::fail},
                                                                    {"measured", Worth::measured},
                                                                    {"marker", Worth::marker},
                                                                    {"unknown", Worth::unknown}}};

std::vector<Algorithm> load() {
  const auto document = core::parse_yaml(ssh_algorithms(), "data/ssh_algorithms.yaml");
  if (!document) throw std::logic_error(document.error().where + ": " + document.error().what);
  const auto& reasons = document->value->at("reasons");  // each with the rule behind it
  std::vector<Algorithm> all;
  for (const auto& node : document->value->at("algorithms")) {
    const auto worth = [&](const char* key) { return one_of(worths, node.at(key).get<std::string>()); };
    all.push_back({one_of(kinds, node.at("kind").get<std::string>()), node.at("name").get<std::string>(),
                   worth("anssi"), worth("ssh_audit"), worth("debian"),
                   node.at("reasons").get<std::vector<std::string>>()});
    for (const auto& reason : all.back().reasons)
      if (!reasons.contains(reason)) throw std::logic_error("data/ssh_algorithms.yaml: no rule for " + reason);
  }
  return all;
}

using Key = std::pair<AlgorithmKind, std::string>;

const std::map<Key, const Algorithm*>& by_name() {
  static const auto index = [] {
    std::map<Key, const Algorithm*> out;
    for (const auto& one : all_algorithms()) out.emplace(Key{one.kind, one.name}, &one);
    return out;
  }();
  return index;
}

}  // namespace

const std::vector<Algorithm>& all_algorithms() {
  static const auto all = load();
  return all;
}

const Algorithm* find_algorithm(AlgorithmKind kind, std::string_view name) {
  const auto& index = by_name();
  if (const auto found = index.find(Key{kind, std::string(name)}); found != index.end()) return found->second;
  if (!name.starts_with("gss-")) return nullptr;
  const auto found = index.find(Key{kind, std::string(name.substr(0, name.rfind('-') + 1)) + "*"});
  return found == index.end() ? nullptr : found->second;
}

Worth worth_by(const Algorithm& algorithm, std::string_view profile) {
  if (profile == "ssh-audit") return algorithm.ssh_audit;
  if (profile == "ssh-audit-2.5") return algorithm.debian;
  return algorithm.anssi;
}

}  // namespace hygie::remote_access
