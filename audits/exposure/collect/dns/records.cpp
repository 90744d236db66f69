// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/dns/rr.hpp"

#include <cstdlib>
#include <memory>

namespace hygie::exposure {
namespace {

std::string text_of(const ldns_rdf* field) {
  const std::unique_ptr<char, decltype(&std::free)> text(ldns_rdf2str(field), &std::free);
  return text ? std::string(text.get()) : std::string{};
}

std::string without_dot(std::string name) {
  if (name.size() > 1 && name.ends_with('.')) name.pop_back();
  return name;
}

/// The bytes of a character string, without its length: what a TXT record holds.
std::string raw_string(const ldns_rdf* field) {
  const auto size = ldns_rdf_size(field);
  const auto* const bytes = ldns_rdf_data(field);
  if (size == 0) return {};
  return {reinterpret_cast<const char*>(bytes) + 1, size - 1};
}

std::string joined_strings(const ldns_rr* record) {
  std::string out;
  for (std::size_t i = 0; i < ldns_rr_rd_count(record); ++i) out += raw_string(ldns_rr_rdf(record, i));
  return out;
}

}  // namespace

DnsRecord record_of(const ldns_rr* record) {
  DnsRecord out;
  out.owner = lower(without_dot(text_of(ldns_rr_owner(record))));
  const std::unique_ptr<char, decltype(&std::free)> type(ldns_rr_type2str(ldns_rr_get_type(record)), &std::free);
  out.type = type ? type.get() : "";
  if (out.type == "TXT") {
    out.fields.push_back(joined_strings(record));
    return out;
  }
  for (std::size_t i = 0; i < ldns_rr_rd_count(record); ++i) {
    const auto* const field = ldns_rr_rdf(record, i);
    const bool name = ldns_rdf_get_type(field) == LDNS_RDF_TYPE_DNAME;
    out.fields.push_back(name ? lower(without_dot(text_of(field))) : text_of(field));
  }
  return out;
}

std::vector<DnsRecord> records_of(const std::vector<std::uint8_t>& packet) {
  ldns_pkt* read = nullptr;
  if (ldns_wire2pkt(&read, packet.data(), packet.size()) != LDNS_STATUS_OK) return {};
  const std::unique_ptr<ldns_pkt, decltype(&ldns_pkt_free)> owner(read, &ldns_pkt_free);
  std::vector<DnsRecord> out;
  const auto* const answers = ldns_pkt_answer(read);
  for (std::size_t i = 0; answers != nullptr && i < ldns_rr_list_rr_count(answers); ++i)
    out.push_back(record_of(ldns_rr_list_rr(answers, i)));
  return out;
}

}  // namespace hygie::exposure
