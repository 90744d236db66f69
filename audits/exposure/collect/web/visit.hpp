// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/web/web.hpp"

#include <functional>
#include <map>
#include <mutex>
#include <set>

namespace hygie::exposure::web {

/// One request at a time to an address, whoever asks.
class Turns {
 public:
  [[nodiscard]] std::unique_lock<std::mutex> of(const std::string& address) {
    std::mutex* one = nullptr;
    {
      const std::lock_guard lock(all_);
      one = &each_[address];
    }
    return std::unique_lock(*one);
  }

 private:
  std::mutex all_;
  std::map<std::string, std::mutex> each_;
};

[[nodiscard]] pages::Url root_of(const WebTarget& target);

/// What a visit shares with the others.
struct Shared {
  Gate& gate;
  const WebOptions& options;
  Turns& turns;
};

/// All that is asked of one site, step by step.
class Visit {
 public:
  Visit(Shared shared, const WebTarget& target);
  [[nodiscard]] Site site();

 private:
  struct Page {
    pages::Url url;
    net::PinnedAddress place;
    Reply reply;
  };

  [[nodiscard]] Reply ask(const net::PinnedAddress& place, const Request& request);
  [[nodiscard]] Reply ask_here(Request request, const std::string& path);
  [[nodiscard]] bool over();

  // visit.cpp: the first page and where it leads
  void see_front();
  [[nodiscard]] bool go_on(Page& page, std::set<std::string>& seen);
  [[nodiscard]] core::Result<net::PinnedAddress> place_of(const pages::Url& url);
  void keep_cookies(const Reply& reply);
  void read_page(const Page& page);
  void see_icon(const Page& page, const std::string& href);

  // methods.cpp: what the server takes
  void see_options();
  void see_trace();
  void see_security_txt();
  void see_proxy();

  // search.cpp: known signs
  void see_missing_page();
  void see_signs();
  void see_listings();
  void look_for(const KnownSign& sign, const std::string& path, const WebAnswer& answer, bool asked);
  void keep(const KnownSign& sign, WebSign found);
  [[nodiscard]] bool like_missing(const WebAnswer& answer, const std::string& path) const;

  Shared shared_;
  net::PinnedAddress place_;
  pages::Url root_;
  Client client_;
  net::Clock::time_point until_;
  Site site_;
  std::vector<Page> own_;  // the answers of this very server, in order
  WebAnswer missing_;      // what it says of a page that cannot exist
  std::string missing_path_;
  unsigned lost_in_a_row_ = 0;
};

}  // namespace hygie::exposure::web
