// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/service-account/ServiceAccountModel.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QPushButton;
class QTreeWidget;

namespace cloudsync {

/// What the account may do: permission sets in words, and the exact entries one click away.
class PermissionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PermissionPanel(ServiceAccountModel *model, QWidget *parent = nullptr);
    void refresh();

private:
    void showLines();
    ServiceAccountModel *m_model;
    QMap<int, QCheckBox *> m_sets;
    QCheckBox *m_restrict;
    QPushButton *m_exact;
    QTreeWidget *m_lines;
};

} // namespace cloudsync
