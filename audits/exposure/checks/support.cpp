// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <iterator>

namespace hygie::exposure {
namespace {

std::string name_of(const ExposureFacts& facts, const Service& service) {
  const auto host = std::find_if(facts.hosts.begin(), facts.hosts.end(),
                                 [&](const Host& one) { return one.address == service.address; });
  if (host == facts.hosts.end() || host->names.empty()) return service.id();
  return host->names.front() + ", " + service.id();
}

using Words = std::vector<std::string_view>;

bool among(const Words& words, std::string_view one) {
  return std::find(words.begin(), words.end(), one) != words.end();
}

/// "a, b,c" in its words.
Words words_of(std::string_view list) {
  Words words;
  while (!list.empty()) {
    const auto comma = list.find(',');
    auto word = list.substr(0, comma);
    while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
    words.push_back(word);
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
  return words;
}

/// What of the word is bad: "a, b".
std::string bad_in(const WordQuestion& question, std::string_view said) {
  Words found;
  if (question.within) {
    std::copy_if(question.bad.begin(), question.bad.end(), std::back_inserter(found),
                 [&](std::string_view bad) { return said.find(bad) != std::string_view::npos; });
  } else {
    const auto words = question.split ? words_of(said) : Words{said};
    std::copy_if(words.begin(), words.end(), std::back_inserter(found), [&](std::string_view word) {
      return among(question.bad, word) || (among(question.bad, "*") && !among(question.good, word));
    });
  }
  return fmt::format("{}", fmt::join(found, ", "));
}

Finding word_finding(const ExposureFacts& facts, const WordQuestion& question, const Service& service) {
  if (question.unless_tls && service.tls) return on(facts, Verdict::pass, service, evidence_of(service));
  const auto said = service.said.find(question.word);
  if (said == service.said.end())
    return on(facts, question.when_missing, service, evidence_of(service, {{"missing", std::string(question.word)}}));
  const auto found = bad_in(question, said->second);
  const bool good = found.empty() && (question.good.empty() || among(question.good, said->second));
  return on(facts,
            !found.empty() ? Verdict::fail
            : good         ? Verdict::pass
                           : Verdict::unknown,
            service, evidence_of(service, {{std::string(question.word), said->second}, {"found", found}}));
}

bool holds(const std::vector<std::uint16_t>& ports, std::uint16_t port) {
  return std::find(ports.begin(), ports.end(), port) != ports.end();
}

bool nobody_knows(const Service& service, const std::vector<std::uint16_t>& ports) {
  return service.protocol.empty() && service.state == "open" && service.identified.outcome != Outcome::absent &&
         holds(ports, service.port);
}

/// What the UDP ports came to that nothing spoke on: how many were silent, after how many questions, how many refused.
Evidence silences(const ExposureFacts& facts, const std::vector<std::uint16_t>& ports) {
  std::size_t silent = 0, refused = 0;
  std::uint32_t questions = 0;
  for (const auto& host : facts.hosts)
    for (const auto& one : host.udp) {
      if (!holds(ports, one.port)) continue;
      if (one.state == "silent") {
        // the least of them: what is said then holds for all
        questions = silent++ == 0 ? one.questions : std::min(questions, one.questions);
      } else if (one.state == "closed" || one.state == "filtered") {
        ++refused;
      }
    }
  return {{"silent_ports", std::to_string(silent)},
          {"questions", std::to_string(questions)},
          {"refused_ports", std::to_string(refused)}};
}

/// Hosts whose ports a declared rule kept from being asked: what is said of the others is not said of them.
void add_untouched(Findings& found, const ExposureFacts& facts, const ServiceQuestion& question) {
  for (const auto& host : facts.hosts) {
    const bool udp = std::any_of(host.udp.begin(), host.udp.end(), [&](const UdpPort& one) {
      return one.state == "not_touched" && holds(question.udp_ports, one.port);
    });
    if (udp || (host.not_touched > 0 && !question.usual_ports.empty()))
      found.push_back({Verdict::not_applicable, host.address, {{"missing", "ports"}, {"reason", "not-touched"}}});
  }
}

}  // namespace

void add_doubtful_ports(Findings& found, const ExposureFacts& facts, const std::vector<std::uint16_t>* ports) {
  for (const auto& host : facts.hosts)
    for (const auto& one : host.udp) {
      if (one.state != "unknown" || (ports != nullptr && !holds(*ports, one.port))) continue;
      Service service;
      service.address = host.address;
      service.port = one.port;
      service.transport = "udp";
      found.push_back(on(facts, Verdict::unknown, service, {{"missing", "udp"}, {"reason", one.reason}}));
    }
}

std::string_view doubt(const Host& host, std::string_view port) {
  for (const auto& one : host.udp)
    if (one.state == "unknown" && std::to_string(one.port) + "/udp" == port) return one.reason;
  return {};
}

Finding on_whole(const ExposureFacts& facts, Verdict verdict, Evidence evidence) {
  return {verdict, facts.origin.establishment, std::move(evidence)};
}

Finding not_read(const ExposureFacts& facts, std::string missing) {
  return on_whole(facts, Verdict::unknown, {{"missing", std::move(missing)}});
}

Finding on(const ExposureFacts& facts, Verdict verdict, const Service& service, Evidence evidence) {
  return {verdict, service.id(), std::move(evidence), name_of(facts, service)};
}

Finding on(Verdict verdict, std::string object, Evidence evidence, std::string name) {
  return {verdict, std::move(object), std::move(evidence), std::move(name)};
}

Findings or_pass(Findings found, const ExposureFacts& facts, std::size_t examined) {
  if (!found.empty()) return found;
  const auto verdict = examined == 0 ? Verdict::not_applicable : Verdict::pass;
  return {on_whole(facts, verdict, {{"examined", std::to_string(examined)}})};
}

Findings for_services(const ExposureFacts& facts, const ServiceQuestion& question,
                      const std::function<Finding(const Service&)>& judge) {
  Findings found;
  for (const auto& service : facts.services) {
    if (question.concerns(service)) {
      found.push_back(judge(service));
    } else if (nobody_knows(service, question.usual_ports)) {
      auto finding = on(facts, Verdict::unknown, service, {{"missing", "services"}});
      if (!service.identified.reason.empty()) finding.evidence["reason"] = service.identified.reason;
      found.push_back(std::move(finding));
    }
  }
  add_doubtful_ports(found, facts, &question.udp_ports);
  if (!found.empty()) {
    add_untouched(found, facts, question);
    return found;
  }
  auto evidence = question.udp_ports.empty() ? Evidence{} : silences(facts, question.udp_ports);
  evidence["examined"] = std::to_string(facts.services.size());
  found.push_back(on_whole(facts, question.when_none, std::move(evidence)));
  add_untouched(found, facts, question);
  return found;
}

Findings never_exposed(const ExposureFacts& facts, std::initializer_list<std::string_view> protocols,
                       std::vector<std::uint16_t> usual_ports, std::vector<std::uint16_t> udp_ports) {
  if (!facts.from_internet()) return {on_whole(facts, Verdict::not_applicable, {{"vantage", facts.origin.vantage}})};
  const std::vector<std::string_view> wanted(protocols);
  return for_services(facts,
                      {.concerns =
                           [&](const Service& service) {
                             return std::find(wanted.begin(), wanted.end(), service.protocol) != wanted.end();
                           },
                       .usual_ports = std::move(usual_ports),
                       .when_none = Verdict::pass,
                       .udp_ports = std::move(udp_ports)},
                      [&](const Service& service) { return on(facts, Verdict::fail, service, evidence_of(service)); });
}

Findings by_word(const ExposureFacts& facts, const WordQuestion& question) {
  return for_services(facts,
                      {.concerns = [&](const Service& service) { return among(question.protocols, service.protocol); },
                       .usual_ports = question.ports,
                       .udp_ports = question.udp_ports},
                      [&](const Service& service) { return word_finding(facts, question, service); });
}

Findings inside_tls(const ExposureFacts& facts, std::string_view protocol, std::vector<std::uint16_t> usual_ports) {
  return for_services(
      facts,
      {.concerns = [&](const Service& service) { return service.is(protocol); }, .usual_ports = std::move(usual_ports)},
      [&](const Service& service) {
        return on(facts, service.tls ? Verdict::pass : Verdict::fail, service, evidence_of(service));
      });
}

bool lists(std::string_view list, std::string_view word) { return among(words_of(list), word); }

Verdict verdict_of(const Observation& observation, Verdict when_present) {
  switch (observation.outcome) {
    case Outcome::present: return when_present;
    case Outcome::absent: return when_present == Verdict::fail ? Verdict::pass : Verdict::fail;
    case Outcome::unknown: return Verdict::unknown;
    case Outcome::not_run: break;
  }
  return Verdict::not_applicable;
}

Evidence evidence_of(const Service& service, Evidence more) {
  more.emplace("address", service.address);
  more.emplace("port", std::to_string(service.port));
  more.emplace("protocol", service.protocol.empty() ? "unknown" : service.protocol);
  if (!service.products.empty() && !service.products.front().name.empty()) {
    const auto& product = service.products.front();
    more.emplace("product", product.version.empty() ? product.name : product.name + " " + product.version);
  }
  return more;
}

const EarlierRun* last_complete(const ExposureFacts& facts) {
  // What verifies an earlier run, or reads files alone, looked at too little to be compared.
  if (facts.origin.source != "scan") return nullptr;
  const EarlierRun* last = nullptr;
  for (const auto& run : facts.earlier)
    if (run.complete && run.finished && (last == nullptr || *run.finished > *last->finished)) last = &run;
  return last;
}

std::string day(core::OptionalInstant at) {
  if (!at) return "unknown";
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(*at)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace hygie::exposure
