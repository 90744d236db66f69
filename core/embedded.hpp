// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

/// Defines `name()`: the bytes of the file given to hygie_embed(TARGET name FILE) in CMake.
/// The program carries its catalogue, schemas, templates and translations, so that it is one file that works anywhere.
#define HYGIE_EMBEDDED(name)                                                                        \
  extern "C" const char hygie_embedded_##name##_begin[];                                            \
  extern "C" const char hygie_embedded_##name##_end[];                                              \
  static std::string_view name() {                                                                  \
    return {hygie_embedded_##name##_begin,                                                          \
            static_cast<std::size_t>(hygie_embedded_##name##_end - hygie_embedded_##name##_begin)}; \
  }
