// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/directories/DomainList.h"

#include "wizard-pages/widgets/Labels.h"
#include "wizard-pages/widgets/Mark.h"

namespace cloudsync {

namespace {

enum Column { NameColumn, AdministratorColumn, StateColumn };

Mark markOf(DirectoriesModel::State state)
{
    switch (state) {
    case DirectoriesModel::State::Untested:
        return Mark::Todo;
    case DirectoriesModel::State::Testing:
        return Mark::Busy;
    case DirectoriesModel::State::Ready:
        return Mark::Ok;
    case DirectoriesModel::State::Failed:
        return Mark::Error;
    }
    return Mark::None;
}

QString textOf(DirectoriesModel::State state)
{
    switch (state) {
    case DirectoriesModel::State::Untested:
        return DomainList::tr("not tested yet");
    case DirectoriesModel::State::Testing:
        return DomainList::tr("being tested");
    case DirectoriesModel::State::Ready:
        return DomainList::tr("connected");
    case DirectoriesModel::State::Failed:
        return DomainList::tr("no connection");
    }
    return {};
}

} // namespace

DomainList::DomainList(DirectoriesModel *model, QWidget *parent) : QTreeWidget(parent), m_model(model)
{
    giveRowsAir(this);
    setAccessibleName(tr("Domains"));
    setHeaderLabels({tr("Domain"), tr("Administrator"), tr("State")});
    setRootIsDecorated(false);
    setTabKeyNavigation(false);
    setMaximumHeight(fontMetrics().height() * 6);
}

QString DomainList::chosen() const
{
    return currentItem() ? currentItem()->text(NameColumn) : QString();
}

void DomainList::refresh(const QString &choose)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const DirectoryAnswers &directory : m_model->directories()) {
        const auto state = m_model->stateOf(directory.domain);
        // Owned by the list.
        auto *item = new QTreeWidgetItem(this, {directory.domain, directory.credential.user, textOf(state)});
        item->setIcon(StateColumn, markIcon(markOf(state)));
        if (!currentItem() || directory.domain.compare(choose, Qt::CaseInsensitive) == 0)
            setCurrentItem(item);
    }
    for (int column : {NameColumn, AdministratorColumn})
        resizeColumnToContents(column);
}

} // namespace cloudsync
