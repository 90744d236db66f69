// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

#include <array>

namespace hygie::exposure {

namespace {

// administration pages of gateways have a check of their own, and those of databases too
constexpr std::array<std::string_view, 14> gateways{
    "fortigate-administration", "netscaler-administration", "pan-os-administration",  "asdm",
    "sonicwall-administration", "big-ip-administration",    "gaia-administration",    "stormshield-administration",
    "pfsense-administration",   "opnsense-administration",  "openvpn-administration", "routeros-administration",
    "juniper-administration",   "zyxel-administration"};
constexpr std::array<std::string_view, 2> databases{"phpmyadmin", "adminer"};
constexpr std::array<std::string_view, 3> boards{"idrac", "ilo", "supermicro-bmc"};

using Names = std::vector<std::string_view>;
template <std::size_t size>
Findings admin(const ExposureFacts& facts, const std::array<std::string_view, size>& names) {
  return no_sign(facts, {.kinds = {"admin"}, .names = Names(names.begin(), names.end()), .from_internet = true});
}

}  // namespace

Findings gateway_admin(const ExposureFacts& facts, const Params&) { return admin(facts, gateways); }
Findings database_admin(const ExposureFacts& facts, const Params&) { return admin(facts, databases); }
Findings board_admin(const ExposureFacts& facts, const Params&) { return admin(facts, boards); }

Findings console_exposed(const ExposureFacts& facts, const Params&) {
  Names others{"winrm", "exchange-administration"};
  others.insert(others.end(), gateways.begin(), gateways.end());
  others.insert(others.end(), databases.begin(), databases.end());
  others.insert(others.end(), boards.begin(), boards.end());
  return no_sign(facts, {.kinds = {"admin"}, .except = others, .from_internet = true});
}

Findings exchange_admin(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"admin"}, .names = {"exchange-administration"}, .from_internet = true});
}
Findings winrm_exposed(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"admin"}, .names = {"winrm"}, .from_internet = true});
}
Findings hypervisor_exposed(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"hypervisor"}, .from_internet = true});
}
Findings backup_exposed(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"backup"}, .from_internet = true});
}
Findings help_exposed(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"help"}, .from_internet = true});
}

}  // namespace hygie::exposure
