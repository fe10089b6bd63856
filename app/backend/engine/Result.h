// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace cloudsync {

/// A value or the reason why there is none. Functions that return it are [[nodiscard]].
template<typename T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::X, subject, detail);` from any function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString subject = {}, QString detail = {},
                                                QVector<Error> causes = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail), std::move(causes)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace cloudsync
