// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/PageFlow.h"

#include <QTest>

using namespace cloudsync;

class PageFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPathBeginsWithTheLicenceAndEndsVerified_data()
    {
        QTest::addColumn<int>("path");
        for (int path = int(SetupPath::FirstServer); path <= int(SetupPath::UndoRun); ++path)
            QTest::addRow("path %d", path) << path;
    }
    void everyPathBeginsWithTheLicenceAndEndsVerified()
    {
        QFETCH(int, path);
        for (const bool server : {true, false}) {
            const auto pages = pagesFor({SetupPath(path), Extension::CloudSync, server, true});
            QCOMPARE(pages.constFirst(), PageId::License);
            QCOMPARE(pages.at(1), PageId::Start);
            QCOMPARE(pages.constLast(), PageId::Finish);
            // Nothing is changed before the review page was seen.
            QCOMPARE(pages.contains(PageId::Progress), SetupPath(path) != SetupPath::LookOnly);
            if (pages.contains(PageId::Progress))
                QCOMPARE(pages.indexOf(PageId::Progress), pages.indexOf(PageId::Review) + 1);
            QCOMPARE(pages.contains(PageId::Install), server && pagesFor({SetupPath(path)}).contains(PageId::Install));
        }
    }

    void theFirstServerSeesEveryPage()
    {
        QCOMPARE(pagesFor({SetupPath::FirstServer, Extension::CloudSync, true, true}).size(), int(PageId::Finish) + 1);
    }

    void onPremisesApplicationsNeedNoServiceAccount()
    {
        const auto pages = pagesFor({SetupPath::FirstServer, Extension::OnPremisesApplications, true, false});
        const QVector<PageId> expected{PageId::License, PageId::Prerequisites, PageId::Install,  PageId::Extension,
                                       PageId::SignIn,  PageId::Review,        PageId::Progress, PageId::Finish};
        QCOMPARE(pages, expected);
    }

    void aFurtherServerLeavesTheSynchronisationAlone()
    {
        const auto pages = pagesFor({SetupPath::FurtherServer, Extension::CloudSync, true, true});
        for (const PageId page : {PageId::Configuration, PageId::Scope, PageId::Mappings, PageId::Extension})
            QVERIFY(!pages.contains(page));
        QVERIFY(pages.contains(PageId::ServiceAccount));
    }
};

QTEST_GUILESS_MAIN(PageFlowTest)
#include "PageFlowTest.moc"
