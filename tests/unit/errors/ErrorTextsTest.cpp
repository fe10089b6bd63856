// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/errors/ErrorCatalogue.h"
#include "backend/setup/errors/KnownCodes.h"

#include <QSet>
#include <QTest>

namespace cloudsync::test {

class ErrorTextsTest : public QObject
{
    Q_OBJECT

    static void allCodes()
    {
        QTest::addColumn<int>("code");
        for (const ErrorCode code : allErrorCodes())
            QTest::newRow(qPrintable(errorCodeName(code))) << static_cast<int>(code);
    }

    static QString everything(const ErrorText &text) { return text.title + u'\n' + text.happened + u'\n' + text.next; }

private Q_SLOTS:
    void everyCodeHasWholeSentences_data() { allCodes(); }
    void everyCodeHasWholeSentences()
    {
        QFETCH(int, code);
        const ErrorText text = errorText({static_cast<ErrorCode>(code), {}, {}, {}});
        QVERIFY(!text.title.isEmpty() && !text.title.endsWith(u'.') && text.title.size() <= 60);
        for (const QString &sentences : {text.happened, text.next}) {
            QVERIFY2(sentences.size() > 20, qPrintable(sentences));
            QVERIFY2(sentences.at(0).isUpper(), qPrintable(sentences));
            QVERIFY2(sentences.endsWith(u'.'), qPrintable(sentences));
            QVERIFY2(!sentences.contains(u'%') && !sentences.contains(QStringLiteral("  ")), qPrintable(sentences));
        }
        QVERIFY2(!everything(text).contains(u'!'), "a person who is stuck is not shouted at");
    }

    void theSubjectIsNamedAndTheDetailsAreKept_data() { allCodes(); }
    void theSubjectIsNamedAndTheDetailsAreKept()
    {
        QFETCH(int, code);
        const ErrorText text = errorText({static_cast<ErrorCode>(code), QStringLiteral("the-subject%2"), QStringLiteral("the details %1"), {}});
        QVERIFY2(text.happened.contains(QStringLiteral("the details %1.")), qPrintable(text.happened));
        // These are complete without it: nothing in them could be told apart by a name.
        const QSet<ErrorCode> withoutSubject{ErrorCode::Cancelled, ErrorCode::ConfirmationMissing, ErrorCode::LicenseNotAccepted,
                                             ErrorCode::SignInDeclined, ErrorCode::SignInExpired, ErrorCode::SignInInteractionRequired,
                                             ErrorCode::SignInResponseInvalid, ErrorCode::TenantThrottled, ErrorCode::InstallerCancelled,
                                             ErrorCode::AnotherInstallation, ErrorCode::RestartRequired, ErrorCode::NotElevated};
        QCOMPARE(text.happened.contains(QStringLiteral("the-subject%2")), !withoutSubject.contains(static_cast<ErrorCode>(code)));
    }

    void noTwoCodesShareTheirText()
    {
        QSet<QString> titles;
        QSet<QString> happened;
        for (const ErrorCode code : allErrorCodes()) {
            const ErrorText text = errorText({code, {}, {}, {}});
            titles.insert(text.title);
            happened.insert(text.happened);
        }
        QCOMPARE(titles.size(), allErrorCodes().size());
        QCOMPARE(happened.size(), allErrorCodes().size());
    }

    void publicNamesAreUnique()
    {
        QSet<QString> names;
        for (const ErrorCode code : allErrorCodes())
            names.insert(errorCodeName(code));
        QCOMPARE(names.size(), allErrorCodes().size());
    }

    void mistakesInAnswersAreListedByPlace()
    {
        Error error{ErrorCode::AnswersInvalid, QStringLiteral("answers.json"), {}, {}};
        error.causes.append({ErrorCode::AnswersInvalid, QStringLiteral("/server/proxi"), QStringLiteral("There is no key \"proxi\" here."), {}});
        error.causes.append({ErrorCode::LicenseNotAccepted, QStringLiteral("/license/accepted"), QStringLiteral("Not accepted"), {}});
        const QStringList lines = errorText(error).happened.split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.at(0).contains(QStringLiteral("answers.json")));
        QCOMPARE(lines.at(1), QStringLiteral("/server/proxi: There is no key \"proxi\" here."));
        QCOMPARE(lines.at(2), QStringLiteral("/license/accepted: Not accepted."));
    }

    void causesOfOtherErrorsAreToldInTheirOwnWords()
    {
        Error error{ErrorCode::CheckFailed, {}, {}, {{ErrorCode::KdsRootKeyMissing, QStringLiteral("contoso.test"), {}, {}}}};
        const QStringList lines = errorText(error).happened.split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(1), errorText(error.causes.first()).happened);
    }

    void aFloodOfCausesIsCut()
    {
        Error error{ErrorCode::AnswersInvalid, {}, {}, {}};
        for (int i = 0; i < 500; ++i)
            error.causes.append({ErrorCode::AnswersInvalid, QStringLiteral("/a/%1").arg(i), QStringLiteral("Wrong"), {}});
        const QStringList lines = errorText(error).happened.split(u'\n');
        QCOMPARE(lines.size(), 52);
        QVERIFY(lines.last().contains(QStringLiteral("450")));
    }

    void aSubjectWithLineBreaksStaysOnOneLine()
    {
        const ErrorText text = errorText({ErrorCode::DirectoryObjectMissing, QStringLiteral("OU=a\nb,DC=x"), {}, {}});
        QVERIFY(!text.happened.contains(u'\n'));
    }

    void aSignInNumberDecidesWhatToDoNext_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("says");
        QTest::newRow("second factor") << QStringLiteral("AADSTS50076: Due to a configuration change … Trace ID: 1") << QStringLiteral("second factor");
        QTest::newRow("redirect") << QStringLiteral("AADSTS50011: The redirect URI …") << QStringLiteral("http://localhost");
        QTest::newRow("resource, not redirect") << QStringLiteral("AADSTS500011: The resource principal …") << QStringLiteral("cloud in the answers");
        QTest::newRow("consent") << QStringLiteral("AADSTS65001: The user or administrator has not consented") << QStringLiteral("grant consent");
        QTest::newRow("security defaults") << QStringLiteral("AADSTS530035: blocked") << QStringLiteral("Conditional Access");
        QTest::newRow("unknown application") << QStringLiteral("AADSTS700016: not found") << QStringLiteral("client id");
    }

    void aSignInNumberDecidesWhatToDoNext()
    {
        QFETCH(QString, detail);
        QFETCH(QString, says);
        const ErrorText text = errorText({ErrorCode::SignInRefused, QStringLiteral("admin@contoso.com"), detail, {}});
        QVERIFY2(text.next.contains(says), qPrintable(text.next));
        QVERIFY(text.happened.contains(detail));
    }

    void anUnknownNumberKeepsTheGeneralAdvice()
    {
        const QString general = errorText({ErrorCode::SignInRefused, {}, {}, {}}).next;
        QCOMPARE(errorText({ErrorCode::SignInRefused, {}, QStringLiteral("AADSTS99999: new"), {}}).next, general);
        QCOMPARE(errorText({ErrorCode::TenantNotFound, {}, QStringLiteral("AADSTS50076"), {}}).next, errorText({ErrorCode::TenantNotFound, {}, {}, {}}).next);
    }

    void everyKnownCodeIsTold_data()
    {
        QTest::addColumn<QString>("code");
        for (const QString &code : knownCodeNames())
            QTest::newRow(qPrintable(code)) << code;
    }

    void everyKnownCodeIsTold()
    {
        QFETCH(QString, code);
        std::optional<KnownCode> known;
        ErrorCode owner = ErrorCode::Internal;
        for (const ErrorCode error : {ErrorCode::SignInRefused, ErrorCode::JobQuarantined, ErrorCode::InstallerFailed}) {
            if (const auto found = knownCode({error, {}, QStringLiteral("ended with ") + code + QStringLiteral(": …"), {}})) {
                QVERIFY2(!known, "a code belongs to one side");
                known = found;
                owner = error;
            }
        }
        QVERIFY(known);
        QCOMPARE(known->code, code);
        for (const QString &sentences : {known->happened, known->next}) {
            QVERIFY2(sentences.size() > 4 && sentences.endsWith(u'.') && sentences.at(0).isUpper() && !sentences.contains(u'!'),
                     qPrintable(sentences));
        }
        const ErrorText text = errorText({owner, {}, code + QStringLiteral(": in the service's words"), {}});
        QVERIFY(text.happened.contains(known->happened));
        QVERIFY(text.happened.contains(code + QStringLiteral(": in the service's words.")));
        QCOMPARE(text.next, known->next);
    }

    /// The two tables in which the fact sheet lists codes, row by row.
    void everyDocumentedCodeIsKnown()
    {
        const QStringList known = knownCodeNames();
        QCOMPARE(QSet<QString>(known.begin(), known.end()).size(), known.size());
        for (const int number : {50076, 50079, 50072, 50074, 50078, 50158, 50011, 500011, 50020, 50034, 50126, 50053, 50055,
                                 50057, 50058, 50105, 50097, 50131, 50132, 50133, 50173, 50194, 501481, 53000, 53001, 53003,
                                 530035, 54005, 70008, 70019, 65001, 65004, 65002, 650057, 700016, 70001, 700011, 70011, 70016,
                                 70018, 700025, 700082, 70043})
            QVERIFY2(known.contains(QStringLiteral("AADSTS%1").arg(number)), qPrintable(QString::number(number)));
        for (const char *name : {"TimeOut", "HybridSynchronizationActiveDirectoryInternalServerError", "HybridIdentityServiceNoAgentsAssigned",
                                 "HybridIdentityServiceNoActiveAgents", "HybridIdentityServiceInvalidResource",
                                 "HybridIdentityServiceAgentSignalingError", "AzureDirectoryServiceServerBusy",
                                 "AzureActiveDirectoryAuthenticationFailed",
                                 "HybridSynchronizationActiveDirectoryUnexpectedDuplicateEntriesFound",
                                 "AzureDirectoryServiceAuthorizationFailed", "AzureActiveDirectoryInvalidCredential",
                                 "AzureActiveDirectoryExpiredCredentials", "HybridSynchronizationActiveDirectoryUserPrincipalNameNotUnique",
                                 "RedundantExport", "JoinNotFound"}) {
            QVERIFY2(known.contains(QLatin1String(name)), name);
            QVERIFY2(knownServiceCode(QLatin1String(name)), name);
        }
    }

    void aCodeInsideALongerWordIsNotTaken()
    {
        QVERIFY(knownCode({ErrorCode::InstallerFailed, {}, QStringLiteral("exit code 1603"), {}}));
        QVERIFY(!knownCode({ErrorCode::InstallerFailed, {}, QStringLiteral("offset 16035"), {}}));
        QVERIFY(knownCode({ErrorCode::JobQuarantined, {}, QStringLiteral("HybridIdentityServiceNoActiveAgents: none"), {}}));
        QVERIFY(!knownServiceCode(QStringLiteral("TimeOutOfOffice")));
    }
};

} // namespace cloudsync::test

QTEST_GUILESS_MAIN(cloudsync::test::ErrorTextsTest)
#include "ErrorTextsTest.moc"
