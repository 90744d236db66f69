// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/hospital/mllp.hpp"

#include <fmt/chrono.h>
#include <algorithm>
#include <vector>

namespace hygie::exposure::mllp {
namespace {

using net::Bytes;

constexpr char block_start = 0x0b, block_end = 0x1c, carriage_return = 0x0d;

net::Buffer framed(std::string_view text) {
  net::NetworkWriter out;
  out.u8(block_start).text(text).u8(block_end).u8(carriage_return);
  return out.take();
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string field(const std::vector<std::string_view>& fields, std::size_t number) {
  return number < fields.size() ? std::string(fields[number]) : std::string();
}

}  // namespace

net::Buffer empty_block() { return framed({}); }

net::Buffer private_event(std::chrono::sys_seconds now, std::string_view control_id) {
  const auto stamp = fmt::format("{:%Y%m%d%H%M%S}", fmt::gmtime(now.time_since_epoch().count()));
  return framed(fmt::format("MSH|^~\\&|HYGIE|AUDIT|||{}||ZZZ^Z99|{}|P|2.5\r", stamp, control_id));
}

bool may_be_block(Bytes begun) {
  constexpr std::string_view head = "\x0bMSH";
  const auto text = net::as_text(begun.first(std::min(begun.size(), head.size())));
  // an empty frame is an answer too
  return head.starts_with(text) || text.starts_with("\x0b\x1c");
}

std::optional<std::size_t> block_size(Bytes begun) {
  const auto at = net::as_text(begun).find("\x1c\x0d");
  return at == std::string_view::npos ? std::nullopt : std::optional(at + 2);
}

std::optional<Answer> read_answer(Bytes block) {
  const auto size = block_size(block);
  if (!size || *size != block.size() || block[0] != block_start) return std::nullopt;
  const auto text = net::as_text(block.subspan(1, *size - 3));
  if (text.empty()) return Answer{};
  if (!text.starts_with("MSH") || text.size() < 8) return std::nullopt;
  const char separator = text[3];  // MSH-1
  Answer answer;
  for (const auto segment : split(text, carriage_return)) {
    // the separator itself counts as the first field of MSH, so that its fields stand one place earlier
    const auto fields = split(segment, separator);
    if (fields[0] == "MSH") {
      answer.application = field(fields, 2);
      answer.facility = field(fields, 3);
      answer.version = field(fields, 11);
    } else if (fields[0] == "MSA") {
      answer.acknowledgement = field(fields, 1);
      answer.control_id = field(fields, 2);
    }
  }
  return answer;
}

}  // namespace hygie::exposure::mllp
