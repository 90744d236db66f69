// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/reading.hpp"
#include "audits/exposure/feeds/feeds.hpp"
#include "core/calendar.hpp"
#include "core/i18n.hpp"

#include <cmath>

namespace hygie::exposure {
namespace {

core::OptionalInstant instant_of(const std::string& day) {
  const auto parsed = core::parse_date(day);
  return parsed ? core::OptionalInstant(core::Instant(*parsed)) : core::OptionalInstant{};
}

feeds::Product asked(const Service& service, const Product& product) {
  return {.vendor = product.vendor,
          .product = product.name,
          .version = product.version,
          .cpe = product.cpe,
          .banner = product.package.empty() ? std::string(service.word("banner")) : product.package};
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

Vulnerability vulnerability_of(const Service& service, const Product& product, const feeds::Match& match) {
  Vulnerability out;
  out.service = service.id();
  out.vendor = product.vendor;
  out.product = product.name;
  out.version = product.version;
  out.cve = match.cve;
  out.confirmed = match.confirmed;
  out.why = joined(match.doubts);
  out.cvss = match.cvss.value_or(-1);
  out.epss = match.epss ? static_cast<int>(std::lround(*match.epss * 100'000)) : -1;
  out.kev_added = instant_of(match.kev_added);
  out.kev_due = instant_of(match.kev_due);
  out.ransomware = match.ransomware;
  return out;
}

/// Everything that the feeds say of one product of one service.
core::Status look_up(const Work& work, const feeds::Feeds& feeds, const Service& service, const Product& product) {
  auto& facts = work.facts;
  const auto what = asked(service, product);
  const auto matches = feeds.match(what);
  if (!matches) return tl::make_unexpected(matches.error());
  for (const auto& match : *matches) facts.vulnerabilities.push_back(vulnerability_of(service, product, match));
  if (product.version.empty()) {
    const auto exploited = feeds.kev_products(what);
    if (!exploited) return tl::make_unexpected(exploited.error());
    if (!exploited->empty())
      facts.versionless.push_back(
          {service.id(), product.vendor, product.name, static_cast<unsigned>(exploited->size())});
  }
  const auto life = feeds.end_of_life(what, facts.collected_at);
  if (!life) return tl::make_unexpected(life.error());
  if (*life)
    facts.life_cycles.push_back({service.id(), product.vendor, product.name, product.version, (*life)->cycle,
                                 instant_of((*life)->date), (*life)->latest, (*life)->ended});
  return {};
}

core::Status read_all(const Work& work, const feeds::Feeds& feeds) {
  const auto sources = feeds.sources();
  if (!sources) return tl::make_unexpected(sources.error());
  for (const auto& source : *sources)
    work.facts.feeds.push_back({source.kind, instant_of(source.date), source.imported,
                                static_cast<std::uint64_t>(source.records), source.sha256});
  for (const auto& service : work.facts.services)
    for (const auto& product : service.products)
      if (auto looked = look_up(work, feeds, service, product); !looked) {
        if (looked.error().code != core::ErrorCode::usage && looked.error().code != core::ErrorCode::parse)
          return looked;
        work.facts.gaps.push_back({service.id() + ": " + product.name, looked.error().what});  // one odd name, not all
      }
  return {};
}

}  // namespace

void read_vulnerabilities(const Work& work) {
  if (work.target.feeds.empty()) return work.facts.not_asked.push_back(Part::feeds);
  const auto feeds = feeds::Feeds::open(work.target.feeds);
  if (!feeds) return work.gap(Part::feeds, feeds.error().what);
  if (const auto read = read_all(work, *feeds); !read) work.gap(Part::feeds, read.error().what);
}

}  // namespace hygie::exposure
