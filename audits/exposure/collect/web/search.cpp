// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/web/visit.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <random>

namespace hygie::exposure::web {
namespace {

using net::Outcome;

/// The page without the path that was asked for, which many error pages repeat.
std::string without(std::string text, const std::string& path) {
  for (auto at = text.find(path); !path.empty() && path != "/" && at != std::string::npos; at = text.find(path, at))
    text.erase(at, path.size());
  return text;
}

}  // namespace

void Visit::see_missing_page() {
  std::random_device random;
  missing_path_ = fmt::format("/hygie-{:08x}{:08x}", random(), random());
  const auto reply = ask_here({}, missing_path_);
  site_.missing_page = reply.got;
  if (!reply.got.present()) return;
  missing_ = reply.answer;
  site_.missing_page.outcome = missing_.status / 100 == 2 ? Outcome::present : Outcome::absent;
}

bool Visit::like_missing(const WebAnswer& answer, const std::string& path) const {
  return answer.status == missing_.status && without(answer.body, path) == without(missing_.body, missing_path_);
}

void Visit::keep(const KnownSign& sign, WebSign found) {
  const auto same = [&](const WebSign& one) {
    return one.kind == found.kind && one.name == found.name && one.said == found.said;
  };
  if (std::any_of(site_.signs.begin(), site_.signs.end(), same)) return;
  if (const auto product = sign.product_of(found)) {
    auto& all = site_.products;
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const Product& one) { return one.name == product->name; });
    if (known == all.end())
      all.push_back(*product);
    else if (known->version.empty())
      *known = *product;
  }
  site_.signs.push_back(std::move(found));
}

void Visit::look_for(const KnownSign& sign, const std::string& path, const WebAnswer& answer, bool asked) {
  if (!sign.holds(answer)) return;
  // a server that says so of a page that cannot exist says it of every page; but one that wants a password everywhere
  // says by that who it is
  const bool compared = asked && path != "/" && answer.status != 401;
  if (compared && (sign.holds(missing_) || like_missing(answer, path))) return;
  keep(sign, sign.sign(path, answer));
}

void Visit::see_signs() {
  const auto& signs = shared_.options.signs == nullptr ? WebSigns::built_in() : *shared_.options.signs;
  for (auto& page : own_) {
    if (&page == &own_.back()) page.reply.answer.icon_md5 = site_.icon_md5;
    for (const auto& sign : signs.all())
      if (sign.at_front()) look_for(sign, page.url.path, page.reply.answer, false);
  }
  for (const auto& question : signs.questions(place_.port)) {
    if (over()) return;
    const auto reply = ask_here({.post = question.post, .accept = question.accept}, question.path);
    if (!reply.got.present()) continue;
    for (const auto& sign : signs.all())
      if (std::find(sign.questions.begin(), sign.questions.end(), question) != sign.questions.end())
        look_for(sign, question.path, reply.answer, true);
  }
}

void Visit::see_listings() {
  const auto judge = [this](const std::string& path, const WebAnswer& answer) {
    const auto proof = pages::listing_proof(answer.body);
    if (answer.status == 200 && !proof.empty()) site_.signs.push_back({"listing", proof, path, "body, title"});
  };
  if (!own_.empty()) judge(own_.back().url.path, own_.back().reply.answer);
  for (const auto* path : {"/backup/", "/files/", "/uploads/", "/images/", "/documents/"}) {
    if (over()) return;
    const auto reply = ask_here({}, path);
    if (reply.got.present() && !like_missing(reply.answer, path)) judge(path, reply.answer);
  }
}

}  // namespace hygie::exposure::web
