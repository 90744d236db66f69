// SPDX-License-Identifier: EUPL-1.2
#include "net/ssh/talk.hpp"

#include "net/ssh/exchange.hpp"

#include <algorithm>
#include <array>

namespace hygie::net::ssh {
namespace {

// Cheapest for the server first.
constexpr std::array<std::string_view, 13> exchanges{"curve25519-sha256",
                                                     "curve25519-sha256@libssh.org",
                                                     "ecdh-sha2-nistp256",
                                                     "ecdh-sha2-nistp384",
                                                     "ecdh-sha2-nistp521",
                                                     "diffie-hellman-group14-sha256",
                                                     "diffie-hellman-group14-sha1",
                                                     "diffie-hellman-group15-sha512",
                                                     "diffie-hellman-group16-sha512",
                                                     "diffie-hellman-group17-sha512",
                                                     "diffie-hellman-group18-sha512",
                                                     "diffie-hellman-group1-sha1",
                                                     "diffie-hellman-group1-sha256"};
constexpr std::string_view group_exchange = "diffie-hellman-group-exchange-sha";

bool holds(const std::vector<std::string>& names, std::string_view one) {
  return std::find(names.begin(), names.end(), one) != names.end();
}

std::string exchange_for(const Lists& lists) {
  for (const auto one : exchanges)
    if (holds(lists.exchanges, one)) return std::string(one);
  return {};
}

}  // namespace

bool can_exchange(std::string_view exchange) {
  return std::find(exchanges.begin(), exchanges.end(), exchange) != exchanges.end();
}

bool is_group_exchange(std::string_view exchange) { return exchange.starts_with(group_exchange); }

Talk::Talk(Question question) : question_(std::move(question)) {}
Talk::~Talk() = default;

Buffer Talk::opening() {
  const auto text = as_bytes("SSH-2.0-hygie\r\n");
  return {text.begin(), text.end()};
}

bool Talk::over(std::string why) {
  if (told_.ended.empty()) told_.ended = std::move(why);
  return false;
}

bool Talk::hear(Bytes heard, Buffer& answer) {
  heard_.insert(heard_.end(), heard.begin(), heard.end());
  if (!identified_) {
    const auto known = read_identification(as_text(heard_), told_.identification);
    if (known == Heard::no) return over("not-ssh");
    if (known == Heard::more) return true;
    identified_ = true;
    done_ = told_.identification.end;
    const auto protocol = told_.identification.protocol();
    if (protocol != "2.0" && protocol != "1.99") return over("version-" + protocol);
  }
  for (;;) {
    Packet packet;
    const auto read = read_packet(Bytes(heard_).subspan(done_), packet);
    if (read == Heard::no) return over("not-understood");
    if (read == Heard::more) return true;
    done_ += packet.size;
    if (!take(packet.payload, answer)) return false;
  }
}

bool Talk::take(Bytes payload, Buffer& answer) {
  NetworkCursor at(payload);
  switch (static_cast<Message>(at.u8())) {
    case Message::ignore:
    case Message::debug: return true;
    case Message::unimplemented: return over("unimplemented");
    case Message::disconnect: return over("disconnect-" + std::to_string(at.u32()));
    case Message::kexinit: return take_lists(payload, answer);
    case Message::kexdh_reply:
    case Message::gex_reply: return take_reply(payload, answer);
    default: return over("not-understood");
  }
}

bool Talk::take_lists(Bytes payload, Buffer& answer) {
  if (told_.lists) return over("not-understood");
  told_.lists = read_lists(payload);
  if (!told_.lists) return over("not-understood");
  if (!question_.key && !question_.group) return over({});
  told_.exchange = question_.group ? question_.group_exchange : exchange_for(*told_.lists);
  auto host_key = question_.host_key;
  if (host_key.empty() && !told_.lists->host_keys.empty()) host_key = told_.lists->host_keys.front();
  if (told_.exchange.empty() || !holds(told_.lists->exchanges, told_.exchange) ||
      !holds(told_.lists->host_keys, host_key))
    return over("no-common-exchange");
  const auto send = [&](Bytes message) {
    const auto bytes = packet(message);
    answer.insert(answer.end(), bytes.begin(), bytes.end());
  };
  send(kexinit(told_.exchange, host_key, *told_.lists));
  if (!question_.group) {
    send(exchange_opening(told_.exchange));
    return true;
  }
  NetworkWriter request;
  request.u8(static_cast<unsigned>(Message::gex_request));
  request.u32(question_.group->least).u32(question_.group->wanted).u32(question_.group->most);
  send(request.out());
  group_asked_ = true;
  return true;
}

bool Talk::take_group(NetworkCursor& at, Buffer& answer) {
  group_asked_ = false;
  const auto prime = at.counted(4), generator = at.counted(4);
  if (!at.ok()) return over("not-understood");
  told_.group_bits = mpint_bits(prime);
  if (!question_.key) return over({});
  const auto opening = group_opening(prime, generator);
  if (opening.empty()) return over("group-of-no-use");
  const auto bytes = packet(opening);
  answer.insert(answer.end(), bytes.begin(), bytes.end());
  return true;
}

bool Talk::take_reply(Bytes payload, Buffer& answer) {
  if (!told_.lists) return over("not-understood");
  NetworkCursor at(payload);
  const auto kind = static_cast<Message>(at.u8());
  if (group_asked_ && kind == Message::kexdh_reply) return take_group(at, answer);
  const auto blob = at.counted(4);
  if (!at.ok()) return over("not-understood");
  told_.key = read_key_blob(blob);
  return over(told_.key ? "" : "not-understood");
}

}  // namespace hygie::net::ssh
