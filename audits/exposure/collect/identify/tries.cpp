// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/tries.hpp"

#include "audits/exposure/collect/identify/attempt.hpp"
#include "audits/exposure/dialogues/hospital/dicom.hpp"
#include "audits/exposure/dialogues/hospital/mllp.hpp"
#include "core/calendar.hpp"

#include <algorithm>
#include <array>

namespace hygie::exposure {
namespace {

// Ports where TLS is spoken from the first byte.
constexpr std::array<std::uint16_t, 27> tls_ports{443,  444,  465,  563,  636,  853,  990,   992,   993,
                                                  995,  2376, 2762, 3269, 4433, 4443, 5061,  5671,  5986,
                                                  6443, 6514, 7443, 8443, 8883, 9443, 10443, 16993, 60443};
// Ports where HTTP is what most often answers.
constexpr std::array<std::uint16_t, 16> http_ports{80,   81,   631,  2375, 3000, 3128, 5000, 5985,
                                                   8000, 8008, 8042, 8080, 8081, 8088, 8888, 9090};
// What may stand on any port and waits to be spoken to, the hospital's own first.
constexpr std::array<std::string_view, 10> anywhere{"dicom", "mllp",       "rdp",  "smb2",  "ldap",
                                                    "redis", "postgresql", "mqtt", "mssql", "modbus"};

template <std::size_t Size>
bool holds(const std::array<std::uint16_t, Size>& ports, std::uint16_t port) {
  return std::find(ports.begin(), ports.end(), port) != ports.end();
}

Try dialogue(std::string_view name, bool tls) {
  return {.name = std::string(name), .make = [name] { return make_dialogue(name); }, .tls = tls};
}

Try http(const OpenPort& port, bool tls) {
  return {.name = "http",
          .make = [host = port.name.empty() ? port.address : port.name] { return make_http(host); },
          .tls = tls,
          .likely = !tls && holds(http_ports, port.port)};
}

/// Dialogues whose usual ports hold this one: those that learn more before those that learn less.
std::vector<std::string_view> suggested(std::uint16_t port) {
  constexpr std::array<std::string_view, 3> last{"smb1", "socks4", "banner"};
  const auto rank = [&](std::string_view name) { return std::find(last.begin(), last.end(), name) != last.end(); };
  std::vector<std::string_view> names;
  for (const auto& info : dialogues())
    if (info.transport == Transport::tcp && !info.name.ends_with("-standard") &&
        std::find(info.ports.begin(), info.ports.end(), port) != info.ports.end())
      names.push_back(info.name);
  std::stable_sort(names.begin(), names.end(), [&](auto one, auto other) { return rank(one) < rank(other); });
  return names;
}

void add_suggested(const OpenPort& port, bool tls, Tries& tries) {
  for (const auto name : suggested(port.port)) tries.emplace_back(dialogue(name, tls)).likely = true;
}

/// What is usual, as much of it as the connections allow, and a last one that hears whoever greets late: it comes after
/// all others, for a server that takes one guest at a time would hear none of those behind it.
void add_usual(bool tls, std::size_t most, Tries& tries) {
  const Tries first = tries;
  for (const auto name : anywhere)
    if (tries.size() + 1 < most &&
        std::none_of(first.begin(), first.end(), [&](const Try& one) { return one.name == name && one.tls == tls; }))
      tries.push_back(dialogue(name, tls));
  tries.push_back({.name = "greeting", .tls = tls});
}

/// An HL7 engine may keep silent until it hears a message: with its owner's consent it hears one of nobody.
void add_consented_event(const OpenPort& port, const Inventory& inventory, Tries& tries) {
  for (const auto& one : inventory.hl7)
    if (one.address == port.address && one.port == port.port)
      tries.push_back({.name = "event", .make = [] { return mllp::make_event_dialogue(core::now()); }, .likely = true});
}

}  // namespace

bool is_greeting_port(std::uint16_t port) {
  return std::any_of(dialogues().begin(), dialogues().end(), [&](const DialogueInfo& info) {
    return info.listens_first && std::find(info.ports.begin(), info.ports.end(), port) != info.ports.end();
  });
}

Tries first_tries(const OpenPort& port, const Inventory& inventory, std::size_t most) {
  Tries tries;
  const bool tls_first = holds(tls_ports, port.port);
  if (tls_first) tries.emplace_back(http(port, true)).likely = true;
  add_consented_event(port, inventory, tries);
  add_suggested(port, false, tries);
  if (tries.empty() && !holds(http_ports, port.port)) tries.push_back({.name = "greeting", .brief = true});
  tries.push_back(http(port, false));
  if (!tls_first) tries.push_back(http(port, true));
  add_usual(false, most, tries);
  return tries;
}

Tries tries_in_tls(const OpenPort& port, std::size_t most) {
  Tries tries;
  add_suggested(port, true, tries);
  add_usual(true, most, tries);
  return tries;
}

Tries more_tries(const Service& service, const Inventory& inventory) {
  struct Question {
    std::string_view protocol, dialogue, prefix;
  };
  constexpr std::array<Question, 2> questions{{{"rdp", "rdp-standard", "standard."}, {"smb", "smb1", ""}}};
  Tries tries;
  for (const auto& [protocol, name, prefix] : questions)
    if (service.is(protocol)) tries.emplace_back(dialogue(name, service.tls)).prefix = prefix;
  if (service.is("dicom"))
    for (const auto& one : inventory.dicom)
      if (one.address == service.address && one.port == service.port)
        tries.push_back({.name = "dicom",
                         .make =
                             [one] {
                               return dicom::make_dialogue({one.called, one.calling});
                             },
                         .tls = service.tls,
                         .prefix = "known."});
  for (auto& one : tries) one.more = true;
  return tries;
}

}  // namespace hygie::exposure
