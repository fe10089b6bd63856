// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;

namespace cloudsync {

/// Which domain's configuration a page shows. Hidden while there is only one.
class DomainPicker : public QWidget
{
    Q_OBJECT

public:
    explicit DomainPicker(QWidget *parent = nullptr);
    void show(const QStringList &domains, const QString &current);

Q_SIGNALS:
    void chosen(const QString &domain);

private:
    QComboBox *m_box;
};

} // namespace cloudsync
