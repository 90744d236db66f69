// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

std::string told(const std::string& name, const std::string& version) {
  return version.empty() ? name : name + " " + version;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// What was seen of one asset, over all its services: a product is declared of the asset, not of each port.
struct Seen {
  std::vector<std::string> products, keys;
  bool product = false, key = false;  // the declared one is among them
};

void see_key(const ExposureFacts& facts, const Asset& asset, const Service& service, Seen& seen) {
  for (const auto& tls : facts.tls) {
    if (tls.service != service.id()) continue;
    for (const auto& chain : tls.chains) {
      const auto* certificate = chain.certificates.empty() ? nullptr : facts.certificate(chain.certificates.front());
      if (certificate == nullptr || certificate->key_sha256.empty()) continue;
      seen.key |= certificate->key_sha256 == asset.key_sha256;
      seen.keys.push_back(certificate->key_sha256);
    }
  }
}

Seen look(const ExposureFacts& facts, const Asset& asset) {
  Seen seen;
  for (const auto& service : facts.services) {
    if (!facts.stands(asset, service)) continue;
    for (const auto& product : service.products) {
      // A product that told no version does not contradict the one that is declared.
      const bool version = asset.version.empty() || product.version.empty() || product.version == asset.version;
      seen.product |= lower(product.name) == lower(asset.product) && version;
      seen.products.push_back(told(product.name, product.version));
    }
    see_key(facts, asset, service, seen);
  }
  return seen;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace

Findings changed_product(const ExposureFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  const auto differs = [&](const Asset& asset, const std::string& seen, const std::string& declared) {
    found.push_back(on(Verdict::fail, asset.id, {{"seen", seen}, {"declared", declared}, {"owner", asset.owner}},
                       asset.name.empty() ? asset.id : asset.name));
  };
  for (const auto& asset : facts.inventory) {
    const auto seen = look(facts, asset);
    const bool product = !asset.product.empty() && !seen.products.empty();
    const bool key = !asset.key_sha256.empty() && !seen.keys.empty();
    examined += (product || key) ? 1U : 0U;
    if (product && !seen.product)
      differs(asset, joined(seen.products), told(asset.product, asset.version));
    else if (key && !seen.key)
      differs(asset, joined(seen.keys), asset.key_sha256);
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
