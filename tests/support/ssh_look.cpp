// SPDX-License-Identifier: EUPL-1.2
// ssh_look ADDRESS:PORT...: what each SSH server lists, a line of JSON each, many at once; for the laboratory and the
// bench.
#include "core/parallel.hpp"
#include "net/ssh/ask.hpp"

#include <charconv>
#include <cstdio>
#include <mutex>
#include <nlohmann/json.hpp>

#include <sys/socket.h>

using namespace hygie;

namespace {

net::PinnedAddress pinned_of(const std::string& text) {
  const auto colon = text.rfind(':');
  net::PinnedAddress out{.host = {}, .address = text.substr(0, colon), .family = AF_INET, .port = 22};
  if (colon != std::string::npos) std::from_chars(text.data() + colon + 1, text.data() + text.size(), out.port);
  return out;
}

nlohmann::json look(const std::string& text) {
  const auto answer = net::ssh::ask(pinned_of(text), {.key = false}, {}, std::chrono::seconds{8});
  nlohmann::json out{{"target", text}, {"banner", answer.told.identification.line}, {"why", answer.why()}};
  if (!answer.told.lists) return out;
  const auto& lists = *answer.told.lists;
  out["kex"] = lists.exchanges;
  out["key"] = lists.host_keys;
  out["enc"] = lists.ciphers_out;
  out["enc_in"] = lists.ciphers_in;
  out["mac"] = lists.macs_out;
  out["mac_in"] = lists.macs_in;
  out["compression"] = lists.compressions_out;
  return out;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> targets(arguments + 1, arguments + count);
  std::mutex mutex;
  core::parallel_for(targets.size(), 64, [&](std::size_t i) {
    const auto line = look(targets[i]).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    const std::lock_guard lock(mutex);
    std::puts(line.c_str());
  });
}
