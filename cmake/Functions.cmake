# SPDX-License-Identifier: EUPL-1.2

# hygie_library(NAME [SOURCES files...] LINKS targets...): one static library a folder, with only the links it is allowed.
# Without SOURCES it takes every .cpp of its folder (not of the folders below).
function(hygie_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB ARG_SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  endif()
  if(NOT ARG_SOURCES)
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${ARG_LINKS})
    return()
  endif()
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# hygie_embed(TARGET SYMBOL FILE [DEPENDS...]): the bytes of FILE in the program, as declared by HYGIE_EMBEDDED(SYMBOL) in core/embedded.hpp.
function(hygie_embed target symbol file)
  set(asm ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.S)
  file(CONFIGURE OUTPUT ${asm} @ONLY CONTENT [[
.section .rodata
.global hygie_embedded_@symbol@_begin
.global hygie_embedded_@symbol@_end
.balign 16
hygie_embedded_@symbol@_begin:
.incbin "@file@"
hygie_embedded_@symbol@_end:
.byte 0
.section .note.GNU-stack,"",%progbits
]])
  set_source_files_properties(${asm} PROPERTIES OBJECT_DEPENDS "${file}")
  target_sources(${target} PRIVATE ${asm})
endfunction()
