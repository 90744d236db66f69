// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/dns/observed.hpp"
#include "audits/exposure/collect/dns/rr.hpp"
#include "audits/exposure/collect/mail/organisation.hpp"
#include "core/i18n.hpp"

#include <poll.h>
#include <unbound.h>
#include <unistd.h>
#include <algorithm>
#include <map>

namespace hygie::exposure {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;

// Debian's dns-root-data.
constexpr const char* system_anchor = "/usr/share/dns/root.key";
// A resolver that let so many questions in a row go unanswered is asked no more.
constexpr unsigned most_silences = 5;
constexpr int look_every = 50;  // milliseconds between two looks at the end of the work

struct Free {
  void operator()(::ub_ctx* context) const { ::ub_ctx_delete(context); }
  void operator()(::ub_result* result) const { ::ub_resolve_free(result); }
};

struct Outcome {
  bool done = false;
  int error = 0;
  std::unique_ptr<::ub_result, Free> result;
};

extern "C" void on_answer(void* data, int error, ::ub_result* result) {
  auto* const outcome = static_cast<Outcome*>(data);
  outcome->done = true;
  outcome->error = error;
  outcome->result.reset(result);
}

DnsAnswer answer_of(const ::ub_result& result) {
  DnsAnswer out;
  const auto* const packet = static_cast<const std::uint8_t*>(result.answer_packet);
  out.records = packet == nullptr ? std::vector<DnsRecord>{}
                                  : records_of({packet, packet + static_cast<std::size_t>(result.answer_len)});
  out.secure = result.secure != 0;
  out.bogus = result.bogus != 0;
  if (result.why_bogus != nullptr) out.why = result.why_bogus;
  if (result.nxdomain != 0) {
    out.found = Found::no_such_name;
    out.code = "NXDOMAIN";
  } else if (result.havedata != 0) {
    out.found = Found::records;
    out.code = "NOERROR";
  } else if (result.rcode == 0) {
    out.found = Found::none;
    out.code = "NOERROR";
  } else {
    out.code = result.rcode == 2 ? "SERVFAIL" : result.rcode == 5 ? "REFUSED" : "error";
  }
  return out;
}

}  // namespace

struct Resolver::Context {
  std::unique_ptr<::ub_ctx, Free> unbound;
  std::map<std::pair<std::string, std::string>, DnsAnswer> kept;
};

std::vector<std::string> DnsAnswer::values(std::string_view type) const {
  std::vector<std::string> out;
  for (const auto& record : records)
    if (record.type == type && !record.fields.empty()) out.push_back(record.fields.front());
  return out;
}

std::vector<std::string> DnsAnswer::aliases() const { return values("CNAME"); }

Resolver::Resolver(core::Deadline deadline, std::chrono::milliseconds limit) : deadline_(deadline), limit_(limit) {}
Resolver::~Resolver() = default;

core::Result<std::unique_ptr<Resolver>> Resolver::make(const ResolverSettings& settings, core::Deadline deadline) {
  std::unique_ptr<Resolver> made(new Resolver(deadline, settings.limit));
  for (auto* context : {&made->plain_, &made->validating_}) {
    *context = std::make_unique<Context>();
    (*context)->unbound.reset(::ub_ctx_create());
    auto* const ub = (*context)->unbound.get();
    if (ub == nullptr) return failure(ErrorCode::internal, "libunbound");
    ::ub_ctx_async(ub, 1);  // a thread: questions can then be given up
    ::ub_ctx_set_option(ub, "do-not-query-localhost:", "no");
    ::ub_ctx_set_option(ub, "module-config:", context == &made->plain_ ? "iterator" : "validator iterator");
    const int set =
        settings.server.empty() ? ::ub_ctx_resolvconf(ub, nullptr) : ::ub_ctx_set_fwd(ub, settings.server.c_str());
    if (set != 0)
      return failure(ErrorCode::config, tr("the DNS server cannot be used: {}", ::ub_strerror(set)), settings.server,
                     tr("name one with exposure: resolver"));
  }
  const auto& anchor = settings.trust_anchor.empty() ? std::string(system_anchor) : settings.trust_anchor;
  made->validates_ = ::access(anchor.c_str(), R_OK) == 0 &&
                     ::ub_ctx_add_ta_file(made->validating_->unbound.get(), anchor.c_str()) == 0;
  // libunbound answers by itself for names under test (RFC 6761); whoever declares one means it. Last: nothing can be
  // set after it.
  for (auto* context : {&made->plain_, &made->validating_})
    ::ub_ctx_zone_add((*context)->unbound.get(), "test.", "nodefault");
  return made;
}

DnsAnswer Resolver::ask(const std::string& name, const std::string& type) { return ask(*plain_, name, type); }
DnsAnswer Resolver::ask_validated(const std::string& name, const std::string& type) {
  return ask(*validating_, name, type);
}

DnsAnswer Resolver::ask(Context& context, const std::string& name, const std::string& type) {
  const std::lock_guard lock(mutex_);
  const auto key = std::pair(lower(name), type);
  if (const auto kept = context.kept.find(key); kept != context.kept.end()) return kept->second;
  if (deadline_.expired()) return {};
  if (silences_ >= most_silences) {  // it is not there: the rest would only wait
    DnsAnswer silent;
    silent.code = "timeout";
    return silent;
  }
  auto* const ub = context.unbound.get();
  Outcome outcome;
  int id = 0;
  ++asked_;
  const auto number = ldns_get_rr_type_by_name(type.c_str());
  if (::ub_resolve_async(ub, name.c_str(), number, 1, &outcome, &on_answer, &id) != 0) return {};
  const auto until = std::chrono::steady_clock::now() + limit_;
  while (!outcome.done && !deadline_.expired() && std::chrono::steady_clock::now() < until) {
    pollfd event{::ub_fd(ub), POLLIN, 0};
    if (::poll(&event, 1, look_every) > 0) ::ub_process(ub);
  }
  silences_ = outcome.done ? 0 : silences_ + 1;
  if (!outcome.done) {
    ::ub_cancel(ub, id);
    DnsAnswer silent;
    silent.code = "timeout";
    return deadline_.expired() ? silent : context.kept.emplace(key, silent).first->second;
  }
  if (outcome.error != 0 || !outcome.result) return {};
  return context.kept.emplace(key, answer_of(*outcome.result)).first->second;
}

Resolver::Addresses Resolver::addresses_of(const std::string& name) {
  Addresses out;
  bool answered = true;
  for (const auto* type : {"A", "AAAA"}) {
    const auto answer = ask(name, type);
    answered &= answer.found != Found::not_answered;
    for (auto& address : answer.values(type)) out.addresses.push_back(std::move(address));
  }
  out.resolved = !answered               ? net::Observation{net::Outcome::unknown, "not-answered"}
                 : out.addresses.empty() ? net::Observation{net::Outcome::absent, "no-address"}
                                         : net::Observation{net::Outcome::present, {}};
  return out;
}

net::Observation observed(const DnsAnswer& answer) {
  switch (answer.found) {
    case Found::records: return {net::Outcome::present, {}};
    case Found::none: return {net::Outcome::absent, "no-record"};
    case Found::no_such_name: return {net::Outcome::absent, "no-such-name"};
    case Found::not_answered: break;
  }
  return {net::Outcome::unknown, answer.code.empty() ? "not-answered" : lower(answer.code)};
}

std::string dangling_target(Resolver& resolver, const std::string& target) {
  if (resolver.ask(target, "A").found != Found::no_such_name) return {};
  const auto held = registered_domain(target);
  const auto found = resolver.ask(held, "SOA").found;
  if (found == Found::no_such_name) return "unregistered";
  return found == Found::not_answered ? "holder-unanswered" : "nxdomain";
}

Lookup Resolver::lookup() {
  return [this](const std::string& name, const std::string& type) {
    const auto answer = ask(name, type);
    Answer out;
    out.found = answer.found;
    for (const auto& record : answer.records) {
      if (record.type != type) continue;
      std::string text;
      for (const auto& field : record.fields) text += (text.empty() ? "" : " ") + field;
      out.records.push_back(std::move(text));
    }
    return out;
  };
}

net::Resolver Resolver::addresses() {
  return [this](const std::string& name) -> core::Result<std::vector<std::string>> {
    std::vector<std::string> out;
    bool answered = false;
    for (const auto* type : {"A", "AAAA"}) {
      const auto answer = ask(name, type);
      answered |= answer.found != Found::not_answered;
      for (auto& address : answer.values(type)) out.push_back(std::move(address));
    }
    if (!answered)
      return failure(ErrorCode::network, tr("the name {} cannot be resolved: nobody answers", name), name,
                     tr("check the DNS server: exposure: resolver"));
    if (out.empty()) return failure(ErrorCode::network, tr("the name {} has no address", name), name);
    return out;
  };
}

}  // namespace hygie::exposure
