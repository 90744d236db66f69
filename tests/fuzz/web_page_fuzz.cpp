// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/pages/cookies.hpp"
#include "audits/exposure/pages/html.hpp"
#include "audits/exposure/pages/policies.hpp"
#include "audits/exposure/pages/security_txt.hpp"
#include "audits/exposure/pages/text.hpp"
#include "audits/exposure/pages/url.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;
using namespace hygie::exposure;

namespace {

void read_lines(std::string_view text) {
  pages::Headers headers;
  for (const auto line : pages::parts(text, '\n')) {
    if (pages::add_header(headers, line)) fuzz::expect(pages::has_header(headers, headers.back().first));
    if (const auto cookie = pages::read_cookie(line)) {
      fuzz::expect(!cookie->name.empty());
      if (const auto inside = pages::pool_member(cookie->value)) fuzz::expect(inside->find(':') != std::string::npos);
    }
    const auto policy = pages::read_content_policy(line);
    (void)pages::weaknesses(policy);
    (void)pages::limits_frames(policy);
    (void)pages::read_transport_policy(line);
  }
}

/// An address that was read is read again as the same, and leads nowhere but to http and https.
void read_url(std::string_view text) {
  if (const auto url = pages::parse_url(text)) {
    const auto again = pages::parse_url(url->text());
    fuzz::expect(again && *again == *url);
  }
  const auto base = *pages::parse_url("https://www.exemple.test/a/b?c");
  if (const auto next = pages::follow(base, text)) fuzz::expect(!next->host.empty() && next->port != 0);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  const auto html = pages::read_html(text);
  fuzz::expect(html.title.size() <= 200 && html.title.find('\n') == std::string::npos);
  (void)pages::listing_proof(text);
  (void)pages::fault_of(pages::read_security_txt(text), core::Instant{});
  read_lines(text);
  read_url(text.substr(0, text.find('\n')));
  return 0;
}
