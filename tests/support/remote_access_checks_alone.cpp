// SPDX-License-Identifier: EUPL-1.2
// Links the checks and nothing else: tests/purity.sh looks at what came with them.
#include "audits/remote_access/registry.hpp"

int main() { return hygie::remote_access::registry().empty() ? 1 : 0; }
