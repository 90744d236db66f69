// SPDX-License-Identifier: EUPL-1.2
// What strangers publish in the DNS, and files of names: the first byte says which reader, lines are records.
#include "audits/exposure/checks/authorities.hpp"
#include "audits/exposure/collect/dns/caa.hpp"
#include "audits/exposure/collect/dns/name_files.hpp"
#include "audits/exposure/collect/mail/records.hpp"
#include "audits/exposure/collect/mail/spf.hpp"
#include "audits/exposure/collect/mail/tree_walk.hpp"
#include "audits/exposure/facts/names.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <array>

using namespace hygie;
using namespace exposure;

namespace {

constexpr const char* domain = "a.b.exemple.test";

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty() && lines.size() < 64) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

/// A DNS that answers one line a question, in order: "!" nobody, "-" nothing, "?" no such name; a line that begins with
/// '+' is a second record beside the one before it.
class Dns {
 public:
  explicit Dns(std::string_view text) : lines_(lines_of(text)) {}
  [[nodiscard]] Lookup lookup() {
    return [this](const std::string&, const std::string&) -> Answer {
      ++asked;
      if (at_ >= lines_.size()) return {Found::no_such_name, {}};
      const auto line = lines_[at_++];
      if (line == "!") return {Found::not_answered, {}};
      if (line == "-") return {Found::none, {}};
      if (line == "?") return {Found::no_such_name, {}};
      Answer out{Found::records, {line}};
      while (at_ < lines_.size() && lines_[at_].starts_with('+')) out.records.push_back(lines_[at_++].substr(1));
      return out;
    };
  }
  std::size_t asked = 0;

 private:
  std::vector<std::string> lines_;
  std::size_t at_ = 0;
};

bool is_policy(std::string_view word) { return word == "none" || word == "quarantine" || word == "reject"; }

void spf(std::string_view text) {
  Dns dns(text);
  const auto read = read_spf(domain, dns.lookup());
  fuzz::expect(read.lookups <= 40 && dns.asked <= 1'000);
  fuzz::expect(read.found.present() || read.record.empty());
}

void dmarc(std::string_view text) {
  Dns dns(text);
  const auto read = read_dmarc(domain, "exemple.test", dns.lookup());
  fuzz::expect(read.organisation.empty() || below(domain, read.organisation));
  if (!read.found.present()) return;
  fuzz::expect(is_policy(read.policy) && is_policy(read.subdomain_policy) && is_policy(read.missing_name_policy));
  fuzz::expect(read.older_policy.empty() || is_policy(read.older_policy));
  fuzz::expect(below(domain, read.domain));
}

void dkim(std::string_view text) {
  Dns dns(text);
  const auto key = read_dkim(domain, "s", dns.lookup());
  fuzz::expect(key.found.present() || key.bits == 0);
  static_cast<void>(read_mta_sts_record(domain, dns.lookup()));
  static_cast<void>(read_tls_reporting(domain, dns.lookup()));
}

void mta_sts(std::string_view text) {
  const auto policy = read_sts_policy(text, {"mail.exemple.test"});
  fuzz::expect(policy.exchangers.size() <= 200);
}

void caa(std::string_view text) {
  auto lines = lines_of(text);
  const auto issuer = lines.empty() ? std::string{} : lines.front();
  if (!lines.empty()) lines.erase(lines.begin());
  fuzz::expect(organisation_in(issuer).size() <= issuer.size());
  static_cast<void>(allowed_by(lines, false, issuer));
  static_cast<void>(allowed_by(lines, true, issuer));
}

void zone(std::string_view text) {
  const auto names = zone_names(text, "f", "exemple.test");
  if (!names) return fuzz::expect(!names.error().what.empty());
  for (const auto& name : *names) fuzz::expect(!name.empty() && name.size() < 256);
}

void transparency(std::string_view text) {
  if (const auto names = transparency_names(text, "f")) fuzz::expect(!names->empty());
  for (const auto& one : issued_in(text)) fuzz::expect(!one.issuer.empty());
}

void walk(std::string_view text) {
  const std::string name(text.substr(0, text.find('\n')));
  fuzz::expect(walked_names(name).size() <= 8);
  Dns dns(text);
  const TreeWalk walked(name, dns.lookup());
  fuzz::expect(dns.asked <= 8 && name.ends_with(walked.organisation()));
}

}  // namespace

/// ldns 1.8.3 forgets the half of a record that it could not read whole; what we hold of it is owned.
extern "C" const char* __lsan_default_suppressions() { return "leak:libldns.so"; }

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array<void (*)(std::string_view), 8> readers{&spf, &dmarc, &dkim,         &mta_sts,
                                                              &caa, &zone,  &transparency, &walk};
  if (size == 0) return 0;
  readers[data[0] % readers.size()](fuzz::as_text(data + 1, size - 1));
  return 0;
}
