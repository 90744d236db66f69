// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/ldif.hpp"

#include "audits/directory/names.hpp"
#include "audits/directory/read/base64.hpp"
#include "core/i18n.hpp"
#include "core/limits.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cstring>
#include <span>

namespace hygie::directory {
namespace {

using core::ErrorCode;
using core::tr;

/// Memory for values that do not stand in the file as they are; given back all at once after each entry.
class Scratch {
 public:
  char* take(std::size_t size) {
    if (size > room_) {
      room_ = std::max(size, first_size);
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(room_));
      next_ = blocks_.back().get();
    }
    char* at = next_;
    next_ += size;
    room_ -= size;
    return at;
  }
  void clear() {
    if (blocks_.empty()) return;
    blocks_.resize(1);
    next_ = blocks_.front().get();
    room_ = first_size;  // a larger first block is used in part only, which is harmless
  }

 private:
  static constexpr std::size_t first_size = 1U << 20U;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t room_ = 0;
};

/// A line with the lines that continue it, still folded.
struct FoldedLine {
  std::string_view text;  // with its line ends and the blanks that continue it
  bool folded = false;
  std::size_t number = 0;  // of its first line
};

std::string_view without_cr(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view without_leading_blanks(std::string_view text) {
  const auto at = text.find_first_not_of(' ');
  return at == std::string_view::npos ? std::string_view{} : text.substr(at);
}

/// Calls `piece` with each part of a folded text, without line ends and continuation blanks.
template <class Piece>
bool unfold(std::string_view text, Piece&& piece) {
  for (bool first = true; !text.empty() || first; first = false) {
    const auto end = text.find('\n');
    auto line = without_cr(text.substr(0, end));
    if (!first && !line.empty()) line.remove_prefix(1);
    if (!piece(line)) return false;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return true;
}

class Reader {
 public:
  using Wanted = std::function<bool(std::string_view)>;
  using OnEntry = std::function<bool(const RawEntry&, std::size_t)>;
  Reader(std::string_view text, const std::string& file, const Wanted& wanted, const OnEntry& on_entry)
      : text_(text), file_(file), wanted_(wanted), on_entry_(on_entry) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  core::Result<LdifEnd> run() {
    FoldedLine line;
    while (!stopped_ && next_line(line)) {
      if (auto done = take(line); !done) {
        // What is wrong in the last line of a file that ends without a line end is that it is cut.
        if (at_ < text_.size() || text_.ends_with('\n')) return tl::make_unexpected(std::move(done.error()));
        break;
      }
    }
    if (!stopped_) finish();
    if (end_.entries == 0 && end_.cut.empty())
      return core::failure(ErrorCode::parse, tr("there is no LDIF entry in this file"), file_);
    return std::move(end_);
  }

 private:
  bool next_line(FoldedLine& line) {
    if (at_ >= text_.size()) return false;
    line.number = line_ + 1;
    line.folded = false;
    const auto begin = at_;
    std::size_t end = 0;
    do {
      end = text_.find('\n', at_);
      ++line_;
      at_ = end == std::string_view::npos ? text_.size() : end + 1;
      if (end == std::string_view::npos) end = text_.size();
      // An empty line ends an entry, whatever follows it.
      if (end == begin || (end == begin + 1 && text_[begin] == '\r')) break;
      if (at_ < text_.size() && text_[at_] == ' ') line.folded = true;
    } while (at_ < text_.size() && text_[at_] == ' ');
    line.text = text_.substr(begin, end - begin);
    return true;
  }

  std::string where(const FoldedLine& line) const { return fmt::format("{}:{}", file_, line.number); }

  core::Status take(const FoldedLine& line) {
    const auto text = line.folded ? line.text : without_cr(line.text);
    if (text.empty()) return end_record();
    if (text.size() > core::limits::ldif_line)
      return core::failure(ErrorCode::limit, tr("this line is longer than {} MiB", core::limits::ldif_line >> 20U),
                           where(line));
    if (text.front() == '#') {
      comment(text);
      return {};
    }
    const auto colon = text.find(':');
    // A folded line may be folded before its colon, which no tool does.
    if (colon == std::string_view::npos || colon == 0 || text.substr(0, colon).find('\n') != std::string_view::npos)
      return core::failure(ErrorCode::parse, tr("this line is not LDIF: \"name: value\" is expected"), where(line));
    return attribute(line, text.substr(0, colon), text.substr(colon + 1));
  }

  void comment(std::string_view text) {
    constexpr std::string_view cookie = "# pagedresults: cookie=", extended = "# extended LDIF";
    if (text.starts_with(extended)) result_expected_ = true;
    if (text.starts_with(cookie)) page_left_ = text.size() > cookie.size();
  }

  core::Status attribute(const FoldedLine& line, std::string_view name, std::string_view value) {
    if (!in_entry_) {
      if (same_name(name, "dn")) return begin_entry(line, value);
      return outside(line, name, value);
    }
    if (same_name(name, "changetype")) {
      if (same_name(without_leading_blanks(value), "add")) return {};
      return core::failure(ErrorCode::unsupported, tr("only entries and `changetype: add` are read"), where(line));
    }
    if (same_name(name, "control")) return {};
    if (same_name(name, "dn"))
      return core::failure(ErrorCode::parse, tr("an empty line is missing before this entry"), where(line));
    if (value.starts_with('<'))
      return core::failure(ErrorCode::unsupported, tr("values that stand in another file are not read"), where(line));
    if (!wanted_(name)) return {};
    const auto decoded = decode(line, value);
    if (!decoded) return tl::make_unexpected(decoded.error());
    keep(name, *decoded);
    return {};
  }

  /// Lines that are of no entry: the version, what ldapsearch prints after the last entry, and references.
  core::Status outside(const FoldedLine& line, std::string_view name, std::string_view value) {
    if (same_name(name, "version")) {
      if (without_leading_blanks(value) == "1") return {};
      return core::failure(ErrorCode::unsupported, tr("only version 1 of LDIF is read"), where(line));
    }
    if (same_name(name, "result")) {
      result_expected_ = false;
      const auto code = without_leading_blanks(value);
      if (code != "0" && !code.starts_with("0 "))
        end_.cut = core::tr("{}: the search ended with result {}", where(line), code.substr(0, 80));
      return {};
    }
    if (same_name(name, "search") || same_name(name, "ref") || same_name(name, "control") || same_name(name, "text") ||
        same_name(name, "matcheddn"))
      return {};
    return core::failure(ErrorCode::parse, tr("an entry begins with `dn:`, this line does not"), where(line));
  }

  core::Status begin_entry(const FoldedLine& line, std::string_view value) {
    const auto dn = decode(line, value);
    if (!dn) return tl::make_unexpected(dn.error());
    in_entry_ = true;
    dn_ = *dn;
    entry_line_ = line.number;
    used_ = 0;
    return {};
  }

  core::Result<std::string_view> decode(const FoldedLine& line, std::string_view value) {
    if (value.starts_with(':')) {
      value = without_leading_blanks(value.substr(1));
      Base64Decoder decoder(scratch_.take(value.size() / 4 * 3 + 3));
      const bool good = unfold(value, [&](std::string_view piece) {
        while (piece.ends_with(' ')) piece.remove_suffix(1);
        return decoder.feed(piece);
      });
      if (!good || !decoder.finished())
        return core::failure(ErrorCode::parse, tr("this value is not valid base64"), where(line));
      return decoder.text();
    }
    value = without_leading_blanks(value);
    if (!line.folded) return value;
    char* const begin = scratch_.take(value.size());
    char* out = begin;
    unfold(value, [&](std::string_view piece) {
      out = std::copy(piece.begin(), piece.end(), out);
      return true;
    });
    return std::string_view(begin, static_cast<std::size_t>(out - begin));
  }

  void keep(std::string_view name, std::string_view value) {
    const auto in_use = std::span(pending_).first(used_);
    // Values of one attribute mostly follow each other.
    auto found =
        std::find_if(in_use.rbegin(), in_use.rend(), [&](const Pending& one) { return same_name(one.name, name); });
    if (found != in_use.rend()) {
      found->values.push_back(value);
      return;
    }
    if (used_ == pending_.size()) pending_.emplace_back();
    pending_[used_].name = name;
    pending_[used_].values.assign(1, value);
    ++used_;
  }

  core::Status end_record() {
    if (!in_entry_) return {};
    in_entry_ = false;
    attributes_.clear();
    for (std::size_t i = 0; i < used_; ++i) attributes_.push_back({pending_[i].name, pending_[i].values});
    ++end_.entries;
    if (!dn_.empty()) end_.last_dn = dn_;
    stopped_ = !on_entry_({dn_, attributes_}, at_);
    scratch_.clear();
    return {};
  }

  void finish() {
    if (in_entry_ && !text_.ends_with('\n')) {
      end_.last_dn = dn_;
      end_.cut = core::tr("{}:{}: the file ends within this entry, which is left out", file_, entry_line_);
      return;
    }
    if (in_entry_) {
      end_.cut = core::tr("{}:{}: no empty line after this entry: the file may be cut", file_, entry_line_);
      (void)end_record();
    }
    if (end_.cut.empty() && result_expected_)
      end_.cut = core::tr("{}: the result that ldapsearch writes at the end is missing", file_);
    if (end_.cut.empty() && page_left_) end_.cut = core::tr("{}: the search stopped before its last page", file_);
  }

  struct Pending {
    std::string_view name;
    std::vector<std::string_view> values;
  };
  std::string_view text_;
  const std::string& file_;
  const Wanted& wanted_;
  const OnEntry& on_entry_;
  std::size_t at_ = 0, line_ = 0, entry_line_ = 0;
  bool in_entry_ = false, stopped_ = false, result_expected_ = false, page_left_ = false;
  std::string_view dn_;
  std::vector<Pending> pending_;
  std::size_t used_ = 0;
  std::vector<RawAttribute> attributes_;
  Scratch scratch_;
  LdifEnd end_;
};

}  // namespace

core::Result<LdifEnd> read_ldif(std::string_view text, const std::string& file,
                                const std::function<bool(std::string_view name)>& wanted,
                                const std::function<bool(const RawEntry& entry, std::size_t offset)>& on_entry) {
  if (text.empty()) return core::failure(ErrorCode::parse, tr("the file is empty"), file);
  return Reader(text, file, wanted, on_entry).run();
}

}  // namespace hygie::directory
