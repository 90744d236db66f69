// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <atomic>
#include <memory>
#include <string>
#include <thread>

namespace hygie::exposure {

/// Where open proxies are asked to come to: it answers whoever connects with a word that nobody can guess, so that a
/// server which shows that word did go there. It sends nothing of its own accord and reads no more than a request.
class ProxyListener {
 public:
  /// `place`: "192.0.2.1:8080" or "[2001:db8::1]:8080", an address of this machine.
  static core::Result<std::unique_ptr<ProxyListener>> open(const std::string& place);
  ~ProxyListener();
  ProxyListener(const ProxyListener&) = delete;
  ProxyListener& operator=(const ProxyListener&) = delete;
  [[nodiscard]] const std::string& token() const { return token_; }

 private:
  explicit ProxyListener(int socket);
  void serve();

  int socket_;
  std::string token_;
  std::atomic<bool> over_{false};
  std::thread server_;  // last: it uses all the others
};

}  // namespace hygie::exposure
