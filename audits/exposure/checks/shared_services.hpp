// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace hygie::exposure {

/// A third party's service that many customers share, by data/shared_services.yaml.
struct SharedService {
  std::string service;
  std::string freed;  // "nxdomain", "page", "unknown": what is seen when nobody holds the name
  std::string claim;  // "anyone", "guarded", "unknown": who may take it
  std::string sign;   // of that page
};
/// The one that a name leads to; null when none is known.
[[nodiscard]] const SharedService* shared_service(std::string_view target);

}  // namespace hygie::exposure
