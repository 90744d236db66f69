// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/greetings/greetings.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <algorithm>
#include <set>

namespace hygie::exposure {
namespace {

using net::Bytes;

constexpr std::uint8_t iac = 255, dont = 254, do_it = 253, wont = 252, will = 251, begin_sub = 250, end_sub = 240;

/// What telnet's bytes are made of (RFC 854): text, and commands between it.
struct Telnet854 {
  std::string text = {};
  std::set<std::pair<std::uint8_t, std::uint8_t>> asked = {};  // DO or WILL, and the option
  bool commands = false, whole = true;
  [[nodiscard]] bool readable() const {
    char last = '\0';
    for (const char c : text) {
      // a zero after a carriage return is of the protocol; bells and colours are of terminals
      constexpr std::string_view controls = "\r\n\t\b\a\f\x1b";
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 && controls.find(c) == std::string_view::npos && (c != '\0' || last != '\r')) return false;
      last = c;
    }
    return true;
  }
};

Telnet854 read_telnet(Bytes heard) {
  Telnet854 out;
  net::NetworkCursor at(heard);
  while (at.left() > 0) {
    const auto byte = at.u8();
    if (byte != iac) {
      out.text += static_cast<char>(byte);
      continue;
    }
    const auto command = at.u8();
    if (command >= will && at.ok() && command != iac) {
      const auto option = at.u8();
      if (at.ok() && (command == do_it || command == will)) out.asked.emplace(command, option);
    } else if (command == begin_sub) {
      const auto rest = at.rest();
      const std::uint8_t mark[]{iac, end_sub};
      const auto end = std::search(rest.begin(), rest.end(), std::begin(mark), std::end(mark));
      at.take(static_cast<std::size_t>(end - rest.begin()) + 2);
    }
    if (at.ok()) out.commands = true;
  }
  out.whole = at.ok();
  return out;
}

/// Every DO and every WILL is refused once, so that the server goes on to its prompt; nothing is typed.
class Telnet final : public Dialogue {
 public:
  net::Buffer opening() override { return {}; }
  Step hear(Bytes heard) override {
    if (heard.size() > longest_answer) return Step::refuses();
    const auto now = read_telnet(heard);
    if (!seen_ && (!now.readable() || (!now.commands && heard.size() > longest_line))) return Step::refuses();
    seen_ = seen_ || now.commands;
    const auto text = text_ + now.text;
    const auto prompt = prompt_of(text);
    if (prompt != std::string::npos && seen_) {
      text_ = text.substr(0, prompt);
      pending_.clear();
      return end();
    }
    if (!now.whole) return Step::waits();
    net::Buffer refusals;
    for (const auto& one : now.asked)
      if (refused_.insert(one).second)
        refusals.insert(refusals.end(), {iac, one.first == do_it ? wont : dont, one.second});
    if (refusals.empty()) {
      pending_ = now.text;
      return Step::waits();
    }
    text_ = text.substr(0, longest_line);
    pending_.clear();
    // who goes on asking for options never comes to a prompt
    return refused_.size() > most_refusals ? end() : Step::says(std::move(refusals));
  }
  Step end() override {
    if (!seen_) return Step::refuses();
    const auto banner = std::string(trimmed(text_ + pending_));
    Identity service{"telnet", {}};
    if (!banner.empty()) service.said["banner"] = bounded(banner, 1024);
    return Step::knows(std::move(service));
  }

 private:
  static constexpr std::size_t most_refusals = 64;

  /// Where the first prompt ends.
  static std::size_t prompt_of(std::string_view text) {
    const auto capitals = upper(text.substr(0, longest_line));
    auto first = std::string::npos;
    for (const std::string_view word : {"LOGIN:", "USERNAME:", "PASSWORD:", "USER:"}) {
      const auto at = capitals.find(word);
      if (at != std::string::npos) first = std::min(first, at + word.size());
    }
    return first;
  }

  std::set<std::pair<std::uint8_t, std::uint8_t>> refused_;
  std::string text_, pending_;
  bool seen_ = false;
};

}  // namespace

std::unique_ptr<Dialogue> make_telnet() { return std::make_unique<Telnet>(); }

}  // namespace hygie::exposure
