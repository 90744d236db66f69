// SPDX-License-Identifier: EUPL-1.2
#include "core/store/snapshot_file.hpp"

#include "core/i18n.hpp"
#include "core/limits.hpp"

#include <openssl/evp.h>
#include <zstd.h>
#include <algorithm>
#include <array>
#include <stdexcept>

namespace hygie::core {
namespace {

constexpr int level = 3;
// No facts compress better than this; what says so is hostile.
constexpr std::uint64_t largest_ratio = 1000, smallest_bound = 1U << 20U;

void store_number(std::string& out, std::size_t at, std::uint64_t value) {
  for (std::size_t i = 0; i < 8; ++i) out[at + i] = static_cast<char>(value >> (8U * i) & 0xffU);
}

std::uint64_t load_number(std::string_view in, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = 8; i-- > 0;) value = value << 8U | static_cast<unsigned char>(in[at + i]);
  return value;
}

void append_compressed(std::string& out, std::string_view plain) {
  const auto at = out.size();
  out.resize(at + 8 + ZSTD_compressBound(plain.size()));
  const auto size = ZSTD_compress(out.data() + at + 8, out.size() - at - 8, plain.data(), plain.size(), level);
  if (ZSTD_isError(size) != 0) throw std::logic_error(ZSTD_getErrorName(size));
  store_number(out, at, size);
  out.resize(at + 8 + size);
}

/// Takes one compressed part from the front of `bytes`; false when it is damaged or larger than any snapshot.
bool take_part(std::string_view& bytes, SnapshotPart& out) {
  if (bytes.size() < 8) return false;
  const auto packed = load_number(bytes, 0);
  bytes.remove_prefix(8);
  if (packed > bytes.size()) return false;
  const auto frame = bytes.substr(0, packed);
  bytes.remove_prefix(packed);
  const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR) return false;
  if (size > limits::snapshot_bytes || size > std::max(packed * largest_ratio, smallest_bound)) return false;
  out.data = std::make_unique_for_overwrite<char[]>(size);
  out.size = size;
  return ZSTD_decompress(out.data.get(), size, frame.data(), frame.size()) == size;
}

}  // namespace

Error damaged_snapshot() {
  return {
      ErrorCode::integrity, tr("the snapshot is damaged"), {}, tr("collect again, or take the file from a good copy")};
}

std::string snapshot_digest(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, EVP_sha256(), nullptr);
  return {reinterpret_cast<const char*>(out.data()), size};
}

std::string pack_snapshot(const SnapshotKind& kind, std::span<const std::string_view> parts) {
  std::string out(kind.magic);
  out.resize(snapshot_header_size);
  store_number(out, kind.magic.size(), kind.version);
  for (const auto part : parts) append_compressed(out, part);
  out += snapshot_digest(out);
  return out;
}

Result<std::vector<SnapshotPart>> unpack_snapshot(std::string_view bytes, const SnapshotKind& kind, std::size_t parts) {
  if (!bytes.starts_with(kind.magic)) return failure(ErrorCode::integrity, tr(kind.foreign));
  if (bytes.size() < snapshot_header_size + snapshot_digest_size) return tl::make_unexpected(damaged_snapshot());
  const auto content = bytes.substr(0, bytes.size() - snapshot_digest_size);
  if (snapshot_digest(content) != bytes.substr(content.size())) return tl::make_unexpected(damaged_snapshot());
  const auto version = load_number(content, kind.magic.size());
  if (version == 0) return tl::make_unexpected(damaged_snapshot());
  if (version > kind.version)
    return failure(ErrorCode::unsupported, tr("the snapshot was written by a newer hygie"), {},
                   tr("read it with the version that wrote it, or a later one"));
  auto rest = content.substr(snapshot_header_size);
  std::vector<SnapshotPart> out(parts);
  for (auto& part : out)
    if (!take_part(rest, part)) return tl::make_unexpected(damaged_snapshot());
  if (!rest.empty()) return tl::make_unexpected(damaged_snapshot());
  return out;
}

}  // namespace hygie::core
