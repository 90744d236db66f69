// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/secret_hint.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace hygie::directory {
namespace {

/// `strong` words speak of passwords alone: a value that looks like one may follow at once ("mdp Azerty12"). The others
/// need a separator and a digit ("code : 4512B").
struct Word {
  std::string_view text;
  bool strong;
};
constexpr std::array<Word, 15> words{{{"mot de passe", true},
                                      {"motdepasse", true},
                                      {"mots de passe", false},
                                      {"mdp", true},
                                      {"m.d.p", true},
                                      {"password", true},
                                      {"passwd", true},
                                      {"passphrase", true},
                                      {"pwd", true},
                                      {"pswd", true},
                                      {"passe", false},
                                      {"pass", false},
                                      {"pw", false},
                                      {"code", false},
                                      {"pin", false}}};

// What follows the word in sentences about passwords that tell none.
constexpr std::array<std::string_view, 40> innocent{
    "a",       "au",     "aucun",  "aucune",  "changer", "chez",    "coffre", "dans",   "does",  "expire",
    "expired", "expiré", "fort",   "inconnu", "initial", "keepass", "la",     "le",     "n/a",   "na",
    "never",   "no",     "non",    "none",    "not",     "oublié",  "par",    "policy", "perso", "politique",
    "reset",   "safe",   "secret", "see",     "sur",     "unknown", "vault",  "voir",   "vide",  "à"};

constexpr std::string_view hard_space = "\xC2\xA0";  // French puts it before a colon

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string folded(std::string_view text) {
  std::string out(text);
  for (auto& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

void skip_blanks(std::string_view& text) {
  for (bool more = true; more;) more = take(text, " ") || take(text, "\t") || take(text, hard_space);
}

/// ":", "=", "->", "is", "est" ...; several may follow each other ("est : ").
bool take_separator(std::string_view& text) {
  bool taken = false;
  for (bool more = true; more;) {
    skip_blanks(text);
    more = take(text, "->") || take(text, "=>") || take(text, "=") || take(text, ":") || take(text, "est ") ||
           take(text, "is ");
    taken = taken || more;
  }
  return taken;
}

bool is_innocent(std::string_view value) {
  while (!value.empty() && (value.back() == '.' || value.back() == ',' || value.back() == ';' || value.back() == ')'))
    value.remove_suffix(1);
  if (value.size() < 4 || value.find_first_not_of("*x.-_?") == std::string_view::npos) return true;
  return std::find(innocent.begin(), innocent.end(), value) != innocent.end();
}

/// Letters with digits or with signs inside: no ordinary word, no date, no number alone.
bool looks_made_up(std::string_view value) {
  const bool letter = std::any_of(value.begin(), value.end(), is_letter);
  const bool digit = std::any_of(value.begin(), value.end(), is_digit);
  const bool sign = value.find_first_of("!@#$%&*+?") != std::string_view::npos;
  return letter && (digit || sign);
}

bool announces(std::string_view after, bool strong) {
  const bool plural = strong && take(after, "s");
  if (!after.empty() && !after.starts_with(hard_space) && (is_letter(after.front()) || is_digit(after.front())))
    return false;
  const bool separated = take_separator(after);
  skip_blanks(after);
  if (take(after, "\"") || take(after, "'") || take(after, "(")) skip_blanks(after);
  const auto value = after.substr(0, after.find_first_of(" \t\r\n\"'"));
  if (is_innocent(value)) return false;
  if (strong && separated && !plural) return true;
  const bool digit = std::any_of(value.begin(), value.end(), is_digit);
  return strong ? looks_made_up(value) : separated && digit;
}

}  // namespace

std::string_view secret_pattern(std::string_view text) {
  const auto lower = folded(text);
  const std::string_view all = lower;
  for (const auto& word : words) {
    for (auto at = all.find(word.text); at != std::string_view::npos; at = all.find(word.text, at + 1)) {
      if (at > 0 && (is_letter(all[at - 1]) || is_digit(all[at - 1]))) continue;
      if (announces(all.substr(at + word.text.size()), word.strong)) return word.text;
    }
  }
  return {};
}

}  // namespace hygie::directory
