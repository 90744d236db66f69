// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/gate.hpp"
#include "audits/exposure/pages/url.hpp"
#include "audits/exposure/products/web_signs.hpp"
#include "net/observation.hpp"

#include <memory>

namespace hygie::exposure::web {

struct Limits {
  std::chrono::milliseconds connect{5000}, whole{10000};
  std::size_t body = std::size_t{256} * 1024, headers = std::size_t{64} * 1024;
};

struct Request {
  pages::Url url = {};
  std::string method = "GET";  // GET, HEAD, OPTIONS or TRACE
  std::string post = {};       // or the name of a question that changes nothing: "ipp", "wsman"
  std::string accept = {};
  std::string origin = {};   // an Origin header
  std::string through = {};  // "tunnel": CONNECT to `target` first, the request going there
  std::string target = {};   // an absolute address in the request line
};

struct Reply {
  net::Observation got =
      {};  // present: an answer of HTTP came; unknown: why not ("timeout", "refused", "reset", "tls" ...)
  WebAnswer answer = {};
  std::vector<std::string> lines = {};  // header lines, as they came
  int tunnel_status = 0;                // what CONNECT was answered
  bool cut = false;                     // the body was longer than the limit, or did not end in time
};

/// A client of HTTP over libcurl that connects to the address it is given and to no other: it resolves nothing, follows
/// nothing, sends no credential, keeps no cookie, asks no proxy of the environment. Certificates are not judged here.
/// Each request waits for its turn at the gate, and is dropped when the gate has ended. Not to be shared by threads.
class Client {
 public:
  Client(Gate& gate, Limits limits, std::string user_agent);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  [[nodiscard]] Reply ask(const net::PinnedAddress& place, const Request& request);

 private:
  struct Handle;
  Gate& gate_;
  Limits limits_;
  std::string user_agent_;
  std::unique_ptr<Handle> handle_;
};

[[nodiscard]] std::string md5_of(std::string_view bytes);

}  // namespace hygie::exposure::web
