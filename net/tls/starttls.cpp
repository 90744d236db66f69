// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/starttls.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <utility>

namespace hygie::net::tls {
namespace {

constexpr std::size_t most_talk = 64U * 1024U;  // nobody says more before TLS starts

/// The server's side of a talk in lines or packets: what was received and not yet used.
class Talk {
 public:
  explicit Talk(Channel& channel) : channel_(channel) {}

  /// The next line, without its end; nothing when the talk broke off.
  bool line(std::string& into) {
    while (true) {
      const auto end = std::find(pending_.begin(), pending_.end(), std::uint8_t{'\n'});
      if (end != pending_.end()) {
        into.assign(pending_.begin(), end);
        if (into.ends_with('\r')) into.pop_back();
        pending_.erase(pending_.begin(), end + 1);
        return true;
      }
      if (!more()) return false;
    }
  }
  bool exactly(std::size_t count, Buffer& into) {
    while (pending_.size() < count)
      if (!more()) return false;
    into.assign(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(count));
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(count));
    return true;
  }
  /// Reads until one of the words is there, and says which; nothing when the talk broke off.
  template <std::size_t N>
  std::size_t until_word(const std::array<std::string_view, N>& words) {
    while (true) {
      for (std::size_t i = 0; i < N; ++i)
        if (as_text(pending_).find(words[i]) != std::string_view::npos) return i;
      if (!more()) return N;
    }
  }
  bool say(Bytes bytes) {
    ending_ = channel_.send(bytes);
    return ending_ == Ending::complete;
  }
  bool say(std::string_view text) { return say(as_bytes(text)); }
  [[nodiscard]] Preparation broken() const { return {ending_, false}; }

 private:
  bool more() {
    ending_ = pending_.size() > most_talk ? Ending::closed : channel_.receive(pending_);
    return ending_ == Ending::complete;
  }

  Channel& channel_;
  Buffer pending_;
  Ending ending_ = Ending::complete;
};

constexpr Preparation ready{Ending::complete, false}, refused{Ending::complete, true};

/// "250-SIZE", "250 OK": reads to the last line of an answer, which has no dash after its number.
bool numbered_answer(Talk& talk, std::string& last) {
  do {
    if (!talk.line(last)) return false;
  } while (last.size() > 3 && last[3] == '-');
  return true;
}

Preparation numbered(Talk& talk, const char* greeting, std::string_view command, std::string_view agreed) {
  std::string answer;
  if (!numbered_answer(talk, answer)) return talk.broken();
  if (!answer.starts_with('2')) return refused;
  if (*greeting != '\0' && (!talk.say(greeting) || !numbered_answer(talk, answer))) return talk.broken();
  if (!talk.say(command) || !numbered_answer(talk, answer)) return talk.broken();
  return answer.starts_with(agreed) ? ready : refused;
}

Preparation imap(Talk& talk) {
  std::string answer;
  if (!talk.line(answer)) return talk.broken();
  if (!answer.starts_with("* OK")) return refused;
  if (!talk.say("h1 STARTTLS\r\n")) return talk.broken();
  do {
    if (!talk.line(answer)) return talk.broken();
  } while (answer.starts_with("* "));
  return answer.starts_with("h1 OK") ? ready : refused;
}

Preparation pop3(Talk& talk) {
  std::string answer;
  if (!talk.line(answer)) return talk.broken();
  if (!answer.starts_with("+OK")) return refused;
  if (!talk.say("STLS\r\n") || !talk.line(answer)) return talk.broken();
  return answer.starts_with("+OK") ? ready : refused;
}

/// The extended request of RFC 4511, 4.14, whole; of the answer, its resultCode.
Preparation ldap(Talk& talk) {
  constexpr std::string_view oid = "1.3.6.1.4.1.1466.20037";
  NetworkWriter request;
  request.u8(0x30).counted(1, [&](NetworkWriter& message) {
    message.u8(0x02).u8(1).u8(1);  // messageID 1
    message.u8(0x77).counted(1, [&](NetworkWriter& extended) {
      extended.u8(0x80).counted(1, [&](NetworkWriter& name) { name.text(oid); });
    });
  });
  if (!talk.say(request.out())) return talk.broken();
  Buffer head;
  Buffer body;
  if (!talk.exactly(2, head)) return talk.broken();
  std::size_t length = head[1];
  if (head[0] != 0x30) return refused;
  if ((length & 0x80U) != 0) {  // the long form: how many bytes of length follow
    const std::size_t width = length & 0x7fU;
    if (width == 0 || width > 4) return refused;
    if (!talk.exactly(width, head)) return talk.broken();
    length = 0;
    for (const auto byte : head) length = length << 8U | byte;
  }
  if (length > most_talk) return refused;
  if (!talk.exactly(length, body)) return talk.broken();
  constexpr std::array<std::uint8_t, 4> success{0x0a, 0x01, 0x00, 0x04};  // ENUMERATED 0, then matchedDN
  const bool agreed = std::search(body.begin(), body.end(), success.begin(), success.end()) != body.end();
  return agreed ? ready : refused;
}

Preparation postgres(Talk& talk) {
  NetworkWriter request;
  request.u32(8).u32(80877103);  // SSLRequest
  Buffer answer;
  if (!talk.say(request.out()) || !talk.exactly(1, answer)) return talk.broken();
  return answer[0] == 'S' ? ready : refused;
}

/// The server speaks first: protocol 10, its version ended by a zero, then the low half of what it can.
Preparation mysql(Talk& talk) {
  Buffer head;
  Buffer greeting;
  if (!talk.exactly(4, head)) return talk.broken();
  const std::size_t length =
      head[0] | static_cast<std::size_t>(head[1]) << 8U | static_cast<std::size_t>(head[2]) << 16U;
  if (length == 0 || length > most_talk) return refused;
  if (!talk.exactly(length, greeting)) return talk.broken();
  const auto zero = std::find(greeting.begin() + 1, greeting.end(), std::uint8_t{0});
  NetworkCursor cursor(Bytes(greeting).subspan(static_cast<std::size_t>(zero - greeting.begin())));
  cursor.take(1 + 4 + 8 + 1 + 1);  // the zero, the thread, half of the challenge, a filler, capabilities 0 to 7
  const auto high = cursor.u8();
  constexpr unsigned ssl = 0x08;  // bit 11 of the capabilities, which come low byte first
  if (greeting[0] != 10 || !cursor.ok() || (high & ssl) == 0) return refused;
  // SSLRequest: 32 bytes, packet 1; protocol 4.1, secure connection and SSL, packets up to 16 MiB, utf8
  Buffer request{32, 0, 0, 1, 0x00, 0x8a, 0x00, 0x00, 0, 0, 0, 1, 33};
  request.resize(4 + 32);
  return talk.say(request) ? ready : talk.broken();
}

std::string attribute(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (c != '\'' && c != '<' && c != '&') kept += c;
  return kept;
}

/// RFC 6120, 5.4; `kind`: "client" or "server", whose streams differ by their name space.
Preparation xmpp(Talk& talk, std::string_view kind, std::string_view name) {
  const auto stream = fmt::format(
      "<?xml version='1.0'?><stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:{}' "
      "to='{}' version='1.0'>",
      kind, attribute(name));
  if (!talk.say(stream)) return talk.broken();
  // a server that does not know the name opens no stream for it, which says nothing of TLS
  constexpr std::array<std::string_view, 5> features{"<stream:error", "<starttls", "</stream:features>",
                                                     "<stream:features/>", "</stream:stream>"};
  const auto seen = talk.until_word(features);
  if (seen == 0) return {Ending::closed, false};
  if (seen != 1) return seen == features.size() ? talk.broken() : refused;
  if (!talk.say("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")) return talk.broken();
  constexpr std::array<std::string_view, 3> answers{"<proceed", "<failure", "</stream:stream>"};
  const auto answer = talk.until_word(answers);
  if (answer == 0) return ready;
  return answer == answers.size() ? talk.broken() : refused;
}

/// X.224 connection request in a TPKT, asking for TLS (MS-RDPBCGR 2.2.1.1); the confirm names what was chosen.
Preparation rdp(Talk& talk) {
  constexpr std::array<std::uint8_t, 19> request{3, 0, 0, 19, 14, 0xe0, 0, 0, 0, 0, 0x00, 1, 0, 8, 0, 1, 0, 0, 0};
  constexpr std::size_t shortest = 11;
  constexpr std::uint8_t confirm = 0xd0, negotiated = 2, chosen_tls = 1;
  Buffer head;
  Buffer body;
  if (!talk.say(request) || !talk.exactly(4, head)) return talk.broken();
  const std::size_t length = static_cast<std::size_t>(head[2]) << 8U | head[3];
  if (head[0] != 3 || length < shortest || length > most_talk) return refused;
  if (!talk.exactly(length - head.size(), body)) return talk.broken();
  // its seven bytes, then the answer on the security asked for: its kind, flags, length, and what was chosen
  NetworkCursor cursor(body);
  cursor.u8();
  const bool confirmed = cursor.u8() == confirm;
  cursor.take(5);
  const auto kind = cursor.u8();
  cursor.take(3);
  return confirmed && kind == negotiated && cursor.u8() == chosen_tls ? ready : refused;
}

}  // namespace

Preparation start_tls(Channel& channel, Starttls protocol, std::string_view name) {
  Talk talk(channel);
  switch (protocol) {
    case Starttls::none: return ready;
    case Starttls::smtp: return numbered(talk, "EHLO hygie.invalid\r\n", "STARTTLS\r\n", "220");
    case Starttls::ftp: return numbered(talk, "", "AUTH TLS\r\n", "234");
    case Starttls::imap: return imap(talk);
    case Starttls::pop3: return pop3(talk);
    case Starttls::ldap: return ldap(talk);
    case Starttls::postgres: return postgres(talk);
    case Starttls::mysql: return mysql(talk);
    case Starttls::xmpp: return xmpp(talk, "client", name);
    case Starttls::xmpp_server: return xmpp(talk, "server", name);
    case Starttls::rdp: return rdp(talk);
  }
  return refused;
}

}  // namespace hygie::net::tls
