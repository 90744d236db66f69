// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/tls/certificate.hpp"

#include "core/decide.hpp"
#include "core/roca.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ct.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509v3.h>
#include <algorithm>
#include <array>

#include <arpa/inet.h>

namespace hygie::exposure {
namespace {

using BigNumber = std::unique_ptr<BIGNUM, OpensslFree<BN_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, OpensslFree<GENERAL_NAMES_free>>;
using Features = std::unique_ptr<TLS_FEATURE, OpensslFree<TLS_FEATURE_free>>;

constexpr std::size_t most_names = 1000;  // what one certificate may bring into the facts

std::string_view text_of(const ASN1_STRING* string) {
  const auto size = ASN1_STRING_length(string);
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)), static_cast<std::size_t>(std::max(0, size))};
}

std::string address_of(const ASN1_OCTET_STRING* bytes) {
  const int family = ASN1_STRING_length(bytes) == 4 ? AF_INET : ASN1_STRING_length(bytes) == 16 ? AF_INET6 : 0;
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (family == 0 || ::inet_ntop(family, ASN1_STRING_get0_data(bytes), text.data(), text.size()) == nullptr) return {};
  return text.data();
}

/// A DNS name as names are written; anything else in its place is not one.
std::string dns_name(std::string_view text) {
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '*' || c == '_';
  };
  if (text.empty() || text.size() > 253 || !std::all_of(text.begin(), text.end(), good)) return {};
  std::string name(text);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return name;
}

void read_names(const X509* certificate, Certificate& out) {
  const Names names(static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()) && out.names.size() < most_names; ++i) {
    const auto* const one = sk_GENERAL_NAME_value(names.get(), i);
    std::string text;
    if (one->type == GEN_DNS) text = dns_name(text_of(one->d.dNSName));
    if (one->type == GEN_IPADD) text = address_of(one->d.iPAddress);
    if (!text.empty()) out.names.push_back(std::move(text));
  }
}

std::string key_name(const EVP_PKEY* key) {
  switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
    case EVP_PKEY_RSA_PSS: return "rsa";
    case EVP_PKEY_EC: return "ec";
    case EVP_PKEY_DSA: return "dsa";
    case EVP_PKEY_ED25519: return "ed25519";
    case EVP_PKEY_ED448: return "ed448";
    default: return "other";
  }
}

bool made_by_roca(const EVP_PKEY* key) {
  BIGNUM* number = nullptr;
  if (EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_N, &number) != 1) return false;
  const BigNumber modulus(number);
  net::Buffer bytes(static_cast<std::size_t>(BN_num_bytes(modulus.get())));
  BN_bn2bin(modulus.get(), bytes.data());
  return core::has_roca_fingerprint(bytes);
}

void read_key(X509* certificate, Certificate& out) {
  unsigned char* bytes = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &bytes);
  if (size > 0) {
    out.key_sha256 = core::sha256_hex({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
    OPENSSL_free(bytes);
  }
  const EVP_PKEY* const key = X509_get0_pubkey(certificate);
  if (key == nullptr) {
    out.key = "other";
    return;
  }
  out.key = key_name(key);
  out.key_bits = static_cast<unsigned>(std::max(0, EVP_PKEY_get_bits(key)));
  if (out.key == "rsa") out.weak_roca = made_by_roca(key);
}

std::string signature_name(const X509* certificate) {
  const int id = X509_get_signature_nid(certificate);
  if (id == NID_rsassaPss) {  // the digest is in its parameters
    int digest = NID_undef;
    X509_get_signature_info(const_cast<X509*>(certificate), &digest, nullptr, nullptr, nullptr);
    return digest == NID_undef ? "rsassaPss" : std::string("rsassaPss-") + OBJ_nid2sn(digest);
  }
  if (id != NID_undef) return OBJ_nid2ln(id);
  const X509_ALGOR* algorithm = nullptr;
  X509_get0_signature(nullptr, &algorithm, certificate);
  std::array<char, 128> text{};
  OBJ_obj2txt(text.data(), static_cast<int>(text.size()), algorithm->algorithm, 1);
  return text.data();
}

bool wants_staple(const X509* certificate) {
  constexpr long status_request = 5;
  const Features features(static_cast<TLS_FEATURE*>(X509_get_ext_d2i(certificate, NID_tlsfeature, nullptr, nullptr)));
  for (int i = 0; features && i < sk_ASN1_INTEGER_num(features.get()); ++i)
    if (ASN1_INTEGER_get(sk_ASN1_INTEGER_value(features.get(), i)) == status_request) return true;
  return false;
}

unsigned timestamps(const X509* certificate) {
  auto* const list = static_cast<STACK_OF(SCT)*>(X509_get_ext_d2i(certificate, NID_ct_precert_scts, nullptr, nullptr));
  const int count = list == nullptr ? 0 : sk_SCT_num(list);
  SCT_LIST_free(list);
  return static_cast<unsigned>(std::max(0, count));
}

std::string serial_text(const X509* certificate) {
  const BigNumber number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
  char* text = number ? BN_bn2hex(number.get()) : nullptr;
  std::string out = text == nullptr ? "" : text;
  OPENSSL_free(text);
  return out;
}

}  // namespace

X509Pointer decode_certificate(net::Bytes der) {
  const auto* at = der.data();
  X509Pointer certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  return certificate && at == der.data() + der.size() ? std::move(certificate) : nullptr;
}

std::string certificate_id(net::Bytes der) { return core::sha256_hex(net::as_text(der)); }

std::string name_text(const X509_NAME* name) {
  const std::unique_ptr<BIO, OpensslFree<BIO_free>> memory(BIO_new(BIO_s_mem()));
  if (!memory || X509_NAME_print_ex(memory.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) < 0) return {};
  char* data = nullptr;
  const auto size = BIO_get_mem_data(memory.get(), &data);
  return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string{};
}

Certificate read_certificate(net::Bytes der) {
  Certificate out;
  out.sha256 = certificate_id(der);
  const auto certificate = decode_certificate(der);
  if (!certificate) {
    out.unreadable = "not-x509";
    return out;
  }
  auto* const x509 = certificate.get();
  out.subject = name_text(X509_get_subject_name(x509));
  out.issuer = name_text(X509_get_issuer_name(x509));
  out.serial = serial_text(x509);
  read_names(x509, out);
  out.not_before = core::instant_of(X509_get0_notBefore(x509));
  out.not_after = core::instant_of(X509_get0_notAfter(x509));
  read_key(x509, out);
  out.signature = signature_name(x509);
  out.self_signed = X509_self_signed(x509, 0) == 1;
  out.authority = X509_check_ca(x509) == 1;
  out.must_staple = wants_staple(x509);
  out.transparency = timestamps(x509);
  ERR_clear_error();
  return out;
}

}  // namespace hygie::exposure
