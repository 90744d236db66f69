// SPDX-License-Identifier: EUPL-1.2
// The only file that includes libarchive.
#include "audits/exposure/feeds/read/members.hpp"

#include "core/i18n.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

namespace hygie::exposure::feeds {
namespace {

using core::ErrorCode;
using core::failure;
using core::Result;
using core::Status;
using core::tr;

constexpr int deepest = 2;  // the CVE list is published as a zip in a zip

bool is_packed(std::string_view start) {
  constexpr std::array<std::string_view, 5> magics{"PK\x03\x04", "\x1f\x8b",
                                                   "\xfd"
                                                   "7zXZ",
                                                   "\x28\xb5\x2f\xfd", "BZh"};
  for (const auto magic : magics)
    if (start.starts_with(magic)) return true;
  return start.size() > 262 && start.substr(257, 5) == "ustar";
}

struct Free {
  void operator()(::archive* one) const { ::archive_read_free(one); }
};
using Archive = std::unique_ptr<::archive, Free>;

struct Source {
  Stream& bytes;
  std::vector<char> buffer;
};

::la_ssize_t read_below(::archive* one, void* context, const void** buffer) {
  auto& source = *static_cast<Source*>(context);
  const auto count = source.bytes.sgetn(source.buffer.data(), static_cast<std::streamsize>(source.buffer.size()));
  // the record limit is for what is unpacked, not for what it is unpacked from
  source.bytes.mark();
  *buffer = source.buffer.data();
  if (source.bytes.status()) return count;
  ::archive_set_error(one, EIO, "%s", source.bytes.status().error().what.c_str());
  return -1;
}

tl::unexpected<core::Error> damaged(::archive* one, const std::string& name) {
  const char* text = ::archive_error_string(one);
  return failure(ErrorCode::parse, tr("the archive is damaged or cut short: {}", text == nullptr ? "" : text), name,
                 tr("fetch it again; nothing was imported"));
}

Status unpack(Stream& bytes, const std::string& name, const OnMember& on_member, int depth);

Status unpack_entries(::archive* one, const std::string& name, const OnMember& on_member, int depth) {
  for (;;) {
    ::archive_entry* entry = nullptr;
    const int code = ::archive_read_next_header(one, &entry);
    if (code == ARCHIVE_EOF) return {};
    if (code < ARCHIVE_WARN) return damaged(one, name);
    if (const auto type = ::archive_entry_filetype(entry); type != AE_IFREG && type != 0) continue;
    const char* inside = ::archive_entry_pathname_utf8(entry);
    const bool lone = ::archive_format(one) == ARCHIVE_FORMAT_RAW;
    const auto member = lone ? name : fmt::format("{}: {}", name, inside == nullptr ? "?" : inside);
    Stream stream([&](char* into, std::size_t size) -> Result<std::size_t> {
      const auto got = ::archive_read_data(one, into, size);
      if (got < 0) return damaged(one, member);
      return static_cast<std::size_t>(got);
    });
    if (auto done = unpack(stream, member, on_member, depth + 1); !done) return done;
    if (!stream.status()) return tl::make_unexpected(stream.status().error());
  }
}

Status unpack(Stream& bytes, const std::string& name, const OnMember& on_member, int depth) {
  if (!is_packed(bytes.beginning())) return on_member(name, bytes);
  if (depth >= deepest) return failure(ErrorCode::limit, tr("too many archives one inside the other"), name);
  const Archive one(::archive_read_new());
  ::archive_read_support_filter_gzip(one.get());
  ::archive_read_support_filter_xz(one.get());
  ::archive_read_support_filter_bzip2(one.get());
  ::archive_read_support_filter_zstd(one.get());
  ::archive_read_support_format_zip_streamable(one.get());
  ::archive_read_support_format_tar(one.get());
  ::archive_read_support_format_raw(one.get());
  Source source{bytes, std::vector<char>(256U << 10U)};
  if (::archive_read_open(one.get(), &source, nullptr, &read_below, nullptr) < ARCHIVE_WARN)
    return damaged(one.get(), name);
  return unpack_entries(one.get(), name, on_member, depth);
}

/// A file that hashes what it gives.
class HashedFile {
 public:
  explicit HashedFile(const std::string& path)
      : path_(path),
        descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)),
        digest_(::EVP_MD_CTX_new(), &::EVP_MD_CTX_free) {
    ::EVP_DigestInit_ex(digest_.get(), ::EVP_sha256(), nullptr);
  }
  ~HashedFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  HashedFile(const HashedFile&) = delete;
  HashedFile& operator=(const HashedFile&) = delete;

  Result<std::size_t> read(char* into, std::size_t size) {
    ::ssize_t got = -1;
    do got = descriptor_ < 0 ? -1 : ::read(descriptor_, into, size);
    while (got < 0 && descriptor_ >= 0 && errno == EINTR);
    if (got < 0) return failure(ErrorCode::config, tr("cannot read the file: {}", std::strerror(errno)), path_);
    ::EVP_DigestUpdate(digest_.get(), into, static_cast<std::size_t>(got));
    return static_cast<std::size_t>(got);
  }

  /// Of the whole file: what no reader needed is read here.
  Result<std::string> hash() {
    std::vector<char> rest(64U << 10U);
    for (;;) {
      const auto got = read(rest.data(), rest.size());
      if (!got) return tl::make_unexpected(got.error());
      if (*got == 0) break;
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    ::EVP_DigestFinal_ex(digest_.get(), digest.data(), &size);
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest.at(i));
    return hex;
  }

 private:
  std::string path_;
  int descriptor_;
  std::unique_ptr<::EVP_MD_CTX, decltype(&::EVP_MD_CTX_free)> digest_;
};

}  // namespace

Status each_member(Stream& bytes, const std::string& name, const OnMember& on_member) {
  return unpack(bytes, name, on_member, 0);
}

Result<ReadFile> each_member_of_file(const std::string& path, const OnMember& on_member) {
  HashedFile file(path);
  Stream stream([&](char* into, std::size_t size) { return file.read(into, size); });
  (void)stream.beginning();
  if (!stream.status()) return tl::make_unexpected(stream.status().error());
  if (auto done = each_member(stream, path, on_member); !done) return tl::make_unexpected(done.error());
  if (!stream.status()) return tl::make_unexpected(stream.status().error());
  auto hash = file.hash();
  if (!hash) return tl::make_unexpected(hash.error());
  return ReadFile{std::move(*hash)};
}

}  // namespace hygie::exposure::feeds
