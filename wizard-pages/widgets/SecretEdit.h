// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Secret.h"

#include <QLineEdit>

namespace cloudsync {

/// A field for a password: hidden, kept out of input prediction and clipboard history, wiped when it goes.
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);
    ~SecretEdit() override;
    [[nodiscard]] Secret secret() const { return Secret::fromString(text()); }

Q_SIGNALS:
    /// After every change by a person; empty when the field is.
    void typed(const cloudsync::Secret &secret);
};

} // namespace cloudsync
