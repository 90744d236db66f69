// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/calendar.hpp"
#include "core/result.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure::feeds {

inline constexpr const char* default_file = "hygie-feeds.db";

/// What a service says it is. Give `cpe`, or vendor and product as a CPE names them.
struct Product {
  std::string vendor = {};
  std::string product = {};
  std::string version = {};  // empty: not readable, and then no CVE is matched
  std::string cpe = {};      // CPE 2.3; wins over vendor and product, and gives the version when there is none
  std::string banner = {};   // the whole greeting: a distribution signs there
};

struct Match {
  std::string cve;
  std::optional<int> cvss = {};     // tenths
  std::optional<double> epss = {};  // probability of exploitation in 30 days, 0 to 1
  std::string kev_added = {};       // YYYY-MM-DD; empty: not known to be exploited
  std::string kev_due = {};
  bool ransomware = false;
  bool confirmed = false;  // else possible: a reader must look
  /// Why, as words of a program: the source and the range, then what makes it only possible.
  std::string source = {};  // "nvd", "cve", "debian"
  std::string range = {};
  std::vector<std::string> doubts = {};  // see `doubt_text`
};

/// What makes a match only possible.
namespace doubt {
inline constexpr const char* distribution = "distribution";  // a distribution mends without a new version number
inline constexpr const char* needs = "needs";               // "needs vendor:product": only together with something else
inline constexpr const char* versions_unsaid = "versions";  // the record does not say which versions, or not readably
inline constexpr const char* vendor_unsaid = "vendor";      // the record does not name the vendor
inline constexpr const char* disagreement = "disagreement";  // another source says that this version is not affected
inline constexpr const char* undetermined = "undetermined";  // the distribution has not decided
inline constexpr const char* unimportant = "unimportant";    // the distribution sees no security issue in it
}  // namespace doubt

struct KevRow {
  std::string cve, vendor, product, name, added, due;
  bool ransomware = false;
};

struct EndOfLife {
  std::string product;  // as endoflife.date names it
  std::string cycle;
  bool ended = false;       // on the day asked for
  std::string date = {};    // YYYY-MM-DD; empty: not given
  std::string latest = {};  // the last version of the cycle
};

/// One file or folder that was imported.
struct Source {
  std::string kind;  // kev, epss, nvd, cve, end-of-life, debian
  std::string file;
  std::string date;  // of its content, YYYY-MM-DD; empty: it does not say
  std::int64_t records = 0;
  std::int64_t files = 0;
  std::string sha256;
  core::Instant imported{};
};

/// Days after which a feed of this kind is too old to rely on: KEV and EPSS 7, the others 30.
[[nodiscard]] int stale_after(std::string_view kind);
/// The age of its content, or of its import when the content gives no date.
[[nodiscard]] std::int64_t age_in_days(const Source& source, core::Instant now);

/// The imported feeds, to read. Every function may be called again and again; none contacts anything.
class Feeds {
 public:
  /// Integrity errors: not a feeds file, damaged, or of another version of hygie.
  static core::Result<Feeds> open(const std::string& path);

  [[nodiscard]] core::Result<std::vector<Source>> sources() const;
  /// By CVE: the highest risk first (KEV, then CVSS). Empty without a version.
  [[nodiscard]] core::Result<std::vector<Match>> match(const Product& product) const;
  /// What is known to be exploited in any version of the product: through the records of its CVEs, and through KEV's
  /// own names.
  [[nodiscard]] core::Result<std::vector<KevRow>> kev_products(const Product& product) const;
  [[nodiscard]] core::Result<std::optional<EndOfLife>> end_of_life(const Product& product, core::Instant today) const;

  Feeds(Feeds&&) noexcept;
  Feeds& operator=(Feeds&&) noexcept;
  Feeds(const Feeds&) = delete;
  Feeds& operator=(const Feeds&) = delete;
  ~Feeds();

  struct State;  // match/state.hpp, for the parts of the matcher

 private:
  explicit Feeds(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hygie::exposure::feeds
