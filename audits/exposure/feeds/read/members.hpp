// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/read/stream.hpp"

#include <functional>
#include <string>

namespace hygie::exposure::feeds {

/// Called with the name of a member ("list.zip: CVE-2024-0001.json", or the file itself) and its bytes, unpacked.
using OnMember = std::function<core::Status(const std::string& name, Stream& bytes)>;

/// The members of a .zip or .tar, compressed or not and one inside the other twice at most; a .gz, .xz, .bz2 or .zst
/// has one, and so has any other file. Nothing is written to disk.
core::Status each_member(Stream& bytes, const std::string& name, const OnMember& on_member);

struct ReadFile {
  std::string sha256;  // of the file as it lies on the disk
};
/// The same for a file, all of which is read.
core::Result<ReadFile> each_member_of_file(const std::string& path, const OnMember& on_member);

}  // namespace hygie::exposure::feeds
