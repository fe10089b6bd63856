// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard-pages/scope/ScopeModel.h"
#include "wizard-pages/widgets/SetupPage.h"

class QLabel;
class QLineEdit;
class QTreeView;

namespace cloudsync {

class ChipList;
class ChoiceCard;
class DomainPicker;
class GroupSearch;
class Meter;

class ScopePage : public SetupPage
{
    Q_OBJECT

public:
    explicit ScopePage(ScopeModel *model, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    void addKinds();
    void addTyped();
    void showCounts();
    ScopeModel *m_model;
    DomainPicker *m_domain;
    ChoiceCard *m_all;
    ChoiceCard *m_units;
    ChoiceCard *m_pilot;
    QTreeView *m_tree;
    GroupSearch *m_groupSearch;
    QWidget *m_typing;
    QLineEdit *m_typed;
    ChipList *m_chips;
    QLabel *m_counts;
    QLabel *m_notes;
    Meter *m_entriesMeter;
    Meter *m_objectsMeter;
};

} // namespace cloudsync
