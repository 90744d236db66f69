// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/scan.hpp"

#include "core/i18n.hpp"
#include "net/engine/scanner.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <cmath>
#include <exception>
#include <set>

namespace hygie::net {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;
using Addresses = std::vector<boost::asio::ip::address>;

constexpr std::size_t most_questions = std::size_t{1} << 25U;  // half a gigabyte of results

core::Status check(const ScanRequest& request) {
  const auto& pace = request.pace;
  if (request.hosts.empty()) return failure(ErrorCode::usage, tr("no address to ask"));
  if (request.ports.empty() || request.ports.front() == 0)
    return failure(ErrorCode::usage, tr("no port to ask, or port 0"));
  if (!std::isfinite(pace.rate) || pace.rate <= 0 || pace.rate > 1e6 ||
      !(pace.second_pass > 0 && pace.second_pass <= 1))
    return failure(ErrorCode::config, tr("the rate of connections must be over 0 and at most a million a second"));
  if (pace.in_flight == 0 || pace.in_flight_per_host == 0)
    return failure(ErrorCode::config, tr("at least one connection at a time is needed"));
  if (request.hosts.size() > most_questions / request.ports.size())
    return failure(ErrorCode::limit,
                   tr("{} addresses and {} ports are too many for one run", request.hosts.size(), request.ports.size()),
                   {}, tr("divide the addresses into several runs"));
  if (!request.known_hosts.empty() && request.known_hosts.size() != request.hosts.size())
    return failure(ErrorCode::usage, tr("what is known of the addresses is not one entry an address"));
  for (const auto& known : request.known)
    if (known.host >= request.hosts.size())
      return failure(ErrorCode::usage, tr("a known result belongs to none of the addresses"));
  return {};
}

core::Result<Addresses> numeric(const std::vector<PinnedAddress>& hosts) {
  Addresses addresses;
  std::set<boost::asio::ip::address> seen;
  for (const auto& host : hosts) {
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(host.address, error);
    if (error) return failure(ErrorCode::usage, tr("\"{}\" is not a numeric address", host.address), host.host);
    if (!seen.insert(address).second)
      return failure(ErrorCode::usage, tr("the address {} is there twice: it would be asked twice", host.address),
                     host.host);
    addresses.push_back(address);
  }
  return addresses;
}

}  // namespace

std::string_view name(PortState state) {
  constexpr std::array<std::string_view, 6> names{"open",        "closed",      "filtered",
                                                  "unreachable", "not_touched", "not_asked"};
  return names.at(static_cast<std::size_t>(state));
}

std::string_view name(Why why) {
  constexpr std::array<std::string_view, 11> names{
      "accepted",  "refused", "self_connection", "silent", "held_back", "host_unreachable", "network_unreachable",
      "forbidden", "rule",    "local_resources", "other"};
  return names.at(static_cast<std::size_t>(why));
}

core::Result<ScanReport> scan(const ScanRequest& request, const Guard& guard, const core::Deadline& deadline,
                              const OnScanProgress& on_progress) {
  auto sorted = request;
  std::sort(sorted.ports.begin(), sorted.ports.end());
  sorted.ports.erase(std::unique(sorted.ports.begin(), sorted.ports.end()), sorted.ports.end());
  if (auto checked = check(sorted); !checked) return tl::make_unexpected(checked.error());
  const auto addresses = numeric(sorted.hosts);
  if (!addresses) return tl::make_unexpected(addresses.error());
  try {
    return Scanner(sorted, *addresses, guard, deadline, on_progress).run();
  } catch (const std::exception& error) {
    return failure(ErrorCode::network, tr("the network engine stopped: {}", error.what()));
  }
}

}  // namespace hygie::net
