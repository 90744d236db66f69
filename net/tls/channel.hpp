// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/channel.hpp"

namespace hygie::net::tls {

using net::Channel;
using net::Ending;
using net::ending_name;

}  // namespace hygie::net::tls
