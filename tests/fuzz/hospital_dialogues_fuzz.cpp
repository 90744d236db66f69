// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/dicom.hpp"
#include "audits/exposure/dialogues/mllp.hpp"
#include "audits/exposure/dialogues/modbus.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

// The first byte says whose answer the rest is.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const net::Bytes answer(data + 1, size - 1);
  switch (data[0] % 3) {
    case 0:
      (void)exposure::dicom::pdu_size(answer);
      if (const auto read = exposure::dicom::read_answer(answer)) {
        fuzz::expect(exposure::dicom::may_be_pdu(answer));
        if (const auto* said = std::get_if<exposure::dicom::Accepted>(&*read)) (void)exposure::dicom::toolkit_of(*said);
      }
      break;
    case 1: fuzz::expect(!exposure::mllp::read_answer(answer) || exposure::mllp::may_be_block(answer)); break;
    default: fuzz::expect(!exposure::modbus::read_answer(answer, 1) || exposure::modbus::frame_size(answer)); break;
  }
  return 0;
}
