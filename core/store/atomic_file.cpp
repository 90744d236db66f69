// SPDX-License-Identifier: EUPL-1.2
#include "core/store/atomic_file.hpp"

#include "core/i18n.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace hygie::core {
namespace {

std::string folder_of(const std::string& path) {
  const auto parent = std::filesystem::path(path).parent_path().string();
  return parent.empty() ? "." : parent;
}

tl::unexpected<Error> refused(int error, const std::string& path) {
  return failure(ErrorCode::storage, tr("cannot write the file: {}", std::strerror(error)), path,
                 tr("check that the folder exists, that you may write there, and that the disk is not full"));
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// After a rename the new name itself must reach the disk.
bool sync_folder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool good = ::fsync(descriptor) == 0 || errno == EINVAL;  // some file systems do not sync folders
  ::close(descriptor);
  return good;
}

/// A device or a pipe (/dev/null, a FIFO) is written through, never replaced: a rename would destroy it.
bool is_special(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

Status write_through(const std::string& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return refused(errno, path);
  const bool good = write_all(descriptor, bytes);
  const int error = errno;
  ::close(descriptor);
  if (!good) return refused(error, path);
  return {};
}

}  // namespace

Status write_file(const std::string& path, std::string_view bytes) {
  if (is_special(path)) return write_through(path, bytes);
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);  // made 0600
  if (descriptor < 0) return refused(errno, path);
  bool good = write_all(descriptor, bytes) && ::fsync(descriptor) == 0;
  int error = errno;
  if (::close(descriptor) != 0 && good) {
    good = false;
    error = errno;
  }
  if (good && std::rename(temporary.c_str(), path.c_str()) != 0) {
    good = false;
    error = errno;
  }
  if (!good) {
    ::unlink(temporary.c_str());
    return refused(error, path);
  }
  if (!sync_folder(folder_of(path))) return refused(errno, path);
  return {};
}

Status can_write_file(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return refused(EISDIR, path);
  if (is_special(path)) return {};
  std::string probe = path + ".XXXXXX";
  const int descriptor = ::mkostemp(probe.data(), O_CLOEXEC);
  if (descriptor < 0) return refused(errno, path);
  ::close(descriptor);
  ::unlink(probe.c_str());
  return {};
}

}  // namespace hygie::core
