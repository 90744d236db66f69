// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/products/products.hpp"

#include "core/yaml.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure;

TEST_CASE("The built-in fingerprints are read, each example as it says", "[product]") {
  const auto text = core::read_file(HYGIE_SOURCE_DIR "/data/fingerprints.yaml", 1U << 20U);
  REQUIRE(text);
  const auto read = Fingerprints::parse(*text, "fingerprints.yaml");
  INFO((read ? std::string() : read.error().where + ": " + read.error().what));
  REQUIRE(read);
  CHECK(read->size() == Fingerprints::built_in().size());
  CHECK(read->size() > 80);
}

TEST_CASE("A banner of OpenSSH gives a version, a name for the database and the packager's suffix", "[product]") {
  const auto product = product_of({"ssh", {{"banner", "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3"}}});
  CHECK(product.vendor == "OpenBSD");
  CHECK(product.name == "OpenSSH");
  CHECK(product.version == "9.2p1");
  CHECK(product.package == "Debian-2+deb12u3");
  CHECK(product.cpe == "cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*");
}

TEST_CASE("What is untold stays empty", "[product]") {
  CHECK(product_of({"smtp", {{"banner", "mx.exemple.test ESMTP Postfix"}}}).version.empty());
  CHECK(product_of({"smtp", {{"banner", "mx.exemple.test ESMTP Postfix"}}}).cpe ==
        "cpe:2.3:a:postfix:postfix:*:*:*:*:*:*:*:*");
  const auto nothing = product_of({"rdp", {{"security", "tls"}}});
  CHECK(nothing.vendor.empty());
  CHECK(nothing.name.empty());
  CHECK(nothing.cpe.empty());
}

TEST_CASE("Without a fingerprint a service is what it calls itself", "[product]") {
  const auto device = product_of({"modbus", {{"vendor", "LabVendor"}, {"product", "GTB-1"}, {"version", "1.2.3"}}});
  CHECK(device.vendor == "LabVendor");
  CHECK(device.name == "GTB-1");
  CHECK(device.version == "1.2.3");
  CHECK(product_of({"snmp", {{"snmp3", "answered"}, {"enterprise", "12356"}}}).version.empty());
  CHECK(product_of({"snmp", {{"snmp3", "answered"}, {"enterprise", "12356"}}}).vendor == "Fortinet");
}

TEST_CASE("What a version holds is written as the database writes it", "[product]") {
  const auto cisco = product_of(
      {"snmp", {{"description", "Cisco IOS Software, C2960 Software, Version 12.2(55)SE5, RELEASE SOFTWARE (fc1)"}}});
  CHECK(cisco.cpe == "cpe:2.3:o:cisco:ios:12.2\\(55\\)se5:*:*:*:*:*:*:*");
}

TEST_CASE("A user's file goes first", "[product]") {
  auto all = Fingerprints::built_in();
  const auto own = Fingerprints::parse(
      "hygie: 1\nfingerprints:\n  - {protocol: ssh, said: banner, match: 'OpenSSH_(?<version>[0-9.]+)', vendor: Ici, "
      "product: Bastion}\n",
      "own.yaml");
  REQUIRE(own);
  all.put_first(*own);
  CHECK(all.product_of({"ssh", {{"banner", "SSH-2.0-OpenSSH_9.2p1"}}}).name == "Bastion");
  CHECK(all.product_of({"ftp", {{"banner", "(vsFTPd 3.0.3)"}}}).name == "vsftpd");
}

TEST_CASE("A wrong file of fingerprints says where", "[product]") {
  const auto where = [](const std::string& text) {
    const auto read = Fingerprints::parse(text, "own.yaml");
    REQUIRE_FALSE(read);
    return read.error().where;
  };
  const std::string head = "hygie: 1\nfingerprints:\n";
  CHECK(where("fingerprints: []\n") == "own.yaml:1:1");
  CHECK(where(head + "  - {protocol: ssh, said: banner, match: '(', vendor: X}\n").starts_with("own.yaml:3:"));
  CHECK(where(head + "  - {protocol: ssh, said: banner, match: 'a', vendor: X, colour: red}\n")
            .starts_with("own.yaml:3:"));
  CHECK(where(head + "  - {protocol: ssh, match: 'a', vendor: X}\n").starts_with("own.yaml:3:"));
  CHECK(where(head + "  - {protocol: ssh, said: banner, match: 'a', vendor: X, cpe: 'a:b'}\n")
            .starts_with("own.yaml:3:"));
  CHECK(where(head + "  - {protocol: ssh, said: banner, match: '^a$', vendor: X, seen: 'b'}\n")
            .starts_with("own.yaml:3:"));
  CHECK(
      where(head + "  - {protocol: ssh, said: banner, match: '^(?<version>a)$', vendor: X, seen: 'a', version: 'b'}\n")
          .starts_with("own.yaml:3:"));
}

TEST_CASE("An expression that would never end is given up", "[product]") {
  const auto pattern = Pattern::compile("^(a+)+$");
  REQUIRE(pattern);
  CHECK_FALSE(pattern->match(std::string(4000, 'a') + "b"));
  CHECK(pattern->match("aaa"));
  CHECK_FALSE(Pattern::compile("("));
}
