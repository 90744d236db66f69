// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts/services.hpp"
#include "net/observation.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace hygie::exposure {

struct Cookie {
  std::string name;
  bool secure = false, http_only = false;
  std::string same_site;  // "strict", "lax", "none", or empty
};

/// Something known that stands on a site: an exposed file, an administration page, a portal, an interface.
struct WebSign {
  /// "file", "listing", "status-page", "default-page", "admin", "vpn", "portal", "api", "health", "viewer", "print",
  /// "help", "backup", "internal-address"
  std::string kind;
  std::string name;  // what it is: "git", "phpmyadmin", "fhir", "orthanc"
  std::string path;
  std::string proof;  // what was seen, short
  std::vector<std::pair<std::string, std::string>> said = {};
};

/// One site: a scheme, a name, a port, at one address.
struct Site {
  std::string url;      // "https://www.exemple.test:8443/"
  std::string service;  // id of the service
  std::string host;     // the name asked for
  bool tls = false;
  net::Observation answered;
  int status = 0;
  std::vector<std::string> redirects;  // each address on the way, as sent
  std::string redirect_end;            // "https", "http", "out-of-scope", "loop", "too-many", or empty
  std::vector<std::pair<std::string, std::string>> headers;  // of the last answer, names in lower case
  std::vector<Cookie> cookies;
  std::string title;
  std::string icon_md5;
  bool login_form = false;
  net::Observation trace, put, webdav, proxies;
  net::Observation foreign_origin;  // present: it lets the pages of any site read it with the visitor's session
  std::string hsts;                 // Strict-Transport-Security of its own first answer
  /// absent: none; unknown: not answered; `reason` of a present one: "expired", "no-contact", "no-expiry", or empty
  net::Observation security_txt;
  net::Observation missing_page;  // present: a page that cannot exist was served as if it did
  net::Observation searched;      // present: every sign was looked for; unknown: not all of them, and why
  std::vector<WebSign> signs;
  std::vector<Product> products;
};

}  // namespace hygie::exposure
