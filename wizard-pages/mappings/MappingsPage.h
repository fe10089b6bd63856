// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/mappings/MappingsModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace cloudsync {

class DomainPicker;
class MappingForm;
class TryOutRow;

class MappingsPage : public SetupPage
{
    Q_OBJECT

public:
    explicit MappingsPage(MappingsModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    void addTable();
    void addForm();
    void addDefaults();
    void showChosen();
    void showDefaults();
    void filterDefaults();
    MappingsModel *m_model;
    DomainPicker *m_domain;
    QTreeWidget *m_table;
    QPushButton *m_remove;
    MappingForm *m_form;
    TryOutRow *m_tryOut;
    QLineEdit *m_search;
    QTreeWidget *m_defaults;
    QWidget *m_defaultsArea;
};

} // namespace cloudsync
