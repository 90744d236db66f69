// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/tls/chain.hpp"

#include "core/i18n.hpp"

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/x509v3.h>
#include <array>

#include <unistd.h>

namespace hygie::exposure {
namespace {

using net::Observation;
using net::Outcome;
using StoreContext = std::unique_ptr<X509_STORE_CTX, OpensslFree<X509_STORE_CTX_free>>;
using Information = std::unique_ptr<AUTHORITY_INFO_ACCESS, OpensslFree<AUTHORITY_INFO_ACCESS_free>>;

constexpr const char* usual_files[] = {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"};

/// Owns the certificates of a chain; its stack only points at them.
struct Chain {
  std::vector<X509Pointer> certificates;
  STACK_OF(X509) * stack = sk_X509_new_null();

  explicit Chain(const std::vector<net::Buffer>& served) {
    for (const auto& der : served) {
      certificates.push_back(decode_certificate(der));
      if (!certificates.back()) return;
      sk_X509_push(stack, certificates.back().get());
    }
  }
  ~Chain() { sk_X509_free(stack); }
  Chain(const Chain&) = delete;
  Chain& operator=(const Chain&) = delete;
  [[nodiscard]] bool whole() const { return !certificates.empty() && certificates.back() != nullptr; }
  [[nodiscard]] X509* leaf() const { return certificates.front().get(); }
};

/// Does it say where its issuer's certificate can be fetched? Public authorities always do: then what is missing is an
/// intermediate; without it, it is a private authority.
bool says_where_issuer_is(X509* certificate) {
  const Information information(
      static_cast<AUTHORITY_INFO_ACCESS*>(X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr)));
  for (int i = 0; information && i < sk_ACCESS_DESCRIPTION_num(information.get()); ++i) {
    const auto* const one = sk_ACCESS_DESCRIPTION_value(information.get(), i);
    if (OBJ_obj2nid(one->method) != NID_ad_ca_issuers || one->location->type != GEN_URI) continue;
    const auto* const uri = one->location->d.uniformResourceIdentifier;
    const std::string_view text(reinterpret_cast<const char*>(ASN1_STRING_get0_data(uri)),
                                static_cast<std::size_t>(ASN1_STRING_length(uri)));
    if (text.starts_with("http")) return true;
  }
  return false;
}

std::string word_of(int error, X509* at) {
  switch (error) {
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: return "self-signed";
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: return "untrusted-root";
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return at != nullptr && says_where_issuer_is(at) ? "incomplete" : "untrusted-root";
    case X509_V_ERR_CERT_SIGNATURE_FAILURE: return "signature";
    case X509_V_ERR_INVALID_PURPOSE: return "purpose";
    case X509_V_ERR_INVALID_CA: return "not-an-authority";
    default: return fmt::format("x509-{}", error);
  }
}

/// The first element, from the server's own, whose dates do not hold.
std::string wrong_date(const STACK_OF(X509) * chain, core::Instant now) {
  for (int i = 0; i < sk_X509_num(chain); ++i) {
    const auto from = core::instant_of(X509_get0_notBefore(sk_X509_value(chain, i)));
    const auto until = core::instant_of(X509_get0_notAfter(sk_X509_value(chain, i)));
    if (!from || !until || now > *until) return "expired";
    if (now < *from) return "not-yet-valid";
  }
  return {};
}

void judge_trust(const Authorities& authorities, const Chain& chain, core::Instant now, ServedChain& out) {
  const StoreContext context(X509_STORE_CTX_new());
  if (!context || X509_STORE_CTX_init(context.get(), authorities.store(), chain.leaf(), chain.stack) != 1) {
    out.trusted = {Outcome::unknown, "openssl"};
    return;
  }
  X509_STORE_CTX_set_default(context.get(), "ssl_server");
  // dates are looked at apart, by the audit's own "now"
  X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_TRUSTED_FIRST);
  const bool good = X509_verify_cert(context.get()) == 1;
  auto* const at = X509_STORE_CTX_get_current_cert(context.get());
  if (!good) {
    const auto word = word_of(X509_STORE_CTX_get_error(context.get()), at);
    out.trusted = {Outcome::absent, word};
    if (at != nullptr && (word == "incomplete" || word == "untrusted-root"))
      out.missing = name_text(X509_get_issuer_name(at));
    return;
  }
  const auto date = wrong_date(X509_STORE_CTX_get0_chain(context.get()), now);
  out.trusted = date.empty() ? Observation{Outcome::present, {}} : Observation{Outcome::absent, date};
}

Observation in_order(const Chain& chain) {
  if (chain.certificates.size() < 2) return {Outcome::not_run, "alone"};
  for (std::size_t i = 0; i + 1 < chain.certificates.size(); ++i)
    if (X509_check_issued(chain.certificates[i + 1].get(), chain.certificates[i].get()) != X509_V_OK)
      return {Outcome::absent, "order"};
  return {Outcome::present, {}};
}

Observation name_holds(X509* leaf, const std::string& name, const std::string& address) {
  if (name.empty()) {
    const bool held = X509_check_ip_asc(leaf, address.c_str(), 0) == 1;
    return held ? Observation{Outcome::present, "address"} : Observation{Outcome::not_run, "no-name"};
  }
  // subjectAltName alone, RFC 9525: a name in the subject counts for nobody any more
  constexpr unsigned flags = X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS;
  const bool held = X509_check_host(leaf, name.c_str(), name.size(), flags, nullptr) == 1;
  return held ? Observation{Outcome::present, {}} : Observation{Outcome::absent, "name"};
}

/// The response on this certificate in what the responder says, by its serial number; null when it says nothing of it.
OCSP_SINGLERESP* find_single(OCSP_BASICRESP* basic, const X509* leaf) {
  for (int i = 0; i < OCSP_resp_count(basic); ++i) {
    auto* const single = OCSP_resp_get0(basic, i);
    ASN1_INTEGER* serial = nullptr;
    OCSP_id_get0_info(nullptr, nullptr, nullptr, &serial, const_cast<OCSP_CERTID*>(OCSP_SINGLERESP_get0_id(single)));
    if (serial != nullptr && ASN1_INTEGER_cmp(serial, X509_get0_serialNumber(leaf)) == 0) return single;
  }
  return nullptr;
}

}  // namespace

core::Result<Authorities> Authorities::load(const std::string& file) {
  Authorities out;
  out.store_.reset(X509_STORE_new());
  std::vector<std::string> files{file};
  if (file.empty()) files.assign(std::begin(usual_files), std::end(usual_files));
  for (const auto& one : files)
    if (::access(one.c_str(), R_OK) == 0 && X509_STORE_load_file(out.store_.get(), one.c_str()) == 1) {
      ERR_clear_error();
      return out;
    }
  ERR_clear_error();
  return core::failure(core::ErrorCode::config, core::tr("no certificate authority could be read"), files.front(),
                       core::tr("install the package ca-certificates, or give the authorities of the hospital"));
}

void judge_chain(const Authorities& authorities, const std::vector<net::Buffer>& served, const std::string& address,
                 core::Instant now, ServedChain& out) {
  const Chain chain(served);
  if (!chain.whole()) {
    out.trusted = out.ordered = out.name_matches = {Outcome::unknown, served.empty() ? "no-certificate" : "not-x509"};
    return;
  }
  judge_trust(authorities, chain, now, out);
  out.ordered = in_order(chain);
  out.name_matches = name_holds(chain.leaf(), out.name, address);
  ERR_clear_error();
}

std::string read_staple(const Authorities& authorities, net::Bytes response, const std::vector<net::Buffer>& served,
                        core::Instant now) {
  const Chain chain(served);
  const auto* at = response.data();
  const std::unique_ptr<OCSP_RESPONSE, OpensslFree<OCSP_RESPONSE_free>> parsed(
      d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(response.size())));
  const std::unique_ptr<OCSP_BASICRESP, OpensslFree<OCSP_BASICRESP_free>> basic(
      parsed && OCSP_response_status(parsed.get()) == OCSP_RESPONSE_STATUS_SUCCESSFUL
          ? OCSP_response_get1_basic(parsed.get())
          : nullptr);
  ERR_clear_error();
  if (!basic || !chain.whole()) return "malformed";
  auto* const single = find_single(basic.get(), chain.leaf());
  if (single == nullptr) return "other";
  ASN1_GENERALIZEDTIME* next = nullptr;
  const int status = OCSP_single_get0_status(single, nullptr, nullptr, nullptr, &next);
  if (status == V_OCSP_CERTSTATUS_REVOKED) return "revoked";
  if (status == V_OCSP_CERTSTATUS_UNKNOWN) return "unknown";
  if (const auto until = core::instant_of(next); until && now > *until) return "expired";
  const bool verified = OCSP_basic_verify(basic.get(), chain.stack, authorities.store(), 0) == 1;
  ERR_clear_error();
  return verified ? "good" : "unverified";
}

}  // namespace hygie::exposure
