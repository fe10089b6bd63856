// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/directories/DirectoriesModel.h"

#include <QTreeWidget>

namespace cloudsync {

/// The domains with their administrator and whether they were reached.
class DomainList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit DomainList(DirectoriesModel *model, QWidget *parent = nullptr);
    /// Shows the model's domains; the one named is chosen when it is there, otherwise the first.
    void refresh(const QString &choose);
    [[nodiscard]] QString chosen() const;

private:
    DirectoriesModel *m_model;
};

} // namespace cloudsync
