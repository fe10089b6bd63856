// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered of refused credentials, and who waits for whom; the queue of a directory.
#include "backend/adapters/ldap/RefusedCredentials.h"
#include "backend/adapters/ldap/RequestQueue.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace cloudsync;
using namespace cloudsync::ldap;

namespace {

const QString domain = QStringLiteral("contoso.test");

DirectoryCredential credential(const char *user, const char *password)
{
    return {QString::fromLatin1(user), Secret::fromString(QString::fromLatin1(password)), BindMechanism::Negotiate};
}

const Error refusal{ErrorCode::DirectoryCredentialRefused, QStringLiteral("admin"), QStringLiteral("no"), {}};

} // namespace

class RefusedCredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusalIsGivenAgain();
    void anotherPasswordOrUserIsFree();
    void sameUserInAnotherSpellingIsRecognised();
    void turnWithoutVerdictLeavesItOpen();
    void secondWaitsForTheFirstAndHearsTheVerdict();
    void acceptedCredentialMayBeUsedBySeveral();
    void waitingEndsWithAStop();
    void queueLetsItsOwnerInAgain();
    void queueKeepsOthersOut();
};

void RefusedCredentialsTest::refusalIsGivenAgain()
{
    RefusedCredentials memory;
    {
        auto turn = memory.begin(credential("admin", "x"), domain, {});
        QVERIFY(turn);
        turn->refused(refusal);
    }
    const auto again = memory.begin(credential("admin", "x"), domain, {});
    QVERIFY(!again);
    QCOMPARE(again.error(), refusal);
}

void RefusedCredentialsTest::anotherPasswordOrUserIsFree()
{
    RefusedCredentials memory;
    memory.begin(credential("admin", "x"), domain, {})->refused(refusal);
    QVERIFY(memory.begin(credential("admin", "y"), domain, {}));
    QVERIFY(memory.begin(credential("other", "x"), domain, {}));
    QVERIFY(memory.begin(credential("admin", "x"), QStringLiteral("fabrikam.test"),
                         {}));  // a plain name belongs to the domain
    RefusedCredentials another; // of another connector
    QVERIFY(another.begin(credential("admin", "x"), domain, {}));
}

void RefusedCredentialsTest::sameUserInAnotherSpellingIsRecognised()
{
    RefusedCredentials memory;
    memory.begin(credential("Admin", "x"), domain, {})->refused(refusal);
    for (const char *spelling : {"ADMIN", " admin ", "admin@contoso.test", "Admin@CONTOSO.TEST", "contoso.test\\admin"})
        QVERIFY2(!memory.begin(credential(spelling, "x"), domain, {}), spelling);
    QVERIFY(memory.begin(credential("admin", "X"), domain, {})); // passwords do have case
}

void RefusedCredentialsTest::turnWithoutVerdictLeavesItOpen()
{
    RefusedCredentials memory;
    {
        auto turn = memory.begin(credential("admin", "x"), domain, {}); // the controller was away
        QVERIFY(turn);
    }
    QVERIFY(memory.begin(credential("admin", "x"), domain, {}));
}

void RefusedCredentialsTest::secondWaitsForTheFirstAndHearsTheVerdict()
{
    RefusedCredentials memory;
    std::atomic<int> state = 0; // 1 waiting, 2 refused, 3 let through
    std::jthread second;
    {
        auto turn = memory.begin(credential("admin", "x"), domain, {});
        QVERIFY(turn);
        second = std::jthread([&] {
            state = 1;
            state = memory.begin(credential("admin", "x"), domain, {}) ? 3 : 2;
        });
        QTRY_COMPARE(state.load(), 1);
        turn->refused(refusal);
    }
    QTRY_COMPARE(state.load(), 2);
}

void RefusedCredentialsTest::acceptedCredentialMayBeUsedBySeveral()
{
    RefusedCredentials memory;
    memory.begin(credential("admin", "x"), domain, {})->accepted();
    auto first = memory.begin(credential("admin", "x"), domain, {});
    auto second = memory.begin(credential("admin", "x"), domain, {}); // would wait for ever otherwise
    QVERIFY(first);
    QVERIFY(second);
    second->refused(refusal); // changed meanwhile
    QVERIFY(!memory.begin(credential("admin", "x"), domain, {}));
}

void RefusedCredentialsTest::waitingEndsWithAStop()
{
    RefusedCredentials memory;
    auto turn = memory.begin(credential("admin", "x"), domain, {});
    std::stop_source source;
    std::atomic<int> code = -1;
    std::jthread second([&] {
        const auto waited = memory.begin(credential("admin", "x"), domain, source.get_token());
        code = waited ? 0 : int(waited.error().code);
    });
    source.request_stop();
    QTRY_COMPARE(code.load(), int(ErrorCode::Cancelled));
}

void RefusedCredentialsTest::queueLetsItsOwnerInAgain()
{
    RequestQueue queue;
    auto outer = queue.enter({});
    QVERIFY(outer);
    QVERIFY(outer->isOutermost());
    auto inner = queue.enter({});
    QVERIFY(inner);
    QVERIFY(!inner->isOutermost());
}

void RefusedCredentialsTest::queueKeepsOthersOut()
{
    RequestQueue queue;
    std::atomic<bool> entered = false;
    std::jthread other;
    {
        auto outer = queue.enter({});
        {
            auto inner = queue.enter({});
        }
        std::atomic<bool> started = false;
        other = std::jthread([&] {
            started = true;
            auto turn = queue.enter({});
            entered = true;
        });
        QTRY_VERIFY(started);
        QVERIFY(!entered); // the inner turn that ended did not free the queue
        std::stop_source source;
        source.request_stop();
        std::atomic<bool> refused = false;
        std::jthread([&] { refused = !queue.enter(source.get_token()); }).join();
        QVERIFY(refused);
    }
    QTRY_VERIFY(entered);
}

QTEST_GUILESS_MAIN(RefusedCredentialsTest)
#include "tst_refused_credentials.moc"
