// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/versions/compare.hpp"
#include "audits/exposure/feeds/versions/dpkg.hpp"

#include <catch2/catch.hpp>

using namespace hygie::exposure::feeds;

namespace {

struct Row {
  Order order;
  const char* a;
  const char* sign;  // "<", "=", or "?" for versions of two numberings
  const char* b;
};

std::string sign_of(std::partial_ordering order) {
  if (order == std::partial_ordering::unordered) return "?";
  return order < 0 ? "<" : order > 0 ? ">" : "=";
}

std::string mirrored(const std::string& sign) { return sign == "<" ? ">" : sign; }

}  // namespace

TEST_CASE("versions sort by their maker's numbering", "[feeds]") {
  using enum Order;
  const auto row = GENERATE(
      // numbers
      Row{generic, "1.2.3", "=", "1.2.3"}, Row{generic, "1.2.9", "<", "1.2.10"}, Row{generic, "1.2", "=", "1.2.0"},
      Row{generic, "1.2", "<", "1.2.1"}, Row{generic, "v1.2.3", "=", "1.2.3"}, Row{generic, "1.02", "=", "1.2"},
      Row{generic, "99999999999999999999998", "<", "99999999999999999999999"},
      Row{generic, "1.2.3", "=", "1.2.3+build.7"},
      // what comes before a release, in its own order
      Row{generic, "1.0-rc1", "<", "1.0"}, Row{generic, "1.0rc1", "<", "1.0.0"},
      Row{generic, "1.0-beta2", "<", "1.0-rc1"}, Row{generic, "1.0-alpha", "<", "1.0-beta"},
      Row{generic, "1.0-rc2", "<", "1.0-rc10"}, Row{generic, "1.0b1", "<", "1.0"},
      Row{generic, "1.0-dev", "<", "1.0-alpha1"}, Row{generic, "0.9", "<", "1.0-rc1"},
      Row{generic, "1.0-final", "=", "1.0"},
      // OpenSSH
      Row{generic, "9.2", "<", "9.2p1"}, Row{generic, "9.2p1", "<", "9.2p2"}, Row{generic, "9.2p2", "<", "9.3"},
      Row{generic, "9.2p1", "=", "9.2-p1"}, Row{generic, "9.9p2", "<", "10.0p1"}, Row{generic, "9.2p1", "<", "9.2.1"},
      // OpenSSL
      Row{generic, "1.0.2", "<", "1.0.2a"}, Row{generic, "1.0.2g", "<", "1.0.2u"},
      Row{generic, "1.0.2u", "<", "1.0.2za"}, Row{generic, "1.0.2zg", "<", "1.1.0"},
      Row{generic, "1.0.2-beta1", "<", "1.0.2"}, Row{generic, "1.0.2beta1", "<", "1.0.2a"},
      // PAN-OS
      Row{generic, "10.2.9", "<", "10.2.9-h1"}, Row{generic, "10.2.9-h1", "<", "10.2.9-h11"},
      Row{generic, "10.2.9-h11", "<", "10.2.10"}, Row{generic, "11.0.4-h1", "<", "11.1.0"},
      // FortiOS, Ivanti, Juniper, SonicOS
      Row{generic, "v7.2.4", "<", "7.2.5"}, Row{generic, "7.2.4", "<", "7.2.4 build1396"},
      Row{generic, "22.7R2", "<", "22.7R2.5"}, Row{generic, "22.7R2.5", "<", "22.7R3"},
      Row{generic, "21.4R3", "<", "21.4R3-S4"}, Row{generic, "9.11.4-P1", "<", "9.11.4-P2"},
      // git describe: so many commits after the release
      Row{generic, "1.2.3", "<", "1.2.3-12-gabcdef1"}, Row{generic, "1.2.3-12-gabcdef1", "=", "1.2.3-12"},
      Row{generic, "1.2.3-12-gabcdef1", "<", "1.2.4"}, Row{generic, "1-final.1", "=", "1.1"},
      Row{generic, "1.0.1", "<", "1-final.1"},
      // Citrix
      Row{citrix, "13.1-49.13", "<", "13.1-49.15"}, Row{citrix, "13.1-49.15", "=", "NS13.1 Build 49.15"},
      Row{citrix, "13.1-9.60", "<", "13.1-49.15"}, Row{citrix, "13.1-49.15", "<", "14.1-8.50"},
      Row{citrix, "13.1-FIPS-37.164", "?", "13.1-49.15"},
      // Exchange
      Row{exchange, "15.2.1258.12", "<", "15.2.1544.9"}, Row{exchange, "15.02.1544.009", "=", "15.2.1544.9"},
      Row{exchange, "2019-cumulative_update_13", "<", "2019-cumulative_update_14"},
      Row{exchange, "15.2.1544.9", "?", "2019-cumulative_update_14"},
      // two numberings, or none
      Row{generic, "1.2.3", "?", "deadbeef00"}, Row{generic, "1.2.3", "?", "n/a"},
      Row{generic, "15.1(4)M6", "?", "15.1(4)T2"}, Row{generic, "15.1(4)M6", "<", "15.1(5)M1"},
      Row{generic, "", "?", "1.0"});
  INFO(row.a << " beside " << row.b);
  CHECK(sign_of(compare_versions(row.order, row.a, row.b)) == row.sign);
  CHECK(sign_of(compare_versions(row.order, row.b, row.a)) == mirrored(row.sign));
}

TEST_CASE("Debian's order: epochs, tildes, revisions", "[feeds]") {
  struct Pair {
    const char* less;
    const char* more;
  };
  const auto pair =
      GENERATE(Pair{"1.0", "1:0.5"}, Pair{"1:9.2p1-2+deb12u2", "1:9.2p1-2+deb12u3"}, Pair{"1.0~rc1-1", "1.0-1"},
               Pair{"1.0~~", "1.0~"}, Pair{"1.0", "1.0-1"}, Pair{"1.0-1", "1.0-1+deb12u1"},
               Pair{"1.0-1~deb11u1", "1.0-1"}, Pair{"2.4.57-2", "2.4.62-1~deb12u1"}, Pair{"1.2.9", "1.2.10"},
               Pair{"1.0a", "1.0+"}, Pair{"1.0a", "1.0b"}, Pair{"9.2p1-2+deb12u9", "9.2p1-2+deb12u10"},
               Pair{"1.0-1", "1.0+dfsg-1"}, Pair{"8.9p1-3ubuntu0.6", "8.9p1-3ubuntu0.10"});
  INFO(pair.less << " before " << pair.more);
  CHECK(compare_dpkg(pair.less, pair.more) == std::strong_ordering::less);
  CHECK(compare_dpkg(pair.more, pair.less) == std::strong_ordering::greater);
  CHECK(compare_dpkg(pair.less, pair.less) == std::strong_ordering::equal);
}

TEST_CASE("Debian's order: versions that are written otherwise and equal", "[feeds]") {
  CHECK(sign_of(compare_dpkg("1.0", "0:1.0")) == "=");
  CHECK(sign_of(compare_dpkg("1.00-1", "1.0-1")) == "=");
  CHECK(sign_of(compare_dpkg("1.0", "1.0-0")) == "=");
  const auto parts = split_dpkg("1:2.4-rc1-3+b1");
  CHECK(parts.epoch == "1");
  CHECK(parts.upstream == "2.4-rc1");
  CHECK(parts.revision == "3+b1");
}

TEST_CASE("what looks like a version", "[feeds]") {
  for (const char* good : {"1", "1.2.3", "v7.2.4", "Version 1.2", "9.2p1", "13.1-49.15", "15.1(4)M6", "1.0~rc1+dfsg"}) {
    INFO(good);
    CHECK(looks_like_version(good));
  }
  for (const char* bad :
       {"", "n/a", "*", "unspecified", "android_12.0", "deadbeef12", "FastConnect 7800", "1.2 <script>"}) {
    INFO(bad);
    CHECK_FALSE(looks_like_version(bad));
  }
}
