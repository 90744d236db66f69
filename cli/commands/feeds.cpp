// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/feeds.hpp"

#include "audits/exposure/feeds/import/import.hpp"
#include "cli/commands/commands.hpp"
#include "cli/feeds_text.hpp"
#include "cli/program/exit_status.hpp"
#include "cli/program/signals.hpp"
#include "core/i18n.hpp"
#include "core/suggest.hpp"

#include <algorithm>

namespace hygie::cli {
namespace {

namespace feeds = exposure::feeds;
using core::ErrorCode;
using core::tr;

std::string feeds_file(const Arguments& arguments) { return arguments.value("into", feeds::default_file); }
bool wants_json(const Arguments& arguments) { return arguments.value("format", "text") == "json"; }

int say(Call& call, const std::string& text) {
  const auto said = call.console.data(text);
  return said ? complete : fail(call.console, said.error());
}

int refuse(Call& call, std::string what) {
  return fail(call.console, {ErrorCode::usage, std::move(what), {}, tr("hygie feeds --help shows examples")});
}

int import_files(Call& call, const std::vector<std::string>& paths) {
  if (paths.empty()) return refuse(call, tr("name the files or folders to import"));
  const core::Deadline deadline{std::chrono::steady_clock::time_point::max(), &interruption()};
  TerminalProgress progress(call.console);
  const auto done = feeds::import_feeds(paths, feeds_file(call.arguments), core::now(), deadline, progress);
  progress.clear();
  if (!done) {
    const int status = fail(call.console, done.error());
    return signal_status() != 0 ? signal_status() : status;
  }
  std::string text;
  for (const auto& one : done->sources)
    text += tr("{}: {} records ({}), from {}", one.kind, one.records,
               one.date.empty() ? tr("an unknown date") : one.date, one.file) +
            "\n";
  if (done->unrecognised > 0)
    call.console.note(tr("{} files are of no feed that hygie reads, and were passed over", done->unrecognised));
  return say(call, text);
}

int show_status(Call& call, const std::vector<std::string>& words) {
  if (!words.empty()) return refuse(call, tr("\"{}\" is one word too many", words.front()));
  const auto opened = feeds::Feeds::open(feeds_file(call.arguments));
  if (!opened) return fail(call.console, opened.error());
  const auto sources = opened->sources();
  if (!sources) return fail(call.console, sources.error());
  const auto now = core::now();
  return say(call, wants_json(call.arguments) ? status_json(*sources, now) : status_text(*sources, now));
}

/// VENDOR:PRODUCT as a CPE writes them, or a whole CPE name.
core::Result<feeds::Product> product_of(const std::vector<std::string>& words, const Arguments& arguments) {
  feeds::Product product;
  const auto& name = words.front();
  if (name.starts_with("cpe:")) {
    product.cpe = name;
  } else {
    const auto colon = name.find(':');
    if (colon == 0 || colon == std::string::npos || colon + 1 == name.size())
      return core::failure(ErrorCode::usage, tr("\"{}\" is not VENDOR:PRODUCT", name), {},
                           tr("as in a CPE name, for example openbsd:openssh"));
    product.vendor = name.substr(0, colon);
    product.product = name.substr(colon + 1);
  }
  if (words.size() > 1) product.version = words[1];
  product.banner = arguments.value("banner");
  return product;
}

core::Result<FeedsAnswer> answer_of(const feeds::Feeds& opened, const std::string& asked,
                                    const feeds::Product& product) {
  FeedsAnswer out{.asked = asked, .product = product, .matches = {}, .exploited = {}, .life = {}};
  auto matches = opened.match(product);
  if (!matches) return tl::make_unexpected(matches.error());
  out.matches = std::move(*matches);
  auto life = opened.end_of_life(product, core::now());
  if (!life) return tl::make_unexpected(life.error());
  out.life = std::move(*life);
  auto exploited = opened.kev_products(product);
  if (!exploited) return tl::make_unexpected(exploited.error());
  out.exploited = std::move(*exploited);
  return out;
}

int match_product(Call& call, const std::vector<std::string>& words) {
  if (words.empty() || words.size() > 2)
    return refuse(call, tr("name one product, and its version: VENDOR:PRODUCT VERSION"));
  const auto product = product_of(words, call.arguments);
  if (!product) return fail(call.console, product.error());
  const auto opened = feeds::Feeds::open(feeds_file(call.arguments));
  if (!opened) return fail(call.console, opened.error());
  const auto answer = answer_of(*opened, words.front(), *product);
  if (!answer) return fail(call.console, answer.error());
  const auto sources = opened->sources();
  if (!sources) return fail(call.console, sources.error());
  const int said = say(call, wants_json(call.arguments) ? match_json(*answer) : match_text(*answer));
  if (const auto stale = stale_text(*sources, core::now()); !stale.empty()) call.console.note(stale);
  const bool versions = std::any_of(sources->begin(), sources->end(),
                                    [](const feeds::Source& one) { return one.kind == "nvd" || one.kind == "cve"; });
  if (versions || said != complete) return said;
  // an answer without records must not look like an answer without flaws
  call.console.note(tr("neither NVD nor the CVE list is imported: no version can be judged"));
  return incomplete;
}

int run(Call& call) {
  auto words = call.arguments.positional();
  const auto verb = words.front();
  words.erase(words.begin());
  if (verb == "import") return import_files(call, words);
  if (verb == "status") return show_status(call, words);
  if (verb == "match") return match_product(call, words);
  return refuse(call,
                tr("unknown word \"{}\" after feeds", verb) + core::did_you_mean(verb, {"import", "status", "match"}));
}

}  // namespace

Command feeds_command() {
  return {
      .name = "feeds",
      .usage = "import FILE... | status | match VENDOR:PRODUCT [VERSION]  [--into FILE]",
      .summary = msgid("import lists of vulnerabilities from files, and look products up in them"),
      .examples = {{"hygie feeds import known_exploited_vulnerabilities.json epss_scores.csv.gz nvd/ cvelistV5.zip",
                    msgid("all of them or nothing; nothing is fetched: bring the files yourself")},
                   {"hygie feeds status", msgid("what is imported, how old it is, what is missing")},
                   {"hygie feeds match openbsd:openssh 9.2p1 --banner \"OpenSSH_9.2p1 Debian-2+deb12u3\"",
                    msgid("what is known of a version, and what a distribution has fixed")},
                   {"hygie feeds match fortinet:fortios",
                    msgid("without a version: what is known to be exploited in the product")}},
      .options = {{.name = "into",
                   .value = "FILE",
                   .summary = msgid("the file of the imported feeds (default: hygie-feeds.db)")},
                  {.name = "banner",
                   .value = "TEXT",
                   .summary = msgid("the greeting of the service, where distributions sign")},
                  {.name = "format", .value = "FORMAT", .summary = msgid("text or json"), .choices = {"text", "json"}}},
      .least = 1,
      .most = 10'000,
      .run = &run};
}

}  // namespace hygie::cli
