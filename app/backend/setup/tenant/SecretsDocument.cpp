// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/SecretsDocument.h"

#include "backend/setup/tenant/DomainConfiguration.h"
#include "backend/setup/tenant/TenantSetup.h"
#include "backend/setup/tenant/TenantText.h"

#include <QJsonDocument>

#include <algorithm>

namespace cloudsync {

namespace {

const QLatin1String keyMember("key");
const QLatin1String valueMember("value");
const QLatin1String domainKey("Domain");
const QLatin1String appKey("AppKey");
const QLatin1String notificationKey("SyncNotificationSettings");

QJsonObject document(const QString &value)
{
    return QJsonDocument::fromJson(value.toUtf8()).object();
}

QString text(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool sameDocument(const QString &a, const QString &b)
{
    if (a == b)
        return true;
    const QJsonDocument left = QJsonDocument::fromJson(a.toUtf8());
    return !left.isNull() && left == QJsonDocument::fromJson(b.toUtf8());
}

// Addresses of a comma list, for comparison.
QStringList addresses(const QString &list)
{
    QStringList result;
    const QStringList parts = list.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        result.append(part.trimmed().toLower());
    result.sort();
    result.removeDuplicates();
    return result;
}

QJsonArray withDomain(const QJsonArray &secrets, const QString &domain, QStringList *changes)
{
    const QStringList values = secretValues(secrets, domainKey);
    QJsonObject wanted = values.isEmpty() ? QJsonObject() : document(values.first());
    const QString named = wanted.value(QLatin1String("domain")).toString();
    if (values.size() == 1 && named.compare(domain, Qt::CaseInsensitive) == 0)
        return secrets;
    wanted.insert(QLatin1String("domain"), domain);
    if (changes) {
        changes->append(named.isEmpty()
                            ? TenantText::tr("The configuration is told its domain, %1.").arg(domain)
                            : TenantText::tr("The configuration's domain changes from %1 to %2.").arg(named, domain));
    }
    return withSecretValues(secrets, domainKey, {text(wanted)});
}

QJsonArray withScenarios(const QJsonArray &secrets, bool passwordHash, QStringList *changes)
{
    // The service is said to keep one AppKey for a body, and both have been seen (graph.md section 5): so the one that
    // is told last decides, and any scenario of ours is enough for the rest.
    QStringList values = secretValues(secrets, appKey);
    const bool masked = std::any_of(values.begin(), values.end(), isMask);
    QStringList missing;
    if (passwordHash && !hasScenario(secrets, passwordHashTemplate()))
        missing = hasScenario(secrets, provisioningTemplate())
                      ? QStringList{passwordHashTemplate()}
                      : QStringList{provisioningTemplate(), passwordHashTemplate()};
    else if (!passwordHash && !masked && !hasScenario(secrets, provisioningTemplate()) &&
             !hasScenario(secrets, passwordHashTemplate()))
        missing = QStringList{provisioningTemplate()};
    if (missing.isEmpty())
        return secrets;
    // What stands behind a mask is one of these keys, and they are no secret: they are written in full.
    values.removeIf(isMask);
    for (const QString &scenario : std::as_const(missing)) {
        values.append(text({{QStringLiteral("appKeyScenario"), scenario}}));
        if (changes)
            changes->append(
                TenantText::tr("The application key for the %1 is asked for.").arg(templateTitle(scenario)));
    }
    return withSecretValues(secrets, appKey, values);
}

// Sets a member unless it says so already; numbers and switches also count when the service wrote them as text.
void set(QJsonObject &settings, const QString &name, const QJsonValue &wanted, bool *changed)
{
    const QJsonValue current = settings.value(name);
    if (!current.isUndefined() && !current.isNull() &&
        current.toVariant().toString().compare(wanted.toVariant().toString(), Qt::CaseInsensitive) == 0) {
        return;
    }
    settings.insert(name, wanted);
    *changed = true;
}

QJsonArray withNotifications(const QJsonArray &secrets, const ConfigurationAnswers &answers, QStringList *changes)
{
    if (!answers.notifications && !answers.accidentalDeletion)
        return secrets;
    const QStringList values = secretValues(secrets, notificationKey);
    QJsonObject settings = values.isEmpty() ? QJsonObject() : document(values.first());
    bool notificationsChange = false;
    bool deletionChanges = false;
    if (const auto &wanted = answers.notifications) {
        set(settings, QStringLiteral("Enabled"), wanted->enabled, &notificationsChange);
        const QString recipients = wanted->recipients.join(QLatin1Char(','));
        const bool speaks = wanted->enabled || !wanted->recipients.isEmpty();
        if (speaks && addresses(settings.value(QLatin1String("Recipients")).toString()) != addresses(recipients)) {
            settings.insert(QStringLiteral("Recipients"), recipients);
            notificationsChange = true;
        }
    }
    if (const auto &wanted = answers.accidentalDeletion) {
        set(settings, QStringLiteral("DeleteThresholdEnabled"), wanted->enabled, &deletionChanges);
        if (wanted->enabled)
            set(settings, QStringLiteral("DeleteThresholdValue"), wanted->threshold, &deletionChanges);
    }
    if (!notificationsChange && !deletionChanges && values.size() == 1)
        return secrets;
    if (!settings.contains(QLatin1String("Enabled")))
        settings.insert(QStringLiteral("Enabled"), false);
    if (changes && notificationsChange) {
        changes->append(answers.notifications->enabled
                            ? TenantText::tr("Notifications go to %1.")
                                  .arg(answers.notifications->recipients.join(QStringLiteral(", ")))
                            : TenantText::tr("Notifications are switched off."));
    }
    if (changes && deletionChanges) {
        changes->append(answers.accidentalDeletion->enabled
                            ? TenantText::tr("A cycle that would delete %1 objects or more is held back.")
                                  .arg(answers.accidentalDeletion->threshold)
                            : TenantText::tr("The limit for accidental deletions is switched off."));
    }
    if (changes && !notificationsChange && !deletionChanges)
        changes->append(
            TenantText::tr("The notification settings are stored once instead of %1 times.").arg(values.size()));
    return withSecretValues(secrets, notificationKey, {text(settings)});
}

} // namespace

QStringList secretValues(const QJsonArray &secrets, const QString &key)
{
    QStringList values;
    for (const QJsonValue &entry : secrets) {
        if (entry.toObject().value(keyMember).toString() == key)
            values.append(entry.toObject().value(valueMember).toString());
    }
    return values;
}

QJsonArray withSecretValues(const QJsonArray &secrets, const QString &key, const QStringList &values)
{
    QJsonArray result;
    int used = 0;
    const auto isKey = [&](const QJsonValue &entry) { return entry.toObject().value(keyMember).toString() == key; };
    qsizetype last = -1;
    for (qsizetype i = 0; i < secrets.size(); ++i) {
        if (isKey(secrets.at(i)))
            last = i;
    }
    for (qsizetype i = 0; i < secrets.size(); ++i) {
        if (!isKey(secrets.at(i))) {
            result.append(secrets.at(i));
            continue;
        }
        if (used < values.size()) {
            QJsonObject entry = secrets.at(i).toObject();
            entry.insert(valueMember, values.at(used++));
            result.append(entry);
        }
        while (i == last && used < values.size())
            result.append(QJsonObject{{keyMember, key}, {valueMember, values.at(used++)}});
    }
    while (used < values.size())
        result.append(QJsonObject{{keyMember, key}, {valueMember, values.at(used++)}});
    return result;
}

QStringList ownSecretKeys()
{
    return {domainKey, appKey, notificationKey};
}

bool hasScenario(const QJsonArray &secrets, const QString &scenario)
{
    const QStringList values = secretValues(secrets, appKey);
    return std::any_of(values.begin(), values.end(), [&](const QString &value) {
        return document(value)
                   .value(QLatin1String("appKeyScenario"))
                   .toString()
                   .compare(scenario, Qt::CaseInsensitive) == 0;
    });
}

bool areSecretsAmong(const QStringList &values, const QStringList &others)
{
    return std::all_of(values.begin(), values.end(), [&](const QString &value) {
        return std::any_of(others.begin(), others.end(),
                           [&](const QString &other) { return sameDocument(value, other); });
    });
}

bool isMask(const QString &value)
{
    return value == QLatin1String("*");
}

QStringList unreadableKeys(const QJsonArray &secrets)
{
    QStringList keys;
    for (const QJsonValue &entry : secrets) {
        const QString key = entry.toObject().value(keyMember).toString();
        const QString value = entry.toObject().value(valueMember).toString();
        const bool hidden = !value.isEmpty() && !isMask(value) && std::all_of(value.begin(), value.end(), [](QChar c) {
            return c == QLatin1Char('*') || c == QChar(0x2022) || c == QChar(0x25cf);
        });
        if (hidden && !ownSecretKeys().contains(key))
            keys.append(key);
    }
    return keys;
}

QJsonArray withoutConfidentialValues(const QJsonArray &secrets)
{
    QJsonArray result;
    for (const QJsonValue &value : secrets) {
        const QString key = value.toObject().value(keyMember).toString();
        QJsonObject entry{{keyMember, key}};
        if (ownSecretKeys().contains(key))
            entry.insert(valueMember, value.toObject().value(valueMember));
        else
            entry.insert(QStringLiteral("hidden"), true);
        result.append(entry);
    }
    return result;
}

QStringList lostKeys(const QJsonArray &before, const QJsonArray &after)
{
    QStringList keys;
    for (const QJsonValue &entry : before) {
        const QString key = entry.toObject().value(keyMember).toString();
        if (!ownSecretKeys().contains(key) && !keys.contains(key) &&
            secretValues(before, key) != secretValues(after, key))
            keys.append(key);
    }
    return keys;
}

QJsonArray mergedSecrets(const QJsonArray &current, const ConfigurationAnswers &answers, QStringList *changes)
{
    QJsonArray result = withDomain(current, answers.domain, changes);
    result = withScenarios(result, answers.passwordHashSync.value_or(false), changes);
    return withNotifications(result, answers, changes);
}

} // namespace cloudsync
