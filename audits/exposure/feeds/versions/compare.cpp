// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/versions/compare.hpp"

#include "audits/exposure/feeds/versions/digits.hpp"
#include "audits/exposure/feeds/versions/dpkg.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>

namespace hygie::exposure::feeds {
namespace {

using std::partial_ordering;

/// What a word says of the version it stands in.
enum class Sense { number, before, letter, after, nothing, unknown, end };

struct Token {
  Sense sense = Sense::end;
  std::string_view digits;
  std::string word;  // lower case
  int rank = 0;      // among words of the same sense
};

struct Word {
  std::string_view text;
  Sense sense;
  int rank;
};

constexpr std::array words{
    Word{"dev", Sense::before, 0},     Word{"snapshot", Sense::before, 0},  Word{"nightly", Sense::before, 0},
    Word{"alpha", Sense::before, 1},   Word{"beta", Sense::before, 2},      Word{"preview", Sense::before, 3},
    Word{"pre", Sense::before, 3},     Word{"rc", Sense::before, 4},        Word{"cr", Sense::before, 4},
    Word{"p", Sense::after, 1},        Word{"pl", Sense::after, 1},         Word{"patch", Sense::after, 1},
    Word{"h", Sense::after, 2},        Word{"hf", Sense::after, 2},         Word{"hotfix", Sense::after, 2},
    Word{"sp", Sense::after, 3},       Word{"u", Sense::after, 4},          Word{"update", Sense::after, 4},
    Word{"cu", Sense::after, 5},       Word{"cumulative", Sense::after, 5}, Word{"r", Sense::after, 6},
    Word{"rev", Sense::after, 6},      Word{"s", Sense::after, 7},          Word{"build", Sense::after, 8},
    Word{"ga", Sense::nothing, 0},     Word{"final", Sense::nothing, 0},    Word{"release", Sense::nothing, 0},
    Word{"stable", Sense::nothing, 0},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_hash(std::string_view text) {
  return text.size() >= 7 && text.size() <= 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

/// A commit and nothing else: at least one letter, or it is a number.
bool is_commit(std::string_view text) { return is_hash(text) && std::any_of(text.begin(), text.end(), is_letter); }

Token of_word(std::string word, bool digits_follow) {
  const auto* known = std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.text == word; });
  if (digits_follow && word == "a") return {Sense::before, {}, "alpha", 1};
  if (digits_follow && word == "b") return {Sense::before, {}, "beta", 2};
  // "1.0.2u": one letter, or z and one more, without a number, is a patch level
  if (!digits_follow && (word.size() == 1 || (word.size() == 2 && word[0] == 'z')))
    return {Sense::letter, {}, std::move(word), 0};
  if (known != words.end()) return {known->sense, {}, std::string(known->text), known->rank};
  return {Sense::unknown, {}, std::move(word), 0};
}

class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  Token next() {
    while (at_ < text_.size() && !is_digit(text_[at_]) && !is_letter(text_[at_])) ++at_;
    if (at_ >= text_.size()) return {};
    // git describe: 1.2.3-12-gabcdef1; the commit adds nothing to the count before it
    if (text_[at_] == 'g' && is_hash(run(at_ + 1))) {
      at_ += 1 + run(at_ + 1).size();
      return {Sense::nothing, {}, "commit", 0};
    }
    if (is_digit(text_[at_])) return {Sense::number, take_digits(text_, at_), {}, 0};
    std::string word;
    while (at_ < text_.size() && is_letter(text_[at_])) word += lower(text_[at_++]);
    // "rc1", "h2", and "cumulative_update_14", "build 1396"
    auto after = at_;
    while (after < text_.size() && (text_[after] == '_' || text_[after] == ' ')) ++after;
    return of_word(std::move(word), after < text_.size() && is_digit(text_[after]));
  }

 private:
  [[nodiscard]] std::string_view run(std::size_t from) const {
    auto to = from;
    while (to < text_.size() && (is_digit(text_[to]) || is_letter(text_[to]))) ++to;
    return text_.substr(std::min(from, text_.size()), to - from);
  }
  std::string_view text_;
  std::size_t at_ = 0;
};

/// How a token compares with the end of the other version.
partial_ordering beside_end(const Token& token) {
  switch (token.sense) {
    case Sense::number:
      return std::is_eq(compare_digits(token.digits, "")) ? partial_ordering::equivalent : partial_ordering::greater;
    case Sense::before: return partial_ordering::less;
    case Sense::letter:
    case Sense::after: return partial_ordering::greater;
    case Sense::nothing:
    case Sense::end: return partial_ordering::equivalent;
    case Sense::unknown: break;
  }
  return partial_ordering::unordered;
}

partial_ordering reversed(partial_ordering order) {
  if (order == partial_ordering::less) return partial_ordering::greater;
  return order == partial_ordering::greater ? partial_ordering::less : order;
}

partial_ordering between_words(const Token& a, const Token& b) {
  if (a.sense == Sense::before && b.sense == Sense::before) return a.rank <=> b.rank;
  if (a.sense == Sense::before) return b.sense == Sense::unknown ? partial_ordering::unordered : partial_ordering::less;
  if (b.sense == Sense::before)
    return a.sense == Sense::unknown ? partial_ordering::unordered : partial_ordering::greater;
  if (a.sense == Sense::letter && b.sense == Sense::letter)
    return a.word.size() != b.word.size() ? a.word.size() <=> b.word.size() : a.word.compare(b.word) <=> 0;
  return a.word == b.word || (a.sense == b.sense && a.rank == b.rank && a.sense == Sense::after)
             ? partial_ordering::equivalent
             : partial_ordering::unordered;
}

bool is_zero(const Token& token) {
  return token.sense == Sense::number && std::is_eq(compare_digits(token.digits, ""));
}

/// A word beside a number: "1.0rc1" is before 1.0, "1.0p1" after it, and both are before "1.0.1".
partial_ordering word_beside_number(const Token& word) {
  return word.sense == Sense::unknown ? partial_ordering::unordered : partial_ordering::less;
}

partial_ordering compare_tokens(std::string_view a, std::string_view b) {
  Tokens left(a), right(b);
  auto x = left.next(), y = right.next();
  while (x.sense != Sense::end || y.sense != Sense::end) {
    // what says nothing first, on both sides; then a zero beside a word or the end
    if (x.sense == Sense::nothing || (y.sense != Sense::nothing && y.sense != Sense::number && is_zero(x))) {
      x = left.next();
      continue;
    }
    if (y.sense == Sense::nothing || (x.sense != Sense::number && is_zero(y))) {
      y = right.next();
      continue;
    }
    partial_ordering order = partial_ordering::equivalent;
    if (x.sense == Sense::end || y.sense == Sense::end) {
      order = x.sense == Sense::end ? reversed(beside_end(y)) : beside_end(x);
    } else if (x.sense == Sense::number && y.sense == Sense::number) {
      order = compare_digits(x.digits, y.digits);
    } else if (x.sense == Sense::number || y.sense == Sense::number) {
      order = y.sense == Sense::number ? word_beside_number(x) : reversed(word_beside_number(y));
    } else {
      order = between_words(x, y);
    }
    if (order != partial_ordering::equivalent) return order;
    if (x.sense != Sense::end) x = left.next();
    if (y.sense != Sense::end) y = right.next();
  }
  return partial_ordering::equivalent;
}

/// Without what stands before the first digit ("v", "version ", "NS"), and without build metadata ("+...").
std::string_view trimmed(std::string_view text) {
  const auto* first = std::find_if(text.begin(), text.end(), is_digit);
  text.remove_prefix(static_cast<std::size_t>(first - text.begin()));
  text = text.substr(0, text.find('+'));
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool has_word(std::string_view text, std::string_view word) {
  return std::search(text.begin(), text.end(), word.begin(), word.end(),
                     [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

/// "13.1-NS49.15", "NS13.1 Build 49.15.nc" -> "13.1-49.15": words between numbers say nothing here.
std::string citrix_numbers(std::string_view text) {
  std::string out;
  for (const char c : text) out += is_digit(c) ? c : '.';
  return out;
}

/// Exchange numbers its builds (15.2.1544.9) and names its editions (2019 CU14).
bool is_exchange_build(std::string_view text) {
  return text.find('.') != std::string_view::npos && text.size() < 18 && !text.starts_with("20");
}

/// "7.0.1 and older versions": after a space, only words that belong to versions ("7.2.4 build 1396", "8.0 U3b").
bool is_sentence(std::string_view text) {
  for (auto space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
    std::string word;
    for (auto at = space + 1; at < text.size() && is_letter(text[at]); ++at) word += lower(text[at]);
    const bool known = std::any_of(words.begin(), words.end(), [&](const Word& one) { return one.text == word; });
    if (!word.empty() && !known) return true;
  }
  return false;
}

}  // namespace

bool looks_like_version(std::string_view text) {
  if (text.size() > 64 || is_commit(text)) return false;
  const auto* first = std::find_if(text.begin(), text.end(), is_digit);
  if (first == text.end()) return false;
  std::string front;
  std::copy_if(text.begin(), first, std::back_inserter(front), is_letter);
  std::transform(front.begin(), front.end(), front.begin(), lower);
  constexpr std::array<std::string_view, 10> prefixes{"",        "v",  "ver",   "version",  "r",
                                                      "release", "ns", "build", "firmware", "firmwareversion"};
  const std::string_view rest(first, static_cast<std::size_t>(text.end() - first));
  return std::find(prefixes.begin(), prefixes.end(), front) != prefixes.end() && !is_sentence(rest) &&
         std::all_of(rest.begin(), rest.end(), [](char c) {
           return is_digit(c) || is_letter(c) || std::string_view(".-_+~:() ").find(c) != std::string_view::npos;
         });
}

partial_ordering compare_versions(Order order, std::string_view a, std::string_view b) {
  if (a == b) return partial_ordering::equivalent;
  if (order == Order::dpkg) return compare_dpkg(a, b);
  if (is_commit(a) || is_commit(b)) return partial_ordering::unordered;
  if (std::none_of(a.begin(), a.end(), is_digit) || std::none_of(b.begin(), b.end(), is_digit))
    return partial_ordering::unordered;
  if (order == Order::citrix) {
    if (has_word(a, "fips") != has_word(b, "fips")) return partial_ordering::unordered;
    const auto left = citrix_numbers(a), right = citrix_numbers(b);
    return compare_tokens(left, right);
  }
  const auto left = trimmed(a), right = trimmed(b);
  if (order == Order::exchange && is_exchange_build(left) != is_exchange_build(right))
    return partial_ordering::unordered;
  return compare_tokens(left, right);
}

Order order_of(std::string_view vendor, std::string_view product) {
  if (vendor == "microsoft" && product.find("exchangeserver") != std::string_view::npos) return Order::exchange;
  if (vendor == "citrix" || vendor == "netscaler") return Order::citrix;
  return Order::generic;
}

}  // namespace hygie::exposure::feeds
