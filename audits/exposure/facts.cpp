// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/facts.hpp"

#include <algorithm>
#include <array>

namespace hygie::exposure {

std::string_view to_string(Part part) {
  static constexpr std::array<std::string_view, 10> words{"names", "ports", "services", "tls",       "web",
                                                          "dns",   "mail",  "feeds",    "inventory", "history"};
  return words.at(static_cast<std::size_t>(part));
}

bool ExposureFacts::missing(Part part) const {
  return std::any_of(gaps.begin(), gaps.end(), [part](const core::Gap& gap) { return gap.what == to_string(part); });
}

bool ExposureFacts::asked(Part part) const {
  return std::find(not_asked.begin(), not_asked.end(), part) == not_asked.end();
}

const Service* ExposureFacts::service(std::string_view id) const {
  const auto found =
      std::find_if(services.begin(), services.end(), [id](const Service& one) { return one.id() == id; });
  return found == services.end() ? nullptr : &*found;
}

const Certificate* ExposureFacts::certificate(std::string_view sha256) const {
  const auto found = std::find_if(certificates.begin(), certificates.end(),
                                  [sha256](const Certificate& one) { return one.sha256 == sha256; });
  return found == certificates.end() ? nullptr : &*found;
}

bool ExposureFacts::stands(const Asset& asset, const Service& service) const {
  if (std::find(asset.addresses.begin(), asset.addresses.end(), service.address) != asset.addresses.end()) return true;
  const auto host =
      std::find_if(hosts.begin(), hosts.end(), [&](const Host& one) { return one.address == service.address; });
  return !asset.name.empty() && host != hosts.end() &&
         std::find(host->names.begin(), host->names.end(), asset.name) != host->names.end();
}

const Asset* ExposureFacts::asset_of(const Service& service) const {
  const auto found =
      std::find_if(inventory.begin(), inventory.end(), [&](const Asset& asset) { return stands(asset, service); });
  return found == inventory.end() ? nullptr : &*found;
}

}  // namespace hygie::exposure
