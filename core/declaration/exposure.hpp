// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hygie::core {

/// Minutes of the local day between which packets may leave; `from` after `until` passes midnight.
struct Window {
  int from = 0, until = 0;
  [[nodiscard]] bool holds(int minute) const {
    return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
  }
};

/// What the internet-exposure audit looks at, and how gently. Paths are already relative to the working folder.
struct ExposureDeclaration {
  std::vector<std::string> addresses;  // addresses and networks; with no domain either: all that is authorised
  std::vector<std::string> domains;
  bool all_ports = false;
  std::vector<std::uint16_t> ports;  // empty and not all: the default list
  unsigned rate = 500;               // connections and datagrams a second, in all
  std::string inventory;
  std::string vantage = "internet";
  std::optional<Window> window;
  std::string resolver;      // empty: this machine's own
  std::string trust_anchor;  // of DNSSEC; empty: the system's
  std::string log, stop_file;
  std::string feeds;
  std::vector<std::string> zone_files, transparency, imports;
  std::vector<std::string> dkim;  // selectors, of every domain
  std::map<std::string, std::vector<std::string>, std::less<>> dkim_by_domain;
  bool usual_names = true;
  std::string authorities;  // of TLS; empty: the system's
  std::string web_signs;    // more of them, in the form of data/web_signs.yaml
  std::vector<std::string> recog;
  std::string proxy_listener;  // "192.0.2.1:8080": where open proxies are asked to come to; empty: they are not asked
  std::string where;           // FILE:LINE:COL
};

}  // namespace hygie::core
