// SPDX-License-Identifier: EUPL-1.2
#include "core/secret.hpp"

#include "core/i18n.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace hygie::core {
namespace {
constexpr std::size_t largest_secret = 4096;

struct WipedBuffer {
  std::array<char, largest_secret + 1> bytes{};
  std::size_t size = 0;
  ~WipedBuffer() { sodium_memzero(bytes.data(), bytes.size()); }
};

Result<void> fill(int descriptor, const std::string& path, WipedBuffer& buffer) {
  while (buffer.size < buffer.bytes.size()) {
    const auto got = ::read(descriptor, buffer.bytes.data() + buffer.size, buffer.bytes.size() - buffer.size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(ErrorCode::config, tr("cannot read the secret: {}", std::strerror(errno)), path);
    if (got == 0) break;
    buffer.size += static_cast<std::size_t>(got);
  }
  if (buffer.size > largest_secret)
    return failure(ErrorCode::limit, tr("the secret is longer than {} bytes", largest_secret), path);
  if (buffer.size > 0 && buffer.bytes.at(buffer.size - 1) == '\n') --buffer.size;
  if (buffer.size > 0 && buffer.bytes.at(buffer.size - 1) == '\r') --buffer.size;
  if (buffer.size == 0) return failure(ErrorCode::config, tr("the secret is empty"), path);
  return {};
}

}  // namespace

Result<Secret> Secret::from_bytes(std::string_view bytes) {
  if (sodium_init() < 0) return failure(ErrorCode::internal, "libsodium does not start");
  Secret secret;
  secret.data_ = static_cast<char*>(sodium_malloc(std::max<std::size_t>(bytes.size(), 1)));
  if (secret.data_ == nullptr) return failure(ErrorCode::limit, tr("no protected memory for a secret"));
  std::memcpy(secret.data_, bytes.data(), bytes.size());
  secret.size_ = bytes.size();
  return secret;
}

Result<Secret> Secret::from_file(const std::string& path) {
  const bool standard_input = path == "-";
  const int descriptor = standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return failure(ErrorCode::config, tr("cannot open the secret's file: {}", std::strerror(errno)), path,
                   tr("write the password in that file, readable by you alone (chmod 600)"));
  struct stat status {};
  if (!standard_input && ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
      (status.st_mode & (S_IRGRP | S_IROTH)) != 0) {
    ::close(descriptor);
    return failure(ErrorCode::config, tr("the secret's file can be read by others"), path,
                   tr("run: chmod 600 {}", path));
  }
  WipedBuffer buffer;
  const auto filled = fill(descriptor, path, buffer);
  if (!standard_input) ::close(descriptor);
  if (!filled) return tl::make_unexpected(filled.error());
  return from_bytes({buffer.bytes.data(), buffer.size});
}

Secret::Secret(Secret&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

Secret::~Secret() {
  if (data_ != nullptr) sodium_free(data_);  // wipes before it frees
}

}  // namespace hygie::core
