// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/flaws.hpp"

#include "net/tls/look.hpp"

#include <fmt/format.h>
#include <array>

namespace hygie::net::tls {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds for_an_answer{5000};
// How long the first ChangeCipherSpec may stay without an answer before the second is sent. It decides nothing alone.
constexpr milliseconds for_a_refusal{2000};
constexpr std::uint8_t unexpected_message = 10, bad_record_mac = 20, decryption_failed = 21;

Observation not_run(const TlsFacts& facts) {
  const auto* const newest = facts.find(tls13);
  return {Outcome::not_run, newest != nullptr && newest->offered.present() ? "only-tls13" : "no-suite"};
}

Observation seen_as(const SeenRecord* alert, Ending ending) {
  if (alert != nullptr) return {Outcome::unknown, fmt::format("alert-{}", *alert->alert)};
  return {Outcome::unknown, ending == Ending::complete ? "record" : ending_name(ending)};
}

bool hung_up(const Observation& seen) {
  return seen.reason == ending_name(Ending::closed) || seen.reason == ending_name(Ending::reset);
}

Observation heartbleed(Dialogue& dialogue, const VersionFacts& version) {
  auto spec = dialogue.hello(version.version, one_hello(version.suites));
  spec.heartbeat = true;
  WaitingServer server;
  std::string why;
  if (!server.reach(dialogue, spec, why)) return {Outcome::unknown, why};
  // A request that claims 4,096 bytes and has none: RFC 6520 has it dropped in silence. Shorter claims would wait in
  // the server's write buffer. The Finished out of place behind it must draw an alert from every server, so that a
  // sound one is known by its bytes.
  constexpr std::array<std::uint8_t, 3> claim{1, 0x10, 0x00};
  constexpr std::array<std::uint8_t, 4> out_of_place{20, 0, 0, 0};
  auto bytes = write_record(heartbeat_record, server.version(), claim);
  const auto second = write_record(handshake_record, server.version(), out_of_place);
  bytes.insert(bytes.end(), second.begin(), second.end());
  if (const auto sent = server.send(bytes); sent != Ending::complete) return {Outcome::unknown, ending_name(sent)};
  const auto answered = [](const SeenRecord& record) { return record.type == heartbeat_record && record.length > 3; };
  bool spilled = false;
  const SeenRecord* alert = nullptr;
  const auto ended = server.watch(for_an_answer, [&](const std::vector<SeenRecord>& seen) {
    spilled = std::any_of(seen.begin(), seen.end(), answered);
    alert = fatal_alert(seen);
    return spilled || alert != nullptr;
  });
  if (spilled) return {Outcome::present, "answered"};
  if (alert != nullptr) return {Outcome::absent, fmt::format("alert-{}", *alert->alert)};
  return seen_as(nullptr, ended);
}

Observation ccs_injection(Dialogue& dialogue, const VersionFacts& version) {
  WaitingServer server;
  std::string why;
  if (!server.reach(dialogue, dialogue.hello(version.version, one_hello(version.suites)), why))
    return {Outcome::unknown, why};
  constexpr std::array<std::uint8_t, 1> body{1};
  const auto change = write_record(change_cipher_spec_record, server.version(), body);
  const SeenRecord* alert = nullptr;
  const auto refused = [&](const std::vector<SeenRecord>& seen) { return (alert = fatal_alert(seen)) != nullptr; };
  if (const auto sent = server.send(change); sent != Ending::complete) return {Outcome::unknown, ending_name(sent)};
  auto ended = server.watch(for_a_refusal, refused);
  // Whatever the alert, the server did not take it: what others read as acceptance is a refusal in another word.
  if (alert != nullptr) return {Outcome::absent, fmt::format("alert-{}", *alert->alert)};
  if (ended != Ending::timed_out) return seen_as(nullptr, ended);
  // It was silent. One that took the first now decrypts, and says that it cannot.
  if (const auto sent = server.send(change); sent != Ending::complete) return {Outcome::unknown, ending_name(sent)};
  ended = server.watch(for_an_answer, refused);
  if (alert == nullptr) return seen_as(nullptr, ended);
  if (*alert->alert == bad_record_mac || *alert->alert == decryption_failed) return {Outcome::present, "decrypts"};
  if (*alert->alert == unexpected_message) return {Outcome::absent, "alert-10"};
  return seen_as(alert, ended);
}

/// Does the session id that comes back begin with our one byte and go on? Nothing when it could not be seen.
std::optional<bool> goes_on(Dialogue& dialogue, HelloSpec spec, std::uint8_t mark, std::string& why) {
  spec.session_id = {mark};
  const auto answer = dialogue.ask(spec);
  why = answer.reason;
  if (answer.kind != Answer::Kind::accepted) return std::nullopt;
  const auto& id = answer.flight.hello->session_id;
  return id.size() > 1 && id.front() == mark;
}

}  // namespace

bool WaitingServer::reach(Dialogue& dialogue, const HelloSpec& spec, std::string& why) {
  const auto hello = write_client_hello(spec);
  why = "hello";
  if (!hello) return false;
  channel_ = dialogue.connect(why);
  if (!channel_) return false;
  auto ended = channel_->send(*hello);
  while (ended == Ending::complete && !reader_.over()) {
    Buffer piece;
    ended = channel_->receive(piece);
    reader_.feed(piece);
  }
  if (flight().hello && flight().done) return true;
  if (ended == Ending::timed_out) dialogue.lose_time();
  why = ended == Ending::complete ? "no-answer" : ending_name(ended);
  if (flight().alert) why = fmt::format("alert-{}", flight().alert->description);
  return false;
}

const SeenRecord* fatal_alert(const std::vector<SeenRecord>& seen) {
  const auto found =
      std::find_if(seen.begin(), seen.end(), [](const SeenRecord& record) { return record.alert && record.fatal; });
  return found == seen.end() ? nullptr : &*found;
}

void look_at_heartbleed(Dialogue& dialogue, TlsFacts& facts) {
  // who does not speak heartbeat cannot be made to
  facts.heartbleed = facts.heartbeat;
  const auto* const version = newest_below13(facts);
  if (facts.heartbeat.present() && version != nullptr) facts.heartbleed = heartbleed(dialogue, *version);
}

void look_at_ccs_injection(Dialogue& dialogue, TlsFacts& facts) {
  const auto* const version = newest_below13(facts);
  facts.ccs_injection = version == nullptr ? not_run(facts) : ccs_injection(dialogue, *version);
  if (version == nullptr || !hung_up(facts.ccs_injection)) return;
  // one that takes it stays on the line: hanging up twice is how some refuse
  facts.ccs_injection = ccs_injection(dialogue, *version);
  if (hung_up(facts.ccs_injection)) facts.ccs_injection = {Outcome::absent, "closed"};
}

void look_at_ticketbleed(Dialogue& dialogue, const Buffer& ticket, TlsFacts& facts) {
  const auto* const version = newest_below13(facts);
  if (version == nullptr) {
    facts.ticketbleed = not_run(facts);
    return;
  }
  if (ticket.empty()) return;  // said by who looked for one
  auto spec = dialogue.hello(version->version, one_hello(version->suites));
  spec.ticket = ticket;
  // A new id of 32 bytes begins with our byte one time in 256: two different bytes tell it from an echo.
  std::string why;
  for (const std::uint8_t mark : {std::uint8_t{0x5a}, std::uint8_t{0xa7}}) {
    const auto longer = goes_on(dialogue, spec, mark, why);
    if (!longer || !*longer) {
      facts.ticketbleed = longer ? Observation{Outcome::absent, "echoed"} : Observation{Outcome::unknown, why};
      return;
    }
  }
  facts.ticketbleed = {Outcome::present, "longer"};
}

}  // namespace hygie::net::tls
