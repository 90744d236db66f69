// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/support/one_answer.hpp"

/// Databases: their version, and whether they answer without a password. No query of data is ever made.
namespace hygie::exposure {

/// MySQL and MariaDB, protocol 10: the version without the prefix that MariaDB puts in front for old replicas.
/// product, banner, version, tls (offered|absent); or authentication "host refused" and code.
[[nodiscard]] Step read_mysql(net::Bytes heard);
/// Redis, to PING: authentication (none|password|protected mode).
[[nodiscard]] Step read_redis(net::Bytes heard);
/// memcached, to version; and to stats over UDP, where its answer is many times the question.
/// product, version, authentication (none).
[[nodiscard]] Step read_memcached(net::Bytes heard);
[[nodiscard]] std::unique_ptr<Dialogue> make_memcached_udp();
/// PostgreSQL 3.0, to a start-up message: which authentication it wants.
/// product, authentication (none|password in clear|md5|gssapi|sasl|refused), code of a refusal.
[[nodiscard]] net::Buffer postgres_startup();
[[nodiscard]] Step read_postgres(net::Bytes heard);
/// Microsoft SQL Server, to PRELOGIN (MS-TDS 2.2.6.5), and its browser over UDP (MC-SQLR).
/// version, encryption (login only|on|absent|required). The browser: host, instances, version and ports, lists in the
/// same order.
[[nodiscard]] net::Buffer mssql_prelogin();
[[nodiscard]] Step read_mssql(net::Bytes heard);
[[nodiscard]] net::Buffer mssql_browse();
[[nodiscard]] Step read_mssql_browser(net::Bytes heard);
/// The listener of Oracle, to a request of its version. answer (accepted|refused|redirected),
/// version, error, banner.
[[nodiscard]] net::Buffer oracle_version();
[[nodiscard]] std::unique_ptr<Dialogue> make_oracle();
/// MongoDB: hello, buildInfo, then the names of its databases, of which the number alone is kept.
/// answer (accepted|refused), wire_version, replica_set, version, authentication (none|wanted|unknown), databases,
/// code.
[[nodiscard]] std::unique_ptr<Dialogue> make_mongodb();

}  // namespace hygie::exposure
