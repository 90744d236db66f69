// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

#include <fmt/format.h>
#include <optional>

namespace hygie::directory {
namespace {

constexpr std::uint32_t des = 0x3, rc4 = 0x4, aes = 0x18;

struct Weakness {
  int level;
  std::string_view what;
};
std::optional<Weakness> weakness(std::uint32_t types) {
  if ((types & des) != 0) return Weakness{2, "DES"};
  if ((types & aes) == 0) return Weakness{3, "no AES"};
  if ((types & rc4) != 0) return Weakness{4, "RC4"};
  return std::nullopt;
}

}  // namespace

Findings controller_encryption(const DirectoryFacts& facts, const Params&) {
  Findings found;
  const auto controllers = controller_accounts(facts);
  for (const auto* controller : controllers) {
    if (!controller->encryption_types) {
      found.push_back(not_read(facts, controller->dn, "msDS-SupportedEncryptionTypes"));
    } else if (const auto weak = weakness(*controller->encryption_types)) {
      found.push_back(
          on(facts, Verdict::fail, controller->dn,
             {{"weak", std::string(weak->what)}, {"value", fmt::format("0x{:x}", *controller->encryption_types)}},
             weak->level));
    }
  }
  if (controllers.empty()) return {not_read(facts, facts.domain.dn, "domain controllers")};
  return or_pass(std::move(found), facts, controllers.size());
}

}  // namespace hygie::directory
