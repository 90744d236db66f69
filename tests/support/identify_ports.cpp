// SPDX-License-Identifier: EUPL-1.2
// hygie_test_identify RATE TARGET...: the identification of services of the laboratory alone, through a gate of that
// pace. TARGET is ADDRESS:PORT in 127.0.0.0/8, with "+event" after it for an HL7 engine whose owner consents to a
// message of nobody. One line a service, its fields separated by tabs: address and port, protocol ("?" when it is not
// known), "tls" or "clear", product, version, outcome and why; then the milliseconds after which the first,
// the second ... was done, and how long all took.
#include "audits/exposure/collect/identify/identify.hpp"
#include "tests/support/scopes.hpp"

#include <fmt/format.h>
#include <chrono>
#include <cstdlib>
#include <iostream>

using namespace hygie;
using namespace hygie::exposure;

namespace {

OpenPort port_of(std::string text, Inventory& inventory) {
  constexpr std::string_view event = "+event";
  const bool consents = text.ends_with(event);
  if (consents) text.resize(text.size() - event.size());
  const auto colon = text.find(':');
  OpenPort port{text.substr(0, colon), 0, {}};
  if (colon != std::string::npos) port.port = static_cast<std::uint16_t>(std::atoi(text.c_str() + colon + 1));
  if (consents) inventory.hl7.push_back({port.address, port.port});
  return port;
}

/// When each was done, in their order.
class Times final : public core::Progress {
 public:
  void phase(std::string_view /*name*/) override {}
  void advance(std::size_t /*done*/, std::size_t /*total*/) override {
    const auto passed = std::chrono::steady_clock::now() - begin_;
    text_ += fmt::format(" {}", std::chrono::duration_cast<std::chrono::milliseconds>(passed).count());
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::string text_;
};

const char* word_of(net::Outcome outcome) {
  switch (outcome) {
    case net::Outcome::present: return "present";
    case net::Outcome::absent: return "absent";
    case net::Outcome::unknown: return "unknown";
    case net::Outcome::not_run: break;
  }
  return "not-run";
}

void print(const Service& service) {
  auto product = service.products.empty() ? Product{} : service.products.front();
  // of a site the audit reads the pages too; here, what its answer says of itself
  if (product.name.empty() && product.vendor.empty()) product.name = service.word("server");
  std::cout << fmt::format("{}:{}\t{}\t{}\t{}\t{}\t{}\t{}\n", service.address, service.port,
                           service.protocol.empty() ? "?" : service.protocol, service.tls ? "tls" : "clear",
                           product.name.empty() ? product.vendor : product.name, product.version,
                           word_of(service.identified.outcome), service.identified.reason);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) return 2;
  Gate::Rules rules;
  rules.pace.rate = std::atof(arguments[0].c_str());
  ActionLog log;
  const auto begin = std::chrono::steady_clock::now();
  Gate gate(test::exposure_scope({"127.0.0.0/8"}), rules, log, {begin + std::chrono::minutes(10), nullptr});
  Inventory inventory;
  std::vector<OpenPort> ports;
  for (std::size_t i = 1; i < arguments.size(); ++i) ports.push_back(port_of(arguments[i], inventory));
  Times times;
  const auto services = identify(ports, inventory, {}, gate, times);
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
  for (const auto& service : services) print(service);
  std::cout << "done" << times.text() << '\n' << took.count() << " ms\n";
  return 0;
}
