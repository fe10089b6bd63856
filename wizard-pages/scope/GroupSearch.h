// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/scope/ScopeModel.h"

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace cloudsync {

/// Finds groups by part of their name and puts the chosen one in scope.
class GroupSearch : public QWidget
{
    Q_OBJECT

public:
    explicit GroupSearch(ScopeModel *model, QWidget *parent = nullptr);
    void refresh();

private:
    void take();
    ScopeModel *m_model;
    QLineEdit *m_text;
    QListWidget *m_found;
};

} // namespace cloudsync
