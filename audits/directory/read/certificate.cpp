// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/certificate.hpp"

#include "audits/directory/read/filetime.hpp"
#include "core/decide.hpp"
#include "core/openssl.hpp"
#include "core/roca.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace hygie::directory {
namespace {

using core::OpensslFree;
using Certificate = std::unique_ptr<X509, OpensslFree<X509_free>>;
using BigNumber = std::unique_ptr<BIGNUM, OpensslFree<BN_free>>;
using Memory = std::unique_ptr<BIO, OpensslFree<BIO_free>>;

BigNumber parameter(const EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &number) != 1) return nullptr;
  return BigNumber(number);
}

void read_rsa(const EVP_PKEY* key, CertificateFacts& out) {
  const auto exponent = parameter(key, OSSL_PKEY_PARAM_RSA_E);
  if (exponent)
    out.exponent =
        BN_num_bits(exponent.get()) > 32 ? 0xffffffffU : static_cast<std::uint32_t>(BN_get_word(exponent.get()));
  const auto modulus = parameter(key, OSSL_PKEY_PARAM_RSA_N);
  if (!modulus) return;
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(BN_num_bytes(modulus.get())));
  BN_bn2bin(modulus.get(), bytes.data());
  out.roca = core::has_roca_fingerprint(bytes);
}

void read_key(X509* certificate, CertificateFacts& out) {
  const EVP_PKEY* key = X509_get0_pubkey(certificate);
  if (key == nullptr) {
    // The algorithm is readable even where the key is of a kind that this OpenSSL does not decode.
    out.key = CertificateFacts::Key::other;
    return;
  }
  out.bits = static_cast<std::uint32_t>(std::max(0, EVP_PKEY_get_bits(key)));
  switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
    case EVP_PKEY_RSA_PSS:
      out.key = CertificateFacts::Key::rsa;
      read_rsa(key, out);
      break;
    case EVP_PKEY_DSA: out.key = CertificateFacts::Key::dsa; break;
    case EVP_PKEY_EC: out.key = CertificateFacts::Key::ec; break;
    default: out.key = CertificateFacts::Key::other;
  }
}

std::string signature_name(const X509* certificate) {
  const int id = X509_get_signature_nid(certificate);
  if (id != NID_undef) return OBJ_nid2ln(id);
  const X509_ALGOR* algorithm = nullptr;
  X509_get0_signature(nullptr, &algorithm, certificate);
  std::array<char, 128> text{};
  OBJ_obj2txt(text.data(), static_cast<int>(text.size()), algorithm->algorithm, 1);
  return text.data();
}

std::string subject_text(const X509* certificate) {
  const Memory memory(BIO_new(BIO_s_mem()));
  if (!memory || X509_NAME_print_ex(memory.get(), X509_get_subject_name(certificate), 0, XN_FLAG_RFC2253) < 0)
    return {};
  char* data = nullptr;
  const auto size = BIO_get_mem_data(memory.get(), &data);
  return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string{};
}

}  // namespace

CertificateFacts read_certificate(Bytes der, TextArena& text) {
  CertificateFacts out;
  const std::string_view raw(reinterpret_cast<const char*>(der.data()), der.size());
  out.thumbprint = text.keep(core::sha256_hex(raw));
  const auto* at = der.data();
  const Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  if (!certificate) {
    ERR_clear_error();
    return out;
  }
  read_key(certificate.get(), out);
  out.signature = text.keep(signature_name(certificate.get()));
  out.subject = text.keep(subject_text(certificate.get()));
  out.self_signed = X509_self_signed(certificate.get(), 0) == 1;
  out.not_before = core::instant_of(X509_get0_notBefore(certificate.get()));
  out.not_after = core::instant_of(X509_get0_notAfter(certificate.get()));
  ERR_clear_error();
  return out;
}

}  // namespace hygie::directory
