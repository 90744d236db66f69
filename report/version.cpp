// SPDX-License-Identifier: EUPL-1.2
#include "report/model.hpp"

namespace hygie::report {

std::string_view program_version() { return HYGIE_VERSION; }

}  // namespace hygie::report
