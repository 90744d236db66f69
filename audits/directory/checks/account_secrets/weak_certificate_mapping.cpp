// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/text.hpp"

namespace hygie::directory {

namespace {

// Strong mappings name the certificate itself or its key; issuer and subject, subject alone or a mail address can be
// reproduced by whoever obtains a certificate (Microsoft KB5014754).
bool is_weak(std::string_view mapping) {
  if (!same_name(mapping.substr(0, 5), "X509:")) return false;
  const auto folded_mapping = lower(mapping);
  const auto names = [&](std::string_view part) { return folded_mapping.find(part) != std::string::npos; };
  return !names("<sr>") && !names("<ski>") && !names("<sha1-pukey>");
}

}  // namespace

Findings weak_certificate_mapping(const DirectoryFacts& facts, const Params&) {
  Findings found;
  for (const auto& identity : facts.alt_identities) {
    if (!is_weak(identity.mapping)) continue;
    found.push_back(on(facts, Verdict::fail, identity.holder, {{"mapping", std::string(identity.mapping)}}));
    found.back().object.append(" < ").append(identity.mapping);
  }
  return or_pass(std::move(found), facts, facts.alt_identities.size());
}

}  // namespace hygie::directory
