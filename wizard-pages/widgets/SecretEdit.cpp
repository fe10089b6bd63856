// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/SecretEdit.h"

namespace cloudsync {

SecretEdit::SecretEdit(QWidget *parent) : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    connect(this, &QLineEdit::textEdited, this, [this] { Q_EMIT typed(secret()); });
}

// QLineEdit keeps its text and undo history in ordinary strings; replacing the text at least ends the visible copy
// early.
SecretEdit::~SecretEdit()
{
    clear();
}

} // namespace cloudsync
