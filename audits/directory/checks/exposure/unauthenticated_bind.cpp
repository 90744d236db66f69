// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/text.hpp"

#include <algorithm>
#include <charconv>

namespace hygie::directory {
namespace {

/// The build of "10.0 (17763)"; 0 when it was not read.
int build_of(std::string_view version) {
  const auto open = version.find('(');
  int build = 0;
  if (open != std::string_view::npos)
    std::from_chars(version.data() + open + 1, version.data() + version.size(), build);
  return build;
}

}  // namespace

Findings unauthenticated_bind(const DirectoryFacts& facts, const Params&) {
  constexpr int first_build = 17763;  // Windows Server 2019 knows the setting, older ones do not
  const auto controllers = controller_accounts(facts);
  const bool recent = std::any_of(controllers.begin(), controllers.end(),
                                  [](const Account* one) { return build_of(one->system_version) >= first_build; });
  const bool unread = std::any_of(controllers.begin(), controllers.end(),
                                  [](const Account* one) { return one->system_version.empty(); });
  if (!recent && (unread || controllers.empty())) return {not_read(facts, facts.domain.dn, "operatingSystemVersion")};
  if (!recent) return on_domain(facts, Verdict::not_applicable);
  if (!facts.forest.other_settings) return {not_read(facts, facts.domain.dn, "msDS-Other-Settings")};
  const auto settings = lower(*facts.forest.other_settings);
  const bool denied = settings.find("denyunauthenticatedbind=1") != std::string::npos;
  return on_domain(facts, denied ? Verdict::pass : Verdict::fail);
}

}  // namespace hygie::directory
