// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

bool ends_one(std::string_view list, std::string_view ending) {
  return list.ends_with(ending) || list.find(std::string(ending) + ",") != std::string_view::npos;
}

/// CVE-2023-48795: a packet may be dropped where one of these modes serves and the strict exchange does not.
bool open_to_terrapin(const Service& service) {
  if (lists(service.word("kex"), "kex-strict-s-v00@openssh.com")) return false;
  const auto ciphers = service.word("ciphers");
  return lists(ciphers, "chacha20-poly1305@openssh.com") ||
         (ends_one(ciphers, "-cbc") && ends_one(service.word("macs"), "-etm@openssh.com"));
}

}  // namespace

Findings ssh_terrapin(const ExposureFacts& facts, const Params&) {
  return for_services(
      facts, {.concerns = [](const Service& service) { return service.is("ssh"); }, .usual_ports = {22, 2222}},
      [&](const Service& service) {
        if (service.word("kex").empty() || service.word("ciphers").empty())
          return on(facts, Verdict::unknown, service, evidence_of(service, {{"missing", "kex"}}));
        return on(facts, open_to_terrapin(service) ? Verdict::fail : Verdict::pass, service, evidence_of(service));
      });
}

}  // namespace hygie::exposure
