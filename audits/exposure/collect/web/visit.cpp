// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/web/visit.hpp"

#include "audits/exposure/pages/cookies.hpp"
#include "audits/exposure/pages/html.hpp"

#include <fmt/format.h>

namespace hygie::exposure::web {
namespace {

using net::Outcome;
using pages::Url;

constexpr unsigned most_redirects = 10, most_lost = 3;
constexpr std::size_t most_cookies = 100;
// a page that lets this origin in with the visitor's session lets everybody in
constexpr const char* foreign = "https://origine.example";

bool redirects(int status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

bool same_place(const net::PinnedAddress& one, const net::PinnedAddress& other) {
  return one.address == other.address && one.port == other.port;
}

net::Observation origin_taken(const pages::Headers& headers) {
  const bool taken = pages::header(headers, "access-control-allow-origin") == foreign &&
                     pages::same(pages::header(headers, "access-control-allow-credentials"), "true");
  return {taken ? Outcome::present : Outcome::absent, {}};
}

}  // namespace

Url root_of(const WebTarget& target) {
  Url root;
  root.tls = target.tls;
  root.host = pages::lower(target.place.host.empty() ? target.place.address : target.place.host);
  root.port = target.place.port;
  return root;
}

Visit::Visit(Shared shared, const WebTarget& target)
    : shared_(shared),
      place_(target.place),
      client_(shared.gate, shared.options.limits,
              fmt::format("hygie/{} (security audit authorised by the site's owner)", shared.options.version)),
      until_(net::Clock::now() + shared.options.site) {
  root_ = root_of(target);
  site_.url = root_.text();
  site_.host = root_.host;
  site_.tls = target.tls;
  Service service;
  service.address = target.place.address;
  service.port = target.place.port;
  site_.service = service.id();
}

Reply Visit::ask(const net::PinnedAddress& place, const Request& request) {
  const auto lock = shared_.turns.of(place.address);
  // what will not leave is not written down as done
  if (shared_.gate.ended()) return {.got = {Outcome::unknown, "ended"}};
  const auto word = request.post.empty() ? request.method : "POST " + request.post;
  shared_.gate.record(
      "web", fmt::format("{}:{}", place.address, place.port),
      fmt::format("{} {}{}", word, request.url.text(), request.target.empty() ? "" : " for " + request.target));
  auto reply = client_.ask(place, request);
  lost_in_a_row_ = reply.got.present() ? 0 : lost_in_a_row_ + 1;
  return reply;
}

Reply Visit::ask_here(Request request, const std::string& path) {
  request.url = root_;
  request.url.path = path;
  return ask(place_, request);
}

bool Visit::over() {
  if (shared_.gate.ended())
    site_.searched = {Outcome::unknown, "ended"};
  else if (lost_in_a_row_ >= most_lost)
    site_.searched = {Outcome::unknown, "lost"};
  else if (net::Clock::now() >= until_)
    site_.searched = {Outcome::unknown, "time"};
  return site_.searched.outcome == Outcome::unknown;
}

Site Visit::site() {
  see_front();
  if (!site_.answered.present()) return std::move(site_);
  using Step = void (Visit::*)();
  for (const Step step : {&Visit::see_missing_page, &Visit::see_options, &Visit::see_trace, &Visit::see_security_txt,
                          &Visit::see_proxy, &Visit::see_signs, &Visit::see_listings}) {
    if (over()) break;
    (this->*step)();
  }
  if (site_.searched.outcome == Outcome::not_run) site_.searched = {Outcome::present, {}};
  return std::move(site_);
}

core::Result<net::PinnedAddress> Visit::place_of(const Url& url) {
  // the same name stays where it was, whatever else it resolves to
  if (url.host == root_.host) return shared_.gate.pin_address(place_.address, url.port, place_.host);
  auto pinned = shared_.gate.pin(url.host, url.port);
  if (!pinned) return tl::make_unexpected(pinned.error());
  return pinned->front();
}

bool Visit::go_on(Page& page, std::set<std::string>& seen) {
  const auto& answer = page.reply.answer;
  if (!page.reply.got.present() || !redirects(answer.status)) return false;
  const auto location = pages::header(answer.headers, "location");
  if (location.empty()) return false;
  site_.redirects.push_back(pages::shown(location, 300));
  const auto next = pages::follow(page.url, location);
  const auto ends = [&](const char* word) {
    site_.redirect_end = word;
    return false;
  };
  if (!next) return ends("unreadable");
  site_.redirect_end = next->tls ? "https" : "http";
  if (!seen.insert(next->text()).second) return ends("loop");
  if (site_.redirects.size() > most_redirects) return ends("too-many");
  const auto place = place_of(*next);
  if (!place) return ends("out-of-scope");
  if (over()) return false;
  page.url = *next;
  page.place = *place;
  page.reply = ask(page.place, {.url = page.url});
  return true;
}

void Visit::see_front() {
  Page page{root_, place_, ask(place_, {.url = root_, .origin = foreign})};
  site_.answered = page.reply.got;
  if (!page.reply.got.present()) return;
  if (site_.tls) site_.hsts = pages::header(page.reply.answer.headers, "strict-transport-security");
  site_.foreign_origin = origin_taken(page.reply.answer.headers);
  std::set<std::string> seen{page.url.text()};
  do {
    if (page.reply.got.present() && page.url.host == root_.host) keep_cookies(page.reply);
    if (page.reply.got.present() && same_place(page.place, place_)) own_.push_back(page);
  } while (go_on(page, seen));
  read_page(page);
}

void Visit::keep_cookies(const Reply& reply) {
  for (const auto& [name, value] : reply.answer.headers) {
    if (name != "set-cookie" || site_.cookies.size() >= most_cookies) continue;
    const auto cookie = pages::read_cookie(value);
    if (!cookie || cookie->removed) continue;
    site_.cookies.push_back({pages::shown(cookie->name), cookie->secure, cookie->http_only, cookie->same_site});
    if (!pages::lower(cookie->name).starts_with("bigipserver")) continue;
    if (const auto inside = pages::pool_member(cookie->value))
      site_.signs.push_back(
          {"internal-address", "big-ip", "/", "cookie " + pages::shown(cookie->name), {{"address", *inside}}});
  }
}

void Visit::read_page(const Page& page) {
  const auto& answer = page.reply.answer;
  site_.status = answer.status;
  // what was asked and did not answer says nothing of the page
  if (!page.reply.got.present()) {
    site_.redirect_end = "no-answer";
    return;
  }
  for (const auto& [name, value] : answer.headers)
    if (name != "set-cookie") site_.headers.emplace_back(name, pages::shown(value, 2000));
  const auto html = pages::read_html(answer.body);
  site_.title = html.title;
  site_.login_form = html.password;
  if (!html.generator.empty()) site_.headers.emplace_back("meta generator", html.generator);
  if (!html.policy.empty()) site_.headers.emplace_back("content-security-policy", pages::shown(html.policy, 2000));
  if (!over()) see_icon(page, html.icon);
}

void Visit::see_icon(const Page& page, const std::string& href) {
  const auto url = pages::follow(page.url, href.empty() ? "/favicon.ico" : href);
  if (!url || url->host != page.url.host || url->port != page.url.port || url->tls != page.url.tls) return;
  const auto reply = ask(page.place, {.url = *url});
  if (!reply.got.present() || reply.answer.status != 200 || reply.answer.body.empty() || reply.cut) return;
  if (pages::lower(pages::header(reply.answer.headers, "content-type")).starts_with("text/html")) return;
  site_.icon_md5 = md5_of(reply.answer.body);
}

}  // namespace hygie::exposure::web
