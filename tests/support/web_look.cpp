// SPDX-License-Identifier: EUPL-1.2
// hygie_test_web --fetch URL LIMIT: prints a page as the policies of mail are fetched.
// hygie_test_web [--signs FILE] [--listener ADDRESS:PORT TOKEN] [--seconds N] URL...: looks at web sites as the audit
// does and prints their facts as JSON, one object with "sites" and with "failures", the checks that fail by site. A URL
// is http(s)://NAME@ADDRESS:PORT. For tests/lab alone: it speaks to loopback addresses and no other.
#include "audits/exposure/checks/support.hpp"
#include "audits/exposure/collect/web/web.hpp"
#include "audits/exposure/registry.hpp"
#include "tests/support/scopes.hpp"

#include <fmt/format.h>
#include <sys/socket.h>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

namespace {

using namespace hygie;
using nlohmann::json;

json of(const net::Observation& seen) {
  constexpr std::array<const char*, 4> words{"not-run", "present", "absent", "unknown"};
  return fmt::format("{}{}{}", words.at(static_cast<std::size_t>(seen.outcome)), seen.reason.empty() ? "" : ":",
                     seen.reason);
}

json of(const exposure::Site& site) {
  json out{{"url", site.url},
           {"status", site.status},
           {"answered", of(site.answered)},
           {"end", site.redirect_end},
           {"redirects", site.redirects},
           {"title", site.title},
           {"icon", site.icon_md5},
           {"login", site.login_form},
           {"hsts", site.hsts},
           {"trace", of(site.trace)},
           {"put", of(site.put)},
           {"dav", of(site.webdav)},
           {"proxy", of(site.proxies)},
           {"origin", of(site.foreign_origin)},
           {"security_txt", of(site.security_txt)},
           {"missing", of(site.missing_page)},
           {"searched", of(site.searched)},
           {"headers", site.headers}};
  out["signs"] = json::array();
  for (const auto& sign : site.signs) {
    json one{{"kind", sign.kind}, {"name", sign.name}, {"path", sign.path}, {"proof", sign.proof}};
    for (const auto& [name, value] : sign.said) one[name] = value;
    out["signs"].push_back(one);
  }
  for (const auto& cookie : site.cookies)
    out["cookies"].push_back(json{{"name", cookie.name}, {"secure", cookie.secure}, {"http_only", cookie.http_only}});
  for (const auto& product : site.products) out["products"].push_back(product.name + " " + product.version);
  return out;
}

json failures_of(const exposure::ExposureFacts& facts) {
  const auto catalogue = exposure::catalogue().value();
  json out = json::array();
  for (const auto& check : exposure::registry()) {
    if (std::find(check.needs.begin(), check.needs.end(), exposure::Part::web) == check.needs.end()) continue;
    for (const auto& finding : exposure::run_check(check, facts, catalogue.find(check.id)->default_params()))
      if (finding.verdict == core::Verdict::fail) out.push_back(std::string(check.id) + " " + finding.name);
  }
  return out;
}

exposure::WebTarget target_of(const std::string& url) {
  exposure::WebTarget target;
  target.tls = url.starts_with("https://");
  const auto at = url.find('@'), scheme = url.find("://") + 3, colon = url.rfind(':');
  target.place.host = url.substr(scheme, at - scheme);
  target.place.address = url.substr(at + 1, colon - at - 1);
  target.place.family = AF_INET;
  target.place.port = static_cast<std::uint16_t>(std::stoul(url.substr(colon + 1)));
  return target;
}

exposure::Gate::Rules rules() {
  exposure::Gate::Rules rules;
  rules.pace.rate = 5000;
  rules.resolver = [](const std::string& host) -> core::Result<std::vector<std::string>> {
    if (host.ends_with(".exemple.test") || host == "exemple.test") return std::vector<std::string>{"127.0.0.1"};
    return core::failure(core::ErrorCode::network, "no such name", host);
  };
  return rules;
}

net::Scope loopback() { return test::exposure_scope({"127.0.0.0/8"}); }

/// The page, or on stderr why not.
int fetch(const char* url, const char* limit, const exposure::WebOptions& options) {
  exposure::ActionLog log;
  exposure::Gate gate(loopback(), rules(), log, {});
  const auto text = exposure::fetch_text(gate, url, std::stoul(limit), options);
  if (text) return std::fwrite(text->data(), 1, text->size(), stdout) == text->size() ? 0 : 1;
  std::fprintf(stderr, "%s\n", text.error().what.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  exposure::WebOptions options;
  options.version = "lab";
  options.limits.whole = std::chrono::milliseconds{3000};
  options.now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  if (argc == 4 && std::strcmp(argv[1], "--fetch") == 0) return fetch(argv[2], argv[3], options);
  core::Deadline deadline;
  exposure::WebSigns signs = exposure::WebSigns::built_in();
  std::vector<exposure::WebTarget> targets;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--signs" && i + 1 < argc) {
      const auto more = exposure::WebSigns::load(argv[++i]);
      if (!more) return std::fprintf(stderr, "%s: %s\n", more.error().where.c_str(), more.error().what.c_str()), 2;
      signs.add(*more);
    } else if (word == "--listener" && i + 2 < argc) {
      options.listener = argv[++i];
      options.listener_token = argv[++i];
    } else if (word == "--seconds" && i + 1 < argc) {
      deadline.at = std::chrono::steady_clock::now() + std::chrono::seconds{std::stol(argv[++i])};
    } else {
      targets.push_back(target_of(word));
    }
  }
  options.signs = &signs;
  exposure::ActionLog log;
  exposure::Gate gate(loopback(), rules(), log, deadline);
  core::NoProgress progress;
  exposure::ExposureFacts facts;
  const auto reading = exposure::collect_web(gate, targets, options, progress);
  facts.origin.establishment = "lab";
  facts.origin.vantage = "internet";
  facts.sites = reading.sites;
  json out{{"complete", reading.complete}, {"failures", failures_of(facts)}, {"sites", json::array()}};
  for (const auto& site : reading.sites) out["sites"].push_back(of(site));
  std::puts(out.dump(1, ' ', false, json::error_handler_t::replace).c_str());
  return 0;
}
