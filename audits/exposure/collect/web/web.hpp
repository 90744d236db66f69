// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/gate.hpp"
#include "audits/exposure/collect/web/client.hpp"
#include "audits/exposure/facts/web.hpp"
#include "core/progress.hpp"
#include "core/time.hpp"

#include <functional>
#include <string>
#include <vector>

namespace hygie::exposure {

/// A web server to look at: an address that the gate pinned (its `host` is the name to ask for), and whether it speaks
/// TLS. The four end points of a domain are four of them: http and https, the bare name and www.
struct WebTarget {
  net::PinnedAddress place;
  bool tls = false;
};

struct WebOptions {
  web::Limits limits = {};
  std::chrono::seconds site{180};  // for all that is asked of one
  std::size_t threads = 16;
  std::string version = "0";        // of the program, for its User-Agent
  core::Instant now{};              // for what expires
  const WebSigns* signs = nullptr;  // those of the program when null
  /// "192.0.2.1:8080": where the auditor listens and answers `listener_token`; empty: open proxies are not looked for.
  std::string listener, listener_token;
};

struct WebReading {
  std::vector<Site> sites;  // in the order of the targets
  bool complete = true;     // false: the gate ended before all was asked
};

/// Looks at each site: the first page and where it leads (redirects one at a time, each held against the scope), what
/// its headers say, which methods it takes, and the known signs. GET, HEAD, OPTIONS, TRACE and the two posts of
/// posts.hpp; never a credential, never a form. Several servers at a time, one request at a time to an address.
/// `on_site` has each as it is seen, one at a time.
[[nodiscard]] WebReading collect_web(Gate& gate, const std::vector<WebTarget>& targets, const WebOptions& options,
                                     core::Progress& progress,
                                     const std::function<void(const Site&)>& on_site = nullptr);
/// The address of its first page, as its facts have it.
[[nodiscard]] std::string first_page(const WebTarget& target);

/// The text of one https page of a name in scope, at most `limit` bytes, no redirect followed: for the policies that
/// RFC 8461 publishes so.
[[nodiscard]] core::Result<std::string> fetch_text(Gate& gate, const std::string& url, std::size_t limit,
                                                   const WebOptions& options = {});

}  // namespace hygie::exposure
