// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/support/text.hpp"
#include "audits/exposure/dialogues/tunnels/tunnels.hpp"

#include <fmt/format.h>
#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::NetworkCursor;
using net::NetworkWriter;

enum Payload : std::uint8_t {
  none = 0,
  sa1 = 1,
  notify1 = 11,
  vendor1 = 13,
  sa2 = 33,
  exchange2 = 34,
  nonce2 = 40,
  notify2 = 41,
  vendor2 = 43
};
constexpr std::uint8_t main_mode = 2, sa_init = 34;

/// The header (RFC 7296, 3.1; the same places in RFC 2408, 3.1), its length filled in.
template <class Write>
net::Buffer message(std::string_view cookie, std::uint8_t version, std::uint8_t exchange, std::uint8_t flags,
                    std::uint8_t first, Write write) {
  NetworkWriter body;
  write(body);
  NetworkWriter out;
  out.text(cookie).u32(0).u32(0).u8(first).u8(version).u8(exchange).u8(flags).u32(0);
  out.u32(static_cast<std::uint32_t>(28 + body.out().size())).bytes(body.out());
  return out.take();
}
/// A payload: the kind of the next one, then its length, itself included.
template <class Write>
void payload(NetworkWriter& out, std::uint8_t next, Write write) {
  NetworkWriter body;
  write(body);
  out.u8(next).u8(0).u16(static_cast<unsigned>(4 + body.out().size())).bytes(body.out());
}

struct Names {
  unsigned number;
  std::string_view name;
};
std::string named(std::span<const Names> table, unsigned number) {
  for (const auto& one : table)
    if (one.number == number) return std::string(one.name);
  return std::to_string(number);
}
constexpr std::array<Names, 8> groups{{{1, "modp768"},
                                       {2, "modp1024"},
                                       {5, "modp1536"},
                                       {14, "modp2048"},
                                       {15, "modp3072"},
                                       {16, "modp4096"},
                                       {19, "ecp256"},
                                       {31, "x25519"}}};
constexpr std::array<Names, 4> ciphers1{{{1, "des"}, {5, "3des"}, {7, "aes"}, {3, "blowfish"}}};
constexpr std::array<Names, 5> hashes1{{{1, "md5"}, {2, "sha1"}, {4, "sha256"}, {5, "sha384"}, {6, "sha512"}}};
constexpr std::array<Names, 3> proofs1{{{1, "psk"}, {3, "rsa signature"}, {65001, "xauth"}}};
constexpr std::array<Names, 5> ciphers2{
    {{3, "3des"}, {12, "aes-cbc"}, {19, "aes-gcm-12"}, {20, "aes-gcm-16"}, {2, "des"}}};
constexpr std::array<Names, 4> prfs2{{{1, "md5"}, {2, "sha1"}, {5, "sha256"}, {7, "sha512"}}};
constexpr std::array<Names, 5> integrities2{
    {{1, "md5-96"}, {2, "sha1-96"}, {12, "sha256-128"}, {13, "sha384-192"}, {14, "sha512-256"}}};
constexpr std::array<Names, 5> notices{{{14, "no proposal chosen"},
                                        {17, "other group wanted"},
                                        {7, "invalid syntax"},
                                        {16390, "cookie wanted"},
                                        {5, "version not supported"}}};

/// Calls `take(kind, body)` for each payload of an answer to us; false when it is none.
template <class Take>
bool walk(Bytes heard, std::string_view cookie, std::uint8_t version, Take take) {
  if (heard.size() < 28 || net::as_text(heard.first(8)) != cookie || heard[17] != version) return false;
  NetworkCursor at(heard.subspan(24));
  if (at.u32() != heard.size()) return false;
  for (auto kind = heard[16]; kind != none && at.ok();) {
    const auto next = at.u8();
    at.u8();
    const std::size_t size = at.u16();
    if (size < 4) return false;
    const auto body = at.take(size - 4);
    if (at.ok()) take(kind, body);
    kind = next;
  }
  return at.ok();
}

/// The attributes of the transform that was chosen (RFC 2408, 3.3; RFC 2409, appendix A).
std::string transform1(Bytes sa) {
  NetworkCursor at(sa);
  at.take(8 + 4);  // domain, situation, the proposal's payload header
  at.take(2);      // its number, its protocol
  const std::size_t spi = at.u8();
  at.u8();
  at.take(spi + 4 + 4);  // the transform's header, its number, its identifier
  std::string cipher, hash, proof, group, length;
  while (at.left() >= 4) {
    const auto type = at.u16();
    const auto value = at.u16();
    if ((type & 0x8000U) == 0) {
      at.take(value);
      continue;
    }
    switch (type & 0x7fffU) {
      case 1: cipher = named(ciphers1, value); break;
      case 2: hash = named(hashes1, value); break;
      case 3: proof = named(proofs1, value); break;
      case 4: group = named(groups, value); break;
      case 14: length = std::to_string(value); break;
      default: break;
    }
  }
  return at.ok() ? fmt::format("{}{} {} {} {}", cipher, length, hash, proof, group) : std::string();
}

std::string transforms2(Bytes sa) {
  NetworkCursor at(sa);
  at.take(6);
  const std::size_t spi = at.u8(), count = at.u8();
  at.take(spi);
  std::string all;
  for (std::size_t i = 0; i < count && at.ok(); ++i) {
    at.u16();
    const std::size_t size = at.u16();
    if (size < 8) break;
    NetworkCursor one(at.take(size - 4));
    const auto type = one.u8();
    one.u8();
    const auto number = one.u16();
    auto name = type == 1   ? named(ciphers2, number)
                : type == 2 ? named(prfs2, number)
                : type == 3 ? named(integrities2, number)
                            : named(groups, number);
    if (one.left() >= 4 && one.u16() == 0x800e) name += fmt::format("-{}", one.u16());
    append_to_list(all, name);
  }
  return all;
}

void transform(NetworkWriter& out, unsigned number, bool last, unsigned cipher, unsigned bits, unsigned hash,
               unsigned proof, unsigned group) {
  payload(out, last ? none : 3, [&](NetworkWriter& body) {
    body.u8(number).u8(1).u16(0);
    body.u16(0x8001).u16(cipher);
    if (bits != 0) body.u16(0x800e).u16(bits);
    body.u16(0x8002).u16(hash).u16(0x8003).u16(proof).u16(0x8004).u16(group).u16(0x800b).u16(1).u16(0x800c).u16(28800);
  });
}

}  // namespace

net::Buffer ike1_main_mode(std::string_view cookie) {
  struct Offer {
    unsigned cipher, bits, hash;
  };
  constexpr std::array<Offer, 4> offers{{{7, 256, 2}, {7, 128, 2}, {5, 0, 2}, {5, 0, 1}}};
  return message(cookie, 0x10, main_mode, 0, sa1, [&](NetworkWriter& out) {
    payload(out, none, [&](NetworkWriter& sa) {
      sa.u32(1).u32(1);
      payload(sa, none, [&](NetworkWriter& proposal) {
        proposal.u8(1).u8(1).u8(0).u8(offers.size() * 4);
        unsigned number = 0;
        for (const auto& offer : offers)
          for (const unsigned proof : {1U, 3U})
            for (const unsigned group : {14U, 2U}) {
              ++number;
              transform(proposal, number, number == offers.size() * 4, offer.cipher, offer.bits, offer.hash, proof,
                        group);
            }
      });
    });
  });
}

static Step read_ike1(Bytes heard, std::string_view cookie) {
  Identity service{"ike", {}};
  const bool ours = walk(heard, cookie, 0x10, [&](std::uint8_t kind, Bytes body) {
    if (kind == sa1) {
      service.said["ike1"] = "accepted";
      service.said["ike1_transform"] = transform1(body);
    }
    if (kind == vendor1) append_to_list(service.said["vendor_ids"], bounded(hexadecimal(body), 128));
    if (kind == notify1 && body.size() >= 8)
      service.said["ike1"] = named(notices, NetworkCursor(body.subspan(6)).u16());
  });
  return ours && service.said.contains("ike1") ? Step::knows(std::move(service)) : Step::refuses();
}

net::Buffer ike2_init(std::string_view cookie) {
  struct Transform {
    unsigned type, number, bits;
  };
  constexpr std::array<Transform, 9> offers{
      {{1, 12, 256}, {1, 12, 128}, {1, 3, 0}, {2, 5, 0}, {2, 2, 0}, {3, 12, 0}, {3, 2, 0}, {4, 14, 0}, {4, 2, 0}}};
  return message(cookie, 0x20, sa_init, 0x08, sa2, [&](NetworkWriter& out) {
    payload(out, exchange2, [&](NetworkWriter& sa) {
      payload(sa, none, [&](NetworkWriter& proposal) {
        proposal.u8(1).u8(1).u8(0).u8(offers.size());
        for (std::size_t i = 0; i < offers.size(); ++i)
          payload(proposal, i + 1 == offers.size() ? none : 3, [&](NetworkWriter& one) {
            one.u8(offers.at(i).type).u8(0).u16(offers.at(i).number);
            if (offers.at(i).bits != 0) one.u16(0x800e).u16(offers.at(i).bits);
          });
      });
    });
    // a public value of nobody's secret: no key is ever agreed
    payload(out, nonce2, [](NetworkWriter& exchange) {
      exchange.u16(14).u16(0);
      for (unsigned i = 0; i < 256; ++i) exchange.u8(i * 7 % 251 + 1);
    });
    payload(out, none, [](NetworkWriter& nonce) {
      for (unsigned i = 0; i < 32; ++i) nonce.u8(i * 5 + 3);
    });
  });
}

static Step read_ike2(Bytes heard, std::string_view cookie) {
  Identity service{"ike", {}};
  const bool ours = walk(heard, cookie, 0x20, [&](std::uint8_t kind, Bytes body) {
    if (kind == sa2) {
      service.said["ike2"] = "accepted";
      service.said["ike2_transform"] = transforms2(body);
    }
    if (kind == vendor2) append_to_list(service.said["vendor_ids"], bounded(hexadecimal(body), 128));
    if (kind == notify2 && body.size() >= 4) {
      const auto type = NetworkCursor(body.subspan(2)).u16();
      // below 16384 an error; above, what is said beside an agreement
      if (type < 16384 || type == 16390) service.said["ike2"] = named(notices, type);
    }
  });
  return ours && service.said.contains("ike2") ? Step::knows(std::move(service)) : Step::refuses();
}

namespace {

/// One message and its answer. A gateway takes the same cookie twice for a repetition, and stays silent.
template <auto Ask, auto Read>
class Ike final : public Dialogue {
 public:
  void vary(std::uint64_t seed) override {
    for (auto& c : cookie_) {
      c = static_cast<char>(seed & 0xffU);
      seed >>= 8U;
    }
  }
  net::Buffer opening() override { return Ask(cookie_); }
  Step hear(Bytes heard) override { return Read(heard, cookie_); }

 private:
  std::string cookie_ = "hygie-ex";
};

}  // namespace

std::unique_ptr<Dialogue> make_ike1() { return std::make_unique<Ike<ike1_main_mode, read_ike1>>(); }
std::unique_ptr<Dialogue> make_ike2() { return std::make_unique<Ike<ike2_init, read_ike2>>(); }

}  // namespace hygie::exposure
