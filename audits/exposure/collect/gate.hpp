// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/gate/gate.hpp"

/// Every collector of the exposure goes through the one door to the network.
namespace hygie::exposure {

using net::ActionLog;
using net::Gate;

}  // namespace hygie::exposure
