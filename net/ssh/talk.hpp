// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/ssh/key_blob.hpp"
#include "net/ssh/wire.hpp"

#include <memory>
#include <optional>
#include <string>

namespace hygie::net::ssh {

/// Sizes of a group, as a client asks for them (RFC 4419, 3); bits.
struct GroupSizes {
  unsigned least = 0, wanted = 0, most = 0;
};

/// What one connection is for: the lists always; beyond them a host key, and a group.
struct Question {
  bool key = true;
  std::string host_key = {};  // the algorithm; empty: the server's first one
  std::optional<GroupSizes> group = {};
  std::string group_exchange = {};  // the group exchange to ask it with
};

/// What came of it. What is absent was not reached; `ended` says by what.
struct Told {
  Identification identification = {};
  std::optional<Lists> lists = {};
  std::string exchange = {};  // by which we asked
  std::optional<KeyBlob> key = {};
  std::optional<unsigned> group_bits = {};
  std::string ended = {};  // "", "not-ssh", "not-understood", "no-common-exchange", "disconnect-2", "unimplemented"
};

/// One conversation up to the server's public key, without a socket (RFC 4253, 4419, 5656, 8731). We never finish the
/// exchange: no key is agreed, nobody signs in, and the server's proof that it holds the key is not checked here.
class Talk {
 public:
  explicit Talk(Question question);
  ~Talk();
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;

  /// What the client says first.
  [[nodiscard]] static Buffer opening();
  /// Takes what came; what is to be sent is appended. False: it is over.
  bool hear(Bytes heard, Buffer& answer);
  [[nodiscard]] const Told& told() const { return told_; }

 private:
  bool take(Bytes payload, Buffer& answer);
  bool take_lists(Bytes payload, Buffer& answer);
  bool take_reply(Bytes payload, Buffer& answer);
  bool take_group(NetworkCursor& at, Buffer& answer);
  bool over(std::string why);

  Question question_;
  Told told_;
  Buffer heard_;
  std::size_t done_ = 0;
  bool identified_ = false;
  bool group_asked_ = false;
};

/// Can we ask for a host key by this exchange?
[[nodiscard]] bool can_exchange(std::string_view exchange);
[[nodiscard]] bool is_group_exchange(std::string_view exchange);

}  // namespace hygie::net::ssh
