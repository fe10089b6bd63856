// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace cloudsync {

/// Chosen values as small buttons; pressing one takes it out.
class ChipList : public QWidget
{
    Q_OBJECT

public:
    /// `emptyText` is shown while nothing is chosen.
    explicit ChipList(QString emptyText, QWidget *parent = nullptr);
    void setValues(const QStringList &values);
    [[nodiscard]] const QStringList &values() const { return m_values; }

Q_SIGNALS:
    void removeRequested(const QString &value);

private:
    void rebuild();
    QString m_emptyText;
    QStringList m_values;
};

} // namespace cloudsync
