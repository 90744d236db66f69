// SPDX-License-Identifier: EUPL-1.2
#include "net/gate/action_log.hpp"

#include "core/decide.hpp"
#include "core/i18n.hpp"

#include <fmt/chrono.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace hygie::net {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;
using nlohmann::json;

constexpr std::string_view first_hash = "0000000000000000000000000000000000000000000000000000000000000000";
// What was done must be on the disk soon, whatever happens to us then; each line at once would slow all the rest.
constexpr std::size_t flush_at = 4096;
constexpr std::chrono::seconds flush_after{1};

struct Chain {
  std::uint64_t lines = 0;
  std::string hash{first_hash};
};

/// A line carries the hash of the line before it; its own hash is that of its bytes.
bool follows(const std::string& line, const Chain& chain) {
  const auto parsed = json::parse(line, nullptr, false);
  return parsed.is_object() && parsed.value("before", "") == chain.hash;
}

core::Result<Chain> read_chain(const std::string& path) {
  Chain chain;
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    if (!follows(line, chain) || in.eof())
      return failure(ErrorCode::integrity,
                     tr("the action log was altered: line {} does not follow from the one before", chain.lines + 1),
                     path, tr("keep it as it is for inquiry, and name another log"));
    ++chain.lines;
    chain.hash = core::sha256_hex(line);
  }
  return chain;
}

}  // namespace

core::Result<std::uint64_t> verify_action_log(const std::string& path) {
  if (::access(path.c_str(), R_OK) != 0)
    return failure(ErrorCode::config, tr("the action log cannot be read: {}", std::strerror(errno)), path);
  const auto chain = read_chain(path);
  if (!chain) return tl::make_unexpected(chain.error());
  return chain->lines;
}

core::Result<ActionLog> ActionLog::open(const std::string& path, Clock clock) {
  ActionLog log;
  log.path_ = path;
  log.clock_ = std::move(clock);
  log.file_ = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (log.file_ < 0)
    return failure(ErrorCode::config, tr("the action log cannot be opened: {}", std::strerror(errno)), path,
                   tr("name a file that can be written"));
  if (::flock(log.file_, LOCK_EX | LOCK_NB) != 0)
    return failure(ErrorCode::config, tr("another run writes in this action log"), path,
                   tr("wait for its end, or name another log"));
  auto chain = read_chain(path);
  if (!chain) return tl::make_unexpected(chain.error());
  log.lines_ = chain->lines;
  log.hash_ = std::move(chain->hash);
  return log;
}

ActionLog::ActionLog(ActionLog&& other) noexcept { *this = std::move(other); }

ActionLog& ActionLog::operator=(ActionLog&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(path_, other.path_);
  std::swap(clock_, other.clock_);
  std::swap(hash_, other.hash_);
  std::swap(pending_, other.pending_);
  std::swap(lines_, other.lines_);
  std::swap(status_, other.status_);
  std::swap(flushed_, other.flushed_);
  return *this;
}

ActionLog::~ActionLog() {
  if (file_ < 0) return;
  static_cast<void>(flush());
  ::close(file_);
}

void ActionLog::append(std::string_view action, std::string_view target, std::string_view detail) {
  if (file_ < 0) return;
  json line{{"at", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", clock_())},
            {"action", action},
            {"target", target},
            {"before", hash_.empty() ? std::string(first_hash) : hash_}};
  if (!detail.empty()) line["detail"] = detail;
  const auto text = line.dump(-1, ' ', false, json::error_handler_t::replace);
  hash_ = core::sha256_hex(text);
  ++lines_;
  pending_ += text + "\n";
  const auto now = std::chrono::steady_clock::now();
  if (pending_.size() >= flush_at || now - flushed_ >= flush_after) {
    flushed_ = now;
    static_cast<void>(flush());
  }
}

core::Status ActionLog::flush() {
  std::string_view rest = pending_;
  while (!rest.empty() && status_) {
    const auto written = ::write(file_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0)
      status_ = failure(ErrorCode::storage, tr("the action log cannot be written: {}", std::strerror(errno)), path_);
    else
      rest.remove_prefix(static_cast<std::size_t>(written));
  }
  pending_.clear();
  if (status_ && file_ >= 0) ::fdatasync(file_);
  return status_;
}

}  // namespace hygie::net
