// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/Registry.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::windows;

class TestRegistry : public QObject
{
    Q_OBJECT

    static RegistryAddress at(const QString &name, const QString &below = {})
    {
        return {QStringLiteral(R"(SOFTWARE\CloudSyncSetupTest\Registry)") + below, name};
    }

private Q_SLOTS:
    void cleanup()
    {
        for (const QString &name : {QStringLiteral("number"), QStringLiteral("text"), QStringLiteral("list")})
            QVERIFY(Registry().remove(at(name)));
    }

    void eachKindComesBackAsItWasWritten()
    {
        const Registry registry;
        QVERIFY(registry.set(at(QStringLiteral("number")), QVariant(quint32(0xfffffffeU))));
        QVERIFY(registry.set(at(QStringLiteral("text")), QStringLiteral("Größe \u4e2d")));
        QVERIFY(registry.set(at(QStringLiteral("list")), QStringList{QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(registry.value(at(QStringLiteral("number")))->value(), QVariant(quint32(0xfffffffeU)));
        QCOMPARE(registry.text(at({}).key, QStringLiteral("text")), QStringLiteral("Größe \u4e2d"));
        QCOMPARE(registry.value(at(QStringLiteral("list")))->value().toStringList(), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    }

    void whatIsLongerThanTheFirstBufferIsReadWhole()
    {
        const QString text(3000, u'x');
        QVERIFY(Registry().set(at(QStringLiteral("text")), text));
        QCOMPARE(Registry().text(at({}).key, QStringLiteral("text")), text);
    }

    void anAbsentKeyAndAnAbsentValueAreNoError()
    {
        QVERIFY(!*Registry().value(at(QStringLiteral("number"))));
        QVERIFY(Registry().set(at(QStringLiteral("text")), QStringLiteral("x")));
        QVERIFY(!*Registry().value(at(QStringLiteral("number"))));
        QVERIFY(Registry().remove(at(QStringLiteral("number"))));
    }

    void removingTheLastValueRemovesTheKeyAndThoseAboveThatAreEmpty()
    {
        const Registry registry;
        QVERIFY(registry.set(at(QStringLiteral("text"), QStringLiteral(R"(\Below)")), QStringLiteral("x")));
        QVERIFY(registry.set(at(QStringLiteral("number")), QVariant(quint32(1))));
        QVERIFY(registry.remove(at(QStringLiteral("text"), QStringLiteral(R"(\Below)"))));
        QVERIFY(!registry.hasKey(at({}, QStringLiteral(R"(\Below)")).key));
        QVERIFY(registry.hasKey(at({}).key)); // it holds a number
        QVERIFY(registry.remove(at(QStringLiteral("number"))));
        QVERIFY(!registry.hasKey(QStringLiteral(R"(SOFTWARE\CloudSyncSetupTest)")));
        QVERIFY(registry.hasKey(QStringLiteral("SOFTWARE")));
    }

    void removingAValueAloneLeavesItsKey()
    {
        const Registry registry;
        QVERIFY(registry.set(at(QStringLiteral("text")), QStringLiteral("x")));
        QVERIFY(registry.removeValue(at(QStringLiteral("text"))));
        QVERIFY(registry.hasKey(at({}).key));
        QVERIFY(!*registry.value(at(QStringLiteral("text"))));
    }

    void keysBelowAreListed()
    {
        const Registry registry;
        QVERIFY(registry.set(at(QStringLiteral("text"), QStringLiteral(R"(\A)")), QStringLiteral("x")));
        QVERIFY(registry.set(at(QStringLiteral("text"), QStringLiteral(R"(\B)")), QStringLiteral("x")));
        QCOMPARE(registry.keys(at({}).key), (QStringList{QStringLiteral("A"), QStringLiteral("B")}));
        QVERIFY(registry.remove(at(QStringLiteral("text"), QStringLiteral(R"(\A)"))));
        QVERIFY(registry.remove(at(QStringLiteral("text"), QStringLiteral(R"(\B)"))));
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
