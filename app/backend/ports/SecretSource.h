// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"
#include "backend/engine/Secret.h"

#include <QString>

namespace cloudsync {

/// Where a secret is to be had from. The answer file holds only this.
struct SecretReference
{
    enum class Kind {
        None,        ///< not given
        Environment, ///< `value` is the variable's name
        File,        ///< `value` is a path; the first line counts
        Cms,         ///< `value` is the path of a CMS-enveloped file
        Prompt,      ///< ask the person at the terminal
        Entered      ///< typed into the wizard; `value` is the key under which the front end holds it
    };
    Kind kind = Kind::None;
    QString value;
    friend bool operator==(const SecretReference &, const SecretReference &) = default;
};

/// Resolves references. `purpose` says for people what the secret is for ("password of CONTOSO\\Administrator").
/// SecretUnavailable when it is not there; AnswerMissing when a person would have to be asked and cannot be.
class SecretSource
{
public:
    virtual ~SecretSource() = default;
    [[nodiscard]] virtual Result<Secret> resolve(const SecretReference &reference, const QString &purpose) = 0;
};

} // namespace cloudsync
