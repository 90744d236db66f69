// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/records.hpp"

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <algorithm>
#include <charconv>
#include <memory>

namespace hygie::exposure {
namespace {

// RFC 8461, 3.2: a policy is kept for weeks; under a day it protects nobody who writes once a day.
constexpr long shortest_age = 86'400, longest_age = 31'557'600;

/// The bytes of base64, blanks left out; empty when it is none.
std::vector<unsigned char> from_base64(std::string_view text) {
  std::string clean;
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') clean += c;
  if (clean.empty() || clean.size() % 4 != 0) return {};
  std::vector<unsigned char> bytes(clean.size() / 4 * 3);
  const int size = EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(clean.data()),
                                   static_cast<int>(clean.size()));
  if (size < 0) return {};
  const auto padding = static_cast<std::size_t>(std::count(clean.end() - 2, clean.end(), '='));
  bytes.resize(static_cast<std::size_t>(size) - padding);
  return bytes;
}

void read_key(DkimKey& key, const std::string& encoded) {
  const auto der = from_base64(encoded);
  if (key.key == "ed25519") {
    key.bits = der.size() == 32 ? 256 : 0;
    return;
  }
  const unsigned char* at = der.data();
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> read(
      d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())), &EVP_PKEY_free);
  if (read) key.bits = static_cast<unsigned>(EVP_PKEY_get_bits(read.get()));
}

net::Observation versioned(const Answer& answer, std::string_view version, std::string_view needed) {
  if (answer.found == Found::not_answered) return observation_of(answer);
  std::size_t count = 0;
  for (const auto& text : answer.records)
    if (lower(text).starts_with(version)) ++count;
  if (count == 0) return {net::Outcome::absent, "no-record"};
  if (count > 1) return {net::Outcome::absent, "several-records"};
  std::vector<std::string> faults;
  for (const auto& text : answer.records)
    if (lower(text).starts_with(version) && tag(read_tags(text, faults), needed).empty())
      return {net::Outcome::absent, "no-" + std::string(needed)};
  return {net::Outcome::present, {}};
}

bool matches(std::string_view exchanger, std::string_view pattern) {
  if (!pattern.starts_with("*.")) return exchanger == pattern;
  const auto dot = exchanger.find('.');
  return dot != std::string_view::npos && exchanger.substr(dot + 1) == pattern.substr(2);
}

}  // namespace

DkimKey read_dkim(const std::string& domain, const std::string& selector, const Lookup& lookup) {
  DkimKey key;
  key.selector = selector;
  const auto answer = lookup(selector + "._domainkey." + domain, "TXT");
  key.found = observation_of(answer);
  if (!key.found.present()) return key;
  std::vector<std::string> faults;
  const auto tags = read_tags(answer.records.front(), faults);
  const auto has = [&](std::string_view name) {
    return std::any_of(tags.begin(), tags.end(), [&](const auto& one) { return one.first == name; });
  };
  if (!has("p") || (has("v") && tag(tags, "v") != "DKIM1")) {
    key.found = {net::Outcome::absent, "not-a-key"};
    return key;
  }
  key.key = tag(tags, "k").empty() ? "rsa" : lower(tag(tags, "k"));
  key.revoked = tag(tags, "p").empty();  // RFC 6376, 3.6.1: an empty key is a revoked one
  key.testing = lower(tag(tags, "t")).find('y') != std::string::npos;
  if (!key.revoked) read_key(key, tag(tags, "p"));
  return key;
}

net::Observation read_mta_sts_record(const std::string& domain, const Lookup& lookup) {
  return versioned(lookup("_mta-sts." + domain, "TXT"), "v=stsv1", "id");
}

net::Observation read_tls_reporting(const std::string& domain, const Lookup& lookup) {
  return versioned(lookup("_smtp._tls." + domain, "TXT"), "v=tlsrptv1", "rua");
}

StsPolicy read_sts_policy(std::string_view text, const std::vector<std::string>& exchangers) {
  StsPolicy out;
  std::string version, age;
  for (unsigned lines = 0; !text.empty() && lines < 200; ++lines) {
    const auto end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    const auto colon = line.find(':');
    if (line.empty()) continue;
    if (colon == std::string_view::npos) {
      out.faults.emplace_back("syntax");
      continue;
    }
    const auto name = lower(trimmed(line.substr(0, colon)));
    const std::string value(trimmed(line.substr(colon + 1)));
    if (name == "version") version = value;
    if (name == "mode") out.mode = lower(value);
    if (name == "max_age") age = value;
    if (name == "mx") out.exchangers.push_back(lower(value));
  }
  if (version != "STSv1") out.faults.emplace_back("syntax");
  if (out.mode != "enforce" && out.mode != "testing" && out.mode != "none") out.faults.emplace_back("bad-mode");
  long seconds = -1;
  const auto [last, error] = std::from_chars(age.data(), age.data() + age.size(), seconds);
  if (error != std::errc{} || last != age.data() + age.size() || seconds < 0 || seconds > longest_age)
    out.faults.emplace_back("bad-age");
  else if (seconds < shortest_age)
    out.faults.emplace_back("short-age");
  if (out.exchangers.empty() && out.mode != "none") out.faults.emplace_back("no-exchanger");
  for (const auto& exchanger : exchangers)
    if (out.mode != "none" && std::none_of(out.exchangers.begin(), out.exchangers.end(),
                                           [&](const auto& pattern) { return matches(exchanger, pattern); }))
      out.faults.emplace_back("exchanger-missing");
  std::sort(out.faults.begin(), out.faults.end());
  out.faults.erase(std::unique(out.faults.begin(), out.faults.end()), out.faults.end());
  return out;
}

}  // namespace hygie::exposure
