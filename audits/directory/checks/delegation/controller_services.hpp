// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

#include <set>

namespace hygie::directory {

/// The host in a service name: "dc1.example.test" of "ldap/dc1.example.test:389/example.test"; empty without one.
[[nodiscard]] std::string_view service_host(std::string_view spn);

/// The services that domain controllers offer, by every name under which a controller is known.
class ControllerServices {
 public:
  explicit ControllerServices(const DirectoryFacts& facts);
  /// True when the service name is of a controller, or of Kerberos itself (krbtgt, whatever follows).
  [[nodiscard]] bool offer(std::string_view spn) const;

 private:
  std::set<std::string, std::less<>> hosts_;
};

/// The constrained delegations to a controller's services, held with (or without) the right to invent the ticket of
/// anybody (UAC 0x1000000).
[[nodiscard]] Findings delegations_to_controllers(const DirectoryFacts& facts, bool with_transition);

}  // namespace hygie::directory
