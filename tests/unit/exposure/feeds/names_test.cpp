// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/names.hpp"

#include <catch2/catch.hpp>

using namespace hygie::exposure::feeds;

TEST_CASE("names are compared without their spelling", "[feeds]") {
  CHECK(normal("Palo Alto Networks") == normal("paloaltonetworks"));
  CHECK(normal("PAN-OS") == normal("pan-os"));
  CHECK(normal("http_server") == "httpserver");
  CHECK(normal("C++") == "c++");
  CHECK(normal("n/a").empty());
  CHECK(normal("Société") == "société");
}

TEST_CASE("CPE names, both forms", "[feeds]") {
  const auto cpe = parse_cpe("cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*");
  REQUIRE(cpe);
  CHECK(cpe->part == 'a');
  CHECK(cpe->vendor == "openbsd");
  CHECK(cpe->version == "9.2");
  CHECK(cpe->update == "p1");
  CHECK(parse_cpe("cpe:2.3:a:acme\\:net:thing\\!:1.0\\(2\\):*:*:*:*:wordpress:*:*")->vendor == "acme:net");
  CHECK(parse_cpe("cpe:2.3:a:acme\\:net:thing\\!:1.0\\(2\\):*:*:*:*:wordpress:*:*")->version == "1.0(2)");
  CHECK(parse_cpe("cpe:2.3:a:acme\\:net:thing\\!:1.0\\(2\\):*:*:*:*:wordpress:*:*")->target_software == "wordpress");
  CHECK(parse_cpe("cpe:/o:redhat:enterprise_linux:9::baseos")->product == "enterprise_linux");
  CHECK(parse_cpe("cpe:2.3:a:f5:nginx")->version == "*");
  for (const char* bad :
       {"", "cpe:2.3:", "cpe:2.3:a:", "cpe:2.3:a:b", "cpe:2.3:aa:b:c", "openssh 9.2", "cpe:2.3:a:\\"}) {
    INFO(bad);
    CHECK_FALSE(parse_cpe(bad));
  }
}

TEST_CASE("names of CVEs", "[feeds]") {
  CHECK(cve_text(*parse_cve("CVE-2024-3400")) == "CVE-2024-3400");
  CHECK(cve_text(*parse_cve("CVE-1999-0001")) == "CVE-1999-0001");
  CHECK(cve_text(*parse_cve("CVE-2025-1234567")) == "CVE-2025-1234567");
  CHECK(*parse_cve("CVE-2023-99999") < *parse_cve("CVE-2024-0001"));
  for (const char* bad : {"", "CVE-2024-340", "CVE-2024-34a0", "cve-2024-3400", "CVE-20243400", "CVE-1024-3400",
                          "CVE-2024-99999999999", "TEMP-0-1"}) {
    INFO(bad);
    CHECK_FALSE(parse_cve(bad));
  }
}

TEST_CASE("other names and packages of a product", "[feeds]") {
  const auto names = names_of("apache", "httpserver");
  CHECK(std::find(names.begin(), names.end(), ProductName{"apachesoftwarefoundation", "apachehttpserver"}) !=
        names.end());
  CHECK(names_of("acme", "thing").size() == 1);
  CHECK(debian_package("openbsd", "openssh", "9.2p1") == "openssh");
  CHECK(debian_package("postgresql", "postgresql", "15.5") == "postgresql-15");
  CHECK(debian_package("php", "php", "8.2.7") == "php8.2");
  CHECK(debian_package("fortinet", "fortios", "7.2.4").empty());
}
