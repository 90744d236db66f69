// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/collect.hpp"
#include "audits/directory/read/attributes.hpp"
#include "audits/directory/read/builder.hpp"
#include "audits/directory/read/ldif.hpp"
#include "core/i18n.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace hygie::directory {
namespace {

using core::ErrorCode;
using core::tr;

/// A file seen as memory: nothing is copied, and a file of several gigabytes costs no memory.
class MappedFile {
 public:
  static core::Result<MappedFile> open(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return core::failure(ErrorCode::usage, std::strerror(errno), path);
    MappedFile file;
    struct stat status {};
    if (::fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) {
      file.size_ = static_cast<std::size_t>(status.st_size);
      file.changed_ = core::Instant{std::chrono::seconds{status.st_mtim.tv_sec}};
      if (file.size_ > 0) file.data_ = ::mmap(nullptr, file.size_, PROT_READ, MAP_PRIVATE, fd, 0);
    } else {
      ::close(fd);
      return core::failure(ErrorCode::usage, tr("this is not a regular file"), path);
    }
    ::close(fd);
    if (file.data_ == MAP_FAILED) return core::failure(ErrorCode::usage, std::strerror(errno), path);
    if (file.data_ != nullptr) ::madvise(file.data_, file.size_, MADV_SEQUENTIAL);
    return file;
  }
  MappedFile(MappedFile&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(other.size_), changed_(other.changed_) {}
  MappedFile& operator=(MappedFile&&) = delete;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile() {
    if (data_ != nullptr && data_ != MAP_FAILED) ::munmap(data_, size_);
  }
  [[nodiscard]] std::string_view text() const { return {static_cast<const char*>(data_), size_}; }
  [[nodiscard]] core::Instant changed() const { return changed_; }

 private:
  MappedFile() = default;
  void* data_ = nullptr;
  std::size_t size_ = 0;
  core::Instant changed_{};
};

/// The part of the directory where this entry stands: what a file that ends there has lost.
Part part_of(std::string_view dn) {
  for (; !dn.empty(); dn = parent_name(dn)) {
    const auto below = [&](std::string_view first) { return same_name(dn.substr(0, first.size()), first); };
    if (below("CN=Schema,CN=Configuration,")) return Part::schema;
    if (below("CN=Configuration,DC=")) return Part::configuration;
    if (below("DC=DomainDnsZones,DC=")) return Part::domain_dns;
    if (below("DC=ForestDnsZones,DC=")) return Part::forest_dns;
  }
  return Part::domain;
}

constexpr std::size_t entries_between_looks = 1000;

}  // namespace

core::Result<DirectoryFacts> import_ldif(const std::string& path, const std::string& name,
                                         std::optional<core::Instant> collected_at, core::Deadline deadline,
                                         core::Progress& progress) {
  const auto file = MappedFile::open(path);
  if (!file) return tl::make_unexpected(file.error());
  std::string converted;
  auto text = file->text();
  if (is_utf16(text)) text = converted = utf16_to_utf8(text);

  FactsBuilder builder({.name = name, .source = "ldif", .server = path, .reader = {}, .protected_channel = true});
  builder.set_fallback_time(file->changed());
  if (collected_at) builder.set_time(*collected_at);
  progress.phase(tr("Reading {}", path));
  std::size_t count = 0;
  bool cut_short = false;
  const auto end = read_ldif(
      text, path, [](std::string_view attribute) { return find_attribute(attribute) != Attribute::count; },
      [&](const RawEntry& entry, std::size_t offset) {
        if (entry.dn.empty())
          builder.add_root(entry);
        else
          builder.add(entry);
        if (++count % entries_between_looks != 0) return true;
        progress.advance(offset, text.size());
        cut_short = deadline.expired();
        return !cut_short;
      });
  if (!end) return tl::make_unexpected(end.error());
  const auto part = std::string(to_string(part_of(end->last_dn)));
  if (!end->cut.empty()) builder.add_gap(part, end->cut);
  if (cut_short) builder.add_gap(part, tr("reading was stopped before the end of the file"));
  progress.advance(text.size(), text.size());
  return builder.finish();
}

}  // namespace hygie::directory
