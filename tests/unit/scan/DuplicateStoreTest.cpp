// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/DuplicateFindings.h"
#include "backend/setup/scan/DuplicateStore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace cloudsync;

namespace {

QVector<UniqueValue> address(const QString &attribute, const QString &value)
{
    return {{ValueSpace::Address, attribute, value}};
}

} // namespace

class DuplicateStoreTest : public QObject
{
    Q_OBJECT

private:
    QStringList found(DuplicateStore &store)
    {
        QStringList names;
        const auto done = store.forEachShared([&](const SharedValue &shared) { names.append(shared.dn + u' ' + duplicateFinding(shared).rule); });
        if (!done)
            return {QStringLiteral("failed")};
        names.sort();
        return names;
    }

private Q_SLOTS:
    void sameValueInOneObjectIsNoDuplicate()
    {
        const QTemporaryDir folder;
        DuplicateStore store(folder.path());
        QVERIFY(store.open());
        const QString value = QStringLiteral("ada@contoso.com");
        QVERIFY(store.add({}, QStringLiteral("A"),
                          address(QStringLiteral("mail"), value) + address(QStringLiteral("userPrincipalName"), value) +
                              address(QStringLiteral("proxyAddresses"), QStringLiteral("SMTP:Ada@Contoso.com"))));
        QCOMPARE(found(store), QStringList());
    }

    void valuesAreComparedWithoutCaseAndAcrossAttributes()
    {
        const QTemporaryDir folder;
        DuplicateStore store(folder.path());
        QVERIFY(store.open());
        QVERIFY(store.add({}, QStringLiteral("A"), address(QStringLiteral("mail"), QStringLiteral("x@contoso.com"))));
        QVERIFY(store.add({}, QStringLiteral("B"), address(QStringLiteral("mail"), QStringLiteral("X@Contoso.com"))));
        QVERIFY(store.add({}, QStringLiteral("C"), address(QStringLiteral("proxyAddresses"), QStringLiteral("smtp:x@contoso.com"))));
        QVERIFY(store.add({}, QStringLiteral("D"), {{ValueSpace::Nickname, QStringLiteral("mailNickname"), QStringLiteral("x@contoso.com")}}));
        QCOMPARE(found(store), (QStringList{QStringLiteral("A mail.duplicate"), QStringLiteral("B mail.duplicate"),
                                            QStringLiteral("C proxyAddresses.duplicateAcrossAttributes")}));
    }

    // More values than one run of the file takes, so that runs are merged: every planted pair is found, wherever its halves lie.
    void duplicatesAreFoundAcrossRuns()
    {
        const QTemporaryDir folder;
        DuplicateStore store(folder.path());
        QVERIFY(store.open());
        constexpr int objects = 50000;
        QStringList expected;
        for (int i = 0; i < objects; ++i) {
            const QString dn = QStringLiteral("CN=%1").arg(i);
            // Every thousandth shares its address with the one as far from the end.
            const int twin = i % 1000 == 0 ? std::min(i, objects - i) : 0;
            const QString name = twin > 0 ? QStringLiteral("twin%1").arg(twin) : QStringLiteral("user%1").arg(i);
            if (twin > 0 && twin != objects - twin)
                expected.append(dn + QStringLiteral(" mail.duplicate"));
            QVERIFY(store.add({}, dn, address(QStringLiteral("mail"), name + QStringLiteral("@contoso.com")) +
                                          address(QStringLiteral("proxyAddresses"), QStringLiteral("smtp:%1.alias@contoso.com").arg(i))));
        }
        expected.sort();
        QVERIFY(expected.size() > 40);
        QCOMPARE(found(store), expected);
    }

    void filesAreTheOwnersAloneAndGo()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("work"));
        {
            DuplicateStore store(place);
            QVERIFY(store.open());
            QVERIFY(store.add({}, QStringLiteral("A"), address(QStringLiteral("mail"), QStringLiteral("x@contoso.com"))));
#ifndef Q_OS_WIN // there the access list of the state folder keeps others out, not the mode of each folder in it
            QCOMPARE(QFile::permissions(place) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
#endif
        }
        QCOMPARE(QDir(place).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void folderThatCannotBeWrittenIsAnError()
    {
        DuplicateStore store(QStringLiteral("/proc/cloud-sync-setup"));
        const auto opened = store.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(DuplicateStoreTest)
#include "DuplicateStoreTest.moc"
