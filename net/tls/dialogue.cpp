// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/dialogue.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <algorithm>
#include <charconv>
#include <memory>
#include <thread>
#include <utility>

namespace hygie::net::tls {
namespace {

constexpr std::uint8_t unrecognized_name = 112;
constexpr std::uint16_t x25519 = 0x001d;

/// Alerts that answer the question asked: unexpected message, handshake failure, illegal parameter, decoding error,
/// protocol version, insufficient security, inappropriate fallback, missing and unsupported extension, unknown name,
/// unknown pre-shared key, no application protocol. Others (80, internal error) tell of the server's trouble only.
bool refuses(const Alert& alert) {
  constexpr std::uint8_t refusals[] = {10, 40, 47, 50, 70, 71, 86, 109, 110, 112, 115, 120};
  return std::find(std::begin(refusals), std::end(refusals), alert.description) != std::end(refusals);
}

Buffer new_public_key() {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"),
                                                                &EVP_PKEY_free);
  Buffer bytes(32);
  std::size_t size = bytes.size();
  if (!key || EVP_PKEY_get_raw_public_key(key.get(), bytes.data(), &size) != 1 || size != bytes.size()) return {};
  return bytes;
}

/// The name to ask for: RFC 6066 wants no numeric address there.
std::string name_to_ask(const PinnedAddress& pinned, const Options& options) {
  if (!options.server_name.empty()) return options.server_name;
  return parse_network(pinned.host) ? std::string() : pinned.host;
}

Answer lost(std::string reason) { return {Answer::Kind::lost, std::move(reason), {}}; }
Answer refused(std::string reason) { return {Answer::Kind::refused, std::move(reason), {}}; }

Answer of_alert(const Alert& alert) {
  auto word = fmt::format("alert-{}", alert.description);
  return refuses(alert) ? refused(std::move(word)) : lost(std::move(word));
}

Answer of_hello(const ServerHello& hello, const HelloSpec& spec) {
  if (hello.version < spec.version) return refused(fmt::format("version-{:04x}", hello.version));
  if (hello.version > spec.version) return lost("version-not-offered");
  const bool offered = std::find(spec.suites.begin(), spec.suites.end(), hello.suite) != spec.suites.end();
  return offered ? Answer{Answer::Kind::accepted, {}, {}} : lost("suite-not-offered");
}

Answer classify(const Flight& flight, const HelloSpec& spec, Ending ending) {
  if (flight.hello) return of_hello(*flight.hello, spec);
  if (!flight.broken.empty()) return lost(flight.broken);
  if (flight.alert) return of_alert(*flight.alert);
  const bool gone = ending == Ending::closed || ending == Ending::reset;
  if (gone && flight.warning && refuses(*flight.warning)) return of_alert(*flight.warning);
  return lost(ending_name(ending));
}

/// Worth a second try: the connection failed, or the server had trouble; not that what it said was not understood.
bool was_lost(const Answer& answer, Ending ending) {
  if (answer.kind != Answer::Kind::lost || ending == Ending::cancelled || ending == Ending::deadline) return false;
  return answer.reason == ending_name(ending) || tells_of_trouble(answer.reason);
}

/// The server gave up on this hello, by an alert or by closing.
bool gave_up(const Answer& answer) {
  return tells_of_trouble(answer.reason) || answer.reason == ending_name(Ending::closed) ||
         answer.reason == ending_name(Ending::reset);
}

bool was_closed(Ending ending) { return ending == Ending::closed || ending == Ending::reset; }

}  // namespace

bool tells_of_trouble(std::string_view reason) {
  constexpr std::string_view alert = "alert-";
  if (!reason.starts_with(alert)) return false;
  reason.remove_prefix(alert.size());
  Alert one;
  std::from_chars(reason.data(), reason.data() + reason.size(), one.description);
  return !refuses(one);
}

Observation observed(const Answer& answer) {
  switch (answer.kind) {
    case Answer::Kind::accepted: return {Outcome::present, {}};
    case Answer::Kind::refused: return {Outcome::absent, answer.reason};
    case Answer::Kind::lost: break;
  }
  return {Outcome::unknown, answer.reason};
}

Dialogue::Dialogue(const PinnedAddress& pinned, const Options& options, core::Deadline deadline)
    : pinned_(pinned),
      options_(options),
      deadline_(deadline),
      server_name_(name_to_ask(pinned, options)),
      key_(new_public_key()) {
  // the values are no secrets: nothing is ever encrypted with what is agreed here
  ::RAND_bytes(random_.data(), static_cast<int>(random_.size()));
  ::RAND_bytes(session_id_.data(), static_cast<int>(session_id_.size()));
}

HelloSpec Dialogue::hello(std::uint16_t version, std::vector<std::uint16_t> suites) const {
  HelloSpec spec;
  spec.version = version;
  spec.random = random_;
  spec.suites = std::move(suites);
  if (!name_refused_) spec.server_name = server_name_;
  const bool thirteen = version == tls13;
  for (const auto& group : all_groups())
    if (thirteen ? group.in13 : group.before13) spec.groups.push_back(group.id);
  if (version >= tls12) spec.signature_algorithms = all_signature_algorithms();
  if (thirteen) {
    spec.session_id.assign(session_id_.begin(), session_id_.end());  // middleboxes want one, RFC 8446 D.4
    spec.key_shares = {{x25519, key_}};
  } else {
    spec.extended_master_secret = true;
  }
  return spec;
}

bool Dialogue::turn() const {
  if (options_.before_connection) return options_.before_connection();
  const auto left = deadline_.at - std::chrono::steady_clock::now();
  if (connections_ != 0 && left > options_.pause) std::this_thread::sleep_for(options_.pause);
  return true;
}

Dialogue::Exchange Dialogue::open(Channel& channel) {
  if (connections_ >= options_.most_connections) return {Ending::complete, false, "connection-cap"};
  if (too_slow()) return {Ending::complete, false, "too-slow"};
  if (!turn()) return {Ending::cancelled};
  ++connections_;
  if (const auto ended = channel.open(pinned_); ended != Ending::complete) return {ended};
  ever_connected_ = true;
  const auto prepared = start_tls(channel, options_.starttls, server_name_);
  if (prepared.refused && !starttls_agreed_) starttls_refused_ = true;
  if (prepared.refused) return {Ending::complete, true};
  if (prepared.ending == Ending::complete) starttls_agreed_ = true;
  return {prepared.ending};
}

std::unique_ptr<Channel> Dialogue::connect(std::string& why) {
  auto channel = std::make_unique<Channel>(deadline_, options_.hello_limit);
  const auto opened = open(*channel);
  if (opened.ending == Ending::timed_out) lose_time();
  if (opened.ending == Ending::complete && opened.not_asked == nullptr && !opened.starttls_refused) return channel;
  why = opened.not_asked != nullptr ? opened.not_asked
        : opened.starttls_refused   ? "starttls"
                                    : ending_name(opened.ending);
  return nullptr;
}

template <class Consume>
Dialogue::Exchange Dialogue::exchange(Bytes hello, Consume consume) {
  const auto done = carry(hello, consume);
  if (done.ending == Ending::timed_out) lose_time();
  return done;
}

template <class Consume>
Dialogue::Exchange Dialogue::carry(Bytes hello, Consume& consume) {
  Channel channel(deadline_, options_.hello_limit);
  const auto opened = open(channel);
  if (opened.ending != Ending::complete || opened.starttls_refused || opened.not_asked != nullptr) return opened;
  // a server may answer and close before it has read everything: what it said still counts
  const auto sent = channel.send(hello);
  if (sent != Ending::complete && !was_closed(sent)) return {sent};
  while (true) {
    Buffer piece;
    if (const auto ended = channel.receive(piece); ended != Ending::complete) return {ended};
    if (consume(Bytes(piece))) return {Ending::complete};
  }
}

Answer Dialogue::ask_once(const Buffer& bytes, const HelloSpec& spec, Until until, Ending& ending) {
  FlightReader reader;
  const auto done = exchange(bytes, [&](Bytes piece) {
    reader.feed(piece);
    return reader.over() || (until == Until::hello && reader.flight().hello);
  });
  ending = done.ending;
  if (done.not_asked != nullptr) return lost(done.not_asked);
  if (done.starttls_refused) return lost("starttls");
  auto answer = classify(reader.flight(), spec, ending);
  answer.flight = reader.flight();
  if (answer.kind == Answer::Kind::accepted) {
    last_taken_ = bytes;
    last_was_ssl2_ = false;
  }
  return answer;
}

/// Does the server still take what it took before? Then closing on another hello is its way to refuse.
bool Dialogue::still_answers() {
  if (last_taken_.empty()) return false;
  FlightReader reader;
  Buffer all;
  const bool two = last_was_ssl2_;
  exchange(last_taken_, [&](Bytes piece) {
    all.insert(all.end(), piece.begin(), piece.end());
    if (two) return parse_ssl2_hello(all).has_value() || !ssl2_record_size(all);
    reader.feed(piece);
    return reader.over() || reader.flight().hello.has_value();
  });
  return two ? parse_ssl2_hello(all).has_value() : reader.flight().hello.has_value();
}

/// Once more when the connection was lost or the server had trouble. A server that gives up twice on a hello, and takes
/// another between times, refuses it: closing is how some say no.
template <class Ask>
Answer Dialogue::twice(Ask ask) {
  Ending ending = Ending::complete;
  auto answer = ask(ending);
  if (!was_lost(answer, ending)) return answer;
  ++lost_;
  const bool gave_up_before = gave_up(answer);
  answer = ask(ending);
  if (!was_lost(answer, ending)) return answer;
  ++lost_;
  if (gave_up_before && gave_up(answer) && still_answers()) answer.kind = Answer::Kind::refused;
  return answer;
}

Answer Dialogue::ask(const HelloSpec& spec, Until until) {
  const auto bytes = write_client_hello(spec);
  if (!bytes) return lost("hello");
  auto answer = twice([&](Ending& ending) { return ask_once(*bytes, spec, until, ending); });
  if (answer.flight.alert && answer.flight.alert->description == unrecognized_name && !spec.server_name.empty()) {
    name_refused_ = true;
    auto nameless = spec;
    nameless.server_name.clear();
    return ask(nameless, until);
  }
  return answer;
}

Answer Dialogue::ask_for_name(const HelloSpec& spec) {
  const auto bytes = write_client_hello(spec);
  if (!bytes) return lost("hello");
  return twice([&](Ending& ending) { return ask_once(*bytes, spec, Until::done, ending); });
}

Answer Dialogue::ask_ssl2_once(const Buffer& bytes, Ssl2ServerHello& hello, Ending& ending) {
  Buffer all;
  FlightReader reader;
  const auto done = exchange(bytes, [&](Bytes piece) {
    all.insert(all.end(), piece.begin(), piece.end());
    if (const auto size = ssl2_record_size(all)) return all.size() >= *size;
    if ((all.front() & 0x80U) != 0) return false;  // its length is not there yet
    reader.feed(piece);
    return reader.over() || reader.flight().hello.has_value();
  });
  ending = done.ending;
  if (done.not_asked != nullptr) return lost(done.not_asked);
  if (done.starttls_refused) return lost("starttls");
  if (auto read = parse_ssl2_hello(all)) {
    hello = std::move(*read);
    last_taken_ = bytes;
    last_was_ssl2_ = true;
    return {Answer::Kind::accepted, {}, {}};
  }
  if (reader.flight().alert) return of_alert(*reader.flight().alert);
  if (ending == Ending::complete) return refused("not-ssl2");  // something else than SSLv2 was said
  return lost(ending_name(ending));
}

Answer Dialogue::ask_ssl2(Ssl2ServerHello& hello) {
  std::array<std::uint8_t, 16> challenge{};
  std::copy_n(random_.begin(), challenge.size(), challenge.begin());
  const auto bytes = write_ssl2_hello(challenge);
  return twice([&](Ending& ending) { return ask_ssl2_once(bytes, hello, ending); });
}

}  // namespace hygie::net::tls
