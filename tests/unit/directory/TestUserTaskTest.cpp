// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/TestUserTask.h"
#include "tests/unit/directory/FakeDirectory.h"
#include "tests/unit/directory/TaskProbe.h"
#include "tests/unit/directory/TestPorts.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace cloudsync::tests {

class TestUserTaskTest : public QObject
{
    Q_OBJECT

private:
    const QString m_container = QStringLiteral("OU=Sales,DC=contoso,DC=test");
    const QString m_dn = QStringLiteral("CN=trial-1,OU=Sales,DC=contoso,DC=test");

    struct World
    {
        std::shared_ptr<FakeDirectory> directory = healthyDomain();
        TestPorts ports;
        std::unique_ptr<TestUserTask> task;
    };

    std::unique_ptr<World> world(SecretReference password = {}, const QString &container = {})
    {
        auto made = std::make_unique<World>();
        made->ports.directories.directories.insert(QStringLiteral("contoso.test"), made->directory);
        made->directory->put(m_container, {{QStringLiteral("objectClass"), {"organizationalUnit"}}});
        Answers answers = directoryAnswers();
        answers.testUser = TestUserAnswers{QStringLiteral("contoso.test"), QStringLiteral("trial-1"), container.isEmpty() ? m_container : container, {}, std::move(password)};
        made->task = std::make_unique<TestUserTask>(made->ports.session(answers));
        return made;
    }

private Q_SLOTS:
    void userIsMadeDisabledWithoutAPassword()
    {
        const auto w = world();
        const auto before = w->directory->content();
        TaskProbe probe(*w->task);
        QCOMPARE(probe.check().kind, State::Kind::Missing);
        QVERIFY(probe.apply().has_value());
        const DirectoryEntry *user = w->directory->find(m_dn);
        QVERIFY(user);
        QCOMPARE(user->text(QStringLiteral("userAccountControl")), QStringLiteral("514"));
        QCOMPARE(user->text(QStringLiteral("userPrincipalName")), QStringLiteral("trial-1@contoso.test"));
        QVERIFY(!user->has(QStringLiteral("unicodePwd")));
        QCOMPARE(probe.check().kind, State::Kind::Satisfied);
        w->directory->forgetWrites();
        QVERIFY(probe.apply().has_value());
        QVERIFY(w->directory->writes().isEmpty());
        QVERIFY(probe.undo().has_value());
        QCOMPARE(w->directory->content(), before);
        QVERIFY(probe.undo().has_value()); // a second time there is nothing to do
    }

    void passwordGoesInQuotesAsUtf16AndIsNotRecorded()
    {
        const auto w = world({SecretReference::Kind::Environment, QStringLiteral("TRIAL")});
        TaskProbe probe(*w->task);
        QVERIFY(probe.apply().has_value());
        const DirectoryEntry *user = w->directory->find(m_dn);
        QVERIFY(user);
        QCOMPARE(user->text(QStringLiteral("userAccountControl")), QStringLiteral("512"));
        const QByteArray sent = user->value(QStringLiteral("unicodePwd"));
        QCOMPARE(QString::fromUtf16(reinterpret_cast<const char16_t *>(sent.constData()), sent.size() / 2), QStringLiteral("\"password\""));
        for (const QJsonObject &effect : std::as_const(probe.effects))
            QVERIFY(!QJsonDocument(effect).toJson().contains("password"));
    }

    void anotherUserOfThisNameIsAConflict()
    {
        const auto w = world();
        w->directory->put(QStringLiteral("CN=Somebody,DC=contoso,DC=test"),
                          {{QStringLiteral("objectClass"), {"user"}}, {QStringLiteral("sAMAccountName"), {"trial-1"}}});
        TaskProbe probe(*w->task);
        QCOMPARE(probe.check().kind, State::Kind::Conflict);
        QVERIFY(w->directory->writes().isEmpty());
    }

    void missingContainerIsAConflict()
    {
        const auto w = world({}, QStringLiteral("OU=Nowhere,DC=contoso,DC=test"));
        TaskProbe probe(*w->task);
        const State state = probe.check();
        QCOMPARE(state.kind, State::Kind::Conflict);
        QVERIFY(state.why && state.why->code == ErrorCode::DirectoryObjectMissing);
    }

    void undoLeavesAUserThatWasPutToUse()
    {
        const auto w = world();
        TaskProbe probe(*w->task);
        QVERIFY(probe.apply().has_value());
        w->directory->find(m_dn)->set(QStringLiteral("memberOf"), {"CN=Sales,DC=contoso,DC=test"});
        QVERIFY(probe.undo().has_value());
        QCOMPARE(probe.leftBehind().size(), 1);
        QVERIFY(w->directory->find(m_dn));
    }

    void lostAnswerIsUndoneByTheMark()
    {
        const auto w = world();
        TaskProbe probe(*w->task);
        QVERIFY(probe.apply().has_value());
        probe.effects.removeLast(); // only the intention is on record
        QVERIFY(probe.undo(true).has_value());
        QVERIFY(!w->directory->find(m_dn));
    }

    void randomPasswordsHaveAllKindsAndDiffer()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 200; ++i) {
            const Secret password = randomPassword();
            const QString text = QString::fromUtf8(password.reveal());
            QCOMPARE(text.size(), 24);
            for (const char *kind : {"[A-Z]", "[a-z]", "[0-9]", "[^A-Za-z0-9]"})
                QVERIFY2(text.contains(QRegularExpression(QLatin1String(kind))), qPrintable(text));
            seen.insert(text.toUtf8());
        }
        QCOMPARE(seen.size(), 200);
    }
};

} // namespace cloudsync::tests

QTEST_GUILESS_MAIN(cloudsync::tests::TestUserTaskTest)
#include "TestUserTaskTest.moc"
