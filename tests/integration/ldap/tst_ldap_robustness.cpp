// SPDX-License-Identifier: GPL-3.0-or-later
// Controllers that are away, fall silent or go in the middle; stopping; several threads; probing and discovery.
#include "backend/adapters/ldap/DnsSrv.h"
#include "backend/adapters/ldap/LdapConnection.h"
#include "tests/integration/ldap/LdapLab.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QSet>
#include <QTcpServer>
#include <QTest>

#include <thread>
#include <vector>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

constexpr int soon = 2000; // milliseconds within which a stop has to be felt, on a busy machine

DirectorySearch allUsers(const LabDirectory &lab, int pageSize)
{
    DirectorySearch search;
    search.base = lab.base();
    search.filter = QStringLiteral("(objectClass=user)");
    search.attributes = QStringList{QStringLiteral("sAMAccountName")};
    search.pageSize = pageSize;
    return search;
}

} // namespace

class LdapRobustnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void secondControllerServesWhenTheFirstIsAway();
    void untrustedFirstControllerDoesNotHideTheSecond();
    void nobodyReachableNamesEveryController();
    void controllerThatIsNoUriIsAWrongAnswer();
    void searchGoesOnWithAnotherControllerAndGivesNothingTwice();
    void connectionEndedWhileIdleIsRenewedBeforeAWrite();
    void writeIsNotRepeated();
    void stopEndsASearchMidway();
    void stopEndsTheWaitForASilentController();
    void stopEndsTheWaitForAHandshake();
    void stopBeforehandSendsNothing();
    void silentControllerTimesOut();
    void severalThreadsShareADirectory();
    void stopEndsTheWaitForOnesTurn();
    void probeTellsEachControllersState();
    void serviceRecordsComeFromTheDirectorysOwnDns();

private:
    [[nodiscard]] QSet<QString> usersByOtherMeans();
    LabDirectory m_lab{LabDirectoryOptions{QStringLiteral("CONTOSO.TEST"), true, false, true}};
    TestConnector m_connector;
};

void LdapRobustnessTest::initTestCase()
{
    qunsetenv("KRB5_CONFIG");
    QVERIFY2(m_lab.start(), qPrintable(m_lab.errorText()));
}

void LdapRobustnessTest::cleanupTestCase()
{
    m_lab.stop();
}

QSet<QString> LdapRobustnessTest::usersByOtherMeans()
{
    QSet<QString> names;
    for (const LdifEntry &entry :
         m_lab.entries(m_lab.base(), QStringLiteral("(objectClass=user)"), {QStringLiteral("sAMAccountName")}))
        names.insert(normalizeDn(entry.dn));
    return names;
}

void LdapRobustnessTest::secondControllerServesWhenTheFirstIsAway()
{
    const QString away = QStringLiteral("ldaps://%1:%2").arg(m_lab.address()).arg(freePort(m_lab.address()));
    const auto directory = m_connector->connect(targetOf(m_lab, {away, m_lab.uri()}), adminOf(m_lab), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    QCOMPARE((*directory)->rootDse().uri, m_lab.uri());
}

void LdapRobustnessTest::untrustedFirstControllerDoesNotHideTheSecond()
{
    // The address of the second controller's port 389 speaks no TLS: TlsFailed, then the right one.
    const QString wrong = QStringLiteral("ldaps://%1:389").arg(m_lab.address());
    const auto directory = m_connector->connect(targetOf(m_lab, {wrong, m_lab.uri()}), adminOf(m_lab), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
}

void LdapRobustnessTest::nobodyReachableNamesEveryController()
{
    const QString one = QStringLiteral("ldaps://%1:%2").arg(m_lab.address()).arg(freePort(m_lab.address()));
    const QString two = QStringLiteral("ldap://dc.invalid");
    const auto directory = m_connector->connect(targetOf(m_lab, {one, two}), adminOf(m_lab), {});
    QVERIFY(!directory);
    QCOMPARE(directory.error().causes.size(), 2);
    QCOMPARE(directory.error().causes.at(0).code, ErrorCode::DirectoryUnreachable);
    QCOMPARE(directory.error().causes.at(1).code, ErrorCode::NameNotResolved);
}

void LdapRobustnessTest::controllerThatIsNoUriIsAWrongAnswer()
{
    for (const char *text : {"dc1.contoso.test", "http://dc1.contoso.test", "ldaps://", "ldaps://user@dc1",
                             "ldaps://dc1/DC=x", "ldap://dc1?x"}) {
        const auto directory = m_connector->connect(targetOf(m_lab, {QString::fromLatin1(text)}), adminOf(m_lab), {});
        QVERIFY2(!directory, text);
        QVERIFY2(directory.error().code == ErrorCode::AnswersInvalid, text);
    }
}

void LdapRobustnessTest::searchGoesOnWithAnotherControllerAndGivesNothingTwice()
{
    Relay relay(m_lab, {QStringLiteral("--cut-after"), QStringLiteral("120")});
    QVERIFY(relay.isRunning());
    TestConnector connector;
    const auto directory = connector->connect(targetOf(m_lab, {relay.uri(), m_lab.uri()}), adminOf(m_lab), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    QCOMPARE((*directory)->rootDse().uri, relay.uri());
    const auto entries = (*directory)->list(allUsers(m_lab, 50), {});
    QVERIFY2(entries, entries ? "" : qPrintable(entries.error().toLogText()));
    QSet<QString> names;
    for (const DirectoryEntry &entry : *entries)
        names.insert(normalizeDn(entry.dn));
    QCOMPARE(names.size(), entries->size());
    QCOMPARE(names, usersByOtherMeans());
    QCOMPARE((*directory)->rootDse().uri, m_lab.uri());
    QVERIFY(connector.logText().contains("ldap.readRepeated"));
}

void LdapRobustnessTest::connectionEndedWhileIdleIsRenewedBeforeAWrite()
{
    auto relay = std::make_unique<Relay>(m_lab);
    QVERIFY(relay->isRunning());
    TestConnector connector;
    const auto directory = connector->connect(targetOf(m_lab, {relay->uri(), m_lab.uri()}), adminOf(m_lab), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    relay.reset();
    const QString dn = QStringLiteral("OU=After Idle,") + m_lab.base();
    const auto added = (*directory)->add(dn, {{QStringLiteral("objectClass"), {"organizationalUnit"}}}, {});
    QVERIFY2(added, added ? "" : qPrintable(added.error().toLogText()));
    QVERIFY(connector.logText().contains("ldap.reconnected"));
    QVERIFY((*directory)->remove(dn, {}));
}

void LdapRobustnessTest::writeIsNotRepeated()
{
    Relay relay(m_lab, {QStringLiteral("--drop"), QStringLiteral("add")});
    QVERIFY(relay.isRunning());
    TestConnector connector;
    const auto directory = connector->connect(targetOf(m_lab, {relay.uri(), m_lab.uri()}), adminOf(m_lab), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    const QString dn = QStringLiteral("OU=Lost On The Way,") + m_lab.base();
    const auto added = (*directory)->add(dn, {{QStringLiteral("objectClass"), {"organizationalUnit"}}}, {});
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::DirectoryUnreachable);
    QCOMPARE(relay.requests(QStringLiteral("add")).size(), 1);
    // A read right after goes to the other controller, and finds that nothing was written there instead.
    const auto there = (*directory)->read(dn, {}, {});
    QVERIFY(!there);
    QCOMPARE(there.error().code, ErrorCode::DirectoryObjectMissing);
    QCOMPARE((*directory)->rootDse().uri, m_lab.uri());
}

void LdapRobustnessTest::stopEndsASearchMidway()
{
    const auto directory = m_connector->connect(targetOf(m_lab), adminOf(m_lab), {});
    QVERIFY(directory);
    std::stop_source source;
    int seen = 0;
    const auto done = (*directory)
                          ->search(
                              allUsers(m_lab, 20),
                              [&](DirectoryEntry &&) {
                                  if (++seen == 30)
                                      source.request_stop();
                                  return true;
                              },
                              source.get_token());
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QVERIFY2(seen < 300, qPrintable(QString::number(seen)));
    QVERIFY((*directory)->read(m_lab.base(), {QStringLiteral("name")}, {})); // usable afterwards
}

void LdapRobustnessTest::stopEndsTheWaitForASilentController()
{
    Relay relay(m_lab, {QStringLiteral("--silent-after"), QStringLiteral("10")});
    QVERIFY(relay.isRunning());
    const auto directory = m_connector->connect(targetOf(m_lab, {relay.uri()}), adminOf(m_lab), {});
    QVERIFY2(directory, directory ? "" : qPrintable(directory.error().toLogText()));
    std::stop_source source;
    std::atomic<int> seen = 0;
    std::atomic<qint64> ended = 0;
    Result<void> done;
    QElapsedTimer timer;
    timer.start();
    std::jthread worker([&] {
        done = (*directory)
                   ->search(
                       allUsers(m_lab, 4),
                       [&](DirectoryEntry &&) {
                           ++seen;
                           return true;
                       },
                       source.get_token());
        ended = timer.elapsed();
    });
    // Two of the ten are the two readings of the rootDSE; the others are two pages, each handed over whole.
    QTRY_COMPARE(seen.load(), 8);
    QVERIFY(ended == 0);
    const qint64 stopped = timer.elapsed();
    source.request_stop();
    worker.join();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QVERIFY2(ended - stopped < soon, qPrintable(QString::number(ended - stopped)));
}

void LdapRobustnessTest::stopEndsTheWaitForAHandshake()
{
    QTcpServer mute; // accepts and says nothing
    QVERIFY(mute.listen(QHostAddress(m_lab.address())));
    std::stop_source source;
    QElapsedTimer timer;
    timer.start();
    Result<std::shared_ptr<Directory>> made;
    std::jthread worker([&] {
        made = m_connector->connect(
            targetOf(m_lab, {QStringLiteral("ldaps://%1:%2").arg(m_lab.address()).arg(mute.serverPort())}),
            adminOf(m_lab), source.get_token());
    });
    QTRY_VERIFY(mute.hasPendingConnections());
    source.request_stop();
    worker.join();
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
    QVERIFY2(timer.elapsed() < 2 * soon, qPrintable(QString::number(timer.elapsed())));
}

void LdapRobustnessTest::stopBeforehandSendsNothing()
{
    Relay relay(m_lab);
    QVERIFY(relay.isRunning());
    const auto directory = m_connector->connect(targetOf(m_lab, {relay.uri()}), adminOf(m_lab), {});
    QVERIFY(directory);
    std::stop_source source;
    source.request_stop();
    const auto before = relay.requests().size();
    const auto done = (*directory)->list(allUsers(m_lab, 100), source.get_token());
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    const auto added = (*directory)
                           ->add(QStringLiteral("OU=Never,") + m_lab.base(),
                                 {{QStringLiteral("objectClass"), {"organizationalUnit"}}}, source.get_token());
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::Cancelled);
    QCOMPARE(relay.requests().size(), before);
    QVERIFY(!m_connector->connect(targetOf(m_lab), adminOf(m_lab), source.get_token()));
}

void LdapRobustnessTest::silentControllerTimesOut()
{
    Relay relay(m_lab, {QStringLiteral("--silent-after"), QStringLiteral("0")});
    QVERIFY(relay.isRunning());
    ldap::LdapTimeouts timeouts;
    timeouts.operation = std::chrono::milliseconds(300);
    auto connection =
        ldap::LdapConnection::open(ldap::ControllerUri::parse(relay.uri()).value(), m_lab.caFile(), timeouts, {});
    QVERIFY2(connection, connection ? "" : qPrintable(connection.error().toLogText()));
    const auto rootDse = (*connection)->readRootDse(QDateTime(), {});
    QVERIFY(!rootDse);
    QCOMPARE(rootDse.error().code, ErrorCode::TimedOut);
    QVERIFY(!(*connection)->isUsable());
}

void LdapRobustnessTest::severalThreadsShareADirectory()
{
    const auto directory = m_connector->connect(targetOf(m_lab), adminOf(m_lab), {});
    QVERIFY(directory);
    const qsizetype expected = usersByOtherMeans().size();
    std::vector<qsizetype> counts(5, -1);
    {
        std::vector<std::jthread> threads;
        for (qsizetype &count : counts)
            threads.emplace_back([&] {
                const auto entries = (*directory)->list(allUsers(m_lab, 100), {});
                if (entries)
                    count = entries->size();
            });
    }
    for (const qsizetype count : counts)
        QCOMPARE(count, expected);
}

void LdapRobustnessTest::stopEndsTheWaitForOnesTurn()
{
    const auto directory = m_connector->connect(targetOf(m_lab), adminOf(m_lab), {});
    QVERIFY(directory);
    std::atomic<bool> inside = false;
    std::atomic<bool> release = false;
    std::jthread holder([&] {
        const auto done = (*directory)
                              ->search(allUsers(m_lab, 100),
                                       [&](DirectoryEntry &&) {
                                           inside = true;
                                           release.wait(false);
                                           return false;
                                       },
                                       {});
        Q_UNUSED(done)
    });
    QTRY_VERIFY(inside);
    std::stop_source source;
    Result<DirectoryEntry> read;
    std::jthread waiter([&] { read = (*directory)->read(m_lab.base(), {}, source.get_token()); });
    source.request_stop();
    waiter.join();
    release = true;
    release.notify_all();
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
}

void LdapRobustnessTest::probeTellsEachControllersState()
{
    const QString away = QStringLiteral("ldaps://%1:%2").arg(m_lab.address()).arg(freePort(m_lab.address()));
    const auto probes = m_connector->probe(targetOf(m_lab, {away, m_lab.uri(), m_lab.plainUri()}), {});
    QCOMPARE(probes.size(), 3);
    QCOMPARE(probes.at(0).uri, away);
    QVERIFY(!probes.at(0).reachable);
    QVERIFY(probes.at(0).error);
    QCOMPARE(probes.at(0).error->code, ErrorCode::DirectoryUnreachable);
    for (const int i : {1, 2}) {
        QVERIFY(probes.at(i).reachable);
        QVERIFY(!probes.at(i).error);
        QCOMPARE(probes.at(i).rootDse.defaultNamingContext, m_lab.base());
    }
    DirectoryTarget untrusted = targetOf(m_lab);
    untrusted.caFile.clear();
    const auto refused = m_connector->probe(untrusted, {});
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().error->code, ErrorCode::TlsCertificateNotTrusted);
}

void LdapRobustnessTest::serviceRecordsComeFromTheDirectorysOwnDns()
{
    const ldap::NameServer server{m_lab.address(), 53};
    const ldap::Limit limit(std::chrono::seconds(20), {});
    const auto records = ldap::lookUpSrv(QStringLiteral("_ldap._tcp.dc._msdcs.contoso.test"), limit, server);
    QVERIFY2(records, records ? "" : qPrintable(records.error().toLogText()));
    QCOMPARE(records->size(), 1);
    QCOMPARE(records->first().target, m_lab.host());
    QCOMPARE(records->first().port, quint16(389));
    const auto none = ldap::lookUpSrv(QStringLiteral("_nosuch._tcp.contoso.test"), limit, server);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NameNotResolved);
}

QTEST_GUILESS_MAIN(LdapRobustnessTest)
#include "tst_ldap_robustness.moc"
