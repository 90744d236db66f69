// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/collect.hpp"

#include "audits/directory/collect/worker.hpp"
#include "core/i18n.hpp"

#include <poll.h>
#include <algorithm>
#include <csignal>
#include <ctime>

namespace hygie::directory {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;

// A second connection is worth 55 to 60 % against a controller, whose time goes into the entries; a third, nothing
// more.
constexpr std::size_t most_connections = 2;
constexpr int poll_step = 100;  // milliseconds between two looks at the deadline

/// The libraries below write to sockets that servers close: in this thread, meanwhile, that is an error and not the end
/// of the program.
class NoBrokenPipe {
 public:
  NoBrokenPipe() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  NoBrokenPipe(const NoBrokenPipe&) = delete;
  NoBrokenPipe& operator=(const NoBrokenPipe&) = delete;
  ~NoBrokenPipe() {
    const timespec no_wait{0, 0};
    while (!was_pending_ && sigtimedwait(&pipe_, nullptr, &no_wait) == SIGPIPE) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t pipe_{}, before_{};
  bool was_pending_ = false;
};

core::Result<RootInfo> load_root(LDAP* handle, const SessionContext& context, FactsBuilder& builder) {
  SearchRequest request;
  request.scope = LDAP_SCOPE_BASE;
  for (const auto* name : FactsBuilder::root_attributes()) request.attributes.emplace_back(name);
  for (const auto* name : {"namingContexts", "supportedControl", "currentTime", "defaultNamingContext",
                           "configurationNamingContext", "schemaNamingContext", "rootDomainNamingContext"})
    if (std::find(request.attributes.begin(), request.attributes.end(), name) == request.attributes.end())
      request.attributes.emplace_back(name);
  Message chain;
  const auto outcome = search_now(handle, request, context, chain);
  if (outcome.code == LDAP_USER_CANCELLED)
    return failure(ErrorCode::cancelled, tr("interrupted"), context.endpoint.text());
  EntryDecoder decoder;
  auto* first = chain ? ldap_first_entry(handle, chain.get()) : nullptr;
  const auto entry = first != nullptr ? decoder.decode(handle, first) : std::nullopt;
  if (!entry)
    return failure(ErrorCode::network, tr("the server does not describe itself (rootDSE): {}", search_reason(outcome)),
                   context.endpoint.text());
  auto root = read_root(*entry);
  if (root.default_context.empty() || root.configuration_context.empty())
    return failure(ErrorCode::unsupported, tr("this server is not an Active Directory controller"),
                   context.endpoint.text(), tr("name a domain controller in the url"));
  builder.add_root(*entry);
  if (root.current_time) builder.set_time(*root.current_time);
  return root;
}

/// A DNS partition this controller does not hold is a gap if the forest has it, and nothing if it does not.
void look_for_missing(LDAP* handle, const SessionContext& context, const RootInfo& root, FactsBuilder& builder) {
  for (const auto part : {Part::domain_dns, Part::forest_dns}) {
    const auto name = dns_context(root, part);
    if (root.holds(name)) continue;
    Message chain;
    const auto outcome = search_now(handle, cross_reference_request(root, name), context, chain);
    const bool known = outcome.code == LDAP_SUCCESS;
    if (known && ldap_count_entries(handle, chain.get()) == 0) continue;
    builder.add_gap(std::string(to_string(part)),
                    known ? tr("this controller does not hold the partition {}", name) : search_reason(outcome));
  }
}

std::deque<Job> make_jobs(const RootInfo& root) {
  std::deque<Job> jobs;
  for (auto& slice : make_plan(root)) {
    jobs.emplace_back();
    jobs.back().slice = std::move(slice);
  }
  return jobs;
}

void wait(const std::vector<Worker>& workers) {
  std::vector<pollfd> events;
  for (const auto& worker : workers)
    if (const int descriptor = worker.descriptor(); descriptor >= 0) events.push_back({descriptor, POLLIN, 0});
  ::poll(events.data(), events.size(), poll_step);
}

void run(std::vector<Worker>& workers, Reading& reading, core::Deadline deadline) {
  const auto any = [&](auto test) { return std::any_of(workers.begin(), workers.end(), test); };
  while (any([](const Worker& worker) { return worker.busy(); }) || !reading.idle()) {
    if (deadline.expired()) {
      const auto why =
          deadline.cancelled() ? tr("interrupted before its end") : tr("the time allowed was over before its end");
      for (auto& worker : workers) worker.interrupt(why);
      return reading.abandon_all(why);
    }
    if (!any([](const Worker& worker) { return worker.alive(); }))
      return reading.abandon_all(
          tr("the connection was lost and could not be made again: {}", workers.front().why_dead()));
    bool moved = false;
    for (auto& worker : workers) moved = worker.step() || moved;
    if (!moved) wait(workers);
  }
}

}  // namespace

core::Result<DirectoryFacts> collect(const LdapTarget& target, const net::Scope& scope, core::Deadline deadline,
                                     core::Progress& progress) {
  const auto endpoint = parse_endpoint(target.url);
  if (!endpoint) return tl::make_unexpected(endpoint.error());
  const SessionContext context{target, *endpoint, scope, deadline};
  const NoBrokenPipe quiet;
  progress.phase(tr("connecting to {}", endpoint->text()));
  auto first = Connection::open(target, scope, deadline);
  if (!first) return tl::make_unexpected(first.error());
  FactsBuilder builder({target.name, "ldap", endpoint->text(), first->reader(), first->protected_channel()});
  const auto root = load_root(first->handle(), context, builder);
  if (!root) return tl::make_unexpected(root.error());
  look_for_missing(first->handle(), context, *root, builder);
  Reading reading(builder, progress, make_jobs(*root));
  std::vector<Worker> workers;
  workers.reserve(most_connections);
  workers.emplace_back(std::move(*first), context, root->controls, reading);
  while (workers.size() < most_connections && workers.size() < target.connections) {
    auto more = Connection::open(target, scope, deadline);
    if (!more) break;  // one connection reads as much, only later
    workers.emplace_back(std::move(*more), context, root->controls, reading);
  }
  run(workers, reading, deadline);
  workers.clear();
  reading.conclude();
  progress.phase(tr("relating the objects"));
  return builder.finish();
}

}  // namespace hygie::directory
