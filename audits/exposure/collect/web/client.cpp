// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/web/client.hpp"

#include "audits/exposure/collect/web/posts.hpp"

#include <curl/curl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <array>
#include <mutex>
#include <stdexcept>

namespace hygie::exposure::web {
namespace {

void prepare_library() {
  static std::once_flag once;
  std::call_once(once, [] {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::runtime_error("libcurl");
  });
}

struct FreeEasy {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

void append(List& list, const std::string& text) {
  auto* grown = curl_slist_append(list.get(), text.c_str());
  if (grown == nullptr) throw std::bad_alloc();
  (void)list.release();
  list.reset(grown);
}

std::string bracketed(const net::PinnedAddress& place) {
  return place.family == AF_INET6 ? "[" + place.address + "]" : place.address;
}

/// One request under way: what came so far, and whether it must end.
struct Exchange {
  Gate& gate;
  Limits limits;
  Reply reply = {};
  std::size_t header_bytes = 0;
  bool too_many_headers = false, full = false;
};

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* data) {
  auto& exchange = *static_cast<Exchange*>(data);
  const std::string_view line(bytes, size * count);
  exchange.header_bytes += line.size();
  exchange.too_many_headers = exchange.header_bytes > exchange.limits.headers;
  if (exchange.too_many_headers) return 0;
  if (line.starts_with("HTTP/")) {  // after a provisional answer comes another
    exchange.reply.lines.clear();
    exchange.reply.answer.headers.clear();
  } else if (pages::add_header(exchange.reply.answer.headers, line)) {
    exchange.reply.lines.emplace_back(pages::trimmed(line));
  }
  return line.size();
}

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* data) {
  auto& exchange = *static_cast<Exchange*>(data);
  auto& body = exchange.reply.answer.body;
  const auto taken = std::min(size * count, exchange.limits.body - body.size());
  body.append(bytes, taken);
  exchange.full = taken < size * count;
  return taken;  // fewer than came: libcurl ends the transfer
}

int must_end(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Exchange*>(data)->gate.ended() ? 1 : 0;
}

std::string reason_of(CURLcode code, const Exchange& exchange) {
  if (exchange.too_many_headers) return "headers-too-long";
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT: return "timeout";
    case CURLE_COULDNT_CONNECT: return "refused";
    case CURLE_ABORTED_BY_CALLBACK: return "ended";
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR: return "reset";
    case CURLE_GOT_NOTHING: return "closed";
    case CURLE_SSL_CONNECT_ERROR: return "tls";
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY: return "not-http";
    default: return "curl-" + std::to_string(static_cast<int>(code));
  }
}

/// An answer cut after its headers is an answer; before them it is none.
void conclude(CURL* curl, CURLcode code, Exchange& exchange) {
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  auto& reply = exchange.reply;
  reply.answer.status = static_cast<int>(status);
  long tunnel = 0;
  curl_easy_getinfo(curl, CURLINFO_HTTP_CONNECTCODE, &tunnel);
  reply.tunnel_status = static_cast<int>(tunnel);
  const bool body_cut = code == CURLE_WRITE_ERROR || code == CURLE_OPERATION_TIMEDOUT || code == CURLE_PARTIAL_FILE ||
                        code == CURLE_RECV_ERROR;
  const bool in_body = exchange.full || !reply.answer.body.empty();
  reply.cut = code != CURLE_OK && body_cut && in_body && !exchange.too_many_headers;
  if (status >= 100 && (code == CURLE_OK || reply.cut))
    reply.got = {net::Outcome::present, {}};
  else
    reply.got = {net::Outcome::unknown, code == CURLE_OK ? "not-http" : reason_of(code, exchange)};
}

}  // namespace

struct Client::Handle {
  std::unique_ptr<CURL, FreeEasy> curl{curl_easy_init()};
  List headers, to;

  template <class Value>
  void set(CURLoption option, Value value) const {
    if (curl_easy_setopt(curl.get(), option, value) != CURLE_OK) throw std::logic_error("an option of libcurl");
  }

  /// Nothing but what a request says: no proxy of the environment, no redirect, no other protocol, no secret.
  void set_manners(const Limits& limits, const std::string& user_agent) const {
    curl_easy_reset(curl.get());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOPROXY, "");  // nor the environment's exceptions, which would leave out the server that we ask
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_HTTP09_ALLOWED, 0L);
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_USERAGENT, user_agent.c_str());
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
    set(CURLOPT_BUFFERSIZE, 32768L);
    // TLS is judged elsewhere: a bad certificate must not hide the site behind it
    set(CURLOPT_SSL_VERIFYPEER, 0L);
    set(CURLOPT_SSL_VERIFYHOST, 0L);
    set(CURLOPT_SSL_CIPHER_LIST, "DEFAULT:@SECLEVEL=0");
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1));
  }

  void set_question(const Request& request) {
    headers.reset();
    set(CURLOPT_URL, request.url.text().c_str());
    if (request.method == "HEAD") {
      set(CURLOPT_NOBODY, 1L);
    } else if (request.post.empty() && request.method != "GET") {
      set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
    if (!request.post.empty()) {
      const auto& post = post_named(request.post);
      set(CURLOPT_POSTFIELDSIZE, static_cast<long>(post.body.size()));
      set(CURLOPT_POSTFIELDS, post.body.data());
      append(headers, "Content-Type: " + post.type);
      append(headers, "Expect:");
      for (const auto& line : post.headers) append(headers, line);
    }
    if (!request.accept.empty()) append(headers, "Accept: " + request.accept);
    if (!request.origin.empty()) append(headers, "Origin: " + request.origin);
    if (headers) set(CURLOPT_HTTPHEADER, headers.get());
  }

  void set_way(const net::PinnedAddress& place, const Request& request) {
    to.reset();
    const auto address = fmt::format("{}:{}", bracketed(place), place.port);
    if (request.through == "tunnel") {
      // what the server would have to open for us: its own connection to the auditor's listener
      set(CURLOPT_PROXY, ((request.url.tls ? "https://" : "http://") + address).c_str());
      set(CURLOPT_HTTPPROXYTUNNEL, 1L);
      set(CURLOPT_PROXY_SSL_VERIFYPEER, 0L);
      set(CURLOPT_PROXY_SSL_VERIFYHOST, 0L);
      set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
      set(CURLOPT_URL, request.target.c_str());
      return;
    }
    append(to, "::" + address);
    set(CURLOPT_CONNECT_TO, to.get());
    if (!request.target.empty()) set(CURLOPT_REQUEST_TARGET, request.target.c_str());
  }
};

Client::Client(Gate& gate, Limits limits, std::string user_agent)
    : gate_(gate), limits_(limits), user_agent_(std::move(user_agent)) {
  prepare_library();
  handle_ = std::make_unique<Handle>();
  if (!handle_->curl) throw std::bad_alloc();
}

Client::~Client() = default;

Reply Client::ask(const net::PinnedAddress& place, const Request& request) {
  Exchange exchange{gate_, limits_};
  if (!gate_.turn(place.address)) {
    exchange.reply.got = {net::Outcome::unknown, "ended"};
    return exchange.reply;
  }
  auto* curl = handle_->curl.get();
  handle_->set_manners(limits_, user_agent_);
  handle_->set_question(request);
  handle_->set_way(place, request);
  handle_->set(CURLOPT_HEADERFUNCTION, &take_header);
  handle_->set(CURLOPT_HEADERDATA, &exchange);
  handle_->set(CURLOPT_WRITEFUNCTION, &take_body);
  handle_->set(CURLOPT_WRITEDATA, &exchange);
  handle_->set(CURLOPT_NOPROGRESS, 0L);
  handle_->set(CURLOPT_XFERINFOFUNCTION, &must_end);
  handle_->set(CURLOPT_XFERINFODATA, &exchange);
  conclude(curl, curl_easy_perform(curl), exchange);
  return std::move(exchange.reply);
}

std::string md5_of(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  // a name for a picture, as other tools give it, and no protection
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_md5(), nullptr) != 1) return {};
  std::string out;
  for (unsigned i = 0; i < size; ++i) out += fmt::format("{:02x}", digest[i]);
  return out;
}

}  // namespace hygie::exposure::web
