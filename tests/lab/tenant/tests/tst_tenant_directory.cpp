// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in tenant against a real domain controller: what a cycle makes is compared with what ldapsearch counts.
#include "tests/lab/tenant/tests/TenantProcess.h"
#include "tests/support/LabDirectory.h"

#include "tests/lab/tenant/Text.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace cloudsync::lab;
using namespace cloudsync::tests;

namespace {

QString shown(const std::string &text) { return QString::fromStdString(text); }

} // namespace

class TenantDirectoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_directory.start(), qPrintable(m_directory.errorText()));
        QFile password(m_tenant.file(QStringLiteral("directory-password")));
        QVERIFY(password.open(QIODevice::WriteOnly));
        password.write(m_directory.adminPassword().toUtf8() + '\n');
        password.close();
        QVERIFY2(m_tenant.start({{"lag", {{"requests", 0}, {"milliseconds", 0}}}, {"cycle", {{"firstDelayMilliseconds", 3600000}}}},
                                {QStringLiteral("--directory-uri"), m_directory.uri(), QStringLiteral("--directory-ca"), m_directory.caFile(),
                                 QStringLiteral("--directory-user"), m_directory.adminUser(), QStringLiteral("--directory-password-file"), password.fileName()}),
                 qPrintable(m_tenant.error()));
        m_configuration = m_tenant.configure(m_directory.domain().toStdString());
        QCOMPARE(m_tenant.registerAgent("sync1.contoso.test", m_directory.domain().toStdString()).status, 201);
    }

    void discoverReadsTheRealSchema()
    {
        const std::string path = m_tenant.jobPath(m_configuration) + "/schema";
        const Json schema = m_tenant.graph("GET", path).json;
        const Json &directories = schema["directories"];
        const auto ad = std::find_if(directories.begin(), directories.end(), [](const Json &entry) { return text(entry, "name") == "Active Directory"; });
        QVERIFY(ad != directories.end());
        const Answer found = m_tenant.graph("POST", path + "/directories/" + text(*ad, "id") + "/discover");
        QVERIFY2(found.status == 200, found.body.c_str());
        const Json *user = nullptr;
        for (const Json &object : found.json["objects"]) {
            if (text(object, "name") == "user")
                user = &object;
        }
        QVERIFY(user);
        QVERIFY(attribute(*user, "userPrincipalName"));
        QVERIFY(attribute(*user, "msDS-cloudExtensionAttribute1"));
        QVERIFY(!attribute(*user, "msExchArchiveStatus")); // no Exchange schema here
        QCOMPARE(shown(text(*attribute(*user, "manager"), "type")), QStringLiteral("Reference"));
        QCOMPARE(shown(text(*attribute(*user, "objectGUID"), "type")), QStringLiteral("Binary"));
        QVERIFY(flag(*attribute(*user, "proxyAddresses"), "multivalued"));
    }

    void wholeDomainArrivesAsLdapsearchCountsIt()
    {
        const Json run = cycle();
        QCOMPARE(shown(text(run, "error")), QString());
        // Independent count: neither critical nor the victim of a replication conflict. What cannot be exported is told as failed.
        const auto expected = [&](const QString &filter) {
            return m_directory.entries(m_directory.base(), QStringLiteral("(&%1(!(isCriticalSystemObject=TRUE))(!(cn=*CNF:*)))").arg(filter), {QStringLiteral("dn")}).size();
        };
        const auto users = expected(QStringLiteral("(objectCategory=person)(objectClass=user)"));
        const auto groups = expected(QStringLiteral("(objectCategory=group)"));
        const auto contacts = expected(QStringLiteral("(objectClass=contact)"));
        QVERIFY(users > 300 && groups >= 40 && contacts >= 12);
        const long long counted = number(run["counts"], "inScope");
        QCOMPARE(counted, static_cast<long long>(users + groups + contacts));
        const long long present = number(run["entries"], "user to User") + number(run["entries"], "inetOrgPerson to User") + number(run["entries"], "group to Group") + number(run["entries"], "contact to Contact");
        QCOMPARE(present + number(run["counts"], "failed"), counted);
        QVERIFY(number(run["counts"], "failed") > 0); // the planted faults
    }

    void secondCycleChangesNothing()
    {
        static_cast<void>(cycle());
        const Json counts = cycle()["counts"];
        for (const char *name : {"created", "updated", "disabled", "deleted"})
            QCOMPARE(number(counts, name), 0LL);
    }

    void changeInTheDirectoryArrives()
    {
        static_cast<void>(cycle());
        const auto people = m_directory.entries(m_directory.base(), QStringLiteral("(&(userPrincipalName=lab.ordinary@contoso.com))"), {QStringLiteral("title")});
        QCOMPARE(people.size(), 1);
        const QByteArray change = "dn: " + people.front().dn.toUtf8() + "\nchangetype: modify\nreplace: title\ntitle: Changed by a test\n";
        QVERIFY(m_directory.ldapModify(change).ok());
        const Json counts = cycle()["counts"];
        QCOMPARE(number(counts, "updated"), 1LL);
        QCOMPARE(shown(text(m_tenant.graph("GET", "/v1.0/users/lab.ordinary@contoso.com").json, "jobTitle")), QStringLiteral("Changed by a test"));
    }

    void nameWithAnEscapedCommaIsProvisionedOnDemand()
    {
        const auto people = m_directory.entries(m_directory.base(), QStringLiteral("(&(objectClass=user)(cn=*,*)(mail=*))"), {QStringLiteral("userPrincipalName")});
        QVERIFY(!people.isEmpty());
        const Answer answer = m_tenant.graph("POST", m_tenant.jobPath(m_configuration) + "/provisionOnDemand",
                                             {{"parameters", Json::array({{{"ruleId", "6c409270-f78a-4bc6-af23-7cf3ab6482fe"},
                                                                           {"subjects", Json::array({{{"objectId", people.front().dn.toStdString()}, {"objectTypeName", "user"}}})}}})}});
        QCOMPARE(answer.status, 200);
        std::string why;
        const Json key = parseJson(text(answer.json, "key"), why).value_or(Json::object());
        QVERIFY2(text(key, "result") != "Failure", answer.body.c_str());
    }

    void directoryThatWentAwayComesBack()
    {
        m_directory.stop();
        QVERIFY(!text(cycle(), "error").empty());
        QVERIFY2(m_directory.start(), qPrintable(m_directory.errorText()));
        QCOMPARE(shown(text(cycle(), "error")), QString());
    }

private:
    Json cycle() const
    {
        const Json answer = m_tenant.control("POST", "/lab/cycle", {{"job", text(m_configuration, "job")}}).json;
        const Json &jobs = list(answer, "jobs");
        return jobs.empty() ? Json::object() : jobs[0];
    }
    static const Json *attribute(const Json &object, const std::string &name)
    {
        for (const Json &entry : list(object, "attributes")) {
            if (text(entry, "name") == name)
                return &entry;
        }
        return nullptr;
    }

    LabDirectory m_directory;
    TenantProcess m_tenant;
    Json m_configuration;
};

QTEST_GUILESS_MAIN(TenantDirectoryTest)
#include "tst_tenant_directory.moc"
