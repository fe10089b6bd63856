// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/support/Redaction.h"

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace cloudsync {

namespace {

struct Rule
{
    QRegularExpression pattern;
    QString replacement; ///< may name groups of the pattern
};

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

// Fields whose value is a secret wherever they stand: OAuth 2.0 (RFC 6749, 7636, 8628, 7523), Graph, connection strings, cmdlets.
const QString &secretFields()
{
    static const QString names = QStringLiteral(
        "[a-z0-9_.-]*(?:password|passwd|pwd|passphrase)|[a-z0-9_.-]*secret|client_assertion|(?:access|refresh|id|secret|sas|bearer|device)[_-]?token|"
        "(?:consumer|update|api|private|sharedaccess)[_-]?key|sharedaccesssignature|code_verifier|device_code|user_code|assertion|cookie|set-cookie|"
        "msds-managedpassword|unicodepwd");
    return names;
}

// The order matters: whole things first, so that their parts are not counted again.
const std::vector<Rule> &rules()
{
    static const std::vector<Rule> all = [] {
        std::vector<Rule> made{
            {QRegularExpression(QStringLiteral("-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----.*?(?:-----END \\1-----|\\z)"), QRegularExpression::DotMatchesEverythingOption),
             QStringLiteral("[removed: private key]")},
            {QRegularExpression(QStringLiteral("\\beyJ[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]{2,}(?:\\.[A-Za-z0-9_-]*){0,3}")), QStringLiteral("[removed: token]")},
            {QRegularExpression(QStringLiteral("\\b(Bearer|Basic|Negotiate|NTLM|PoP)[ \\t]+(?!realm=)[A-Za-z0-9+/=._~-]{8,}"), anyCase),
             QStringLiteral("\\1 [removed: credential]")},
            // scheme://user:password@host
            {QRegularExpression(QStringLiteral("\\b([a-z][a-z0-9+.-]*://)[^\\s/@:\"']+:[^\\s/@\"']+@"), anyCase), QStringLiteral("\\1[removed: credential]@")},
            // "name": "value" and name="value", with escapes inside; "prompt" is a reference, not a secret
            {QRegularExpression(QStringLiteral("(\"(?:%1)\"\\s*:\\s*)\"(?!prompt\"|\\[removed)(?:[^\"\\\\]|\\\\.)+\"").arg(secretFields()), anyCase),
             QStringLiteral("\\1\"[removed: secret]\"")},
            {QRegularExpression(QStringLiteral("(?<![a-z0-9_.-])((?:%1)\\s*=\\s*)\"(?!\\[removed)(?:[^\"\\\\]|\\\\.)+\"").arg(secretFields()), anyCase),
             QStringLiteral("\\1\"[removed: secret]\"")},
            {QRegularExpression(QStringLiteral("(?<![a-z0-9_.-])((?:%1)=)(?!\\[removed)[^\\s&;,\"']+").arg(secretFields()), anyCase),
             QStringLiteral("\\1[removed: secret]")},
            // the query of a redirect: an authorization code is a secret, an error code is not
            {QRegularExpression(QStringLiteral("([?&](?:code|state|session_state)=)(?!\\[removed)[^\\s&#\"']+")), QStringLiteral("\\1[removed: secret]")},
            // {"key":"Password","value":"…"}: the shape of synchronization secrets. Domain, notification and scenario are settings.
            {QRegularExpression(QStringLiteral("(\"key\"\\s*:\\s*\"(?!Domain\"|AppKey\"|SyncNotificationSettings\")[A-Za-z0-9]+\"\\s*,\\s*\"value\"\\s*:\\s*)\"(?!\\[removed)(?:[^\"\\\\]|\\\\.)+\"")),
             QStringLiteral("\\1\"[removed: secret]\"")},
            {QRegularExpression(QStringLiteral("[A-Za-z0-9+/_=-]{100,}")), QStringLiteral("[removed: long value]")},
        };
        for (Rule &rule : made)
            rule.pattern.optimize();
        return made;
    }();
    return all;
}

} // namespace

RedactedText withoutSecrets(const QByteArray &text)
{
    QString clean = QString::fromUtf8(text);
    int removed = 0;
    for (const Rule &rule : rules()) {
        auto found = rule.pattern.globalMatch(clean);
        int count = 0;
        for (; found.hasNext(); found.next())
            ++count;
        if (count > 0)
            clean.replace(rule.pattern, rule.replacement);
        removed += count;
    }
    return {clean.toUtf8(), removed};
}

} // namespace cloudsync
