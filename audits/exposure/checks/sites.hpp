// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/checks/support.hpp"

#include <functional>
#include <optional>

/// What checks on web sites share.
namespace hygie::exposure {

/// On a site, named by its address; the evidence says url and service.
[[nodiscard]] Finding on(Verdict verdict, const Site& site, Evidence evidence = {});

/// Each site that `concerns` (all when empty) and answered is judged; one that did not answer is `unknown`, with the
/// reason. No finding of a site: it is not concerned. Passes are gathered into one that counts them.
[[nodiscard]] Findings for_sites(const ExposureFacts& facts, const std::function<bool(const Site&)>& concerns,
                                 const std::function<std::optional<Finding>(const Site&)>& judge);
/// A fact of each site that must not be: present fails, absent passes, unknown stays so.
[[nodiscard]] Findings never_present(const ExposureFacts& facts, Observation Site::*fact);

/// Known things that must not stand on a site: of these kinds, of these names (any when empty) and not of those,
/// with this access (any
/// when empty). A site where not all was looked for is `unknown` when nothing was found.
struct SignQuestion {
  std::vector<std::string_view> kinds = {}, names = {}, except = {};
  std::string_view access = {};
  bool from_internet = false;  // matters from the internet alone
};
[[nodiscard]] Findings no_sign(const ExposureFacts& facts, const SignQuestion& question);
[[nodiscard]] bool answers_to(const WebSign& sign, const SignQuestion& question);
/// What it was read to say; empty when nothing.
[[nodiscard]] std::string_view said_by(const WebSign& sign, std::string_view name);
[[nodiscard]] Evidence evidence_of(const WebSign& sign);

/// The declared asset of that name, or that stands at its service; null when none does.
[[nodiscard]] const Asset* asset_of(const ExposureFacts& facts, const Site& site);
/// All values of a header of the last answer, joined with ", "; empty when it was not sent.
[[nodiscard]] std::string header_of(const Site& site, std::string_view name);
/// Did it serve a page of its own, and not a redirect or an error?
[[nodiscard]] bool serves_page(const Site& site);

}  // namespace hygie::exposure
