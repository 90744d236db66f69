// SPDX-License-Identifier: EUPL-1.2
// Links the exposure checks with nothing but what they may use; tests/purity.sh looks at what came along.
#include "audits/exposure/registry.hpp"

#include <cstdio>

int main() { std::printf("%zu checks\n", hygie::exposure::registry().size()); }
