// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/decode.hpp"

#include <lber.h>
#include <algorithm>
#include <charconv>
#include <memory>

namespace hygie::directory {
namespace {

struct FreeElement {
  void operator()(BerElement* element) const { ber_free(element, 0); }
};
struct FreeMemory {
  void operator()(berval* values) const { ldap_memfree(values); }
};

std::string_view view(const berval& value) { return {value.bv_val, value.bv_len}; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool parse_number(std::string_view text, std::size_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

bool EntryDecoder::read_attributes(LDAP* handle, LDAPMessage* message, BerElement* position) {
  while (true) {
    berval name{};
    berval* raw = nullptr;
    if (ldap_get_attribute_ber(handle, message, position, &name, &raw) != LDAP_SUCCESS) return false;
    const std::unique_ptr<berval, FreeMemory> values(raw);  // the array alone: values are in the message
    if (name.bv_val == nullptr) return true;
    std::size_t count = 0;
    for (; raw != nullptr && raw[count].bv_val != nullptr; ++count) values_.push_back(view(raw[count]));
    attributes_.push_back({view(name), {}});
    counts_.push_back(count);
  }
}

std::optional<RawEntry> EntryDecoder::decode(LDAP* handle, LDAPMessage* message) {
  values_.clear();
  attributes_.clear();
  counts_.clear();
  BerElement* position = nullptr;
  berval dn{};
  const int rc = ldap_get_dn_ber(handle, message, &position, &dn);
  const std::unique_ptr<BerElement, FreeElement> owner(position);
  if (rc != LDAP_SUCCESS || dn.bv_val == nullptr) return std::nullopt;
  if (!read_attributes(handle, message, position)) return std::nullopt;
  std::size_t offset = 0;
  for (std::size_t i = 0; i < attributes_.size(); ++i) {
    attributes_[i].values = std::span(values_).subspan(offset, counts_[i]);
    offset += counts_[i];
  }
  return RawEntry{view(dn), attributes_};
}

std::optional<ValueRange> parse_range(std::string_view name) {
  constexpr std::string_view option = ";range=";
  const auto at =
      std::search(name.begin(), name.end(), option.begin(), option.end(), [](char a, char b) { return lower(a) == b; });
  if (at == name.end()) return std::nullopt;
  ValueRange range;
  range.attribute = name.substr(0, static_cast<std::size_t>(at - name.begin()));
  auto bounds = name.substr(range.attribute.size() + option.size());
  bounds = bounds.substr(0, bounds.find(';'));
  const auto dash = bounds.find('-');
  if (dash == std::string_view::npos || !parse_number(bounds.substr(0, dash), range.first)) return std::nullopt;
  const auto last = bounds.substr(dash + 1);
  if (last == "*") return range;
  std::size_t number = 0;
  if (!parse_number(last, number) || number < range.first) return std::nullopt;
  range.last = number;
  return range;
}

bool same_text(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

const RawAttribute* find_attribute(const RawEntry& entry, std::string_view name) {
  for (const auto& attribute : entry.attributes)
    if (same_text(attribute.name, name)) return &attribute;
  return nullptr;
}

std::string_view first_value(const RawEntry& entry, std::string_view name) {
  const auto* attribute = find_attribute(entry, name);
  return attribute == nullptr || attribute->values.empty() ? std::string_view{} : attribute->values.front();
}

}  // namespace hygie::directory
