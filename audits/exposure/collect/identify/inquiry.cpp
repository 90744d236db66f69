// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/inquiry.hpp"

#include "audits/exposure/collect/identify/attempt.hpp"
#include "audits/exposure/products/products.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::exposure {
namespace {

using std::chrono::milliseconds;

// What a try gets before the next one is begun beside it: the likelier it is, the more.
constexpr milliseconds start_of_greeter{7000};  // Postfix and Sendmail refuse whoever speaks during their delay
constexpr milliseconds start_of_likely{1000}, start_of_guess{150}, longest_start{1000};
// So long a port that has begun to speak is left to it; a slow talker is then no reason to wait with the rest.
constexpr milliseconds undisturbed{3000};
// A server that takes one guest at a time, and lets the others wait, meets our lines one after the other as they close.
constexpr milliseconds shortest_turn{350}, longest_turn{1000};
constexpr milliseconds hold_beside_others{20}, longest_hold{500}, door_is_quick{1000}, alone{1500},
    before_next_call{1000};

}  // namespace

Inquiry::Inquiry(const OpenPort& port, const Inventory& inventory, const Patience& patience)
    : port_(port),
      inventory_(inventory),
      patience_(patience),
      greeting_port_(is_greeting_port(port.port)),
      queue_(first_tries(port, inventory, patience.most_connections)) {
  service_.address = port.address;
  service_.port = port.port;
}

/// So many round trips, between those bounds.
Inquiry::Duration Inquiry::trips(int count, Duration least, Duration most) const {
  return std::clamp(round_trip_.value_or(most) * count, least, most);
}

Inquiry::Duration Inquiry::head_start(const Try& tried) const {
  if (tried.likely && !tried.tls && greeting_port_ && connections_ == 1) return start_of_greeter;
  const auto far = trips(4, start_of_guess, longest_start);
  return tried.likely && connections_ == 1 ? std::max(far, start_of_likely) : far;
}

bool Inquiry::may_open(Time now) const {
  const Line* latest = nullptr;
  for (const auto& line : lines_) {
    if (!line.open) continue;
    const auto quiet = awaits_greeter(line) ? start_of_greeter : undisturbed;
    if (line.tried.more || (line.seen.first_heard && now < *first_word_ + quiet)) return false;
    latest = &line;
  }
  if (latest == nullptr) return now >= not_before_;
  return !one_at_a_time_ && latest->seen.connected && now >= *latest->seen.connected + head_start(latest->tried);
}

const Try* Inquiry::next(Time now) const {
  if (cut_ || all_tried() || (known() && !queue_.front().more) || !may_open(now)) return nullptr;
  return &queue_.front();
}

milliseconds Inquiry::hold() const { return open_ == 0 ? milliseconds{0} : trips(2, hold_beside_others, longest_hold); }

std::size_t Inquiry::opened(Time now) {
  lines_.push_back({std::move(queue_.front()), now});
  queue_.erase(queue_.begin());
  ++connections_;
  ++open_;
  drop_useless();
  return lines_.size() - 1;
}

/// TLS is there, or is not to be tried on a server that speaks in clear, or a greeting was waited for already.
bool Inquiry::useless(const Try& tried) const {
  if (tried.more) return false;
  if (!tried.tls && (tls_heard_ || tls_works_)) return true;
  if (tried.tls && spoke_ && !tls_heard_ && !tls_works_) return true;
  const bool listens = tried.name == "greeting" || tried.name == "banner";
  return listens && std::any_of(lines_.begin(), lines_.end(), [&](const Line& line) {
           return line.open && !line.seen.first_heard && !tried.tls && awaits_greeter(line);
         });
}

void Inquiry::drop_useless() {
  std::erase_if(queue_, [this](const Try& one) { return useless(one); });
}

void Inquiry::seen(std::size_t number, const Conversation::SoFar& so_far) {
  auto& line = lines_[number];
  if (so_far.connected && !line.seen.connected) {
    const auto took = std::chrono::ceil<milliseconds>(*so_far.connected - line.opened);
    round_trip_ = std::min(round_trip_.value_or(took), took);
    failures_ = 0;
  }
  line.seen = so_far;
  if (so_far.first_heard && !first_word_) first_word_ = so_far.first_heard;
  if (!so_far.secured || tls_works_ || known()) return;
  tls_works_ = true;
  queue_ = tries_in_tls(port_, patience_.most_connections - std::min(connections_, patience_.most_connections));
}

/// The line on which the port's usual greeting is awaited.
bool Inquiry::awaits_greeter(const Line& line) const { return greeting_port_ && line.tried.likely && !line.tried.tls; }

milliseconds Inquiry::patience_for(const Line& line) const {
  if (awaits_greeter(line)) return patience_.late_greeting;
  return (line.tried.name == "greeting" ? patience_.greeting : patience_.answer) + trips(4, milliseconds{0}, alone);
}

/// Once everything was tried, lines close as their time is over, in the order in which they were opened, and each of
/// those behind gets the turn that the one before may have held.
bool Inquiry::is_next_to_go(const Line& line, Time now) const {
  if (!all_tried() || now < *line.seen.connected + patience_for(line)) return false;
  if (awaits_greeter(line)) return true;
  const auto oldest =
      std::find_if(lines_.begin(), lines_.end(), [this](const Line& one) { return one.open && !awaits_greeter(one); });
  return &*oldest == &line && now >= last_end_ + trips(4, shortest_turn, longest_turn);
}

/// Of a line that has heard something. Postfix may show half of its greeting, and the rest after its delay.
Inquiry::Time Inquiry::end_of_talk(const Line& line) const {
  const bool greeter = awaits_greeter(line);
  const auto rest = line.seen.awaits_answer ? patience_.answer : greeter ? start_of_greeter : patience_.rest;
  return std::min(*line.seen.first_heard + (greeter ? patience_.late_greeting : patience_.talk),
                  *line.seen.last_heard + rest);
}

bool Inquiry::overdue(std::size_t number, Time now) const {
  const auto& line = lines_[number];
  if (cut_ || (known() && !line.tried.more)) return true;
  if (!line.tried.tls && !line.tried.more && (tls_heard_ || tls_works_)) return true;
  if (!line.seen.connected) return now >= line.opened + patience_.answer;
  if (line.seen.first_heard) return now >= end_of_talk(line);
  if (line.tried.more) return now >= *line.seen.connected + patience_.answer;
  if (line.tried.brief && now >= *line.seen.connected + head_start(line.tried)) return true;
  if (one_at_a_time_ && now >= *line.seen.connected + alone) return true;
  return is_next_to_go(line, now);
}

bool Inquiry::shown_the_door(const Line& line, const Attempt& attempt, Time now) const {
  if (open_ == 0 || line.tried.more) return false;
  if (!line.seen.connected) return true;  // its queue of guests is full
  return attempt.before_our_word && now < *line.seen.connected + door_is_quick;
}

/// No connection at all, and no other line of ours that explains it: once more a little later, and again when it was
/// refused at once, for some services start anew after each guest; then no more.
void Inquiry::not_connected(Line& line, Time now) {
  const unsigned calls = last_ending_ == Ending::timed_out ? 2 : 3;
  if (++failures_ >= calls) gave_up_ = true;
  not_before_ = now + before_next_call * failures_;
  queue_.insert(queue_.begin(), std::move(line.tried));
}

void Inquiry::ended(std::size_t number, Attempt attempt, Time now) {
  auto& line = lines_[number];
  line.open = false;
  --open_;
  last_end_ = now;
  if (line.tried.more) {
    if (attempt.identity)
      for (auto& [name, value] : attempt.identity->said)
        service_.said.try_emplace(line.tried.prefix + name, std::move(value));
    return;
  }
  if (known() || cut_) return;
  if (shown_the_door(line, attempt, now) && !one_at_a_time_) {
    one_at_a_time_ = true;
    queue_.insert(queue_.begin(), std::move(line.tried));
    return;
  }
  if (!line.seen.connected) {
    last_ending_ = attempt.ending;
    if (!useless(line.tried)) not_connected(line, now);
    return;
  }
  if (lost_once(line, attempt)) {
    line.tried.again = true;
    queue_.insert(queue_.begin(), line.tried);
    return;
  }
  consider(attempt, line.tried);
  drop_useless();
}

/// The likeliest try deserves a second one when its connection was cut without a word.
bool Inquiry::lost_once(const Line& line, const Attempt& attempt) const {
  return line.tried.likely && !line.tried.again && !attempt.identity && attempt.heard.empty() &&
         attempt.ending == Ending::reset;
}

void Inquiry::learn(Identity identity, bool tls) {
  service_.protocol = std::move(identity.protocol);
  service_.tls = tls;
  for (auto& [name, value] : identity.said) service_.said[name] = std::move(value);
  service_.identified = {net::Outcome::present, {}};
  queue_ = more_tries(service_, inventory_);
}

void Inquiry::consider(Attempt& attempt, const Try& tried) {
  if (attempt.identity) {
    if (!attempt.identity->said.contains("wants_tls") || tried.tls)
      return learn(std::move(*attempt.identity), tried.tls);
    tls_heard_ = true;
    return;
  }
  last_ending_ = attempt.ending;
  if (attempt.heard.empty()) return;
  spoke_ = true;
  if (!tried.tls && looks_like_tls(attempt.heard)) {
    tls_heard_ = true;
    return;
  }
  recognise_greeting(attempt.heard, tried.tls);
  if (!known() && first_heard_.empty()) first_heard_ = std::move(attempt.heard);
}

/// Who spoke first on a port that is not its own is known by its words, and then asked as on its own.
void Inquiry::recognise_greeting(net::Bytes heard, bool tls) {
  const auto not_held = [&](std::string_view name) {
    return std::none_of(lines_.begin(), lines_.end(), [&](const Line& line) { return line.tried.name == name; });
  };
  if (auto found = recognise(heard)) {
    learn(std::move(found->identity), tls);
    const bool asks_more = !tls && found->by != service_.protocol && find_dialogue(service_.protocol) != nullptr;
    if (asks_more && not_held(service_.protocol))
      queue_.push_back({.name = service_.protocol,
                        .make = [name = service_.protocol] { return make_dialogue(name); },
                        .tls = tls,
                        .more = true});
    return;
  }
  const auto* const info = who_would_answer(heard);
  if (info != nullptr && not_held(info->name))
    queue_.insert(queue_.begin(), {.name = std::string(info->name), .make = info->make, .tls = tls, .likely = true});
}

bool Inquiry::over() const {
  if (open_ != 0) return false;
  return cut_ || all_tried();
}

void Inquiry::say_why_unknown() {
  service_.tls = tls_works_ || tls_heard_;
  if (cut_) {
    service_.identified = {net::Outcome::unknown, "cut-short"};
  } else if (service_.tls) {
    service_.identified = {net::Outcome::unknown, tls_works_ ? "silent-in-tls" : "tls-handshake"};
  } else if (!first_heard_.empty()) {
    service_.identified = {net::Outcome::absent, "not-understood"};
    std::string hex;
    for (std::size_t i = 0; i < std::min<std::size_t>(first_heard_.size(), 32); ++i)
      hex += fmt::format("{:02x}", first_heard_[i]);
    service_.said["first_bytes"] = hex;
  } else {
    service_.identified = {net::Outcome::unknown,
                           last_ending_ == Ending::complete ? "silent" : net::ending_name(last_ending_)};
  }
}

Service Inquiry::conclude() {
  if (!known()) {
    say_why_unknown();
    return std::move(service_);
  }
  if (auto product = product_of({service_.protocol, service_.said}); !product.name.empty() || !product.vendor.empty()) {
    product.source = "dialogue";
    service_.products.push_back(std::move(product));
  }
  return std::move(service_);
}

}  // namespace hygie::exposure
