// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/register/read_register.hpp"
#include "core/calendar.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::remote_access;

namespace {

core::Checked<ReadRegister> read(const std::string& text) {
  const auto document = core::parse_yaml(text, "register.yaml");
  REQUIRE(document);
  return read_register(*document);
}

/// "LINE:COL: what" of each error.
std::vector<std::string> errors(const std::string& text) {
  std::vector<std::string> out;
  const auto found = read(text);
  if (found) return out;
  for (const auto& error : found.error())
    out.push_back(error.where.substr(error.where.find(':') + 1) + ": " + error.what);
  return out;
}

const std::string head = "hygie: 1\naccesses:\n";
const std::string one = "  - {id: A, vendor: {name: V}, protocol: ssh";

}  // namespace

TEST_CASE("A register is read with its suppliers, windows and moments", "[remote_access][register]") {
  const auto found = read(R"(hygie: 1
vendors:
  - {name: V, country: FR, contact_24x7: "+33 1 99 00 00 00"}
accesses:
  - id: A
    vendor: {name: V, country: DE}
    contract: {pgssi_palier: 2, audit_clause: false}
    protocol: ssh
    windows: [{days: [sun], from: "22:00", to: "06:00"}, {days: [mon], from: "00:00", to: "24:00", tz: UTC}]
    openings: [{from: "2026-03-01 14:00", until: "2026-03-01 16:00"}]
    expiry: 2026-12-31
)");
  REQUIRE(found);
  const auto& access = found->content.accesses.front();
  CHECK(access.vendor.country == "DE");
  CHECK(access.vendor.contact_24x7 == "+33 1 99 00 00 00");
  CHECK(access.contract.palier == "2");
  CHECK(access.contract.audit == Said::no);
  CHECK(access.contract.report == Said::nothing);
  REQUIRE(access.windows.size() == 3);
  CHECK(access.windows[0].days == 0x40);
  CHECK(access.windows[0].until == 1440);
  CHECK(access.windows[1].days == 0x01);  // the night of Sunday ends on Monday
  CHECK(access.windows[1].until == 360);
  CHECK(access.windows[2].until == 1440);
  CHECK(core::format_instant(*access.openings.front().from) == "2026-03-01T13:00:00Z");
  CHECK(core::format_date(core::day_of(*access.expires)) == "2026-12-31");
  CHECK(access.where == "register.yaml:5:5");
  CHECK(found->zones.size() == 2);
}

TEST_CASE("What is wrong is told where it stands", "[remote_access][register]") {
  using Lines = std::vector<std::string>;
  CHECK(errors(head + one + "}\n").empty());
  CHECK(errors(head + one + "}\n" + one + "}\n") == Lines{"4:10: the access \"A\" is declared twice"});
  CHECK(errors(head + one + ", openings: [{from: \"2026-03-01 14:00\", until: \"2026-03-01 14:00\"}]}\n").size() == 1);
  CHECK(errors(head + one +
               ", openings: [{from: \"2026-03-01 14:00\", until: \"2026-03-01 16:00\"}, "
               "{from: \"2026-03-01 15:59\", until: \"2026-03-01 17:00\"}]}\n")
            .size() == 1);
  CHECK(errors(head + one +
               ", openings: [{from: \"2026-03-01 14:00\", until: \"2026-03-01 16:00\"}, "
               "{from: \"2026-03-01 16:00\", until: \"2026-03-01 17:00\"}]}\n")
            .empty());
  CHECK(errors(head + one + ", interventions: [{start: \"2026-03-29 02:30\"}]}\n") ==
        Lines{"3:71: \"2026-03-29 02:30\" is not a moment"});
  CHECK(errors(head + one + ", source_ips: [198.51.100.0/33]}\n").size() == 1);
  CHECK(errors(head + one + ", windows: [{days: [mon], from: \"08:00\", to: \"08:00\"}]}\n") ==
        Lines{"3:57: this window is empty"});
  CHECK(errors(head + one + ", windows: [{days: [mon], from: \"08:00\", to: \"09:00\", tz: Mars}]}\n").size() == 1);
  CHECK(errors(head + one + ", contract: {start: 2026-02-01, end: 2026-01-01}}\n").size() == 1);
  CHECK(errors(head + one + ", colour: red}\n").size() == 1);
  CHECK(errors("hygie: 1\ntime_zone: Mars\naccesses: []\n").size() == 1);
  CHECK(errors("hygie: 1\nvendors: [{name: V}, {name: V}]\naccesses: []\n").size() == 1);
  CHECK(errors(head + "  - {id: A, vendor: {}, protocol: gopher}\n").size() == 2);
}
