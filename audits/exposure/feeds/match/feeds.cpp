// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/feeds.hpp"

#include "audits/exposure/feeds/match/distribution.hpp"
#include "audits/exposure/feeds/match/state.hpp"
#include "audits/exposure/feeds/versions/digits.hpp"
#include "core/i18n.hpp"

#include <algorithm>

namespace hygie::exposure::feeds {

using core::Result;
using core::tr;
namespace sqlite = core::sqlite;

Feeds::Feeds(std::unique_ptr<State> state) : state_(std::move(state)) {}
Feeds::Feeds(Feeds&&) noexcept = default;
Feeds& Feeds::operator=(Feeds&&) noexcept = default;
Feeds::~Feeds() = default;

Result<Feeds> Feeds::open(const std::string& path) {
  auto handle = open_database(path, false);
  if (!handle) return tl::make_unexpected(handle.error());
  return Feeds(std::make_unique<State>(State{path, std::move(*handle)}));
}

int stale_after(std::string_view kind) { return kind == "kev" || kind == "epss" ? 7 : 30; }

std::int64_t age_in_days(const Source& source, core::Instant now) {
  const auto day = core::parse_date(source.date);
  return core::days_between(day ? core::Instant{*day} : source.imported, now);
}

Result<sqlite::Statement> Feeds::State::prepare(const char* sql) const {
  auto statement = sqlite::Statement::prepare(handle.get(), sql, path);
  if (!statement) return tl::make_unexpected(in_feeds_words(statement.error()));
  return statement;
}

Result<std::vector<Known>> Feeds::State::known(const std::vector<ProductName>& names) const {
  auto statement = prepare("SELECT id, vendor FROM product WHERE name=?");
  if (!statement) return tl::make_unexpected(statement.error());
  std::vector<Known> out;
  for (const auto& name : names) {
    statement->reset();
    statement->bind(name.product);
    auto read = each(*statement, [&](const sqlite::Statement& row) {
      const auto vendor = row.text(1);
      if (vendor != name.vendor && !vendor.empty() && !name.vendor.empty()) return;
      const Known one{row.integer(0), vendor == name.vendor && !vendor.empty()};
      const auto same = std::find_if(out.begin(), out.end(), [&](const Known& k) { return k.id == one.id; });
      if (same == out.end()) out.push_back(one);
    });
    if (!read) return tl::make_unexpected(read.error());
  }
  return out;
}

Result<Wanted> wanted(const Product& product) {
  std::string vendor = product.vendor, name = product.product, version = product.version;
  if (!product.cpe.empty()) {
    const auto cpe = parse_cpe(product.cpe);
    if (!cpe)
      return core::failure(core::ErrorCode::usage, tr("this is not the CPE name of a product: {}", product.cpe));
    vendor = cpe->vendor;
    name = cpe->product;
    if (version.empty() && cpe->version != "*" && cpe->version != "-") {
      version = cpe->version;
      // "9.2:p1" is 9.2p1, "10.2.9:h1" is 10.2.9-h1
      if (cpe->update != "*" && cpe->update != "-") version += (cpe->update.starts_with("p") ? "" : "-") + cpe->update;
    }
  }
  return Wanted{names_of(normal(vendor), normal(name)), version};
}

Result<std::vector<Source>> Feeds::sources() const {
  auto statement = state_->prepare(
      "SELECT kind, file, date, records, files, sha256, imported FROM source ORDER BY kind, imported, file");
  if (!statement) return tl::make_unexpected(statement.error());
  std::vector<Source> out;
  auto read = state_->each(*statement, [&](const sqlite::Statement& row) {
    out.push_back({row.text(0), row.text(1), row.text(2), row.integer(3), row.integer(4), row.text(5),
                   core::parse_instant(row.text(6)).value_or(core::Instant{})});
  });
  if (!read) return tl::make_unexpected(read.error());
  return out;
}

Result<std::vector<KevRow>> Feeds::kev_products(const Product& product) const {
  const auto asked = wanted(product);
  if (!asked) return tl::make_unexpected(asked.error());
  const auto& names = asked->names;
  const auto ids = state_->known(names);
  if (!ids) return tl::make_unexpected(ids.error());
  std::vector<CveId> recorded;
  auto records =
      state_->prepare("SELECT DISTINCT k.cve FROM affected a JOIN kev k ON k.cve=a.cve WHERE a.product=? AND a.said=1");
  if (!records) return tl::make_unexpected(records.error());
  for (const auto& one : *ids) {
    if (!one.vendor_said) continue;
    records->reset();
    records->bind(one.id);
    auto read = state_->each(*records, [&](const sqlite::Statement& row) { recorded.push_back(row.integer(0)); });
    if (!read) return tl::make_unexpected(read.error());
  }
  auto rows = state_->prepare(
      "SELECT cve, vendor, product, name, added, due, ransomware FROM kev ORDER BY added DESC, cve DESC");
  if (!rows) return tl::make_unexpected(rows.error());
  std::vector<KevRow> out;
  auto read = state_->each(*rows, [&](const sqlite::Statement& row) {
    const auto id = row.integer(0);
    const ProductName named{normal(row.text(1)), normal(row.text(2))};
    if (std::find(recorded.begin(), recorded.end(), id) == recorded.end() &&
        std::find(names.begin(), names.end(), named) == names.end())
      return;
    out.push_back({cve_text(id), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.integer(6) != 0});
  });
  if (!read) return tl::make_unexpected(read.error());
  return out;
}

namespace {

/// "9.2" is the cycle of 9.2.1 and 9.2p1, not of 9.20.
bool is_in_cycle(std::string_view version, std::string_view cycle) {
  return version.starts_with(cycle) && (version.size() == cycle.size() || !is_digit(version[cycle.size()]));
}

}  // namespace

Result<std::optional<EndOfLife>> Feeds::end_of_life(const Product& product, core::Instant today) const {
  const auto asked = wanted(product);
  if (!asked) return tl::make_unexpected(asked.error());
  auto version = signs_of(asked->version, product.banner).version;
  version.erase(0, std::min(version.find_first_of("0123456789"), version.size()));
  std::optional<EndOfLife> best;
  if (version.empty()) return best;
  auto statement = state_->prepare(
      "SELECT c.product, c.cycle, c.ended, c.date, c.latest FROM life_name n JOIN life_cycle c ON c.product=n.product "
      "WHERE n.name=? AND n.vendor IN (?,'')");
  if (!statement) return tl::make_unexpected(statement.error());
  for (const auto& name : asked->names) {
    statement->reset();
    statement->bind(name.product).bind(name.vendor);
    auto read = state_->each(*statement, [&](const sqlite::Statement& row) {
      const auto cycle = row.text(1);
      if (!is_in_cycle(version, cycle) || (best && best->cycle.size() >= cycle.size())) return;
      const auto date = row.text(3);
      const auto day = core::parse_date(date);
      const bool ended = day ? core::Instant{*day} <= today : row.integer(2) != 0;
      best = EndOfLife{row.text(0), cycle, ended, date, row.text(4)};
    });
    if (!read) return tl::make_unexpected(read.error());
  }
  return best;
}

}  // namespace hygie::exposure::feeds
