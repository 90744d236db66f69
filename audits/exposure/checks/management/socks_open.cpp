// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

// Version 5 tells how it authenticates; version 4 grants what is asked, or wants to know who asks.
Verdict openness(const Service& service) {
  if (service.is("socks4")) {
    const auto answer = service.word("answer");
    return answer == "granted" ? Verdict::fail : answer == "identity wanted" ? Verdict::pass : Verdict::unknown;
  }
  const auto authentication = service.word("authentication");
  return authentication == "none" ? Verdict::fail : authentication == "wanted" ? Verdict::pass : Verdict::unknown;
}

}  // namespace

Findings socks_open(const ExposureFacts& facts, const Params&) {
  return for_services(
      facts,
      {.concerns = [](const Service& service) { return service.is("socks5") || service.is("socks4"); },
       .usual_ports = {1080}},
      [&](const Service& service) {
        const std::string word(service.is("socks4") ? "answer" : "authentication");
        return on(facts, openness(service), service, evidence_of(service, {{word, std::string(service.word(word))}}));
      });
}

}  // namespace hygie::exposure
