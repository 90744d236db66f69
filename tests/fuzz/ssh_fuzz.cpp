// SPDX-License-Identifier: EUPL-1.2
#include "net/ssh/talk.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;
using namespace hygie::net;

namespace {

/// What a conversation came to, heard in one piece or in pieces.
struct Heard {
  std::string line, ended;
  bool lists = false, key = false;
  std::optional<unsigned> group;
  friend bool operator==(const Heard&, const Heard&) = default;
};

Heard hold(Bytes bytes, std::size_t piece, const ssh::Question& question) {
  ssh::Talk talk(question);
  Buffer answer;
  while (!bytes.empty()) {
    const auto size = std::min(piece, bytes.size());
    if (!talk.hear(bytes.first(size), answer)) break;
    bytes = bytes.subspan(size);
  }
  const auto& told = talk.told();
  return {told.identification.line, told.ended, told.lists.has_value(), told.key.has_value(), told.group_bits};
}

}  // namespace

/// The first byte chooses the question and how the rest is cut.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Bytes bytes(data + 1, size - 1);
  ssh::Question question{.key = (data[0] & 1U) != 0};
  if ((data[0] & 2U) != 0) {
    question.group = ssh::GroupSizes{2048, 3072, 4096};
    question.group_exchange = "diffie-hellman-group-exchange-sha256";
  }
  const auto whole = hold(bytes, bytes.size() + 1, question);
  fuzz::expect(whole == hold(bytes, 1 + (data[0] >> 2U), question));
  fuzz::expect(whole.line.size() <= ssh::longest_identification);
  if (const auto key = ssh::read_key_blob(bytes))
    fuzz::expect(!key->type.empty() && key->sha256.starts_with("SHA256:"));
  return 0;
}
