// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/web/visit.hpp"
#include "audits/exposure/pages/security_txt.hpp"

namespace hygie::exposure::web {
namespace {

using net::Observation;
using net::Outcome;

bool offers(std::string_view allow, std::string_view method) {
  for (const auto word : pages::parts(allow, ','))
    if (pages::same(word, method)) return true;
  return false;
}

}  // namespace

void Visit::see_options() {
  const auto reply = ask_here({.method = "OPTIONS"}, "/");
  if (!reply.got.present()) {
    site_.put = site_.webdav = reply.got;
    return;
  }
  const auto allow = pages::header(reply.answer.headers, "allow");
  site_.put = {offers(allow, "PUT") ? Outcome::present : Outcome::absent, {}};
  const bool dav = pages::has_header(reply.answer.headers, "dav") || offers(allow, "PROPFIND");
  site_.webdav = {dav ? Outcome::present : Outcome::absent, {}};
}

void Visit::see_trace() {
  const auto reply = ask_here({.method = "TRACE"}, "/");
  site_.trace = reply.got;
  if (!reply.got.present()) return;
  // it is what we sent that must come back, not a page that has the word
  const auto& body = reply.answer.body;
  const bool echo =
      reply.answer.status == 200 && body.starts_with("TRACE / HTTP/1.") && body.find("hygie/") != std::string::npos;
  site_.trace.outcome = echo ? Outcome::present : Outcome::absent;
}

void Visit::see_security_txt() {
  const auto reply = ask_here({}, "/.well-known/security.txt");
  site_.security_txt = reply.got;
  if (!reply.got.present()) return;
  const auto& answer = reply.answer;
  const bool text = !pages::lower(pages::header(answer.headers, "content-type")).starts_with("text/html");
  const auto file = pages::read_security_txt(answer.body);
  if (answer.status != 200 || !text || (file.contacts == 0 && file.expiries == 0))
    site_.security_txt.outcome = Outcome::absent;
  else
    site_.security_txt.reason = pages::fault_of(file, shared_.options.now);
}

void Visit::see_proxy() {
  const auto& listener = shared_.options.listener;
  const auto& token = shared_.options.listener_token;
  if (listener.empty() || token.empty()) return;
  const auto there = "http://" + listener + "/";
  // the listener's own words are the proof; what the server says of it is none
  const auto relayed = [&token](const Reply& reply) { return reply.answer.body.find(token) != std::string::npos; };
  const auto absolute = ask_here({.target = there}, "/");
  const auto tunnel = ask_here({.through = "tunnel", .target = there}, "/");
  // a proxy that takes us and does not reach the listener proves nothing: something may stand before this machine
  const auto tried = [](int status) { return status >= 502 && status <= 504; };
  const bool in_vain = tried(static_cast<int>(absolute.answer.status)) ||
                       tried(static_cast<int>(tunnel.answer.status)) || tried(static_cast<int>(tunnel.tunnel_status));
  if (relayed(absolute) || relayed(tunnel))
    site_.proxies = {Outcome::present, relayed(tunnel) ? "connect" : "absolute"};
  else if (in_vain)
    site_.proxies = {Outcome::unknown, "listener-not-reached"};
  else if (absolute.got.present() && (tunnel.got.present() || tunnel.tunnel_status >= 400))
    site_.proxies = {Outcome::absent, {}};
  else
    site_.proxies = {Outcome::unknown, absolute.got.present() ? tunnel.got.reason : absolute.got.reason};
  lost_in_a_row_ = 0;
}

}  // namespace hygie::exposure::web
