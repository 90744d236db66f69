// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace hygie::exposure::pages {

/// What of an HTML page concerns us. No tree is built: start tags are read one after the other, scripts, styles and
/// comments left out.
struct Html {
  std::string title;      // its text, spaces joined, the usual references replaced
  std::string icon;       // href of the first <link rel="icon">, as written
  std::string generator;  // <meta name="generator">
  std::string refresh;    // where <meta http-equiv="refresh"> leads, as written
  std::string policy;     // <meta http-equiv="content-security-policy">
  bool password = false;  // an <input type="password">
};
[[nodiscard]] Html read_html(std::string_view page);

/// A page that a server made of a folder's content, by the marks of Apache, nginx, IIS, lighttpd, Python, Jetty,
/// Tomcat: two of them, so that an article about such pages is not one. The words of the proof, or empty.
[[nodiscard]] std::string listing_proof(std::string_view page);

}  // namespace hygie::exposure::pages
