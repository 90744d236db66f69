// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/collect/reading.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace hygie::directory {

/// One connection and the job it works on. Asks for the next page before it decodes the present one, so that server and
/// reader work at the same time; a lost connection is made again, and its job begun again: what is known already is not
/// counted twice.
class Worker {
 public:
  Worker(std::optional<Connection> connection, const SessionContext& context, const ServerControls& controls,
         Reading& reading);

  /// Does what can be done without waiting; true when something was.
  bool step();
  [[nodiscard]] bool busy() const { return job_.has_value(); }
  /// False once no connection could be made any more; why_dead() says why.
  [[nodiscard]] bool alive() const { return alive_; }
  [[nodiscard]] const std::string& why_dead() const { return last_failure_; }
  /// What to poll; -1 when there is nothing to wait for.
  [[nodiscard]] int descriptor() const { return connection_ && busy() ? connection_->descriptor() : -1; }
  /// Stops: what was received is kept, the job is a gap.
  void interrupt(const std::string& why);

 private:
  using Clock = std::chrono::steady_clock;

  bool reconnect();
  bool start();
  bool request();
  bool receive();
  void end_page(Message result);
  bool decode_held();
  bool endless();
  void recover(const LdapOutcome& outcome);
  void lose(const LdapOutcome& outcome);
  void close_job();

  std::optional<Connection> connection_;
  const SessionContext& context_;
  const ServerControls& controls_;
  Reading& reading_;
  std::optional<Job> job_;
  std::vector<Message> held_;  // entries of the page, not decoded yet
  std::string cookie_;
  int id_ = -1;
  bool alive_ = true;
  std::string last_failure_;
  int open_failures_ = 0;
  int barren_pages_ = 0;          // one after the other
  std::size_t added_before_ = 0;  // the job's, at the end of the page before
  Clock::time_point heard_, retry_at_;
};

}  // namespace hygie::directory
