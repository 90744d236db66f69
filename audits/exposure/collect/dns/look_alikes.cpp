// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/dns/look_alikes.hpp"

#include "audits/exposure/collect/mail/organisation.hpp"

#include <idn2.h>
#include <array>
#include <memory>
#include <set>

namespace hygie::exposure {
namespace {

constexpr std::array<std::string_view, 8> other_ends{"com", "net", "org", "eu", "info", "health", "sante", "care"};
constexpr std::array<std::pair<char, std::string_view>, 14> alike{{{'a', "à"},
                                                                   {'c', "ç"},
                                                                   {'e', "é"},
                                                                   {'e', "è"},
                                                                   {'g', "q"},
                                                                   {'i', "l"},
                                                                   {'l', "1"},
                                                                   {'m', "rn"},
                                                                   {'n', "m"},
                                                                   {'o', "0"},
                                                                   {'s', "5"},
                                                                   {'u', "v"},
                                                                   {'v', "u"},
                                                                   {'w', "vv"}}};

/// The registered part and what is behind it: "ch-exemple" and "fr".
std::pair<std::string, std::string> parts_of(const std::string& domain) {
  const auto whole = organisation_of(domain);
  const auto dot = whole.find('.');
  if (dot == std::string::npos) return {whole, {}};
  return {whole.substr(0, dot), whole.substr(dot + 1)};
}

std::string a_label(const std::string& name) {
  char* encoded = nullptr;
  if (idn2_to_ascii_8z(name.c_str(), &encoded, IDN2_NONTRANSITIONAL) != IDN2_OK) return {};
  const std::unique_ptr<char, decltype(&idn2_free)> owner(encoded, &idn2_free);
  return encoded;
}

void letters(const std::string& label, std::set<std::string>& out) {
  for (std::size_t i = 0; i < label.size(); ++i) {
    out.insert(label.substr(0, i) + label.substr(i + 1));
    out.insert(label.substr(0, i + 1) + label.substr(i));
    if (i + 1 < label.size()) {
      auto exchanged = label;
      std::swap(exchanged[i], exchanged[i + 1]);
      out.insert(exchanged);
      if (i > 0 && label[i] != '-' && label[i - 1] != '-') out.insert(label.substr(0, i) + "-" + label.substr(i));
    }
    if (label[i] == '-') out.insert(label.substr(0, i) + label.substr(i + 1));
    for (const auto& [letter, other] : alike)
      if (label[i] == letter) out.insert(label.substr(0, i) + std::string(other) + label.substr(i + 1));
  }
}

}  // namespace

std::vector<std::string> look_alikes(std::string_view domain) {
  const auto [label, end] = parts_of(std::string(domain));
  std::set<std::string> labels, out;
  letters(label, labels);
  for (const auto& one : labels) {
    if (one.empty() || one == label || one.starts_with('-') || one.ends_with('-')) continue;
    if (auto name = a_label(one + "." + end); !name.empty()) out.insert(std::move(name));
  }
  for (const auto other : other_ends)
    if (other != end) out.insert(label + "." + std::string(other));
  return {out.begin(), out.end()};
}

}  // namespace hygie::exposure
