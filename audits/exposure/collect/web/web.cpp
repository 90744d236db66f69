// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/web/web.hpp"

#include "audits/exposure/collect/web/visit.hpp"
#include "core/i18n.hpp"
#include "core/parallel.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <atomic>

namespace hygie::exposure {
namespace {

/// The targets of each address, by their index.
std::vector<std::vector<std::size_t>> by_address(const std::vector<WebTarget>& targets) {
  std::map<std::string, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < targets.size(); ++i) groups[targets[i].place.address].push_back(i);
  std::vector<std::vector<std::size_t>> out;
  for (auto& [address, indices] : groups) out.push_back(std::move(indices));
  return out;
}

}  // namespace

std::string first_page(const WebTarget& target) { return web::root_of(target).text(); }

WebReading collect_web(Gate& gate, const std::vector<WebTarget>& targets, const WebOptions& options,
                       core::Progress& progress, const std::function<void(const Site&)>& on_site) {
  progress.phase(core::tr("web sites"));
  WebReading reading;
  reading.sites.resize(targets.size());
  web::Turns turns;
  std::mutex said;
  std::size_t done = 0;
  const auto groups = by_address(targets);
  if (groups.empty()) return reading;
  core::parallel_for(groups.size(), std::min(options.threads, groups.size()), [&](std::size_t group) {
    for (const auto index : groups[group]) {
      web::Visit visit({gate, options, turns}, targets[index]);
      reading.sites[index] = visit.site();
      const std::lock_guard lock(said);
      progress.advance(++done, targets.size());
      if (on_site) on_site(reading.sites[index]);
    }
  });
  reading.complete = !gate.ended();
  return reading;
}

core::Result<std::string> fetch_text(Gate& gate, const std::string& url, std::size_t limit, const WebOptions& options) {
  using core::ErrorCode;
  const auto where = pages::parse_url(url);
  if (!where) return core::failure(ErrorCode::usage, core::tr("{} is no address of a page", pages::shown(url)));
  const auto pinned = gate.pin(where->host, where->port);
  if (!pinned) return tl::make_unexpected(pinned.error());
  auto limits = options.limits;
  limits.body = limit;
  web::Client client(gate, limits,
                     fmt::format("hygie/{} (security audit authorised by the site's owner)", options.version));
  if (gate.ended())
    return core::failure(ErrorCode::cancelled, core::tr("no answer from {}: {}", where->text(), "ended"));
  gate.record("web", fmt::format("{}:{}", pinned->front().address, where->port), "GET " + where->text());
  auto reply = client.ask(pinned->front(), {.url = *where});
  if (!reply.got.present())
    return core::failure(ErrorCode::network, core::tr("no answer from {}: {}", where->text(), reply.got.reason),
                         where->host);
  if (reply.cut)
    return core::failure(ErrorCode::limit, core::tr("the page is longer than {} bytes", limit), where->text());
  if (reply.answer.status != 200)
    return core::failure(ErrorCode::network, core::tr("{} answered {}", where->text(), reply.answer.status),
                         where->host);
  return std::move(reply.answer.body);
}

}  // namespace hygie::exposure
