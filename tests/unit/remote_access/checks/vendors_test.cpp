// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/remote_access_cases.hpp"

using namespace hygie;
using remote_access::Access;
using remote_access::Said;
using test::at_day;
using test::hold_cases;
using enum core::Verdict;

TEST_CASE("Somebody can be called, at the supplier's and in the hospital", "[remote_access][vendors]") {
  hold_cases("RAC-VENDOR-CONTACT", {{"none", [](Access& a) { a.vendor.contact_24x7.clear(); }, fail}});
  hold_cases("RAC-VENDOR-SECURITY", {{"none", [](Access& a) { a.vendor.security_contact.clear(); }, fail}});
  hold_cases("RAC-OWNER", {{"none", [](Access& a) { a.owner.clear(); }, fail}});
}

TEST_CASE("The supplier's PAMS statement is of the year", "[remote_access][vendors]") {
  hold_cases("RAC-VENDOR-PAMS", {{"none", [](Access& a) { a.vendor.pams = "none"; }, fail},
                                 {"365 days old", [](Access& a) { a.vendor.pams_on = at_day("2025-11-25"); }, pass},
                                 {"366 days old", [](Access& a) { a.vendor.pams_on = at_day("2025-11-24"); }, fail},
                                 {"undated", [](Access& a) { a.vendor.pams_on.reset(); }, unknown},
                                 {"not said", [](Access& a) { a.vendor.pams.clear(); }, unknown}});
}

TEST_CASE("Subcontractors are accepted one by one", "[remote_access][vendors]") {
  hold_cases("RAC-SUBCONTRACTOR",
             {{"refused", [](Access& a) { a.vendor.subcontractors.front().approved = Said::no; }, fail},
              {"not said", [](Access& a) { a.vendor.subcontractors.front().approved = Said::nothing; }, unknown},
              {"none", [](Access& a) { a.vendor.subcontractors.clear(); }, not_applicable}});
}

TEST_CASE("Health data stay in the European Economic Area", "[remote_access][vendors]") {
  hold_cases("RAC-HEALTH-DATA-ABROAD",
             {{"a supplier elsewhere", [](Access& a) { a.vendor.country = "US"; }, fail},
              {"Iceland", [](Access& a) { a.vendor.country = "IS"; }, pass},
              {"data kept elsewhere", [](Access& a) { a.contract.data_location = "IN"; }, fail},
              {"a subcontractor elsewhere", [](Access& a) { a.vendor.subcontractors.front().country = "TN"; }, fail},
              {"connections from elsewhere", [](Access& a) { a.countries.emplace_back("CH"); }, fail},
              {"country not said", [](Access& a) { a.vendor.country.clear(); }, unknown},
              {"no health data",
               [](Access& a) {
                 a.vendor.country = "US";
                 a.systems.front().health_data = Said::no;
               },
               not_applicable}});
  hold_cases("RAC-CONNECTS-ABROAD", {{"elsewhere",
                                      [](Access& a) {
                                        a.countries = {"FR", "US"};
                                      },
                                      fail},
                                     {"not said", [](Access& a) { a.countries.clear(); }, unknown}});
}

TEST_CASE("A supplier's incident is open until it is closed", "[remote_access][vendors]") {
  hold_cases("RAC-VENDOR-INCIDENT", {{"open", [](Access& a) { a.vendor.incidents.front().closed.reset(); }, fail},
                                     {"none", [](Access& a) { a.vendor.incidents.clear(); }, not_applicable}});
}
