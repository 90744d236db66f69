// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"

namespace hygie::test {

using namespace exposure;

namespace {

void declare(ExposureFacts& facts, std::string_view id, std::string_view address, std::string_view service,
             std::string_view purpose) {
  Asset& asset = facts.inventory.emplace_back(facts.inventory.front());
  asset.id = id;
  asset.name.clear();
  asset.addresses = {std::string(address)};
  asset.services = {std::string(service)};
  asset.purpose = purpose;
}

}  // namespace

void add_sound_services(ExposureFacts& facts) {
  Service& mail = add_service(facts, "smtp", 25);
  mail.address = "192.0.2.25";
  mail.said = {{"code", "220"}, {"starttls", "offered"}, {"vrfy", "absent"}, {"authentication_before_tls", "absent"}};
  declare(facts, "messagerie", mail.address, "25/tcp", "courriel entrant");

  Service& gateway = add_service(facts, "ike", 500, "udp");
  gateway.address = "192.0.2.50";
  gateway.said = {{"ike1", "no proposal chosen"},
                  {"ike2", "accepted"},
                  {"ike2_transform", "aes-gcm-16, sha256, ecp256"},
                  {"request_bytes", "300"},
                  {"answer_bytes", "350"}};
  declare(facts, "passerelle", gateway.address, "500/udp", "réseau privé virtuel");
}

}  // namespace hygie::test
