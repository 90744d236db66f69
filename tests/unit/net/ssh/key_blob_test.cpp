// SPDX-License-Identifier: EUPL-1.2
// Keys that ssh-keygen made for this test and forgot; fingerprints are those of ssh-keygen -l.
#include "net/ssh/key_blob.hpp"

#include <openssl/evp.h>
#include <catch2/catch.hpp>

using namespace hygie::net;
using namespace hygie::net::ssh;

namespace {

constexpr std::string_view ed25519 = "AAAAC3NzaC1lZDI1NTE5AAAAIGE8UmMb3QPmziAFsfrTp29qPAA0ZZRWPFoZfDKUpRts";
constexpr std::string_view ecdsa =
    "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBGtpCw9N5T+8K0aWQOoiuf1zqjJXRXoV/ywJICr54L0u2dJ2"
    "4vqMpVn/CxsCjAjEn77r98/rf30usqYPuMwqGB4=";
constexpr std::string_view rsa_1024 =
    "AAAAB3NzaC1yc2EAAAADAQABAAAAgQDjNEIy0qM8p8y/0RmOJrMPk3/Jl2Vgh4JLqJIISt7RyEJnJrI8xg9+Mx+8G6G9eKfdcPQO"
    "kJtSjMVA/ky34TYQn+UG3WELRm8/sAxU7Z0+UJyh9ri2lIg17tnGAq8jHXiKtom5HyVKNTCrmmzumBhGvit32ml6CbG+POw2Psm8"
    "HQ==";
constexpr std::string_view certificate =
    "AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAxQG9wZW5zc2guY29tAAAAINBM6iYBw4FrDCdfXSfD8deN1Z80XfMiQPQTFR1z1DiMAAAA"
    "IGE8UmMb3QPmziAFsfrTp29qPAA0ZZRWPFoZfDKUpRtsAAAAAAAAAAAAAAACAAAAAmlkAAAAGAAAABRiYXN0aW9uLmV4ZW1wbGUu"
    "dGVzdAAAAABpVbkAAAAAAGs27IAAAAAAAAAAAAAAAAAAAAAzAAAAC3NzaC1lZDI1NTE5AAAAICgsWgESWLABmyFQujP1ov0VBiDg"
    "L8XDHJ7ndrgIAAz8AAAAUwAAAAtzc2gtZWQyNTUxOQAAAEAyi+0url0GXsbZxPI1rlRFcV2Qmp5LnOMu5GL5c19JJHwcWf5uTlYc"
    "qKAC1R60KvXhb3hjrFaxGSqkTPU/hmkO";

Buffer decoded(std::string_view base64) {
  Buffer out(base64.size() / 4 * 3);
  EVP_DecodeBlock(out.data(), reinterpret_cast<const unsigned char*>(base64.data()), static_cast<int>(base64.size()));
  for (auto rest = base64; rest.ends_with('='); rest.remove_suffix(1)) out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("Host keys have the type, size and fingerprint that ssh-keygen says", "[net][ssh]") {
  const auto plain = read_key_blob(decoded(ed25519));
  REQUIRE(plain);
  CHECK(plain->type == "ssh-ed25519");
  CHECK(plain->bits == 256);
  CHECK(plain->sha256 == "SHA256:o4df41S5OSw7SELMxhHGYZMsaUtu0ZlSIh34IbGR/B4");
  const auto curve = read_key_blob(decoded(ecdsa));
  REQUIRE(curve);
  CHECK(curve->type == "ecdsa-sha2-nistp256");
  CHECK(curve->sha256 == "SHA256:+t4rprLNdb/PKiyiI6hE2gffhL7iJjKVxYeDzQgWYrw");
  const auto rsa = read_key_blob(decoded(rsa_1024));
  REQUIRE(rsa);
  CHECK(rsa->bits == 1024);
  CHECK(rsa->sha256 == "SHA256:MCaN60TrFxtcZY5LRigNUVbYrBJCfwAD0tq185sh4Vk");
}

TEST_CASE("A host certificate tells its key, its authority, its time and its names", "[net][ssh]") {
  const auto key = read_key_blob(decoded(certificate));
  REQUIRE(key);
  REQUIRE(key->certificate);
  CHECK(key->type == "ssh-ed25519-cert-v01@openssh.com");
  CHECK(key->sha256 == "SHA256:o4df41S5OSw7SELMxhHGYZMsaUtu0ZlSIh34IbGR/B4");
  CHECK(key->certificate->kind == 2);
  CHECK(key->certificate->authority_type == "ssh-ed25519");
  CHECK(key->certificate->authority_sha256 == "SHA256:FYnlrsCM3NCiWrPgxsnC1l3zFd/NqNaHWiRAfQRW2Rc");
  CHECK(key->certificate->principals == std::vector<std::string>{"bastion.exemple.test"});
  CHECK(key->certificate->after == 1767225600);
  CHECK(key->certificate->before == 1798761600);
}

TEST_CASE("A key that is cut short, or of a kind nobody told us of", "[net][ssh]") {
  for (const auto text : {ed25519, rsa_1024, certificate}) {
    const auto whole = decoded(text);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const auto read = read_key_blob(Bytes(whole).first(size));
      CHECK_FALSE((read && read->bits != 0));
    }
  }
  NetworkWriter other;
  other.counted(4, [](NetworkWriter& inside) { inside.text("ssh-new"); }).u32(0);
  const auto read = read_key_blob(other.out());
  REQUIRE(read);
  CHECK(read->type == "ssh-new");
  CHECK(read->bits == 0);
  CHECK_FALSE(read_key_blob({}));
}

TEST_CASE("Bits of a number", "[net][ssh]") {
  CHECK(mpint_bits({}) == 0);
  CHECK(mpint_bits(Buffer{0}) == 0);
  CHECK(mpint_bits(Buffer{1}) == 1);
  CHECK(mpint_bits(Buffer{0, 0x80, 0}) == 16);
  CHECK(mpint_bits(Buffer{0x7f, 0xff}) == 15);
}
