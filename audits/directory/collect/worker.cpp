// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/worker.hpp"

#include "core/i18n.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

using core::tr;

constexpr int most_failures = 3;
constexpr std::chrono::milliseconds first_backoff{250};
constexpr unsigned least_page = 50;
// A server that does not page, or a page of very large objects, is decoded as it comes: memory stays bounded.
constexpr std::size_t most_held = 4000;
// A page received without a look at the other connection.
constexpr std::size_t most_at_once = 1000;
constexpr std::size_t most_entries = 20'000'000;
// An honest server repeats what an interrupted search gave before, and sends an empty page now and then: no more than
// that.
constexpr std::size_t repetition_allowance = 200;
constexpr int most_barren_pages = 2000;

}  // namespace

Worker::Worker(std::optional<Connection> connection, const SessionContext& context, const ServerControls& controls,
               Reading& reading)
    : connection_(std::move(connection)), context_(context), controls_(controls), reading_(reading) {}

bool Worker::step() {
  if (!alive_ || (!busy() && reading_.idle())) return false;
  if (!connection_) return Clock::now() >= retry_at_ && reconnect();
  if (!busy()) return start();
  return receive();
}

bool Worker::reconnect() {
  auto opened = Connection::open(context_.target, context_.scope, context_.deadline);
  if (opened) {
    connection_ = std::move(*opened);
    open_failures_ = 0;
    return !busy() || request();
  }
  last_failure_ = opened.error().what;
  if (++open_failures_ < most_failures) {
    retry_at_ = Clock::now() + first_backoff * (1 << open_failures_);
    return true;
  }
  alive_ = false;  // what it had to do is left to the other connection
  if (job_) reading_.give_back(std::move(*job_));
  job_.reset();
  return true;
}

bool Worker::start() {
  job_ = reading_.take();
  if (job_->page_size == 0 && job_->ranged.empty()) job_->page_size = context_.target.page_size;
  return request();
}

/// Sends the job's search from its beginning.
bool Worker::request() {
  cookie_.clear();
  job_->repeated = 0;
  barren_pages_ = 0;
  heard_ = Clock::now();
  const int rc = send_search(connection_->handle(), job_->slice.request, controls_, {job_->page_size, {}}, id_);
  if (rc != LDAP_SUCCESS) lose({rc, {}});
  return true;
}

bool Worker::receive() {
  for (std::size_t count = 0; count < most_at_once; ++count) {
    timeval no_wait{0, 0};
    LDAPMessage* raw = nullptr;
    const int type = ldap_result(connection_->handle(), id_, LDAP_MSG_ONE, &no_wait, &raw);
    Message message(raw);
    if (type == 0) {
      if (count == 0 && Clock::now() - heard_ > context_.target.operation_timeout) lose({LDAP_TIMEOUT, {}});
      return count > 0;
    }
    heard_ = Clock::now();
    if (type < 0) {
      lose(last_outcome(connection_->handle()));
      return true;
    }
    if (type == LDAP_RES_SEARCH_RESULT) {
      end_page(std::move(message));
      return true;
    }
    // References lead to other servers, which this audit does not read: they are let go.
    if (type == LDAP_RES_SEARCH_ENTRY) held_.push_back(std::move(message));
    if (held_.size() >= most_held && !decode_held()) return true;
  }
  return true;
}

void Worker::end_page(Message result) {
  auto end = read_page_end(connection_->handle(), result.get());
  if (end.outcome.code != LDAP_SUCCESS) return recover(end.outcome);
  cookie_ = std::move(end.cookie);
  if (!cookie_.empty()) {
    const int rc = send_search(connection_->handle(), job_->slice.request, controls_, {job_->page_size, cookie_}, id_);
    if (rc != LDAP_SUCCESS) return lose({rc, {}});
  }
  if (!decode_held()) return;
  if (endless()) {
    reading_.abandon(*job_, tr("the server sends more than a directory can hold, or the same again and again"));
    connection_.reset();
    return close_job();
  }
  if (!cookie_.empty()) return;
  reading_.finish(*job_);
  close_job();
}

bool Worker::endless() {
  barren_pages_ = job_->added > added_before_ ? 0 : barren_pages_ + 1;
  added_before_ = job_->added;
  return job_->added > most_entries || job_->repeated > job_->added + repetition_allowance ||
         barren_pages_ > most_barren_pages;
}

/// False when an entry was malformed: the connection is given up then, for nothing after it can be trusted.
bool Worker::decode_held() {
  const auto held = std::exchange(held_, {});
  const bool sound = std::all_of(held.begin(), held.end(), [&](const Message& message) {
    return reading_.add(connection_->handle(), message.get(), *job_);
  });
  if (!sound) lose({LDAP_DECODING_ERROR, {}});
  return sound;
}

/// The server ended the search with an error: what still helps is tried, or the part is a gap.
void Worker::recover(const LdapOutcome& outcome) {
  if (!decode_held()) return;
  switch (remedy(outcome.code)) {
    case Remedy::smaller_pages:
      if (job_->page_size <= least_page) break;
      job_->page_size = std::max(least_page, job_->page_size / 4);
      request();
      return;
    case Remedy::reconnect: return lose(outcome);
    case Remedy::none: break;
  }
  reading_.abandon(*job_, search_reason(outcome));
  close_job();
}

/// The connection is lost or cannot be trusted: what came is kept, the job is begun again on a new one, a bounded
/// number of times.
void Worker::lose(const LdapOutcome& outcome) {
  if (outcome.code != LDAP_DECODING_ERROR && !held_.empty() && !decode_held()) return;
  held_.clear();
  connection_.reset();
  // Once a job was given up because of the connection, and until something new comes, the next ones are not waited for
  // as long.
  if (++job_->failures >= (reading_.hopeless() ? 1 : most_failures)) {
    reading_.abandon(*job_, search_reason(outcome));
    reading_.lose_hope();
    return close_job();
  }
  retry_at_ = Clock::now() + first_backoff * (1 << job_->failures);
}

void Worker::close_job() {
  job_.reset();
  held_.clear();
  cookie_.clear();
  id_ = -1;
}

void Worker::interrupt(const std::string& why) {
  if (!job_) return;
  if (connection_ && !decode_held()) held_.clear();
  if (job_) reading_.abandon(*job_, why);
  close_job();
}

}  // namespace hygie::directory
