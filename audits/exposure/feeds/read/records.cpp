// SPDX-License-Identifier: EUPL-1.2
// The only file of the feeds that includes nlohmann's parser for JSON.
#include "audits/exposure/feeds/read/records.hpp"

#include "core/i18n.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <nlohmann/json.hpp>

namespace hygie::exposure::feeds {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;
using Kind = Value::Kind;

constexpr std::size_t deepest = 64;

/// Prose and links, three quarters of the bytes of a record: nothing here reads them.
bool is_prose(std::string_view key) {
  constexpr std::array<std::string_view, 13> skipped{
      "references", "descriptions", "supportingMedia", "credits",  "problemTypes", "workarounds",     "solutions",
      "timeline",   "impacts",      "weaknesses",      "exploits", "cveTags",      "evaluatorComment"};
  return std::find(skipped.begin(), skipped.end(), key) != skipped.end();
}

/// What a file that is one record has at its top, beside plain values.
bool is_kept_whole(std::string_view key) {
  constexpr std::array<std::string_view, 6> kept{"containers", "cveMetadata", "cve",
                                                 "result",     "metrics",     "configurations"};
  return std::find(kept.begin(), kept.end(), key) != kept.end();
}

/// The events of nlohmann's parser, cut into records.
class Splitter {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  Splitter(Stream& bytes, std::string name, RecordSink& sink) : bytes_(bytes), name_(std::move(name)), sink_(sink) {
    top_.kind = Kind::object;
  }

  bool null() { return plain({}); }
  bool boolean(bool truth) { return plain({.kind = Kind::boolean, .truth = truth}); }
  bool number_integer(number_integer_t one) {
    return plain({.kind = Kind::number, .number = static_cast<double>(one)});
  }
  bool number_unsigned(number_unsigned_t one) {
    return plain({.kind = Kind::number, .number = static_cast<double>(one)});
  }
  bool number_float(number_float_t one, const string_t&) { return plain({.kind = Kind::number, .number = one}); }
  bool string(string_t& text) { return plain({.kind = Kind::text, .text = std::move(text)}); }
  bool binary(binary_t&) { return true; }
  bool start_object(std::size_t) { return open(Kind::object); }
  bool start_array(std::size_t) { return open(Kind::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t& name) {
    if (skipping_ > 0) return true;
    if (depth_ == 1 && stack_.empty()) section_ = name;
    key_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    const bool early = bytes_.sgetc() == Stream::traits_type::eof();
    status_ = failure(ErrorCode::parse,
                      early ? tr("the JSON ends too early: the file is cut short") : tr("this is not valid JSON"),
                      fmt::format("{}:{}", name_, bytes_.place(position)), tr("fetch it again; nothing was imported"));
    return false;
  }

  [[nodiscard]] core::Status finish() {
    if (!status_) return status_;
    return sink_.end(top_);
  }
  [[nodiscard]] const core::Status& status() const { return status_; }

 private:
  enum class Place { skip, top, record };

  /// Where the value that comes next belongs, when no record is being read.
  Place place_of(Kind kind) {
    const bool container = kind == Kind::object || kind == Kind::array;
    if (depth_ == 1 && top_is_array_) return Place::record;
    if (depth_ == 1) {
      if (!container || (is_kept_whole(key_) && !(key_ == "result" && kind == Kind::array))) return Place::top;
      return Place::skip;
    }
    if (in_list_) return Place::record;
    return key_.starts_with("CVE-") ? Place::record : Place::skip;
  }

  /// A container of the top whose items, not itself, are records.
  bool is_section(Kind kind) const {
    if (depth_ != 1 || top_is_array_) return false;
    if (kind == Kind::array) return key_ == "vulnerabilities" || key_ == "result";
    return !is_kept_whole(key_);
  }

  bool open(Kind kind) {
    if (skipping_ > 0) return ++skipping_ > 0;
    if (stack_.empty() && depth_ == 0) {
      top_is_array_ = kind == Kind::array;
      return ++depth_ > 0;
    }
    if (!stack_.empty()) {
      if (stack_.size() >= deepest) return refuse(tr("the JSON is nested too deeply"));
      auto* parent = stack_.back();
      if (parent->is(Kind::object) && is_prose(key_)) return ++skipping_ > 0;
      return push(append(*parent, {.kind = kind}));
    }
    if (is_section(kind)) {
      in_list_ = kind == Kind::array;
      return ++depth_ > 0;
    }
    switch (place_of(kind)) {
      case Place::skip: return ++skipping_ > 0;
      case Place::top: return push(append(top_, {.kind = kind}));
      case Place::record: break;
    }
    record_ = {.kind = kind, .key = {}, .text = {}, .items = {}};
    record_name_ = in_list_ || top_is_array_ ? std::string{} : key_;
    in_record_ = true;
    return push(record_);
  }

  bool close() {
    if (skipping_ > 0) return --skipping_ >= 0;
    if (stack_.empty()) {
      --depth_;
      in_list_ = false;
      return true;
    }
    stack_.pop_back();
    if (!stack_.empty() || !in_record_) return true;
    in_record_ = false;
    return give(record_);
  }

  bool plain(Value&& value) {
    if (skipping_ > 0) return true;
    if (!stack_.empty()) {
      if (!stack_.back()->is(Kind::object) || !is_prose(key_)) append(*stack_.back(), std::move(value));
      return true;
    }
    if (depth_ == 0) return true;  // a file that is one plain value has no record
    switch (place_of(value.kind)) {
      case Place::skip: return true;
      case Place::top:
        if (top_.items.size() >= 1000) return refuse(tr("this file has too many values at its top"));
        append(top_, std::move(value));
        return true;
      case Place::record: break;
    }
    record_name_ = in_list_ || top_is_array_ ? std::string{} : key_;
    return give(value);
  }

  Value& append(Value& parent, Value&& value) {
    if (parent.is(Kind::object)) value.key = std::move(key_);
    return parent.items.emplace_back(std::move(value));
  }
  bool push(Value& value) {
    stack_.push_back(&value);
    return true;
  }
  bool give(const Value& value) {
    status_ = sink_.record({section_, record_name_, value});
    bytes_.mark();
    return status_.has_value();
  }
  bool refuse(std::string what) {
    status_ = failure(ErrorCode::parse, std::move(what), fmt::format("{}:{}", name_, bytes_.place(bytes_.position())));
    return false;
  }

  Stream& bytes_;
  std::string name_;
  RecordSink& sink_;
  Value top_, record_;
  // While a container is open its parent gets no further item, so these pointers hold
  std::vector<Value*> stack_;
  std::string section_, key_, record_name_;
  std::size_t depth_ = 0;
  std::int64_t skipping_ = 0;
  bool top_is_array_ = false, in_list_ = false, in_record_ = false;
  core::Status status_;
};

}  // namespace

core::Status read_records(Stream& bytes, const std::string& name, RecordSink& sink) {
  Splitter splitter(bytes, name, sink);
  std::istream input(&bytes);
  const bool parsed = nlohmann::json::sax_parse(input, &splitter);
  // what stopped the bytes comes before what the parser made of it
  if (!bytes.status()) {
    auto error = bytes.status().error();
    if (error.where.empty()) error.where = name;
    return tl::make_unexpected(std::move(error));
  }
  if (!parsed && splitter.status()) return failure(ErrorCode::internal, tr("this is not valid JSON"), name);
  return splitter.finish();
}

}  // namespace hygie::exposure::feeds
