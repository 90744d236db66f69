// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/read/stream.hpp"
#include "audits/exposure/feeds/read/value.hpp"

#include <string>

namespace hygie::exposure::feeds {

/// The YAML between the two lines `---` at the beginning of a Markdown file.
core::Result<Value> read_front_matter(Stream& bytes, const std::string& name);

}  // namespace hygie::exposure::feeds
