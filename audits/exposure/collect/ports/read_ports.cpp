// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/ports/ranges.hpp"
#include "audits/exposure/collect/reading.hpp"
#include "core/i18n.hpp"
#include "net/engine/scan.hpp"

#include <fmt/format.h>

namespace hygie::exposure {
namespace {

void count(Host& host, net::PortState state) {
  using net::PortState;
  switch (state) {
    case PortState::open: ++host.open; break;
    case PortState::closed: ++host.closed; break;
    case PortState::filtered: ++host.filtered; break;
    case PortState::unreachable: ++host.unreachable; break;
    case PortState::not_touched: ++host.not_touched; break;
    case PortState::not_asked: ++host.not_asked; break;
  }
  if (state != PortState::not_touched && state != PortState::not_asked) ++host.asked;
}

net::ScanRequest request_for(const Work& work) {
  net::ScanRequest request;
  for (const auto& host : work.facts.hosts)
    if (auto pinned = work.gate.scope().resolve(host.address, 0); pinned) request.hosts.push_back(pinned->front());
  request.ports = work.target.ports;
  request.pace = work.gate.pace();
  const auto& before = work.course.ports();
  if (before.size() != request.hosts.size()) return request;
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    const auto known = known_ports(before[i], i);
    request.known.insert(request.known.end(), known.begin(), known.end());
    request.known_hosts.push_back(known_host(before[i]));
  }
  return request;
}

/// What was decided, for who takes up the audit.
void note(const Work& work, const net::ScanReport& report) {
  auto& read = work.course.ports();
  std::vector<net::PortResult> own;
  auto port = report.ports.begin();
  for (std::uint32_t i = 0; i < read.size() && i < report.hosts.size(); ++i) {
    own.clear();
    for (; port != report.ports.end() && port->host == i; ++port) own.push_back(*port);
    note_ports(own, report.hosts[i], read[i]);
  }
}

void record(const Work& work, const net::ScanRequest& request) {
  std::vector<std::size_t> left(work.facts.hosts.size(), request.ports.size());
  for (const auto& known : request.known) --left.at(known.host);
  for (std::size_t i = 0; i < left.size(); ++i)
    if (left[i] > 0) work.gate.record("scan", work.facts.hosts[i].address, fmt::format("{} tcp", left[i]));
}

/// Without a route, or behind this machine's own firewall, nothing of a host was seen: that is not silence of its own.
void say_out_of_reach(const Work& work, const net::ScanReport& report) {
  std::vector<std::size_t> out(work.facts.hosts.size());
  for (const auto& port : report.ports)
    if (port.why == net::Why::network_unreachable || port.why == net::Why::forbidden) ++out.at(port.host);
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i] > 0 && out[i] == work.facts.hosts[i].asked)
      work.gap(Part::ports, core::tr("{} cannot be reached from here", work.facts.hosts[i].address));
}

void keep(const Work& work, const net::ScanReport& report) {
  auto& hosts = work.facts.hosts;
  // what a scan that was stopped had counted is in this report too
  work.facts.services.clear();
  for (auto& host : hosts) {
    Host blank;
    blank.address = std::move(host.address);
    blank.names = std::move(host.names);
    host = std::move(blank);
  }
  for (const auto& port : report.ports) {
    auto& host = hosts.at(port.host);
    count(host, port.state);
    if (port.state != net::PortState::open) continue;
    auto& service = work.facts.services.emplace_back();
    service.address = host.address;
    service.port = port.port;
  }
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    hosts[i].microseconds = report.hosts.at(i).microseconds;
    hosts[i].limits_answers = report.hosts.at(i).limits_answers;
    hosts[i].answers_everywhere = report.hosts.at(i).unreliable;
    hosts[i].lost = report.hosts.at(i).lost;
  }
}

}  // namespace

void read_ports(const Work& work) {
  if (!work.target.verifies.empty() && work.target.ports.empty()) return;  // nothing that failed was a TCP port
  if (work.facts.hosts.empty())
    return work.gap(Part::ports, core::tr("no address could be asked: none is declared, authorised and known"));
  // what was written down by an earlier run passes by the scope like the rest
  std::erase_if(work.facts.hosts,
                [&](const Host& host) { return !work.gate.scope().resolve(host.address, 0).has_value(); });
  const auto request = request_for(work);
  work.progress.phase(core::tr("ports"));
  record(work, request);
  const auto report = net::scan(request, work.gate.guard(), work.gate.deadline(), [&](const net::ScanProgress& so_far) {
    work.progress.advance(so_far.done, so_far.total);
    if (!work.course.due()) return;
    note(work, so_far.so_far());
    work.course.write_down();
  });
  if (!report) return work.gap(Part::ports, report.error().what);
  note(work, *report);
  keep(work, *report);
  say_out_of_reach(work, *report);
  if (!report->complete) work.gap(Part::ports, core::tr("some ports could not be asked in time"));
}

}  // namespace hygie::exposure
