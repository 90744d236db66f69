// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/mail/lookup.hpp"
#include "core/cancel.hpp"
#include "core/result.hpp"
#include "net/scope.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace hygie::exposure {

/// One resource record of an answer, each of its fields as text (RFC 1035, 5.1).
struct DnsRecord {
  std::string owner;                // lower case, no dot at the end
  std::string type;                 // "A", "CNAME", "TXT" ...
  std::vector<std::string> fields;  // names without a dot at the end; TXT: the strings joined, in one field
};

/// What the resolver answered. `secure`: DNSSEC proves it; `bogus`: DNSSEC refutes it, and `why` says how.
struct DnsAnswer {
  Found found = Found::not_answered;
  std::string code;                // "NOERROR", "NXDOMAIN", "SERVFAIL", "timeout"
  std::vector<DnsRecord> records;  // of the answer section, aliases included
  bool secure = false, bogus = false;
  std::string why;
  [[nodiscard]] std::vector<std::string> values(std::string_view type) const;  // first fields of that type
  [[nodiscard]] std::vector<std::string> aliases() const;                      // targets of CNAMEs, in order
};

struct ResolverSettings {
  std::string server;        // numeric; empty: /etc/resolv.conf
  std::string trust_anchor;  // a file of DS or DNSKEY records; empty: the system's, when there is one
  std::chrono::milliseconds limit{8000};
};

/// Asks one resolver, through libunbound, and validates what it says. Answers are kept: the same question is asked
/// once. Safe from several threads, one question at a time.
class Resolver {
 public:
  static core::Result<std::unique_ptr<Resolver>> make(const ResolverSettings& settings, core::Deadline deadline);
  ~Resolver();
  Resolver(const Resolver&) = delete;
  Resolver& operator=(const Resolver&) = delete;

  [[nodiscard]] DnsAnswer ask(const std::string& name, const std::string& type);
  [[nodiscard]] DnsAnswer ask_validated(const std::string& name, const std::string& type);
  /// Ends with whatever ends the work from now on.
  void obey(core::Deadline deadline) { deadline_ = deadline; }
  /// Both kinds of addresses of a name: present when both were answered and there is one, absent when both were
  /// answered and there is none, unknown when one was not answered, whatever the other gave.
  struct Addresses {
    std::vector<std::string> addresses;
    net::Observation resolved;
  };
  [[nodiscard]] Addresses addresses_of(const std::string& name);
  /// For the readers of mail records.
  [[nodiscard]] Lookup lookup();
  /// For the gate: A and AAAA; an error when nobody answered or the name does not exist.
  [[nodiscard]] net::Resolver addresses();
  /// How many questions were sent.
  [[nodiscard]] std::uint64_t asked() const { return asked_; }
  /// Can DNSSEC be decided: is a trust anchor there?
  [[nodiscard]] bool validates() const { return validates_; }

 private:
  struct Context;
  Resolver(core::Deadline deadline, std::chrono::milliseconds limit);

  DnsAnswer ask(Context& context, const std::string& name, const std::string& type);

  std::unique_ptr<Context> plain_, validating_;
  core::Deadline deadline_;
  std::chrono::milliseconds limit_;
  bool validates_ = false;
  std::mutex mutex_;
  std::uint64_t asked_ = 0;
  unsigned silences_ = 0;  // in a row
};

/// The records of a packet as it came (RFC 1035, 4); empty when it is malformed.
[[nodiscard]] std::vector<DnsRecord> records_of(const std::vector<std::uint8_t>& packet);

}  // namespace hygie::exposure
