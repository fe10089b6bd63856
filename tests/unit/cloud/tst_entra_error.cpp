// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/EntraError.h"

#include <QJsonArray>
#include <QTest>

using namespace cloudsync;

class EntraErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusalBecomesTheRightCode_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *error, int number, ErrorCode code) {
            QTest::addRow("%s %d", error, number) << QString::fromLatin1(error) << number << errorCodeName(code);
        };
        row("authorization_declined", 0, ErrorCode::SignInDeclined);
        row("access_denied", 0, ErrorCode::SignInDeclined);
        row("access_denied", 65004, ErrorCode::SignInDeclined);
        row("access_denied", 53003, ErrorCode::SignInRefused); // blocked, not declined
        row("expired_token", 70019, ErrorCode::SignInExpired);
        row("consent_required", 65001, ErrorCode::SignInConsentMissing);
        row("invalid_grant", 65001, ErrorCode::SignInConsentMissing);
        row("invalid_client", 650057, ErrorCode::SignInConsentMissing);
        row("interaction_required", 50076, ErrorCode::SignInInteractionRequired);
        row("invalid_grant", 50076, ErrorCode::SignInInteractionRequired);
        row("invalid_grant", 50079, ErrorCode::SignInInteractionRequired);
        row("login_required", 50058, ErrorCode::SignInInteractionRequired);
        row("invalid_grant", 700082, ErrorCode::SignInExpired);
        row("invalid_grant", 70043, ErrorCode::SignInExpired);
        row("invalid_grant", 0, ErrorCode::SignInExpired);
        row("invalid_grant", 50126, ErrorCode::SignInRefused);
        row("invalid_grant", 50053, ErrorCode::SignInRefused);
        row("invalid_grant", 53000, ErrorCode::SignInRefused);
        row("invalid_request", 50011, ErrorCode::SignInRefused);
        row("unauthorized_client", 700016, ErrorCode::SignInRefused);
        row("invalid_client", 700027, ErrorCode::SignInCertificateUnusable);
        row("invalid_request", 90002, ErrorCode::SignInWrongTenant);
        row("invalid_grant", 50020, ErrorCode::SignInWrongTenant);
        row("temporarily_unavailable", 0, ErrorCode::TenantUnavailable);
        row("something_new", 0, ErrorCode::SignInRefused);
    }

    void refusalBecomesTheRightCode()
    {
        QFETCH(QString, error);
        QFETCH(int, number);
        QFETCH(QString, code);
        QJsonObject body{{QStringLiteral("error"), error}};
        if (number != 0)
            body.insert(QStringLiteral("error_codes"), QJsonArray{number});
        QCOMPARE(errorCodeName(EntraError::fromJson(body).code()), code);
    }

    void numberIsReadFromTheDescriptionWhenNoneIsListed()
    {
        const EntraError error = EntraError::fromQuery(
            {{QStringLiteral("error"), QStringLiteral("access_denied")},
             {QStringLiteral("error_description"), QStringLiteral("AADSTS53003: Access has been blocked.")}});
        QCOMPARE(error.numbers, QList<int>{53003});
        QCOMPARE(error.code(), ErrorCode::SignInRefused);
    }

    void detailKeepsDescriptionAndIdsOnOneLine()
    {
        const Error error =
            EntraError::fromJson({{QStringLiteral("error"), QStringLiteral("invalid_grant")},
                                  {QStringLiteral("error_description"),
                                   QStringLiteral("AADSTS50076: More is needed.\r\nTrace ID: t-1\r\nTimestamp: now")},
                                  {QStringLiteral("trace_id"), QStringLiteral("t-1")},
                                  {QStringLiteral("correlation_id"), QStringLiteral("c-1")}})
                .toError(QStringLiteral("login.example"));
        QCOMPARE(error.subject, QStringLiteral("login.example"));
        QCOMPARE(error.detail,
                 QStringLiteral("invalid_grant: AADSTS50076: More is needed. Trace ID: t-1 Timestamp: now "
                                "Correlation ID: c-1"));
    }
};

QTEST_GUILESS_MAIN(EntraErrorTest)
#include "tst_entra_error.moc"
