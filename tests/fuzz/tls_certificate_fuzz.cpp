// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/tls/chain.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <algorithm>

using namespace hygie;

/// A certificate, a chain cut in two, a staple: what a server may serve.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto authorities = exposure::Authorities::load({});
  const net::Bytes bytes(data, size);
  const auto certificate = exposure::read_certificate(bytes);
  fuzz::expect(certificate.sha256.size() == 64);
  fuzz::expect(certificate.unreadable.empty() || certificate.key_sha256.empty());
  for (const auto& name : certificate.names) fuzz::expect(!name.empty() && name.size() <= 253);
  if (!authorities) return 0;
  const core::Instant now{std::chrono::seconds{1780000000}};
  const auto half = static_cast<std::ptrdiff_t>(size / 2);
  exposure::ServedChain chain;
  chain.name = "www.exemple.test";
  exposure::judge_chain(*authorities, {{bytes.begin(), bytes.end()}}, "192.0.2.10", now, chain);
  exposure::judge_chain(*authorities, {{bytes.begin(), bytes.begin() + half}, {bytes.begin() + half, bytes.end()}},
                        "192.0.2.10", now, chain);
  fuzz::expect(!exposure::read_staple(*authorities, bytes, {{bytes.begin(), bytes.end()}}, now).empty());
  return 0;
}
