// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/directory/directory.hpp"
#include "audits/exposure/dialogues/support/ber.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <algorithm>
#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;

constexpr std::uint8_t search_request = ber::application(3), search_entry = ber::application(4),
                       search_done = ber::application(5), search_reference = ber::application(19);

/// What is read of the rootDSE, and what our facts call it (RFC 4512, 5.1; MS-ADTS 3.1.1.3.2).
struct Attribute {
  std::string_view name, fact;
};
constexpr std::array<Attribute, 12> attributes{{{"namingContexts", "naming_contexts"},
                                                {"defaultNamingContext", "default_naming_context"},
                                                {"dnsHostName", "host"},
                                                {"domainFunctionality", "domain_functional_level"},
                                                {"forestFunctionality", "forest_functional_level"},
                                                {"domainControllerFunctionality", "controller_functional_level"},
                                                {"supportedSASLMechanisms", "sasl"},
                                                {"supportedLDAPVersion", "ldap_versions"},
                                                {"vendorName", "vendor_name"},
                                                {"vendorVersion", "vendor_version"},
                                                {"structuralObjectClass", "object_class"},
                                                {"ldapServiceName", "service_name"}}};

enum class Depth : std::uint8_t { base = 0, one_level = 1 };
struct Search {
  int number = 1;
  std::string_view base = {};
  Depth depth = Depth::base;
  std::vector<std::string_view> wanted = {};
};
/// SearchRequest (RFC 4511, 4.5.1): one entry at most, five seconds.
net::Buffer search(const Search& what) {
  ber::Writer out;
  out.group(ber::sequence, [&](ber::Writer& message) {
    message.number(what.number).group(search_request, [&](ber::Writer& request) {
      request.text(what.base).number(static_cast<int>(what.depth), ber::enumerated).number(0, ber::enumerated);
      request.number(1).number(5).flag(false).text("objectClass", ber::context(7));
      request.group(ber::sequence, [&](ber::Writer& names) {
        for (const auto name : what.wanted) names.text(name);
      });
    });
  });
  return out.take();
}
net::Buffer root_search() {
  Search what;
  for (const auto& one : attributes) what.wanted.push_back(one.name);
  return search(what);
}

/// Adds what our facts know of an entry.
void read_entry(ber::Cursor entry, Said& said) {
  entry.text(ber::octets);
  auto list = entry.inside(ber::sequence);
  while (!list.empty() && list.ok()) {
    auto attribute = list.inside(ber::sequence);
    const auto name = upper(attribute.text(ber::octets));
    auto values = attribute.inside(ber::set);
    const auto known = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const Attribute& one) { return upper(one.name) == name; });
    while (!values.empty() && values.ok()) {
      const auto value = values.text(ber::octets);
      if (known != attributes.end()) append_to_list(said[std::string(known->fact)], bounded(value));
    }
  }
}

/// What a search was answered with, message by message.
struct Answer {
  bool whole = false, malformed = false;
  int entries = 0;
  std::int64_t result = -1;
  std::string text = {};
  std::string first_context = {};
  Said said = {};
};
void read_message(Bytes message, int number, Answer& answer) {
  ber::Cursor outer(message);
  auto inside = outer.inside(ber::sequence);
  if (inside.number() != number) answer.malformed = true;
  const auto kind = inside.peek();
  auto operation = inside.inside(kind == 0 ? search_done : kind);
  if (kind == search_entry) {
    ++answer.entries;
    read_entry(operation, answer.said);
  } else if (kind == search_done) {
    answer.result = operation.number(ber::enumerated);
    operation.text(ber::octets);
    answer.text = bounded(operation.text(ber::octets));
    answer.whole = true;
    if (!operation.ok()) answer.malformed = true;
  } else if (kind != search_reference) {
    answer.malformed = true;
  }
  if (!inside.ok()) answer.malformed = true;
}
Answer read_messages(Bytes heard, int number) {
  Answer answer;
  while (!heard.empty() && !answer.whole && !answer.malformed) {
    if (heard[0] != ber::sequence) answer.malformed = true;
    const auto size = ber::size_of(heard);
    if (size && (*size == 0 || *size > longest_answer)) answer.malformed = true;
    if (answer.malformed || !size || heard.size() < *size) break;
    read_message(heard.first(*size), number, answer);
    heard = heard.subspan(*size);
  }
  return answer;
}

class Ldap final : public Dialogue {
 public:
  net::Buffer opening() override { return root_search(); }
  Step hear(Bytes heard) override {
    const auto answer = read_messages(heard, turn_);
    if (answer.malformed || (!answer.whole && heard.size() > longest_answer)) return end();
    if (!answer.whole) return Step::waits();
    if (turn_ == 2) return entries_read(answer);
    known_ = true;
    service_.said = answer.said;
    service_.said["root_result"] = std::to_string(answer.result);
    const auto base = base_of(answer.said);
    if (base.empty()) return end();
    turn_ = 2;
    return Step::says(search({.number = 2, .base = base, .depth = Depth::one_level, .wanted = {"1.1"}}));
  }
  Step end() override { return known_ ? Step::knows(service_) : Step::refuses(); }

 private:
  static std::string base_of(const Said& said) {
    for (const auto* name : {"default_naming_context", "naming_contexts"}) {
      const auto found = said.find(name);
      // a name holds ",dc=" without a blank: what is joined by ", " is a list
      if (found != said.end()) return found->second.substr(0, found->second.find(", "));
    }
    return {};
  }
  Step entries_read(const Answer& answer) {
    service_.said["anonymous"] = answer.entries > 0 ? "true" : "false";
    service_.said["search_result"] = std::to_string(answer.result);
    if (!answer.text.empty()) service_.said["search_text"] = answer.text;
    return end();
  }

  Identity service_{"ldap", {}};
  int turn_ = 1;
  bool known_ = false;
};

Step read_cldap(Bytes heard) {
  const auto answer = read_messages(heard, 1);
  if (answer.malformed || (answer.entries == 0 && !answer.whole)) return Step::refuses();
  Identity service{"cldap", answer.said};
  service.said["entries"] = std::to_string(answer.entries);
  return Step::knows(std::move(service));
}

}  // namespace

std::unique_ptr<Dialogue> make_ldap() { return std::make_unique<Ldap>(); }
std::unique_ptr<Dialogue> make_cldap() { return one_answer<root_search, read_cldap>(); }

}  // namespace hygie::exposure
