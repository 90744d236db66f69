// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/reading.hpp"
#include "audits/exposure/products/recog.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <array>

namespace hygie::exposure {
namespace {

/// What recog's files are matched against, and where we heard it: a word of a dialogue.
struct Heard {
  std::string_view matches, protocol, word;
};
constexpr std::array<Heard, 13> heard{{{"ssh.banner", "ssh", "banner"},
                                       {"ftp.banner", "ftp", "banner"},
                                       {"smtp.banner", "smtp", "banner"},
                                       {"pop3.banner", "pop3", "banner"},
                                       {"imap4.banner", "imap", "banner"},
                                       {"nntp.banner", "nntp", "banner"},
                                       {"mysql.banners", "mysql", "banner"},
                                       {"snmp.sys_description", "snmp", "description"},
                                       {"dns.versionbind", "dns", "version"},
                                       {"http_header.server", "http", "server"},
                                       {"rtsp_header.server", "rtsp", "server"},
                                       {"sip_header.server", "sip", "server"},
                                       {"sip_header.user_agent", "sip", "user_agent"}}};
/// The same of a site: the name of a header, or one of its fields.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> headers{
    {{"http_header.server", "server"},
     {"http_header.wwwauth", "www-authenticate"},
     {"http_header.x-powered-by", "x-powered-by"}}};

/// recog's patterns begin behind what the protocol itself puts in front: "SSH-2.0-", "+OK ", "* OK ", "220 ".
std::string_view bare(std::string_view protocol, std::string_view text) {
  if (protocol == "ssh" && text.starts_with("SSH-"))
    if (const auto dash = text.find('-', 4); dash != std::string_view::npos) return text.substr(dash + 1);
  for (const std::string_view front : {"+OK ", "* OK ", "* PREAUTH ", "220 ", "200 ", "201 "})
    if (text.starts_with(front)) return text.substr(front.size());
  return text;
}

bool is_heard(std::string_view matches) {
  return matches == "html_title" || matches == "favicon.md5" ||
         std::any_of(heard.begin(), heard.end(), [&](const Heard& one) { return one.matches == matches; }) ||
         std::any_of(headers.begin(), headers.end(), [&](const auto& one) { return one.first == matches; });
}

/// What the file is to be tried on, of that service and its sites.
std::vector<std::string> texts_of(const ExposureFacts& facts, const Service& service, std::string_view matches) {
  std::vector<std::string> texts;
  for (const auto& one : heard)
    if (one.matches == matches && service.is(one.protocol))
      texts.emplace_back(bare(one.protocol, service.word(one.word)));
  for (const auto& site : facts.sites) {
    if (site.service != service.id()) continue;
    if (matches == "html_title") texts.push_back(site.title);
    if (matches == "favicon.md5") texts.push_back(site.icon_md5);
    for (const auto& [of, header] : headers)
      for (const auto& [name, value] : site.headers)
        if (of == matches && name == header) texts.push_back(value);
  }
  std::erase(texts, std::string{});
  return texts;
}

/// A product that ours did not know, or knew without its version.
void keep(Service& service, Product product) {
  if (product.name.empty()) return;
  product.source = "recog";
  const auto known = std::find_if(service.products.begin(), service.products.end(),
                                  [&](const Product& one) { return one.name == product.name; });
  if (known == service.products.end())
    service.products.push_back(std::move(product));
  else if (known->version.empty() && !product.version.empty())
    *known = std::move(product);
}

}  // namespace

void tell_by_recog(const Work& work) {
  for (const auto& path : work.target.recog) {
    const auto file = Recog::load(path);
    if (!file || !is_heard(file->matches())) {
      work.facts.gaps.push_back(
          {path,
           file ? core::tr("nothing that is heard here is matched against {}", file->matches()) : file.error().what});
      continue;
    }
    for (auto& service : work.facts.services)
      for (const auto& text : texts_of(work.facts, service, file->matches()))
        if (auto product = file->product_of(text)) keep(service, std::move(*product));
  }
}

}  // namespace hygie::exposure
