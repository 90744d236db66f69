// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/dialogue.hpp"

namespace hygie::exposure {

[[nodiscard]] std::unique_ptr<Dialogue> make_dicom();
[[nodiscard]] std::unique_ptr<Dialogue> make_mllp();

}  // namespace hygie::exposure
