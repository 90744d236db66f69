// SPDX-License-Identifier: EUPL-1.2
// The checks of services that several words, or TLS, decide together.
#include "tests/support/exposure.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using net::Outcome;

TEST_CASE("DICOM, HL7 and MQTT are sound inside TLS alone", "[exposure][services]") {
  struct Row {
    std::string_view check, protocol;
    std::uint16_t port;
  };
  for (const auto& row :
       {Row{"EXP-DICOM-CLEAR", "dicom", 104}, Row{"EXP-HL7-CLEAR", "hl7", 2575}, Row{"EXP-MQTT-CLEAR", "mqtt", 1883}}) {
    INFO(row.check);
    auto facts = test::sound_exposure();
    facts.origin.vantage = "internal";  // in clear is in clear, wherever it is seen from
    CHECK(test::verdict(row.check, facts) == Verdict::not_applicable);
    auto& service = test::add_service(facts, row.protocol, row.port);
    CHECK(test::failure(row.check, facts).evidence.at("port") == std::to_string(row.port));
    service.tls = true;
    CHECK(test::verdict(row.check, facts) == Verdict::pass);
    test::add_service(facts, "", row.port);
    CHECK(test::verdict(row.check, facts) == Verdict::unknown);
  }
}

TEST_CASE("EXP-DICOM-ECHO", "[exposure][services]") {
  auto facts = test::sound_exposure();
  CHECK(test::verdict("EXP-DICOM-ECHO", facts) == Verdict::not_applicable);
  auto& said = test::add_service(facts, "dicom", 104).said;
  said = {{"association", "rejected"}};
  CHECK(test::verdict("EXP-DICOM-ECHO", facts) == Verdict::pass);
  said = {{"association", "accepted"}};  // cut before the echo
  CHECK(test::verdict("EXP-DICOM-ECHO", facts) == Verdict::unknown);
  said["echo"] = "answered";
  CHECK(test::verdict("EXP-DICOM-ECHO", facts) == Verdict::fail);
}

TEST_CASE("EXP-DICOM-CLIENT-CERTIFICATE", "[exposure][services]") {
  auto facts = test::sound_exposure();
  test::add_service(facts, "dicom", 104);
  CHECK(test::verdict("EXP-DICOM-CLIENT-CERTIFICATE", facts) == Verdict::not_applicable);
  auto& service = test::add_service(facts, "dicom", 2762);
  service.tls = true;
  CHECK(test::verdict("EXP-DICOM-CLIENT-CERTIFICATE", facts) == Verdict::unknown);
  facts.tls.push_back(test::sound_endpoint("192.0.2.66:2762/tcp", facts.certificates.front()));
  CHECK(test::failure("EXP-DICOM-CLIENT-CERTIFICATE", facts).object == "192.0.2.66:2762/tcp");
  facts.tls.back().client_certificate_wanted = {Outcome::present, {}};
  CHECK(test::verdict("EXP-DICOM-CLIENT-CERTIFICATE", facts) == Verdict::pass);
  facts.tls.back().client_certificate_wanted = {Outcome::unknown, "reset"};
  CHECK(test::verdict("EXP-DICOM-CLIENT-CERTIFICATE", facts) == Verdict::unknown);
}

TEST_CASE("EXP-IPMI-ANONYMOUS", "[exposure][services]") {
  auto facts = test::sound_exposure();
  CHECK(test::verdict("EXP-IPMI-ANONYMOUS", facts) == Verdict::not_applicable);
  auto& said = test::add_service(facts, "ipmi", 623, "udp").said;
  CHECK(test::verdict("EXP-IPMI-ANONYMOUS", facts) == Verdict::unknown);
  said = {{"anonymous", "false"}, {"null_user", "false"}, {"authentication_kinds", "md5, password"}};
  CHECK(test::verdict("EXP-IPMI-ANONYMOUS", facts) == Verdict::pass);
  said["null_user"] = "true";
  said["authentication_kinds"] = "none, md5";
  CHECK(test::failure("EXP-IPMI-ANONYMOUS", facts).evidence.at("found") == "null_user, authentication none");
}

TEST_CASE("EXP-CONTROLLER-EXPOSED", "[exposure][services]") {
  auto facts = test::sound_exposure();
  CHECK(test::verdict("EXP-CONTROLLER-EXPOSED", facts) == Verdict::pass);
  auto& said = test::add_service(facts, "ldap", 389).said;
  said = {{"naming_contexts", "dc=exemple,dc=test"}};  // a directory, and no controller
  CHECK(test::verdict("EXP-CONTROLLER-EXPOSED", facts) == Verdict::pass);
  said["controller_functional_level"] = "7";
  CHECK(test::failure("EXP-CONTROLLER-EXPOSED", facts).evidence.at("host") == "192.0.2.66");
  said["host"] = "dc1.exemple.test";
  CHECK(test::failure("EXP-CONTROLLER-EXPOSED", facts).evidence.at("host") == "dc1.exemple.test");
  facts.origin.vantage = "internal";
  CHECK(test::verdict("EXP-CONTROLLER-EXPOSED", facts) == Verdict::not_applicable);
  facts = test::sound_exposure();
  test::add_service(facts, "", 389);
  CHECK(test::verdict("EXP-CONTROLLER-EXPOSED", facts) == Verdict::unknown);
  facts = test::sound_exposure();
  test::add_service(facts, "netbios-ns", 137, "udp").said["domain_controllers"] = "EXEMPLE";
  CHECK(test::verdict("EXP-CONTROLLER-EXPOSED", facts) == Verdict::fail);
}

TEST_CASE("EXP-IKE-VERSION-1", "[exposure][services]") {
  auto facts = test::sound_exposure();
  auto& said = test::add_service(facts, "ike", 500, "udp").said;
  CHECK(test::verdict("EXP-IKE-VERSION-1", facts) == Verdict::unknown);
  said = {{"ike2", "accepted"}};
  CHECK(test::verdict("EXP-IKE-VERSION-1", facts) == Verdict::pass);
  said["ike1"] = "no proposal chosen";
  CHECK(test::verdict("EXP-IKE-VERSION-1", facts) == Verdict::pass);
  said["ike1"] = "accepted";
  said["ike1_transform"] = "aes256 sha1 psk modp2048";
  CHECK(test::failure("EXP-IKE-VERSION-1", facts).evidence.at("ike1_transform") == "aes256 sha1 psk modp2048");
}

TEST_CASE("EXP-IKE-WEAK says the algorithms of whichever version is weak", "[exposure][services]") {
  auto facts = test::sound_exposure();
  auto& said = test::add_service(facts, "ike", 500, "udp").said;
  said = {{"ike2", "accepted"}};  // and what it chose could not be read
  CHECK(test::verdict("EXP-IKE-WEAK", facts) == Verdict::unknown);
  said = {{"ike1", "no proposal chosen"}};
  CHECK(test::verdict("EXP-IKE-WEAK", facts) == Verdict::pass);
  said = {{"ike1_transform", "aes256 sha256 psk modp2048"}, {"ike2_transform", "aes-cbc-256, sha256, modp1024"}};
  CHECK(test::failure("EXP-IKE-WEAK", facts).evidence.at("found") == "modp1024");
  said["ike1_transform"] = "3des md5 psk modp1024";
  CHECK(test::failure("EXP-IKE-WEAK", facts).evidence.at("found") == "des, md5, modp1024");
}

TEST_CASE("EXP-SSH-TERRAPIN", "[exposure][services]") {
  auto facts = test::sound_exposure();
  auto& said = test::add_service(facts, "ssh", 22).said;
  CHECK(test::verdict("EXP-SSH-TERRAPIN", facts) == Verdict::unknown);
  said = {{"kex", "curve25519-sha256"}, {"ciphers", "aes256-gcm@openssh.com"}, {"macs", "hmac-sha2-256"}};
  CHECK(test::verdict("EXP-SSH-TERRAPIN", facts) == Verdict::pass);
  said["ciphers"] = "aes128-cbc,aes256-ctr";  // CBC is open to it only with a seal over what is encrypted
  CHECK(test::verdict("EXP-SSH-TERRAPIN", facts) == Verdict::pass);
  said["macs"] = "hmac-sha2-256-etm@openssh.com,hmac-sha2-256";
  CHECK(test::verdict("EXP-SSH-TERRAPIN", facts) == Verdict::fail);
  said["ciphers"] = "aes256-ctr, chacha20-poly1305@openssh.com";
  CHECK(test::verdict("EXP-SSH-TERRAPIN", facts) == Verdict::fail);
  said["kex"] = "curve25519-sha256,kex-strict-s-v00@openssh.com";
  CHECK(test::verdict("EXP-SSH-TERRAPIN", facts) == Verdict::pass);
}

TEST_CASE("a word whose absence is sound, or says nothing", "[exposure][services]") {
  auto facts = test::sound_exposure();
  auto& said = test::add_service(facts, "dns", 53, "udp").said;
  CHECK(test::verdict("EXP-DNS-VERSION", facts) == Verdict::pass);
  said["version"] = "9.18.1";
  CHECK(test::failure("EXP-DNS-VERSION", facts).evidence.at("version") == "9.18.1");
  test::add_service(facts, "smb", 445).said["dialect"] = "3.0";
  CHECK(test::verdict("EXP-SMB-ENCRYPTION", facts) == Verdict::not_applicable);
  test::add_service(facts, "socks4", 1080).said["answer"] = "failed";
  CHECK(test::verdict("EXP-SOCKS-OPEN", facts) == Verdict::unknown);
}
