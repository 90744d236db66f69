// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/records.hpp"

#include <algorithm>

namespace hygie::net::tls {
namespace {

constexpr std::size_t header_size = 5, most_records = 256;
constexpr std::uint16_t longest_record = 16384 + 2048;
constexpr std::uint8_t fatal = 2;

}  // namespace

void RecordWatcher::end_header() {
  NetworkCursor cursor(header_);
  SeenRecord record;
  record.type = cursor.u8();
  const auto major = cursor.u8();
  cursor.u8();
  record.length = cursor.u16();
  header_.clear();
  if (record.type < change_cipher_spec_record || record.type > heartbeat_record || major != 3 ||
      record.length > longest_record || seen_.size() >= most_records) {
    broken_ = true;
    return;
  }
  left_ = record.length;
  seen_.push_back(record);
}

void RecordWatcher::feed(Bytes bytes) {
  while (!bytes.empty() && !broken_) {
    if (left_ == 0) {
      header_.push_back(bytes.front());
      bytes = bytes.subspan(1);
      if (header_.size() == header_size) end_header();
      continue;
    }
    const auto now = std::min(left_, bytes.size());
    auto& record = seen_.back();
    // an alert of another length is encrypted
    if (record.type == alert_record && record.length == 2) {
      alert_.insert(alert_.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(now));
      if (alert_.size() == 2) {
        record.fatal = alert_[0] == fatal;
        record.alert = alert_[1];
        alert_.clear();
      }
    }
    left_ -= now;
    bytes = bytes.subspan(now);
  }
}

Buffer write_record(std::uint8_t type, std::uint16_t version, Bytes body) {
  NetworkWriter out;
  out.u8(type).u16(version).counted(2, [&](NetworkWriter& record) { record.bytes(body); });
  return out.take();
}

}  // namespace hygie::net::tls
