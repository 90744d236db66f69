// SPDX-License-Identifier: EUPL-1.2
#include "core/roca.hpp"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <vector>

namespace hygie::core {
namespace {

struct Residues {
  std::uint32_t prime;
  std::bitset<168> powers;  // of 65537
};

// The primes of the fingerprint published with CVE-2017-15361 (Nemec et al., ACM CCS 2017): those below 168 whose
// powers of 65537 do not fill all residues.
const std::vector<Residues>& roca_primes() {
  static const auto table = [] {
    std::vector<Residues> primes;
    for (const std::uint32_t prime :
         {11U, 13U, 17U, 19U, 37U, 53U, 61U, 71U, 73U, 79U, 97U, 103U, 107U, 109U, 127U, 151U, 157U}) {
      Residues one{prime, {}};
      for (std::uint32_t power = 1; !one.powers[power]; power = power * 65537U % prime) one.powers.set(power);
      primes.push_back(one);
    }
    return primes;
  }();
  return table;
}

}  // namespace

bool has_roca_fingerprint(Bytes modulus) {
  if (modulus.empty()) return false;
  const auto& primes = roca_primes();
  return std::all_of(primes.begin(), primes.end(), [&](const Residues& one) {
    std::uint32_t rest = 0;
    for (const auto byte : modulus) rest = (rest << 8U | byte) % one.prime;
    return one.powers[rest];
  });
}

}  // namespace hygie::core
