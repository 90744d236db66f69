// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificates/certificate.hpp"

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-CERT-WEAK-KEY", "[directory]") {
  using namespace std::chrono;
  using Key = directory::CertificateFacts::Key;
  constexpr auto id = "DIR-CERT-WEAK-KEY";
  test::check_decoded_only(id, [](auto& one) { one.bits = 512; });
  SECTION("level 1 under 1024 bits, level 3 under 2048") {
    CHECK(test::certificate_level(id, [](auto& one) { one.bits = 1023; }) == 1);
    CHECK(test::certificate_level(id, [](auto& one) { one.bits = 1024; }) == 3);
    CHECK(test::certificate_level(id, [](auto& one) { one.bits = 2047; }) == 3);
  }
  SECTION("2048 bits are enough until the end of 2030, 3072 afterwards") {
    auto facts = test::healthy_directory();
    auto& one = facts.certificates.front();
    one.bits = 2048;
    one.not_after = core::Instant{sys_days{year{2031} / 1 / 1}} - seconds{1};
    CHECK(test::verdict(id, facts) == Verdict::pass);
    one.not_after = core::Instant{sys_days{year{2031} / 1 / 1}};
    CHECK(test::failure(id, facts).level == 3);
    one.bits = 3071;
    CHECK(test::failure(id, facts).evidence.at("bits") == "3071");
    CHECK(test::failure(id, facts).evidence.at("end") == "2031-01-01");
    one.not_after.reset();
    CHECK(test::verdict(id, facts) == Verdict::unknown);
    one.bits = 3072;
    CHECK(test::verdict(id, facts) == Verdict::pass);
  }
  SECTION("the limits are the establishment's to raise") {
    auto facts = test::healthy_directory();
    CHECK(test::verdict(id, facts, {{"minimum_bits", std::int64_t{4096}}}) == Verdict::pass);
    CHECK(test::failures(id, facts, {{"minimum_bits", std::int64_t{4097}}}) == 2);
  }
  SECTION("other kinds of keys have sizes of their own; one that was not decoded has none") {
    CHECK(test::certificate_verdict(id, [](auto& one) { one.key = Key::ec, one.bits = 256; }) == Verdict::pass);
    CHECK(test::certificate_verdict(id, [](auto& one) { one.key = Key::dsa, one.bits = 1024; }) == Verdict::pass);
    CHECK(test::certificate_verdict(id, [](auto& one) { one.key = Key::other, one.bits = 253; }) == Verdict::pass);
    CHECK(test::certificate_verdict(id, [](auto& one) { one.key = Key::other, one.bits = 0; }) == Verdict::unknown);
  }
}
