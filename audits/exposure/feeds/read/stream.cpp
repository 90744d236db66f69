// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/read/stream.hpp"

#include "core/i18n.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

namespace hygie::exposure::feeds {
namespace {

constexpr std::size_t buffer_size = 64U << 10U;

}  // namespace

Stream::Stream(Fill fill) : fill_(std::move(fill)), buffer_(buffer_size) {
  setg(buffer_.data(), buffer_.data(), buffer_.data());
}

Stream::int_type Stream::underflow() {
  if (gptr() < egptr()) return traits_type::to_int_type(*gptr());
  if (!status_) return traits_type::eof();
  const std::string_view old(eback(), static_cast<std::size_t>(egptr() - eback()));
  newlines_before_ += static_cast<std::size_t>(std::count(old.begin(), old.end(), '\n'));
  const auto last = old.rfind('\n');
  column_before_ = last == std::string_view::npos ? column_before_ + old.size() : old.size() - last - 1;
  before_ += old.size();
  setg(buffer_.data(), buffer_.data(), buffer_.data());
  if (before_ - marked_ > record_limit) {
    status_ = core::failure(core::ErrorCode::limit, core::tr("a record is longer than {} MiB", record_limit >> 20U));
    return traits_type::eof();
  }
  std::size_t filled = 0;
  // A full buffer, so that `beginning` has enough to tell formats apart
  while (filled < buffer_.size()) {
    const auto got = fill_(buffer_.data() + filled, buffer_.size() - filled);
    if (!got) status_ = tl::make_unexpected(got.error());
    if (!got || *got == 0) break;
    filled += *got;
  }
  setg(buffer_.data(), buffer_.data(), buffer_.data() + filled);
  return filled == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
}

std::string_view Stream::beginning() {
  if (before_ == 0 && gptr() == egptr()) (void)underflow();
  return {eback(), static_cast<std::size_t>(egptr() - eback())};
}

std::string Stream::place(std::size_t position) const {
  const auto size = static_cast<std::size_t>(egptr() - eback());
  const std::string_view seen(eback(), std::min(position < before_ ? 0 : position - before_, size));
  const auto line = newlines_before_ + static_cast<std::size_t>(std::count(seen.begin(), seen.end(), '\n')) + 1;
  const auto last = seen.rfind('\n');
  const auto column = last == std::string_view::npos ? column_before_ + seen.size() : seen.size() - last - 1;
  return fmt::format("{}:{}", line, std::max<std::size_t>(column, 1));
}

bool Stream::line(std::string& out) {
  out.clear();
  bool any = false;
  while (underflow() != traits_type::eof()) {
    any = true;
    const auto* end = static_cast<const char*>(std::memchr(gptr(), '\n', static_cast<std::size_t>(egptr() - gptr())));
    const auto size = end == nullptr ? egptr() - gptr() : end - gptr();
    out.append(gptr(), static_cast<std::size_t>(size));
    gbump(static_cast<int>(size + (end == nullptr ? 0 : 1)));
    if (end != nullptr) break;
  }
  if (!status_ || !any) return false;
  if (!out.empty() && out.back() == '\r') out.pop_back();
  ++lines_;
  mark();
  return true;
}

Stream::Fill from_memory(std::string_view bytes) {
  return [rest = bytes](char* into, std::size_t size) mutable -> core::Result<std::size_t> {
    const auto count = rest.copy(into, size);
    rest.remove_prefix(count);
    return count;
  };
}

}  // namespace hygie::exposure::feeds
