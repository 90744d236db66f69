// SPDX-License-Identifier: EUPL-1.2
// ROBOT (Böck, Somorovsky, Young, 2017): does the server tell, by any difference, whether an RSA-encrypted secret was
// well padded? Five paddings are sent, nothing is ever decrypted with the answers.
#include "core/openssl.hpp"
#include "net/tls/flaws.hpp"
#include "net/tls/look.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <array>
#include <memory>

namespace hygie::net::tls {
namespace {

using core::OpensslFree;
using Key = std::unique_ptr<EVP_PKEY, OpensslFree<EVP_PKEY_free>>;

enum class Padding { right, first_bytes, no_zero, early_zero, version };
constexpr std::array paddings{Padding::right, Padding::first_bytes, Padding::no_zero, Padding::early_zero,
                              Padding::version};
constexpr std::size_t secret_size = 48, rounds = 3;

/// The block that RSA is applied to: 00 02, padding without zeros, 00, the version of the hello, 46 bytes.
Buffer block(std::size_t size, Padding padding, std::uint16_t version) {
  Buffer bytes(size, 0x5a);
  const auto zero = size - secret_size - 1;
  bytes[0] = 0x00;
  bytes[1] = 0x02;
  bytes[zero] = 0x00;
  bytes[zero + 1] = static_cast<std::uint8_t>(version >> 8U);
  bytes[zero + 2] = static_cast<std::uint8_t>(version & 0xffU);
  switch (padding) {
    case Padding::right: break;
    // below the modulus, whatever it is: its first bit is set and ours is not
    case Padding::first_bytes: bytes[0] = 0x41, bytes[1] = 0x17; break;
    case Padding::no_zero: bytes[zero] = 0x5a; break;
    case Padding::early_zero: bytes[8] = 0x00; break;
    case Padding::version: bytes[zero + 1] = 0x02, bytes[zero + 2] = 0x02; break;
  }
  return bytes;
}

Key key_of(const Flight& flight) {
  if (flight.certificates.empty()) return nullptr;
  const auto& der = flight.certificates.front();
  const auto* at = der.data();
  const std::unique_ptr<X509, OpensslFree<X509_free>> certificate(
      d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  Key key(certificate ? X509_get_pubkey(certificate.get()) : nullptr);
  return key && EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA ? std::move(key) : nullptr;
}

std::optional<Buffer> encrypted(EVP_PKEY* key, const Buffer& plain) {
  const std::unique_ptr<EVP_PKEY_CTX, OpensslFree<EVP_PKEY_CTX_free>> context(EVP_PKEY_CTX_new(key, nullptr));
  Buffer out(plain.size());
  std::size_t size = out.size();
  const bool good = context && EVP_PKEY_encrypt_init(context.get()) == 1 &&
                    EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) == 1 &&
                    EVP_PKEY_encrypt(context.get(), out.data(), &size, plain.data(), plain.size()) == 1;
  return good && size == out.size() ? std::optional(out) : std::nullopt;
}

/// ClientKeyExchange, ChangeCipherSpec, and a Finished that no key fits: a sound server only sees that the last is
/// wrong.
Buffer key_exchange(const Buffer& secret, std::uint16_t version) {
  NetworkWriter message;
  message.u8(16).counted(3, [&](NetworkWriter& body) {
    if (version == ssl3)  // which has no length there
      body.bytes(secret);
    else
      body.counted(2, [&](NetworkWriter& field) { field.bytes(secret); });
  });
  constexpr std::array<std::uint8_t, 1> change{1};
  std::array<std::uint8_t, 40> finished{};
  ::RAND_bytes(finished.data(), static_cast<int>(finished.size()));
  NetworkWriter out;
  out.bytes(write_record(handshake_record, version, message.out()));
  out.bytes(write_record(change_cipher_spec_record, version, change));
  out.bytes(write_record(handshake_record, version, finished));
  return out.take();
}

struct Reply {
  bool asked = false;  // the padding was sent: what came after it counts
  std::string word;
};

Reply reply_to(Dialogue& dialogue, const HelloSpec& spec, Padding padding) {
  WaitingServer server;
  std::string why;
  if (!server.reach(dialogue, spec, why)) return {false, why};
  const auto key = key_of(server.flight());
  if (!key) return {false, "certificate"};
  const auto size = static_cast<std::size_t>(EVP_PKEY_get_size(key.get()));
  if (size < secret_size + 11) return {false, "certificate"};
  const auto secret = encrypted(key.get(), block(size, padding, spec.version));
  if (!secret) return {false, "certificate"};
  if (const auto sent = server.send(key_exchange(*secret, server.version())); sent != Ending::complete)
    return {true, ending_name(sent == Ending::reset ? Ending::closed : sent)};
  std::string word;
  const auto ended = server.watch(std::chrono::milliseconds{3000}, [&](const std::vector<SeenRecord>& seen) {
    word.clear();
    for (const auto& record : seen) {
      if (record.type == alert_record && record.length == 2 && !record.alert) return false;  // half of it
      word += record.alert ? fmt::format("alert-{} ", *record.alert) : fmt::format("record-{} ", record.type);
    }
    return fatal_alert(seen) != nullptr;
  });
  if (ended == Ending::cancelled || ended == Ending::deadline) return {false, ending_name(ended)};
  // after an alert the connection ends one way or another, and how is the network's affair
  const auto how = ended == Ending::reset ? Ending::closed : ended;
  return {true, word.empty() ? ending_name(how) : word};
}

using Replies = std::array<std::string, paddings.size()>;

std::optional<Observation> one_round(Dialogue& dialogue, const HelloSpec& spec, Replies& replies) {
  for (std::size_t i = 0; i < paddings.size(); ++i) {
    const auto reply = reply_to(dialogue, spec, paddings.at(i));
    if (!reply.asked) return Observation{Outcome::unknown, reply.word};
    replies.at(i) = reply.word;
  }
  return std::nullopt;
}

bool alike(const Replies& replies) {
  return std::all_of(replies.begin(), replies.end(), [&](const auto& one) { return one == replies.front(); });
}

Observation robot(Dialogue& dialogue, const HelloSpec& spec) {
  Replies first;
  if (const auto lost = one_round(dialogue, spec, first)) return *lost;
  if (alike(first) && first.front().find('-') != std::string::npos) return {Outcome::absent, "alike"};
  if (alike(first) && first.front() != ending_name(Ending::closed)) return {Outcome::unknown, first.front()};
  if (alike(first)) {  // hanging up on everything tells nothing either, when it is no accident
    Replies again;
    if (const auto lost = one_round(dialogue, spec, again)) return *lost;
    return again == first ? Observation{Outcome::absent, "closed"} : Observation{Outcome::unknown, "inconsistent"};
  }
  // A difference once may be the network's; the same one each time is the server's.
  for (std::size_t round = 1; round < rounds; ++round) {
    Replies again;
    if (const auto lost = one_round(dialogue, spec, again)) return *lost;
    if (again != first) return {Outcome::unknown, "inconsistent"};
  }
  return {Outcome::present, "different"};
}

}  // namespace

void look_at_robot(Dialogue& dialogue, TlsFacts& facts) {
  bool all_known = true;
  for (auto version = facts.versions.rbegin(); version != facts.versions.rend(); ++version) {
    if (version->version >= tls13) continue;
    all_known = all_known && (version->offered.absent() || version->suites_complete.present());
    std::vector<std::uint16_t> suites;
    for (const auto suite : version->suites)
      if (const auto traits = suite_traits(suite); traits && traits->exchange == KeyExchange::rsa)
        suites.push_back(suite);
    if (suites.empty()) continue;
    facts.robot = robot(dialogue, dialogue.hello(version->version, one_hello(suites)));
    return;
  }
  facts.robot =
      all_known ? Observation{Outcome::absent, "no-rsa-exchange"} : Observation{Outcome::unknown, "no-answer"};
}

}  // namespace hygie::net::tls
