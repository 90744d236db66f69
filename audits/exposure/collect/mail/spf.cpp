// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/spf.hpp"

#include "net/scope.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace hygie::exposure {
namespace {

// RFC 7208, 4.6.4 and 3.4.
constexpr unsigned most_lookups = 10, most_voids = 2;
constexpr std::size_t longest_record = 450;
// A record that includes itself through others stops here, whatever it says.
constexpr unsigned deepest = 12, most_terms = 200;

struct Term {
  char qualifier = '+';
  std::string name;   // "include", "ip4", "redirect" ...
  std::string value;  // after ':' or '='; a length after '/' stays in it
  bool modifier = false, qualified = false;
};

bool is_spf(std::string_view record) {
  const auto start = lower(record.substr(0, 6));
  return start == "v=spf1" && (record.size() == 6 || record[6] == ' ');
}

std::vector<std::string_view> split(std::string_view record) {
  std::vector<std::string_view> words;
  while (!record.empty() && words.size() < most_terms) {
    const auto end = record.find(' ');
    if (end != 0) words.push_back(record.substr(0, end));
    record = end == std::string_view::npos ? std::string_view{} : record.substr(end + 1);
  }
  return words;
}

Term read_term(std::string_view word) {
  Term term;
  if (std::string_view("+-~?").find(word.front()) != std::string_view::npos) {
    term.qualifier = word.front();
    term.qualified = true;
    word.remove_prefix(1);
  }
  const auto mark = word.find_first_of(":=/");
  term.name = lower(word.substr(0, mark));
  if (mark != std::string_view::npos) {
    term.modifier = word[mark] == '=';
    term.value = word.substr(word[mark] == '/' ? mark : mark + 1);
  }
  return term;
}

bool known_mechanism(std::string_view name) {
  constexpr std::array<std::string_view, 8> names{"all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Reader {
 public:
  Reader(SpfReading& out, const Lookup& lookup) : out_(out), lookup_(lookup) {}

  /// The policy of `domain`; `first`: of the domain itself, not of one that it includes.
  void read(const std::string& domain, bool first, unsigned depth) {
    if (depth > deepest || !on_the_way_.insert(domain).second) return fault("loop");
    const auto record = policy_of(domain, first);
    if (!record.empty()) terms(record, domain, first, depth);
    on_the_way_.erase(domain);
  }

 private:
  void fault(const std::string& word) {
    if (std::find(out_.faults.begin(), out_.faults.end(), word) == out_.faults.end()) out_.faults.push_back(word);
  }

  std::string policy_of(const std::string& domain, bool first) {
    const auto answer = lookup_(domain, "TXT");
    std::vector<std::string> policies;
    for (const auto& text : answer.records)
      if (is_spf(text)) policies.push_back(text);
    const bool own = first && out_.record.empty();  // not one that a redirect leads to
    if (own)
      out_.found = answer.found == Found::not_answered ? observation_of(answer)
                   : policies.empty()                  ? net::Observation{net::Outcome::absent, "no-record"}
                                                       : net::Observation{net::Outcome::present, {}};
    if (answer.found == Found::not_answered) fault("unanswered");
    if (policies.size() > 1) fault("several-records");
    if (policies.empty() && answer.found != Found::not_answered && !own)
      fault(first ? "dead-redirect" : "dead-include");
    if (policies.empty()) return {};
    if (own) out_.record = policies.front();
    if (policies.front().size() > longest_record) fault("record-too-long");
    return policies.front();
  }

  /// Counts one term that asks the DNS; false when no more may be asked.
  bool may_ask() {
    if (out_.lookups >= 4 * most_lookups) return false;  // counted a little further: the number says how far it goes
    if (++out_.lookups > most_lookups) fault("too-many-lookups");
    return true;
  }

  void ask(const std::string& name, const std::string& type) {
    if (!may_ask() || name.find('%') != std::string::npos) return;  // a macro depends on the mail: not known here
    const auto answer = lookup_(name, type);
    if (answer.found == Found::not_answered) fault("unanswered");
    if (answer.found != Found::none && answer.found != Found::no_such_name) return;
    if (++out_.voids > most_voids) fault("too-many-voids");
  }

  void terms(const std::string& record, const std::string& domain, bool first, unsigned depth) {
    std::string redirect;
    bool all = false;
    for (const auto word : split(std::string_view(record).substr(6))) {
      const auto term = read_term(word);
      if (term.modifier && term.qualified) fault("syntax");
      if (term.modifier) {
        if (term.name == "redirect" && !redirect.empty()) fault("several-redirects");
        if (term.name == "redirect") redirect = term.value;
        continue;
      }
      if (all) fault("terms-after-all");
      if (!known_mechanism(term.name)) {
        fault("syntax");
        continue;
      }
      if (term.name == "all") {
        if (first && !all) out_.all = std::string(1, term.qualifier) + "all";  // what comes after is never read
        if (!first && term.qualifier == '+') fault("open-include");
        all = true;
      } else {
        mechanism(term, domain, depth);
      }
    }
    if (redirect.empty()) return;
    if (all) return fault("redirect-beside-all");
    if (may_ask()) read(lower(redirect), first, depth + 1);
  }

  void mechanism(const Term& term, const std::string& domain, unsigned depth) {
    const auto target = lower(std::string_view(term.value).substr(0, term.value.find('/')));
    const auto name = target.empty() ? domain : target;
    if (term.name == "include") {
      if (target.empty()) return fault("syntax");
      if (may_ask() && target.find('%') == std::string::npos) read(target, false, depth + 1);
    } else if (term.name == "a") {
      ask(name, "A");
    } else if (term.name == "mx") {
      ask(name, "MX");
    } else if (term.name == "exists") {
      if (target.empty()) return fault("syntax");
      ask(name, "A");
    } else if (term.name == "ptr") {
      fault("ptr");
      static_cast<void>(may_ask());
    } else {
      network(term);
    }
  }

  void network(const Term& term) {
    const auto whole = net::parse_network(term.value);
    const std::size_t wanted = term.name == "ip4" ? 4 : 16;
    // Bits after the length are sloppy and allowed (RFC 7208, 5.6): only the address counts then.
    const auto address = net::parse_network(std::string_view(term.value).substr(0, term.value.find('/')));
    if (!address || address->bytes.size() != wanted || (!whole && !plain_length(term.value, wanted * 8)))
      return fault("syntax");
    if (whole && whole->bits == 0) fault("open-network");
  }

  static bool plain_length(std::string_view value, std::size_t most) {
    const auto slash = value.find('/');
    if (slash == std::string_view::npos) return false;
    unsigned bits = 0;
    const auto* const last = value.data() + value.size();
    const auto [end, error] = std::from_chars(value.data() + slash + 1, last, bits);
    return error == std::errc{} && end == last && bits <= most;
  }

  SpfReading& out_;
  const Lookup& lookup_;
  std::set<std::string> on_the_way_;
};

}  // namespace

SpfReading read_spf(const std::string& domain, const Lookup& lookup) {
  SpfReading out;
  Reader(out, lookup).read(domain, true, 0);
  std::sort(out.faults.begin(), out.faults.end());
  return out;
}

}  // namespace hygie::exposure
