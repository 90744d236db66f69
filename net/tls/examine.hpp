// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/cancel.hpp"
#include "core/result.hpp"
#include "net/scope.hpp"
#include "net/tls/facts.hpp"
#include "net/tls/starttls.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace hygie::net::tls {

struct Options {
  std::string server_name;  // empty: the pinned address's host, unless that is numeric
  Starttls starttls = Starttls::none;
  std::vector<std::string> alpn = {"h2", "http/1.1"};  // empty: not asked
  std::chrono::milliseconds hello_limit{5000};         // one connection, from connect to the end of the answer
  std::chrono::milliseconds most_lost{45'000};         // on connections without an end to their answer: then no more
  std::chrono::milliseconds pause{10};                 // between two connections, when nobody else sets the pace
  /// Asked before each connection instead of the pause; false ends the examination, with what is known by then.
  std::function<bool()> before_connection = {};
  unsigned most_connections = 400;
  bool look_for_flaws = true;
};

/// Looks at a TLS service, one connection after the other: hellos, then a few sessions and the looks for known flaws.
/// An error when it could not be connected to at all; what was asked and not answered is `unknown` in the facts.
[[nodiscard]] core::Result<TlsFacts> examine(const PinnedAddress& pinned, const Options& options,
                                             core::Deadline deadline);

/// The chains that the same service serves to who asks for another name, and the staple; what it takes is known
/// already.
[[nodiscard]] TlsFacts examine_name(const PinnedAddress& pinned, const Options& options, core::Deadline deadline,
                                    const TlsFacts& known);

}  // namespace hygie::net::tls
