// SPDX-License-Identifier: EUPL-1.2
#include "net/scope.hpp"

#include "core/i18n.hpp"

#include <fmt/chrono.h>
#include <netdb.h>
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <memory>
#include <set>
#include <utility>

#include <arpa/inet.h>
#include <sys/socket.h>

namespace hygie::net {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;
using Bytes = std::vector<unsigned char>;

/// The bytes of a numeric address; an IPv4 address mapped into IPv6 is the IPv4 address, or a mapped form would slip
/// past an exclusion.
std::optional<Bytes> parse_address(std::string_view text) {
  const std::string copy(text);
  std::array<unsigned char, 16> raw{};
  if (::inet_pton(AF_INET, copy.c_str(), raw.data()) == 1) return Bytes(raw.begin(), raw.begin() + 4);
  if (::inet_pton(AF_INET6, copy.c_str(), raw.data()) != 1) return std::nullopt;
  constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  if (std::equal(mapped.begin(), mapped.end(), raw.begin())) return Bytes(raw.begin() + 12, raw.end());
  return Bytes(raw.begin(), raw.end());
}

bool bit(const Bytes& bytes, unsigned position) { return (bytes[position / 8] >> (7U - position % 8U) & 1U) != 0; }

bool any_covers(const std::vector<Network>& networks, const Bytes& address) {
  return std::any_of(networks.begin(), networks.end(), [&](const Network& network) { return holds(network, address); });
}

/// Lower case, without the root's dot: names compare as DNS compares them.
std::string normal_name(std::string_view name) {
  if (name.ends_with('.')) name.remove_suffix(1);
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

bool plausible_name(std::string_view name) {
  if (name.empty() || name.size() > 253 || name.front() == '.') return false;
  return std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-' || c == '.' || c == '_' || c >= 0x80;
  });
}

bool equal_or_below(std::string_view name, std::string_view domain) {
  if (name == domain) return true;
  return name.size() > domain.size() + 1 && name.ends_with(domain) && name[name.size() - domain.size() - 1] == '.';
}

std::string day(std::chrono::sys_days date) {
  const std::chrono::year_month_day ymd{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

core::Result<std::vector<Network>> parse_networks(const std::vector<std::string>& texts, const char* key) {
  std::vector<Network> networks;
  for (const auto& text : texts) {
    auto network = parse_network(text);
    if (!network) {
      network.error().where = fmt::format("authorisation: {}", key);
      return tl::make_unexpected(network.error());
    }
    networks.push_back(std::move(*network));
  }
  return networks;
}

core::Error out_of_scope(const std::string& host, const std::string& address, bool excluded) {
  core::Error error{ErrorCode::authorisation, {}, host, {}};
  if (excluded)
    error.what = host == address
                     ? tr("the address {} is excluded by the authorisation: nothing was sent to it", address)
                     : tr("{} leads to {}, which the authorisation excludes: nothing was sent to it", host, address);
  else
    error.what =
        host == address
            ? tr("the address {} is outside the authorised networks: nothing was sent to it", address)
            : tr("{} leads to {}, which is outside the authorised networks: nothing was sent to it", host, address);
  error.hint = excluded ? tr("take it out of authorisation: exclude, if whoever signed agrees")
                        : tr("add its network to authorisation: addresses, if whoever signed agrees");
  return error;
}

}  // namespace

core::Result<Network> parse_network(std::string_view text) {
  const auto slash = text.find('/');
  auto address = parse_address(text.substr(0, slash));
  const auto invalid = [&](std::string what) {
    return failure(ErrorCode::config, std::move(what), {},
                   tr("write it like 192.0.2.0/24, 192.0.2.7 or 2001:db8::/32"));
  };
  if (!address) return invalid(tr("\"{}\" is not an address or a network", text));
  const bool mapped = address->size() == 4 && text.find(':') != std::string_view::npos;
  const auto whole = static_cast<unsigned>(address->size() * 8);
  unsigned bits = whole;
  if (slash != std::string_view::npos) {
    const auto length = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), bits);
    if (error != std::errc{} || end != length.data() + length.size())
      return invalid(tr("\"{}\" is not a network: its length is not a number", text));
    if (mapped && bits < 96)
      return invalid(tr("\"{}\" is not a network: a mapped IPv4 network is at least 96 bits long", text));
    if (mapped) bits -= 96;
    if (bits > whole) return invalid(tr("\"{}\" is not a network: its length is over {}", text, whole));
  }
  for (unsigned i = bits; i < whole; ++i)
    if (bit(*address, i))
      return invalid(tr("\"{}\" is not a network: address bits are set after its length {}", text, bits));
  return Network{std::move(*address), bits};
}

bool holds(const Network& network, const std::vector<unsigned char>& address) {
  if (network.bytes.size() != address.size()) return false;
  unsigned left = network.bits;
  for (std::size_t i = 0; left > 0; ++i) {
    const unsigned taken = left < 8 ? left : 8;
    if ((network.bytes[i] ^ address[i]) >> (8 - taken) != 0) return false;
    left -= taken;
  }
  return true;
}

bool holds(const Network& network, std::string_view numeric_address) {
  const auto address = parse_address(numeric_address.substr(0, numeric_address.find('%')));
  return address && holds(network, *address);
}

core::Result<std::vector<std::string>> system_addresses(const std::string& host) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int rc = ::getaddrinfo(host.c_str(), nullptr, &hints, &found);
  if (rc != 0)
    return failure(ErrorCode::network, tr("the name {} cannot be resolved: {}", host, ::gai_strerror(rc)), host,
                   tr("check the name, and the DNS server of this machine"));
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
  std::vector<std::string> addresses;
  for (const auto* one = found; one != nullptr; one = one->ai_next) {
    std::array<char, NI_MAXHOST> text{};
    if (::getnameinfo(one->ai_addr, one->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) != 0)
      continue;
    addresses.emplace_back(text.data());
  }
  return addresses;
}

core::Result<Scope> Scope::make(Authorisation authorisation) {
  Scope scope;
  if (authorisation.by.empty())
    return failure(ErrorCode::config, tr("the authorisation does not say who gave it"), "authorisation: by",
                   tr("name the function, not the person: by: \"Directeur général\""));
  if (authorisation.until < authorisation.from)
    return failure(
        ErrorCode::config,
        tr("the authorisation ends ({}) before it begins ({})", day(authorisation.until), day(authorisation.from)),
        "authorisation: until", tr("exchange or correct the two dates"));
  auto allowed = parse_networks(authorisation.addresses, "addresses");
  if (!allowed) return tl::make_unexpected(allowed.error());
  auto excluded = parse_networks(authorisation.exclude, "exclude");
  if (!excluded) return tl::make_unexpected(excluded.error());
  for (auto& domain : authorisation.domains) {
    if (!plausible_name(domain))
      return failure(ErrorCode::config, tr("\"{}\" is not a domain name", domain), "authorisation: domains",
                     tr("write it like exemple.test, without * or a leading dot"));
    domain = normal_name(domain);
  }
  scope.allowed_ = std::move(*allowed);
  scope.excluded_ = std::move(*excluded);
  scope.authorisation_ = std::move(authorisation);
  return scope;
}

core::Status Scope::allows(std::string_view domain, std::chrono::sys_days today) const {
  const auto& given = authorisation_;
  if (std::find(given.covers.begin(), given.covers.end(), domain) == given.covers.end())
    return failure(
        ErrorCode::authorisation,
        tr("the authorisation given by {} does not cover the domain \"{}\": nothing was sent", given.by, domain),
        "authorisation: covers", tr("add it to covers, if whoever signed agrees"));
  if (today < given.from)
    return failure(ErrorCode::authorisation,
                   tr("the authorisation given by {} begins on {} only: nothing was sent", given.by, day(given.from)),
                   "authorisation: from", tr("wait until that day, or have it brought forward"));
  if (today > given.until)
    return failure(ErrorCode::authorisation,
                   tr("the authorisation given by {} ended on {}: nothing was sent", given.by, day(given.until)),
                   "authorisation: until", tr("have it renewed, then change the date"));
  return {};
}

bool Scope::contains(std::string_view numeric_address) const {
  const auto address = parse_address(numeric_address.substr(0, numeric_address.find('%')));
  return address && any_covers(allowed_, *address) && !any_covers(excluded_, *address);
}

bool Scope::excludes(std::string_view numeric_address) const {
  const auto address = parse_address(numeric_address.substr(0, numeric_address.find('%')));
  return address && any_covers(excluded_, *address);
}

core::Status Scope::check_name(const std::string& host) const {
  const auto name = normal_name(host);
  if (!plausible_name(name))
    return failure(ErrorCode::config, tr("\"{}\" is neither an address nor a name", host), host);
  const auto& domains = authorisation_.domains;
  if (std::any_of(domains.begin(), domains.end(), [&](const auto& domain) { return equal_or_below(name, domain); }))
    return {};
  return failure(ErrorCode::authorisation,
                 tr("the name {} is outside the authorised domains: nothing was sent to it", host), host,
                 tr("add its domain to authorisation: domains, if whoever signed agrees"));
}

core::Result<std::vector<PinnedAddress>> Scope::resolve(const std::string& host, std::uint16_t port) const {
  return resolve(host, port, system_addresses);
}

core::Result<std::vector<PinnedAddress>> Scope::resolve(const std::string& host, std::uint16_t port,
                                                        const Resolver& resolver) const {
  std::vector<std::string> addresses{host};
  if (!parse_address(host)) {
    if (auto named = check_name(host); !named) return tl::make_unexpected(named.error());
    auto found = resolver(host);
    if (!found) return tl::make_unexpected(found.error());
    addresses = std::move(*found);
  }
  std::vector<PinnedAddress> pinned;
  std::set<std::string> seen;
  for (const auto& address : addresses) {
    if (!seen.insert(address).second) continue;
    const auto bytes = parse_address(address.substr(0, address.find('%')));
    if (!bytes || !contains(address))
      return tl::make_unexpected(out_of_scope(host, address, bytes && any_covers(excluded_, *bytes)));
    pinned.push_back({host, address, address.find(':') == std::string::npos ? AF_INET : AF_INET6, port});
  }
  if (pinned.empty()) return failure(ErrorCode::network, tr("the name {} has no address", host), host);
  return pinned;
}

}  // namespace hygie::net
