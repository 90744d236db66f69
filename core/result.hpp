// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace hygie::core {

/// What went wrong, as a caller acts on it. Each maps to one exit status (design: 2 request, 3 incomplete, 4 integrity,
/// 70 our bug).
enum class ErrorCode {
  usage,
  config,
  authorisation,
  network,
  tls,
  auth,
  permission,
  parse,
  limit,
  storage,
  integrity,
  unsupported,
  cancelled,
  internal
};

/// An operational error in the reader's language: what happened, where (FILE:LINE:COL, host or object), and how to mend
/// it.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string what;
  std::string where = {};
  std::string hint = {};
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, std::string what, std::string where = {},
                                                   std::string hint = {}) {
  return tl::make_unexpected(Error{code, std::move(what), std::move(where), std::move(hint)});
}

}  // namespace hygie::core
