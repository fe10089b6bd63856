// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/PageFlow.h"

namespace cloudsync {

namespace {

QVector<PageId> middle(const FlowFacts &facts)
{
    switch (facts.path) {
    case SetupPath::FirstServer:
        if (facts.extension == Extension::OnPremisesApplications)
            return {PageId::Prerequisites, PageId::Install, PageId::Extension, PageId::SignIn};
        return {PageId::Prerequisites, PageId::Install,        PageId::Extension,
                PageId::SignIn,        PageId::ServiceAccount, PageId::Directories,
                PageId::Configuration, PageId::Scope,          PageId::Mappings};
    case SetupPath::FurtherServer:
    case SetupPath::Repair:
        return {PageId::Prerequisites, PageId::Install, PageId::SignIn, PageId::ServiceAccount, PageId::Directories};
    case SetupPath::ChangeConfiguration:
        return {PageId::SignIn, PageId::Directories, PageId::Configuration, PageId::Scope, PageId::Mappings};
    case SetupPath::LookOnly:
        return {PageId::SignIn};
    case SetupPath::ContinueRun:
        return {PageId::SignIn, PageId::Directories};
    case SetupPath::UndoRun:
        return {PageId::Directories}; // the undo signs in by itself with the run's own answers
    }
    return {};
}

} // namespace

QVector<PageId> pagesFor(const FlowFacts &facts)
{
    QVector<PageId> pages{PageId::License};
    if (facts.showStart)
        pages.append(PageId::Start);
    for (const PageId page : middle(facts)) {
        const bool aboutServer = page == PageId::Install || page == PageId::Extension;
        if (facts.includesServer || !aboutServer)
            pages.append(page);
    }
    if (facts.path != SetupPath::LookOnly)
        pages += {PageId::Review, PageId::Progress};
    pages.append(PageId::Finish);
    return pages;
}

} // namespace cloudsync
