// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings database_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts,
                       {"mysql", "postgresql", "mssql", "oracle", "mongodb", "redis", "memcached", "mssql-browser"},
                       {1433, 1434, 1521, 3306, 5432, 6379, 11211, 27017}, {1434, 11211});
}

}  // namespace hygie::exposure
