// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/import/reader.hpp"

#include "core/i18n.hpp"

namespace hygie::exposure::feeds {
namespace {

using core::Result;
using core::Status;
using core::tr;

std::string_view without_mark(std::string_view start) {
  return start.starts_with("\xef\xbb\xbf") ? start.substr(3) : start;
}

bool is_json(std::string_view start) {
  const auto first = start.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (start[first] == '{' || start[first] == '[');
}

}  // namespace

FileReader::FileReader(Writer& writer, std::string name, First first, Next next)
    : writer_(writer), name_(std::move(name)), first_(std::move(first)), next_(std::move(next)) {}

Result<Held> FileReader::read(Stream& bytes) {
  const auto start = without_mark(bytes.beginning());
  if (is_json(start)) {
    if (auto done = read_records(bytes, name_, *this); !done) return tl::make_unexpected(done.error());
    if (format_ == nullptr) return Held{};
    return Held{std::string(format_->kind()), format_->date(), format_->records()};
  }
  if (auto go_on = next_(); !go_on) return tl::make_unexpected(go_on.error());
  if (start.starts_with("#model_version") || start.starts_with("cve,epss")) {
    if (auto begun = first_("epss", true); !begun) return tl::make_unexpected(begun.error());
    return import_epss(bytes, name_, writer_);
  }
  if (start.starts_with("cveID,") || start.starts_with("\"cveID\",")) {
    if (auto begun = first_("kev", true); !begun) return tl::make_unexpected(begun.error());
    return import_kev_csv(bytes, name_, writer_);
  }
  if (start.starts_with("---\n") || start.starts_with("---\r\n")) return import_front_matter(bytes, name_, writer_);
  if (!bytes.status()) return tl::make_unexpected(bytes.status().error());
  return Held{};
}

/// FILE: record N, for an error that does not say where.
Status FileReader::placed(Status status) const {
  if (status || !status.error().where.empty()) return status;
  auto error = status.error();
  error.where = seen_ == 0 ? name_ : tr("{}: record {}", name_, seen_);
  return tl::make_unexpected(std::move(error));
}

Status FileReader::adopt(std::unique_ptr<Format> format) {
  format_ = std::move(format);
  return first_(format_->kind(), format_->is_whole());
}

Status FileReader::record(const Record& one) {
  if (strange_) return {};
  ++seen_;
  if (auto go_on = next_(); !go_on) return placed(std::move(go_on));
  if (seen_ == 1) {
    auto format = recognise_record(one, writer_, name_);
    strange_ = format == nullptr;
    if (strange_) return {};
    if (auto begun = adopt(std::move(format)); !begun) return begun;
  }
  return placed(format_->record(one));
}

Status FileReader::end(const Value& top) {
  if (strange_) return {};
  if (format_ == nullptr) {
    auto format = recognise_file(top, writer_, name_);
    if (format == nullptr) return {};
    if (auto go_on = next_(); !go_on) return placed(std::move(go_on));
    if (auto begun = adopt(std::move(format)); !begun) return begun;
  }
  seen_ = 0;
  return placed(format_->end(top));
}

}  // namespace hygie::exposure::feeds
