// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Certificates made in tests, valid from 2026-01-01 for a year unless said.
namespace hygie::test {

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeX509 {
  void operator()(X509* certificate) const { X509_free(certificate); }
};
using MadeKey = std::unique_ptr<EVP_PKEY, FreeKey>;
using MadeX509 = std::unique_ptr<X509, FreeX509>;

inline MadeKey make_curve_key() { return MadeKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")); }

struct Recipe {
  std::string subject;
  std::vector<std::pair<int, std::string>> extensions = {};  // NID and value, as openssl.cnf writes them
  long from = 1767225600, until = 1798761600;                // 2026-01-01, 2027-01-01
  long serial = 1;
};

/// Signed by `issuer`, or by itself when that is null.
inline MadeX509 make_certificate(EVP_PKEY* key, const Recipe& recipe, X509* issuer, EVP_PKEY* signer) {
  MadeX509 out(X509_new());
  X509* const x509 = out.get();
  X509_set_version(x509, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(x509), recipe.serial);
  ASN1_TIME_set(X509_getm_notBefore(x509), recipe.from);
  ASN1_TIME_set(X509_getm_notAfter(x509), recipe.until);
  X509_set_pubkey(x509, key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(x509), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(recipe.subject.c_str()), -1, -1, 0);
  X509_set_issuer_name(x509, X509_get_subject_name(issuer != nullptr ? issuer : x509));
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer != nullptr ? issuer : x509, x509, nullptr, nullptr, 0);
  for (const auto& [nid, value] : recipe.extensions) {
    X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
    X509_add_ext(x509, extension, -1);
    X509_EXTENSION_free(extension);
  }
  X509_sign(x509, signer, EVP_sha256());
  return out;
}

inline net::Buffer der_of(X509* certificate) {
  unsigned char* bytes = nullptr;
  const int size = i2d_X509(certificate, &bytes);
  net::Buffer out(bytes, bytes + size);
  OPENSSL_free(bytes);
  return out;
}

}  // namespace hygie::test
