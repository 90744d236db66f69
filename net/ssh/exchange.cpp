// SPDX-License-Identifier: EUPL-1.2
#include "net/ssh/exchange.hpp"

#include "core/openssl.hpp"
#include "net/ssh/key_blob.hpp"
#include "net/ssh/wire.hpp"

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <array>
#include <memory>

namespace hygie::net::ssh {
namespace {

using Number = std::unique_ptr<BIGNUM, core::OpensslFree<BN_free>>;
using Context = std::unique_ptr<BN_CTX, core::OpensslFree<BN_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, core::OpensslFree<EVP_PKEY_free>>;

// Enough for a public value that no server refuses; what it protects is never used.
constexpr int secret_bits = 256;
// A server may give any group; beyond this it only costs time.
constexpr unsigned largest_group = 16384;

struct Curve {
  std::string_view exchange;
  const char* group;  // of OpenSSL; null: X25519
};
constexpr std::array<Curve, 5> curves{{{"curve25519-sha256", nullptr},
                                       {"curve25519-sha256@libssh.org", nullptr},
                                       {"ecdh-sha2-nistp256", "P-256"},
                                       {"ecdh-sha2-nistp384", "P-384"},
                                       {"ecdh-sha2-nistp521", "P-521"}}};

struct Group {
  std::string_view exchange;
  BIGNUM* (*prime)(BIGNUM*);
};
constexpr std::array<Group, 8> groups{{{"diffie-hellman-group14-sha256", BN_get_rfc3526_prime_2048},
                                       {"diffie-hellman-group14-sha1", BN_get_rfc3526_prime_2048},
                                       {"diffie-hellman-group15-sha512", BN_get_rfc3526_prime_3072},
                                       {"diffie-hellman-group16-sha512", BN_get_rfc3526_prime_4096},
                                       {"diffie-hellman-group17-sha512", BN_get_rfc3526_prime_6144},
                                       {"diffie-hellman-group18-sha512", BN_get_rfc3526_prime_8192},
                                       {"diffie-hellman-group1-sha1", BN_get_rfc2409_prime_1024},
                                       {"diffie-hellman-group1-sha256", BN_get_rfc2409_prime_1024}}};

Buffer message(Message kind, Bytes value) {
  NetworkWriter out;
  out.u8(static_cast<unsigned>(kind)).counted(4, [&](NetworkWriter& inside) { inside.bytes(value); });
  return out.take();
}

Buffer public_value(const Curve& curve) {
  const Key key(curve.group == nullptr ? EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519")
                                       : EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve.group));
  std::size_t size = 0;
  if (!key) return {};
  unsigned char* encoded = nullptr;
  size = EVP_PKEY_get1_encoded_public_key(key.get(), &encoded);
  Buffer out(encoded, encoded + size);
  OPENSSL_free(encoded);
  return out;
}

/// generator^secret mod prime, as an mpint without its length.
Buffer public_value(const BIGNUM& prime, const BIGNUM& generator) {
  const Number secret(BN_new()), value(BN_new());
  const Context context(BN_CTX_new());
  if (BN_rand(secret.get(), secret_bits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) != 1 ||
      BN_mod_exp(value.get(), &generator, secret.get(), &prime, context.get()) != 1)
    return {};
  Buffer out(static_cast<std::size_t>(BN_num_bytes(value.get())) + 1);
  BN_bn2bin(value.get(), out.data() + 1);
  if (out.size() > 1 && out[1] < 0x80) out.erase(out.begin());  // no leading zero but to keep it positive
  return out;
}

}  // namespace

Buffer exchange_opening(std::string_view exchange) {
  for (const auto& curve : curves)
    if (curve.exchange == exchange) return message(Message::kexdh_init, public_value(curve));
  for (const auto& group : groups)
    if (group.exchange == exchange) {
      const Number prime(group.prime(nullptr)), two(BN_new());
      BN_set_word(two.get(), 2);
      return message(Message::kexdh_init, public_value(*prime, *two));
    }
  return {};
}

Buffer group_opening(Bytes prime, Bytes generator) {
  if (mpint_bits(prime) > largest_group || mpint_bits(generator) > largest_group) return {};
  const Number p(BN_bin2bn(prime.data(), static_cast<int>(prime.size()), nullptr));
  const Number g(BN_bin2bn(generator.data(), static_cast<int>(generator.size()), nullptr));
  if (!p || !g || BN_num_bits(p.get()) < 64 || BN_is_odd(p.get()) == 0 || BN_is_one(g.get()) || BN_is_zero(g.get()) ||
      BN_cmp(g.get(), p.get()) >= 0)
    return {};
  const auto value = public_value(*p, *g);
  return value.empty() ? Buffer{} : message(Message::gex_init, value);
}

}  // namespace hygie::net::ssh
