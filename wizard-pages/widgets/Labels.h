// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QAbstractItemView;

namespace cloudsync {

/// A label that wraps and never reads its text as markup.
[[nodiscard]] QLabel *textLabel(const QString &text = {}, QWidget *parent = nullptr);
/// The same, smaller part: for explanations below a field.
[[nodiscard]] QLabel *noteLabel(const QString &text = {}, QWidget *parent = nullptr);
/// The same below a check box: begins where the box's text begins, and stands closer to it than to what follows.
[[nodiscard]] QLabel *followsLabel(const QString &text = {}, QWidget *parent = nullptr);
/// Text from outside that a person may want to copy: selectable with mouse and keyboard.
[[nodiscard]] QLabel *valueLabel(const QString &text = {}, const QString &accessibleName = {},
                                 QWidget *parent = nullptr);
/// The heading of a group on a page.
[[nodiscard]] QLabel *groupLabel(const QString &text, QWidget *parent = nullptr);
/// A one-line label for the field `buddy`; the ampersand in the text makes the mnemonic.
[[nodiscard]] QLabel *fieldLabel(const QString &text, QWidget *buddy, QWidget *parent = nullptr);

/// Gives the rows of a list some air above and below.
void giveRowsAir(QAbstractItemView *view);

/// Makes the font `factor` times as tall as the widget's, and bold when asked.
void scaleFont(QWidget *widget, qreal factor, bool bold = false);

/// Sets text only where it means something else, so that the cursor and a blank of a person who is typing stay where
/// they are.
template<typename Edit>
void setTextIfChanged(Edit *edit, const QString &text)
{
    if (edit->text().trimmed() != text.trimmed())
        edit->setText(text);
}

} // namespace cloudsync
