// SPDX-License-Identifier: EUPL-1.2
#include "net/gate/gate.hpp"

#include "core/i18n.hpp"

#include <algorithm>
#include <ctime>
#include <thread>

#include <sys/socket.h>
#include <unistd.h>

namespace hygie::net {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;

// A stop must be seen in well under two seconds, and asking the disk for each connection would slow them.
constexpr auto look_every = std::chrono::milliseconds{100};
constexpr auto longest_sleep = std::chrono::milliseconds{50};
// A tenth of the whole pace for each address: what an old device of a ward bears.
constexpr double share_of_one_address = 0.1;

int local_minute() {
  const auto now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  return parts.tm_hour * 60 + parts.tm_min;
}

}  // namespace

Gate::Gate(Scope scope, Rules rules, ActionLog& log, core::Deadline deadline)
    : scope_(std::move(scope)),
      rules_(std::move(rules)),
      log_(log),
      deadline_{deadline.at, &stop_},
      all_(std::make_unique<TokenBucket>(rules_.pace.rate, Clock::now())),
      watcher_([this, deadline] { watch(deadline); }) {
  look(deadline);  // before anybody asks for a turn
}

Gate::~Gate() {
  {
    const std::lock_guard lock(watching_);
    gone_ = true;
  }
  over_.notify_all();
  watcher_.join();
}

/// Is there something that ends the work early, for all that hold `deadline()`?
void Gate::look(const core::Deadline& asked) {
  const bool stop_file = !rules_.stop_file.empty() && ::access(rules_.stop_file.c_str(), F_OK) == 0;
  if (asked.cancelled() || stop_file || (rules_.window && !rules_.window->holds(local_minute()))) stop_.cancel();
}

void Gate::watch(const core::Deadline& asked) {
  std::unique_lock lock(watching_);
  while (!over_.wait_for(lock, look_every, [this] { return gone_; })) look(asked);
}

core::Status Gate::consent(const std::string& address) const {
  const auto hosted = [&](const Network& network) { return holds(network, address); };
  if (std::none_of(rules_.without_consent.begin(), rules_.without_consent.end(), hosted)) return {};
  return failure(ErrorCode::authorisation,
                 tr("{} is hosted by a third party whose consent is not recorded: nothing was sent to it", address),
                 address, tr("write the reference of its consent in the inventory: host: {{consent: ...}}"));
}

Gate::Place Gate::standing_of(const std::string& host) {
  Place place;
  auto resolver = [&](const std::string& name) {
    auto found = rules_.resolver(name);
    if (found) place.addresses = *found;
    return found;
  };
  const auto pinned = scope_.resolve(host, 0, resolver);
  if (!pinned) {
    place.why = pinned.error().what;
    const bool resolved = !place.addresses.empty() || pinned.error().code != ErrorCode::network;
    const bool excluded = std::any_of(place.addresses.begin(), place.addresses.end(),
                                      [&](const auto& one) { return scope_.excludes(one); }) ||
                          scope_.excludes(host);
    place.standing = excluded ? Standing::excluded : resolved ? Standing::out_of_scope : Standing::unresolved;
    return place;
  }
  place.addresses.clear();
  place.standing = Standing::in_scope;
  for (const auto& one : *pinned) {
    place.addresses.push_back(one.address);
    if (const auto agreed = consent(one.address); !agreed) {
      place.standing = Standing::no_consent;
      place.why = agreed.error().what;
    }
  }
  return place;
}

core::Result<std::vector<PinnedAddress>> Gate::pin(const std::string& host, std::uint16_t port, bool writes) {
  auto pinned = scope_.resolve(host, port, rules_.resolver);
  if (!pinned) return pinned;
  for (const auto& one : *pinned)
    if (auto good = pin_address(one.address, port, host, writes); !good) return tl::make_unexpected(good.error());
  return pinned;
}

core::Result<PinnedAddress> Gate::pin_address(const std::string& address, std::uint16_t port, const std::string& name,
                                              bool writes) {
  auto pinned = scope_.resolve(address, port, [](const std::string& host) -> core::Result<std::vector<std::string>> {
    return failure(ErrorCode::internal, "not an address", host);
  });
  if (!pinned) return tl::make_unexpected(pinned.error());
  if (auto agreed = consent(address); !agreed) return tl::make_unexpected(agreed.error());
  const auto decision = rules_.guard.decide(address, port);
  if (decision.manner == Manner::do_not_touch || (writes && decision.manner == Manner::connect_only)) {
    const auto why = decision.rule ? rules_.guard.rules()[*decision.rule].reason : tr("a printer prints what it gets");
    return failure(ErrorCode::authorisation, tr("{} port {} must not be touched: {}", address, port, why), address);
  }
  auto one = pinned->front();
  if (!name.empty()) one.host = name;
  return one;
}

Clock::duration Gate::wait_for_turn(std::string_view address) {
  const auto seconds = [](double value) {
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(value));
  };
  const auto spacing = seconds(1 / std::max(1.0, rules_.pace.rate * share_of_one_address));
  const std::lock_guard lock(mutex_);
  const auto now = Clock::now();
  auto& last = last_.try_emplace(std::string(address), now - spacing).first->second;
  if (now - last < spacing) return spacing - (now - last);
  if (!all_->take(now)) return seconds(1 / rules_.pace.rate);
  last = now;
  return {};
}

bool Gate::turn(std::string_view address) {
  while (!ended()) {
    const auto wait = wait_for_turn(address);
    if (wait == Clock::duration{}) return true;
    std::this_thread::sleep_for(std::min<Clock::duration>(wait, longest_sleep));
  }
  return false;
}

void Gate::record(std::string_view action, std::string_view target, std::string_view detail) {
  const std::lock_guard lock(mutex_);
  log_.append(action, target, detail);
}

}  // namespace hygie::net
