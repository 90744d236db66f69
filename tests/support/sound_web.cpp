// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/sound_web.hpp"

namespace hygie::test {

using namespace exposure;

Site sound_site() {
  const net::Observation present{net::Outcome::present, {}}, absent{net::Outcome::absent, {}};
  Site site;
  site.url = "https://www.exemple.test/";
  site.service = "192.0.2.10:443/tcp";
  site.host = "www.exemple.test";
  site.tls = true;
  site.status = 200;
  site.hsts = "max-age=31536000; includeSubDomains";
  site.headers = {{"server", "nginx"},
                  {"content-security-policy", "default-src 'self'; frame-ancestors 'none'"},
                  {"x-content-type-options", "nosniff"},
                  {"referrer-policy", "no-referrer"}};
  site.cookies = {{"session", true, true, "lax"}};
  site.title = "Centre hospitalier";
  site.answered = site.searched = site.security_txt = present;
  site.trace = site.put = site.webdav = site.proxies = site.foreign_origin = site.missing_page = absent;
  return site;
}

void add_sound_web(ExposureFacts& facts) {
  facts.sites.push_back(sound_site());
  auto plain = sound_site();
  plain.url = "http://www.exemple.test/";
  plain.service = "192.0.2.10:80/tcp";
  plain.tls = false;
  plain.redirects = {"https://www.exemple.test/"};
  plain.redirect_end = "https";
  facts.sites.push_back(plain);
  auto gateway = sound_site();
  gateway.url = "https://acces.exemple.test/";
  gateway.service = "192.0.2.10:8443/tcp";
  gateway.host = "acces.exemple.test";
  gateway.signs = {{"vpn", "fortigate", "/remote/login", "status 200, body"}};
  facts.sites.push_back(gateway);
  Asset& asset = facts.inventory.emplace_back();
  asset.id = "acces";
  asset.name = "acces.exemple.test";
  asset.owner = "Direction des systèmes d'information";
  asset.purpose = "accès à distance";
  asset.second_factor = "yes";
}

}  // namespace hygie::test
