// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/well_known.hpp"

#include <array>
#include <cstdint>
#include <string_view>

/// The two-letter words of SDDL (MS-DTYP 2.5.1.1), for its reader and its writer.
namespace hygie::directory::sddl {

struct Word {
  std::string_view text;
  std::uint32_t bits;
};

inline constexpr std::array<Word, 5> ace_flags{{{"OI", 0x1}, {"CI", 0x2}, {"NP", 0x4}, {"IO", 0x8}, {"ID", 0x10}}};
inline constexpr std::array<Word, 13> rights{{{"CC", 0x1},
                                              {"DC", 0x2},
                                              {"LC", 0x4},
                                              {"SW", 0x8},
                                              {"RP", 0x10},
                                              {"WP", 0x20},
                                              {"DT", 0x40},
                                              {"LO", 0x80},
                                              {"CR", 0x100},
                                              {"SD", 0x10000},
                                              {"RC", 0x20000},
                                              {"WD", 0x40000},
                                              {"WO", 0x80000}}};
/// Read, never written: masks are mapped when read.
inline constexpr std::array<Word, 8> other_rights{{{"GA", 0x10000000},
                                                   {"GX", 0x20000000},
                                                   {"GW", 0x40000000},
                                                   {"GR", 0x80000000},
                                                   {"FA", 0x1F01FF},
                                                   {"FR", 0x120089},
                                                   {"FW", 0x120116},
                                                   {"FX", 0x1200A0}}};

enum class Base : std::uint8_t { domain, root, builtin, absolute };
struct Alias {
  std::string_view text;
  Base base;
  std::uint32_t rid;           // or the only sub-authority of an absolute SID
  std::uint8_t authority = 5;  // of an absolute SID
};
inline constexpr std::array<Alias, 56> aliases{
    {{"DA", Base::domain, 512},    {"DU", Base::domain, 513},    {"DG", Base::domain, 514},
     {"DC", Base::domain, 515},    {"DD", Base::domain, 516},    {"CA", Base::domain, 517},
     {"PA", Base::domain, 520},    {"CN", Base::domain, 522},    {"AP", Base::domain, 525},
     {"KA", Base::domain, 526},    {"RS", Base::domain, 553},    {"LA", Base::domain, 500},
     {"LG", Base::domain, 501},    {"RO", Base::root, 498},      {"SA", Base::root, 518},
     {"EA", Base::root, 519},      {"EK", Base::root, 527},      {"BA", Base::builtin, 544},
     {"BU", Base::builtin, 545},   {"BG", Base::builtin, 546},   {"PU", Base::builtin, 547},
     {"AO", Base::builtin, 548},   {"SO", Base::builtin, 549},   {"PO", Base::builtin, 550},
     {"BO", Base::builtin, 551},   {"RE", Base::builtin, 552},   {"RU", Base::builtin, 554},
     {"RD", Base::builtin, 555},   {"NO", Base::builtin, 556},   {"MU", Base::builtin, 558},
     {"LU", Base::builtin, 559},   {"IS", Base::builtin, 568},   {"CY", Base::builtin, 569},
     {"ER", Base::builtin, 573},   {"CD", Base::builtin, 574},   {"RA", Base::builtin, 575},
     {"ES", Base::builtin, 576},   {"MS", Base::builtin, 577},   {"HA", Base::builtin, 578},
     {"AA", Base::builtin, 579},   {"RM", Base::builtin, 580},   {"WD", Base::absolute, 0, 1},
     {"CO", Base::absolute, 0, 3}, {"CG", Base::absolute, 1, 3}, {"OW", Base::absolute, 4, 3},
     {"NU", Base::absolute, 2},    {"IU", Base::absolute, 4},    {"SU", Base::absolute, 6},
     {"AN", Base::absolute, 7},    {"ED", Base::absolute, 9},    {"PS", Base::absolute, 10},
     {"AU", Base::absolute, 11},   {"RC", Base::absolute, 12},   {"SY", Base::absolute, 18},
     {"LS", Base::absolute, 19},   {"NS", Base::absolute, 20}}};

}  // namespace hygie::directory::sddl
