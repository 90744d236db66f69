// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/certificate.hpp"
#include "audits/directory/read/dns_property.hpp"
#include "audits/directory/read/filetime.hpp"
#include "audits/directory/read/key_credential.hpp"
#include "audits/directory/read/ldif.hpp"
#include "audits/directory/read/replication_metadata.hpp"
#include "audits/directory/read/sddl.hpp"
#include "audits/directory/read/secret_hint.hpp"
#include "audits/directory/read/security_descriptor.hpp"
#include "audits/directory/snapshot.hpp"
#include "audits/directory/snapshot_format.hpp"
#include "core/yaml.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>

using namespace hygie;
using namespace hygie::directory;

namespace {

/// Every file of tests/fuzz/corpus/<target>: the seeds, and what once crashed.
std::size_t replay(const std::string& target, const std::function<void(const std::string&)>& read) {
  std::size_t files = 0;
  for (const auto& file : std::filesystem::directory_iterator(HYGIE_SOURCE_DIR "/tests/fuzz/corpus/" + target)) {
    const auto bytes = core::read_file(file.path().string(), 1U << 20U);
    REQUIRE(bytes);
    read(*bytes);
    ++files;
  }
  return files;
}

}  // namespace

TEST_CASE("the seeds of the fuzz targets, and what once crashed, are read") {
  SidTable sids;
  const auto domain = Sid::from_text("S-1-5-21-1-2-3").value();
  CHECK(replay("security_descriptor",
               [&](const std::string& raw) { CHECK(read_security_descriptor(as_bytes(raw), sids)); }) >= 3);
  CHECK(replay("sddl", [&](const std::string& text) { CHECK(read_sddl(text, sids, domain, domain)); }) >= 3);
  CHECK(replay("sid",
               [&](const std::string& raw) { CHECK((Sid::from_bytes(as_bytes(raw)) || Sid::from_text(raw))); }) >= 3);
  CHECK(replay("guid",
               [](const std::string& raw) { CHECK((Guid::from_bytes(as_bytes(raw)) || Guid::from_text(raw))); }) >= 2);
  CHECK(replay("time", [](const std::string& text) { (void)read_generalised_time(text); }) >= 3);
  CHECK(replay("dns_property", [](const std::string& raw) { CHECK(read_dns_property(as_bytes(raw))); }) >= 3);
  CHECK(replay("key_credential", [](const std::string& raw) { CHECK_FALSE(read_key_credential(raw).malformed); }) >= 2);
  CHECK(replay("secret_hint", [](const std::string& text) { (void)secret_pattern(text); }) >= 3);
  CHECK(replay("replication_metadata", [](const std::string& raw) {
          bool malformed = false;
          (void)last_change(as_bytes(raw), attribute_id::unicode_pwd, malformed);
          CHECK_FALSE(malformed);
        }) >= 2);
  CHECK(replay("certificate", [](const std::string& raw) {
          TextArena text;
          (void)read_certificate(as_bytes(raw), text);
        }) >= 3);
  CHECK(replay("ldif", [](const std::string& raw) {
          const auto text = is_utf16(raw) ? utf16_to_utf8(raw) : raw;
          (void)read_ldif(
              text, "f", [](std::string_view) { return true; }, [](const RawEntry&, std::size_t) { return true; });
        }) >= 3);
  CHECK(replay("snapshot", [](const std::string& raw) { CHECK(read_snapshot(raw)); }) >= 1);
}

TEST_CASE("a snapshot written by an earlier build gives the same bytes") {
  replay("snapshot", [](const std::string& raw) {
    const auto facts = read_snapshot(raw);
    REQUIRE(facts);
    // Compression may change with the library's version, what it holds may not.
    const auto again = read_snapshot(write_snapshot(*facts));
    REQUIRE(again);
    CHECK(again->accounts.size() == facts->accounts.size());
    CHECK(again->origin.name == "hopital.test");
  });
}
