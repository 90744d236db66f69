// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/dialogue.hpp"

namespace hygie::exposure {

/// "dicom": association (accepted|rejected|aborted), reason, implementation_uid, implementation_version, product,
/// version of the toolkit, offers (the classes accepted), echo (answered, or a status).
[[nodiscard]] std::unique_ptr<Dialogue> make_dicom();
/// "hl7": application, version, acknowledgement.
[[nodiscard]] std::unique_ptr<Dialogue> make_mllp();

}  // namespace hygie::exposure
