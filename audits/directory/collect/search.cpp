// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/search.hpp"

#include <array>
#include <memory>

namespace hygie::directory {
namespace {

constexpr const char* sd_flags_oid = "1.2.840.113556.1.4.801";
constexpr const char* domain_scope_oid = "1.2.840.113556.1.4.1339";
// SEQUENCE { INTEGER 7 }: owner, group and DACL; the SACL needs a right that a reader should not have.
constexpr std::string_view owner_group_dacl("\x30\x03\x02\x01\x07", 5);

struct FreeControl {
  void operator()(LDAPControl* control) const { ldap_control_free(control); }
  void operator()(LDAPControl** controls) const { ldap_controls_free(controls); }
};
using Control = std::unique_ptr<LDAPControl, FreeControl>;

Control make_control(const char* oid, std::string_view value, bool critical) {
  berval bytes{value.size(), const_cast<char*>(value.data())};  // copied
  LDAPControl* control = nullptr;
  ldap_control_create(oid, critical ? 1 : 0, value.empty() ? nullptr : &bytes, 1, &control);
  return Control(control);
}

Control make_page_control(LDAP* handle, const PageRequest& page, bool critical) {
  berval cookie{page.cookie.size(), const_cast<char*>(page.cookie.data())};  // copied
  LDAPControl* control = nullptr;
  ldap_create_page_control(handle, static_cast<ber_int_t>(page.size), page.cookie.empty() ? nullptr : &cookie,
                           critical ? 1 : 0, &control);
  return Control(control);
}

}  // namespace

int send_search(LDAP* handle, const SearchRequest& request, const ServerControls& controls, const PageRequest& page,
                int& id) {
  // Not critical where the server does not name the control: it may know it all the same, and what comes back tells.
  const Control descriptors = make_control(sd_flags_oid, owner_group_dacl, controls.sd_flags);
  const Control scope = controls.domain_scope ? make_control(domain_scope_oid, {}, true) : nullptr;
  const Control paging = page.size > 0 ? make_page_control(handle, page, controls.paged) : nullptr;
  std::array<LDAPControl*, 4> sent{};
  std::size_t count = 0;
  for (auto* control : {descriptors.get(), scope.get(), paging.get()})
    if (control != nullptr) sent.at(count++) = control;
  std::vector<char*> attributes;
  attributes.reserve(request.attributes.size() + 1);
  for (const auto& attribute : request.attributes)
    attributes.push_back(const_cast<char*>(attribute.c_str()));  // only read
  attributes.push_back(nullptr);
  return ldap_search_ext(handle, request.base.c_str(), request.scope, request.filter.c_str(), attributes.data(), 0,
                         sent.data(), nullptr, nullptr, LDAP_NO_LIMIT, &id);
}

PageEnd read_page_end(LDAP* handle, LDAPMessage* result) {
  PageEnd end;
  char* text = nullptr;
  LDAPControl** raw = nullptr;
  const int rc = ldap_parse_result(handle, result, &end.outcome.code, nullptr, &text, nullptr, &raw, 0);
  const std::unique_ptr<LDAPControl*, FreeControl> controls(raw);
  if (rc != LDAP_SUCCESS) end.outcome.code = rc;
  if (text != nullptr) end.outcome.message = text;
  ldap_memfree(text);
  LDAPControl* page = raw != nullptr ? ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, raw, nullptr) : nullptr;
  ber_int_t estimate = 0;
  berval cookie{};
  if (page != nullptr && ldap_parse_pageresponse_control(handle, page, &estimate, &cookie) == LDAP_SUCCESS) {
    end.cookie.assign(cookie.bv_val != nullptr ? cookie.bv_val : "", cookie.bv_len);
    ldap_memfree(cookie.bv_val);
  }
  return end;
}

std::string escape_filter(const std::string& value) {
  berval in{value.size(), const_cast<char*>(value.data())};  // only read
  berval out{};
  if (ldap_bv2escaped_filter_value(&in, &out) != 0) return {};
  std::string escaped(out.bv_val != nullptr ? out.bv_val : "", out.bv_len);
  ldap_memfree(out.bv_val);
  return escaped;
}

LdapOutcome search_now(LDAP* handle, const SearchRequest& request, const SessionContext& context, Message& chain) {
  int id = 0;
  if (const int rc = send_search(handle, request, {}, {}, id); rc != LDAP_SUCCESS) return {rc, {}};
  if (const int rc = await_answer(handle, id, context, chain); rc != LDAP_SUCCESS) return {rc, {}};
  for (auto* one = ldap_first_message(handle, chain.get()); one != nullptr; one = ldap_next_message(handle, one))
    if (ldap_msgtype(one) == LDAP_RES_SEARCH_RESULT) return outcome_of(handle, one);
  return {LDAP_DECODING_ERROR, {}};
}

}  // namespace hygie::directory
