// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/dialogue.hpp"
#include "net/bytes.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// HL7 version 2 over its minimal lower layer protocol (MLLP release 1: a block between 0B and 1C 0D). No message of a
/// patient is ever sent: an empty block, or with the owner's consent an event of a private type that no engine routes.
namespace hygie::exposure::mllp {

/// A block with nothing in it: some engines answer it, none can act on it.
[[nodiscard]] net::Buffer empty_block();
/// A private event (ZZZ^Z99) from HYGIE, AUDIT: an engine acknowledges or refuses it.
[[nodiscard]] net::Buffer private_event(std::chrono::sys_seconds now, std::string_view control_id);

struct Answer {
  std::string acknowledgement;  // MSA-1: AA, AE, AR, CA, CE, CR; empty without a MSA segment
  std::string application;      // MSH-3: who answers
  std::string facility;         // MSH-4
  std::string version;          // MSH-12
  std::string control_id;       // MSA-2: of the message that is answered
};

/// Whether what was received so far can still become a block of HL7.
[[nodiscard]] bool may_be_block(net::Bytes begun);
/// The end of the first block, its mark included; absent while it is not there.
[[nodiscard]] std::optional<std::size_t> block_size(net::Bytes begun);
/// Reads one block; absent when it is no HL7 message in a frame.
[[nodiscard]] std::optional<Answer> read_answer(net::Bytes block);

/// The dialogue that sends a private event: only with the consent of the owner.
[[nodiscard]] std::unique_ptr<Dialogue> make_event_dialogue(std::chrono::sys_seconds now);

}  // namespace hygie::exposure::mllp
