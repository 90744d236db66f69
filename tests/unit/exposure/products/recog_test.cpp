// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/products/recog.hpp"

#include <catch2/catch.hpp>

using namespace hygie::exposure;

namespace {

constexpr const char* file = R"(<?xml version="1.0"?>
<fingerprints matches="http_header.server">
  <fingerprint pattern="^Lab/(\d[\d.]*)(?: \((.+)\))?$" flags="REG_ICASE">
    <description>Lab server</description>
    <example service.version="1.2" os.product="Debian">lab/1.2 (Debian)</example>
    <example _encoding="base64" service.version="3">TGFiLzM=</example>
    <example service.version="9">Lab/8</example>
    <example>something else</example>
    <param pos="0" name="service.vendor" value="Lab"/>
    <param pos="0" name="service.product" value="Server"/>
    <param pos="1" name="service.version"/>
    <param pos="2" name="os.product"/>
    <param pos="0" name="service.cpe23" value="cpe:/a:lab:server:{service.version}"/>
  </fingerprint>
  <fingerprint pattern="(broken"><description>Broken</description></fingerprint>
</fingerprints>)";

}  // namespace

TEST_CASE("a file of recog tells products, and its examples hold it", "[exposure][recog]") {
  const auto recog = Recog::parse(file, "lab.xml").value();
  CHECK(recog.matches() == "http_header.server");
  CHECK(recog.size() == 1);
  CHECK(recog.left_out().size() == 1);
  const auto product = recog.product_of("Lab/1.2").value();
  CHECK(product.vendor == "Lab");
  CHECK(product.name == "Server");
  CHECK(product.version == "1.2");
  CHECK(product.cpe == "cpe:2.3:a:lab:server:1.2:*:*:*:*:*:*:*");
  CHECK_FALSE(recog.product_of("nginx/1.22"));
  const auto held = recog.hold_examples();
  CHECK(held.examples == 4);
  CHECK(held.matched == 3);
  CHECK(held.read_right == 2);
  CHECK(held.wrong.size() == 2);
}

TEST_CASE("what is no file of recog is refused with its place", "[exposure][recog]") {
  CHECK(Recog::parse("<fingerprints", "lab.xml").error().where.starts_with("lab.xml, byte "));
  CHECK_FALSE(Recog::parse("<other/>", "lab.xml"));
  CHECK_FALSE(Recog::parse("", "lab.xml"));
  CHECK_FALSE(Recog::load("/nonexistent/lab.xml"));
}

TEST_CASE("an expression that would work for ever gives up", "[exposure][recog]") {
  const auto slow = Recog::parse(
      R"(<fingerprints><fingerprint pattern="^(a+)+$"><description>x</description></fingerprint></fingerprints>)", "x");
  CHECK_FALSE(slow.value().match(std::string(60, 'a') + "b"));
}
