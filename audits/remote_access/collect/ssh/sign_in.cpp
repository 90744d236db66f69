// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/collect/ssh/sign_in.hpp"

#include "net/ssh/key_blob.hpp"

#include <libssh/libssh.h>
#include <poll.h>
#include <array>
#include <memory>

namespace hygie::remote_access {
namespace {

struct FreeSession {
  void operator()(ssh_session session) const { ssh_free(session); }
};
using Session = std::unique_ptr<ssh_session_struct, FreeSession>;

constexpr int poll_step = 100;  // milliseconds between two looks at the cancellation
constexpr long whole_seconds = 15;

/// One session, each step of which ends by the limit or when the work is stopped.
class Conversation {
 public:
  Conversation(const core::Deadline& deadline, std::chrono::milliseconds limit)
      : deadline_(deadline), until_(std::chrono::steady_clock::now() + limit), session_(ssh_new()) {}

  [[nodiscard]] ssh_session get() const { return session_.get(); }

  bool configure(const net::PinnedAddress& pinned, const std::string& account) {
    const auto set = [&](ssh_options_e option, const void* value) {
      return ssh_options_set(session_.get(), option, value) == SSH_OK;
    };
    const unsigned port = pinned.port;
    const long timeout = whole_seconds;
    const bool own = false;
    ssh_set_blocking(session_.get(), 0);
    return session_ && set(SSH_OPTIONS_HOST, pinned.address.c_str()) && set(SSH_OPTIONS_PORT, &port) &&
           set(SSH_OPTIONS_USER, account.c_str()) && set(SSH_OPTIONS_TIMEOUT, &timeout) &&
           set(SSH_OPTIONS_PROCESS_CONFIG, &own) && set(SSH_OPTIONS_KNOWNHOSTS, "/dev/null") &&
           set(SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null");
  }

  /// Calls until it has an answer; `again` when the time is over.
  template <class Call>
  int until_answered(const Call& call, int again) {
    for (;;) {
      const int answer = call();
      if (answer != again || deadline_.expired() || std::chrono::steady_clock::now() >= until_) return answer;
      pollfd event{ssh_get_fd(session_.get()), POLLIN, 0};
      if (event.fd >= 0) ::poll(&event, 1, poll_step);
    }
  }

 private:
  const core::Deadline& deadline_;
  std::chrono::steady_clock::time_point until_;
  Session session_;
};

SshKey proved_key(ssh_session session) {
  SshKey out;
  ssh_key key = nullptr;
  if (ssh_get_server_publickey(session, &key) != SSH_OK) return out;
  unsigned char* digest = nullptr;
  std::size_t size = 0;
  if (ssh_get_publickey_hash(key, SSH_PUBLICKEY_HASH_SHA256, &digest, &size) == 0) {
    char* text = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, digest, size);
    out.sha256 = text == nullptr ? "" : text;
    ssh_string_free_char(text);
    ssh_clean_pubkey_hash(&digest);
    out.type = ssh_key_type_to_char(ssh_key_type(key));
    out.proved = {Outcome::present, {}};
  }
  ssh_key_free(key);
  return out;
}

std::vector<std::string> methods_of(int bits) {
  constexpr std::array<std::pair<int, const char*>, 5> words{{{SSH_AUTH_METHOD_PASSWORD, "password"},
                                                              {SSH_AUTH_METHOD_PUBLICKEY, "publickey"},
                                                              {SSH_AUTH_METHOD_HOSTBASED, "hostbased"},
                                                              {SSH_AUTH_METHOD_INTERACTIVE, "keyboard-interactive"},
                                                              {SSH_AUTH_METHOD_GSSAPI_MIC, "gssapi-with-mic"}}};
  std::vector<std::string> methods;
  for (const auto& [bit, word] : words)
    if ((bits & bit) != 0) methods.emplace_back(word);
  return methods;
}

}  // namespace

SignInSeen ask_sign_in(const net::PinnedAddress& pinned, const std::string& account, const core::Deadline& deadline,
                       std::chrono::milliseconds limit) {
  SignInSeen seen;
  seen.offered.account = account;
  Conversation talk(deadline, limit);
  if (!talk.configure(pinned, account)) {
    seen.offered.asked = {Outcome::unknown, "options"};
    return seen;
  }
  const int connected = talk.until_answered([&] { return ssh_connect(talk.get()); }, SSH_AGAIN);
  if (connected != SSH_OK) {
    seen.offered.asked = {Outcome::unknown, connected == SSH_AGAIN ? "timeout" : "no-session"};
    return seen;
  }
  seen.key = proved_key(talk.get());
  const int answer = talk.until_answered([&] { return ssh_userauth_none(talk.get(), nullptr); }, SSH_AUTH_AGAIN);
  if (char* banner = ssh_get_issue_banner(talk.get()); banner != nullptr) {
    seen.banner = std::string(banner).substr(0, 4096);
    ssh_string_free_char(banner);
  }
  seen.offered.without_proof = answer == SSH_AUTH_SUCCESS;
  if (answer == SSH_AUTH_SUCCESS || answer == SSH_AUTH_DENIED || answer == SSH_AUTH_PARTIAL) {
    seen.offered.methods = methods_of(ssh_userauth_list(talk.get(), nullptr));
    seen.offered.asked = {Outcome::present, {}};
  } else {
    seen.offered.asked = {Outcome::unknown, answer == SSH_AUTH_AGAIN ? "timeout" : "lost"};
  }
  ssh_disconnect(talk.get());
  return seen;
}

}  // namespace hygie::remote_access
