// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/dialogue.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace hygie::exposure {

/// What a server says, turn by turn, and what must be known at the end.
struct Heard {
  std::string dialogue;
  std::vector<std::pair<std::string, std::string>> facts = {};
  std::vector<std::string> turns = {};
  bool ends = false;  // nothing comes after the last turn
};

/// "text\r\n\x00" as bytes.
inline std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    ++i;
    if (text[i] == 'r') out += '\r';
    if (text[i] == 'n') out += '\n';
    if (text[i] == 'x') {
      out += static_cast<char>(std::strtoul(std::string(text.substr(i + 1, 2)).c_str(), nullptr, 16));
      i += 2;
    }
  }
  return out;
}

/// answers.tsv, beside this file.
inline std::vector<Heard> recorded_answers() {
  std::vector<Heard> all;
  std::ifstream file(HYGIE_SOURCE_DIR "/tests/unit/exposure/dialogues/answers.tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    Heard one;
    std::getline(fields, one.dialogue, '\t');
    for (std::string field; std::getline(fields, field, '\t');) {
      if (field[0] == '?') {
        const auto equals = field.find('=');
        one.facts.emplace_back(field.substr(1, equals - 1), unescaped(field.substr(equals + 1)));
      } else if (field[0] == '"') {
        one.turns.push_back(unescaped(field.substr(1, field.size() - 2)));
      } else {
        one.ends = true;
      }
    }
    all.push_back(std::move(one));
  }
  return all;
}

/// Holds the dialogue as whoever connects would: over TCP each turn comes `step` bytes at a time, and what comes after
/// a word of ours is heard with what follows; over UDP a turn is a datagram. `ours` gathers what we said.
inline Step held(const Heard& sample, std::size_t step, std::string* ours = nullptr) {
  const auto* info = find_dialogue(sample.dialogue);
  const auto dialogue = info->make();
  const auto note = [ours](const net::Buffer& bytes) {
    if (ours != nullptr) ours->append(net::as_text(bytes));
  };
  note(dialogue->opening());
  Step last;
  std::string heard;
  for (const auto& turn : sample.turns) {
    const auto size = info->transport == Transport::udp ? std::max<std::size_t>(turn.size(), 1) : step;
    for (std::size_t at = 0; at < turn.size() || (at == 0 && turn.empty()); at += size) {
      if (info->transport == Transport::udp) heard.clear();
      heard += turn.substr(at, size);
      last = dialogue->hear(net::as_bytes(heard));
      if (last.kind == Step::Kind::done || last.kind == Step::Kind::other) return last;
      if (last.kind == Step::Kind::say) heard.clear();
      note(last.bytes);
    }
  }
  return sample.ends ? dialogue->end() : last;
}

inline std::string said_by_us(const Heard& sample) {
  std::string ours;
  (void)held(sample, 100'000, &ours);
  return ours;
}

}  // namespace hygie::exposure
