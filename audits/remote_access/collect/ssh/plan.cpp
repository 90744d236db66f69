// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/collect/ssh/plan.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace hygie::remote_access {
namespace {

using net::ssh::GroupSizes;
using net::ssh::Question;

// What OpenSSH's own client asks of a 128-bit cipher, and by which a server is judged.
constexpr GroupSizes usual_sizes{2048, 3072, 4096};
// What no server should give. OpenSSH before 10.0 answers with a fixed group or hangs up: no key is asked for with it.
constexpr GroupSizes smallest_sizes{1024, 1024, 1024};

/// By what the key is worth knowing: a weak one first, then what most clients take.
int order_of(const std::string& key) {
  constexpr std::array<std::string_view, 4> first{"ssh-dss", "ssh-rsa", "ecdsa", "ssh-ed25519"};
  for (std::size_t i = 0; i < first.size(); ++i)
    if (key.starts_with(first[i]) && key.find("-cert-") == std::string::npos) return static_cast<int>(i);
  return static_cast<int>(first.size());
}

}  // namespace

std::string key_of(std::string_view algorithm) {
  if (algorithm.starts_with("rsa-sha2-"))
    return algorithm.find("-cert-") == std::string_view::npos ? "ssh-rsa" : "ssh-rsa-cert-v01@openssh.com";
  constexpr std::array<std::string_view, 6> heads{"ssh-rsa",   "ssh-dss",          "ssh-ed25519",
                                                  "ssh-ed448", "ecdsa-sha2-nistp", "sk-"};
  const bool known = std::any_of(heads.begin(), heads.end(), [&](auto head) { return algorithm.starts_with(head); });
  return known ? std::string(algorithm) : std::string();
}

std::vector<Question> next_questions(const net::ssh::Lists& lists, const std::string& first_key, unsigned budget) {
  std::vector<std::string> wanted;  // an algorithm a key
  std::set<std::string> seen{first_key, {}};
  for (const auto& algorithm : lists.host_keys)
    if (seen.insert(key_of(algorithm)).second) wanted.push_back(algorithm);
  std::stable_sort(wanted.begin(), wanted.end(),
                   [](const auto& a, const auto& b) { return order_of(key_of(a)) < order_of(key_of(b)); });
  const auto exchange = std::find_if(lists.exchanges.begin(), lists.exchanges.end(), &net::ssh::is_group_exchange);
  const bool groups = exchange != lists.exchanges.end();
  std::vector<Question> questions;
  if (groups) questions.push_back({.key = false, .group = usual_sizes, .group_exchange = *exchange});
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (i > 0 || !groups) questions.emplace_back();
    questions.back().key = true;
    questions.back().host_key = wanted[i];
  }
  if (groups) questions.push_back({.key = false, .group = smallest_sizes, .group_exchange = *exchange});
  if (questions.size() > budget) questions.resize(budget);
  return questions;
}

}  // namespace hygie::remote_access
