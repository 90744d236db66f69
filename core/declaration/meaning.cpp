// SPDX-License-Identifier: EUPL-1.2
#include "core/declaration/meaning.hpp"

#include "core/calendar.hpp"
#include "core/declaration/finess.hpp"
#include "core/i18n.hpp"

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace hygie::core {
namespace {

using nlohmann::json;

void check_finess_number(const std::string& number, Problems& problems) {
  const char* at = "/establishment/finess";
  switch (check_finess(number)) {
    case FinessFault::none: return;
    case FinessFault::length:
      return problems.at_value(at, tr("a FINESS number has nine characters, this one has {}", number.size()),
                               tr("write it between quotes, with its leading zeros; or none with local_id"));
    case FinessFault::character:
      return problems.at_value(at, tr("a FINESS number is made of digits, with 2A or 2B in front in Corsica"),
                               tr("write it between quotes, without spaces"));
    case FinessFault::key:
      return problems.at_value(at, tr("the last digit of this FINESS number, its key, does not fit the others"),
                               tr("a digit was probably mistyped: compare with the public FINESS register"));
  }
}

void check_networks(const json& root, const std::string& pointer, Problems& problems) {
  const json::json_pointer at(pointer);
  if (!root.contains(at) || !root[at].is_array()) return;
  for (std::size_t i = 0; i < root[at].size(); ++i) {
    if (!root[at][i].is_string()) continue;
    const auto text = root[at][i].get<std::string>();
    if (!text.empty() && !is_network(text))
      problems.at_value(pointer_to(pointer, i), tr("\"{}\" is neither an address nor a network", text),
                        tr("for example 192.0.2.10, 192.0.2.0/24 or 2001:db8::/32"));
  }
}

}  // namespace

std::string text_at(const json& root, const std::string& pointer) {
  const json::json_pointer at(pointer);
  return root.contains(at) && root[at].is_string() ? root[at].get<std::string>() : std::string{};
}

bool is_network(const std::string& text) {
  const auto slash = text.find('/');
  const auto address = text.substr(0, slash);
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  const bool v4 = ::inet_pton(AF_INET, address.c_str(), bytes.data()) == 1;
  if (!v4 && ::inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return false;
  if (slash == std::string::npos) return true;
  unsigned bits = 0;
  const char* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data() + slash + 1, last, bits);
  return error == std::errc{} && end == last && bits <= (v4 ? 32U : 128U);
}

void check_first_line(const json& root, const YamlDocument& document, Problems& problems) {
  if (!root.is_object() || !root.contains("hygie")) return;  // already said
  const auto at = document.position("/hygie", true);
  for (const auto& [key, value] : root.items()) {
    const auto other = document.position(pointer_to("", key), true);
    if (other.line < at.line || (other.line == at.line && other.column < at.column))
      return problems.at_key("/hygie", tr("hygie: 1 must be the first line of the file"), tr("move it to the top"));
  }
}

void check_establishment(const json& root, Problems& problems) {
  const json::json_pointer finess("/establishment/finess");
  if (!root.contains(finess)) return;
  const auto number = root[finess].is_number_integer() ? root[finess].dump() : text_at(root, "/establishment/finess");
  const bool has_local_id = root["establishment"].contains("local_id");
  if (number == "none") {
    if (!has_local_id)
      problems.at_value("/establishment/finess", tr("without a FINESS number, a local id is needed"),
                        tr("add for example: local_id: residence-exemple"));
  } else if (root[finess].is_string() || root[finess].is_number_integer()) {
    check_finess_number(number, problems);
    if (has_local_id)
      problems.at_key("/establishment/local_id", tr("local_id stands beside a FINESS number"),
                      tr("keep local_id with finess: none alone"));
  }
}

void check_authorisation(const json& root, Problems& problems) {
  const auto from = parse_date(text_at(root, "/authorisation/from")),
             until = parse_date(text_at(root, "/authorisation/until"));
  if (from && until && *until < *from)
    problems.at_value("/authorisation/until", tr("the authorisation ends before it begins"),
                      tr("until must be the same day as from, or later"));
  check_networks(root, "/authorisation/addresses", problems);
  check_networks(root, "/authorisation/exclude", problems);
  check_networks(root, "/exposure/addresses", problems);
}

}  // namespace hygie::core
