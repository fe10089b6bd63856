// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/tenant/TestSchema.h"

#include "backend/setup/tenant/SchemaMerge.h"
#include "backend/setup/tenant/SchemaUndo.h"
#include "backend/setup/tenant/SecretsDocument.h"
#include "backend/setup/tenant/TenantSetup.h"

#include <QTest>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

ConfigurationAnswers contoso()
{
    ConfigurationAnswers answers;
    answers.domain = QStringLiteral("contoso.com");
    return answers;
}

QJsonObject secret(const char *key, const char *value)
{
    return {{QStringLiteral("key"), QLatin1String(key)}, {QStringLiteral("value"), QLatin1String(value)}};
}

ScopeAnswers units(const QStringList &names)
{
    return {ScopeKind::OrganizationalUnits, names};
}

AttributeMappingAnswers mapping(const QString &target, MappingKind kind, const QString &source)
{
    AttributeMappingAnswers answers;
    answers.target = target;
    answers.kind = kind;
    answers.source = source;
    return answers;
}

QJsonObject merge(const QJsonObject &schema, const ConfigurationAnswers &answers, QStringList *changes = nullptr)
{
    auto merged = mergedSchema(schema, answers, changes);
    return merged ? *merged : QJsonObject();
}

} // namespace

class TestTenantDocuments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptySecretsGetDomainAndKey()
    {
        QStringList changes;
        const QJsonArray merged = mergedSecrets({}, contoso(), &changes);
        QCOMPARE(secretValues(merged, QStringLiteral("Domain")),
                 QStringList{QStringLiteral(R"({"domain":"contoso.com"})")});
        QCOMPARE(secretValues(merged, QStringLiteral("AppKey")),
                 QStringList{QStringLiteral(R"({"appKeyScenario":"AD2AADProvisioning"})")});
        QCOMPARE(merged.size(), 2);
        QCOMPARE(changes.size(), 2);
    }

    void passwordHashSyncAsksForBothKeys()
    {
        ConfigurationAnswers answers = contoso();
        answers.passwordHashSync = true;
        const QJsonArray merged = mergedSecrets({}, answers, nullptr);
        QVERIFY(hasScenario(merged, QStringLiteral("AD2AADProvisioning")));
        QVERIFY(hasScenario(merged, QStringLiteral("AD2AADPasswordHash")));
        // Where only one is kept it is the last that counts.
        QCOMPARE(secretValues(merged, QStringLiteral("AppKey")).last(),
                 QStringLiteral(R"({"appKeyScenario":"AD2AADPasswordHash"})"));
    }

    void secondMergeOfSecretsChangesNothing()
    {
        ConfigurationAnswers answers = contoso();
        answers.passwordHashSync = true;
        answers.notifications =
            NotificationAnswers{true, {QStringLiteral("it@contoso.com"), QStringLiteral("ops@contoso.com")}};
        answers.accidentalDeletion = AccidentalDeletionAnswers{true, 200};
        const QJsonArray once = mergedSecrets({}, answers, nullptr);
        QStringList changes;
        QCOMPARE(mergedSecrets(once, answers, &changes), once);
        QCOMPARE(changes, QStringList());
    }

    void foreignSecretsComeBackAsTheyWere()
    {
        QJsonObject odd = secret("SandboxName", "canary value");
        odd.insert(QStringLiteral("unknownMember"), 3);
        const QJsonArray current{
            secret("SecretToken", "s3cret"), odd,
            QJsonObject{{QStringLiteral("key"), QStringLiteral("SyncAll")}, {QStringLiteral("value"), QJsonValue()}}};
        const QJsonArray merged = mergedSecrets(current, contoso(), nullptr);
        QCOMPARE(merged.size(), 5);
        for (qsizetype i = 0; i < current.size(); ++i)
            QCOMPARE(merged.at(i), current.at(i));
    }

    void unknownMembersOfNotificationSettingsStay()
    {
        ConfigurationAnswers answers = contoso();
        answers.accidentalDeletion = AccidentalDeletionAnswers{true, 42};
        const QJsonArray current{
            secret("Domain", R"({"domain":"CONTOSO.com","extra":1})"),
            secret("AppKey", R"({"appKeyScenario":"AD2AADProvisioning"})"),
            secret("SyncNotificationSettings",
                   R"({"Enabled":true,"Recipients":"a@b.com","Humanized":"yes","DeleteThresholdValue":500})")};
        QStringList changes;
        const QJsonArray merged = mergedSecrets(current, answers, &changes);
        QCOMPARE(merged.at(0), current.at(0));
        QCOMPARE(merged.at(1), current.at(1));
        const QJsonObject settings =
            QJsonDocument::fromJson(secretValues(merged, QStringLiteral("SyncNotificationSettings")).first().toUtf8())
                .object();
        QCOMPARE(settings, (QJsonObject{{QStringLiteral("Enabled"), true},
                                        {QStringLiteral("Recipients"), QStringLiteral("a@b.com")},
                                        {QStringLiteral("Humanized"), QStringLiteral("yes")},
                                        {QStringLiteral("DeleteThresholdEnabled"), true},
                                        {QStringLiteral("DeleteThresholdValue"), 42}}));
        QCOMPARE(changes.size(), 1);
    }

    void silentAnswersLeaveNotificationsAlone()
    {
        const QJsonArray current{secret("Domain", R"({"domain":"contoso.com"})"),
                                 secret("AppKey", R"({"appKeyScenario":"AD2AADPasswordHash"})"),
                                 secret("SyncNotificationSettings", "not json at all")};
        QCOMPARE(mergedSecrets(current, contoso(), nullptr), current);
    }

    void recipientsCompareWithoutOrderAndCase()
    {
        ConfigurationAnswers answers = contoso();
        answers.notifications =
            NotificationAnswers{true, {QStringLiteral("B@contoso.com"), QStringLiteral("a@contoso.com")}};
        const QJsonArray current{
            secret("Domain", R"({"domain":"contoso.com"})"),
            secret("AppKey", R"({"appKeyScenario":"AD2AADProvisioning"})"),
            secret("SyncNotificationSettings", R"({"Enabled":"True","Recipients":"a@contoso.com, b@contoso.com"})")};
        QCOMPARE(mergedSecrets(current, answers, nullptr), current);
    }

    void aMaskedApplicationKeyCountsWherePasswordHashesAreNotAskedFor()
    {
        const QJsonArray current{secret("Domain", R"({"domain":"contoso.com"})"), secret("AppKey", "*")};
        ConfigurationAnswers answers = contoso();
        QCOMPARE(mergedSecrets(current, answers, nullptr), current);
        answers.passwordHashSync = true;
        const QStringList keys = secretValues(mergedSecrets(current, answers, nullptr), QStringLiteral("AppKey"));
        QCOMPARE(keys.size(), 2);
        QVERIFY(!keys.contains(QStringLiteral("*")));
    }

    void keysNotOursThatAreHiddenInAnUnknownWayAreNamed()
    {
        QCOMPARE(unreadableKeys({secret("ClientSecret", "*"), secret("SecretToken", "****"), secret("Password", ""),
                                 secret("AppKey", "*"), secret("Url", "a*")}),
                 QStringList{QStringLiteral("SecretToken")});
    }

    void emptyAnswersLeaveTheSchemaAlone() { QCOMPARE(merge(templateSchema(), contoso()), templateSchema()); }

    void scopeGoesToTheTemplatesRuleOnly()
    {
        ConfigurationAnswers answers = contoso();
        answers.scope = units({QStringLiteral("OU=Sales,DC=contoso,DC=com")});
        QStringList changes;
        const QJsonObject merged = merge(templateSchema(), answers, &changes);
        QCOMPARE(includedContainers(ruleOf(merged, QStringLiteral("AD2AADProvisioning"))),
                 answers.scope->distinguishedNames);
        QCOMPARE(ruleOf(merged, QStringLiteral("HR")), ruleOf(templateSchema(), QStringLiteral("HR")));
        QCOMPARE(ruleOf(merged, QStringLiteral("SomebodyElses")),
                 ruleOf(templateSchema(), QStringLiteral("SomebodyElses")));
        QCOMPARE(merged.value(QLatin1String("directories")), templateSchema().value(QLatin1String("directories")));
        QCOMPARE(merged.value(QLatin1String("unknownMember")), templateSchema().value(QLatin1String("unknownMember")));
        QCOMPARE(changes.size(), 1);
        QVERIFY(changes.first().contains(QStringLiteral("OU=Sales")));
    }

    void groupsReplaceContainersAndKeepUnknownMembers()
    {
        ConfigurationAnswers answers = contoso();
        answers.scope = units({QStringLiteral("OU=Sales,DC=contoso,DC=com")});
        const QJsonObject before = merge(templateSchema(), answers);
        answers.scope = ScopeAnswers{ScopeKind::Groups, {QStringLiteral("CN=Pilot,DC=contoso,DC=com")}};
        const QJsonObject rule = ruleOf(merge(before, answers), QStringLiteral("AD2AADProvisioning"));
        QCOMPARE(includedContainers(rule), QStringList());
        QCOMPARE(includedGroups(rule), answers.scope->distinguishedNames);
        QCOMPARE(
            rule.value(QLatin1String("groupFilter")).toObject().value(QLatin1String("unknownFilterMember")).toInt(), 7);
    }

    void allEmptiesTheLists()
    {
        ConfigurationAnswers answers = contoso();
        answers.scope = units({QStringLiteral("OU=Sales,DC=contoso,DC=com")});
        const QJsonObject before = merge(templateSchema(), answers);
        answers.scope = ScopeAnswers{};
        QCOMPARE(includedContainers(ruleOf(merge(before, answers), QStringLiteral("AD2AADProvisioning"))),
                 QStringList());
        QCOMPARE(merge(templateSchema(), answers), templateSchema());
    }

    void namesCompareWithoutCaseBlanksAndOrder()
    {
        ConfigurationAnswers answers = contoso();
        answers.scope =
            units({QStringLiteral("OU=Sales,DC=contoso,DC=com"), QStringLiteral("OU=Staff,DC=contoso,DC=com")});
        const QJsonObject before = merge(templateSchema(), answers);
        answers.scope =
            units({QStringLiteral("ou=staff, dc=Contoso, dc=COM"), QStringLiteral("ou=sales , dc=contoso,dc=com")});
        QCOMPARE(merge(before, answers), before);
    }

    void passwordHashIsMappedOnceForBothClasses()
    {
        ConfigurationAnswers answers = contoso();
        answers.passwordHashSync = true;
        const QJsonObject once = merge(templateSchema(), answers);
        for (const QString &object : {QStringLiteral("user"), QStringLiteral("inetOrgPerson")}) {
            const QJsonArray mappings = mappingsTo(once, object, QStringLiteral("CredentialData"));
            QCOMPARE(mappings.size(), 1);
            QCOMPARE(mappings.first()
                         .toObject()
                         .value(QLatin1String("source"))
                         .toObject()
                         .value(QLatin1String("expression"))
                         .toString(),
                     QStringLiteral("[PasswordHash]"));
        }
        QCOMPARE(mappingsTo(once, QStringLiteral("group"), QStringLiteral("CredentialData")).size(), 0);
        QCOMPARE(merge(once, answers), once);
    }

    void doubledPasswordHashMappingsBecomeOne()
    {
        ConfigurationAnswers answers = contoso();
        answers.passwordHashSync = true;
        QJsonObject doubled = merge(templateSchema(), answers);
        QJsonObject rule = ruleOf(doubled, QStringLiteral("AD2AADProvisioning"));
        QJsonObject object = rule.value(QLatin1String("objectMappings")).toArray().at(0).toObject();
        QJsonArray mappings = object.value(QLatin1String("attributeMappings")).toArray();
        mappings.prepend(mappings.last());
        object.insert(QStringLiteral("attributeMappings"), mappings);
        replaceAt(rule, QStringLiteral("objectMappings"), 0, object);
        replaceAt(doubled, QStringLiteral("synchronizationRules"), 2, rule);
        QCOMPARE(mappingsTo(doubled, QStringLiteral("user"), QStringLiteral("CredentialData")).size(), 2);
        QCOMPARE(mappingsTo(merge(doubled, answers), QStringLiteral("user"), QStringLiteral("CredentialData")).size(),
                 1);
    }

    void changedMappingKeepsWhatTheAnswersDoNotSay()
    {
        ConfigurationAnswers answers = contoso();
        AttributeMappingAnswers wanted =
            mapping(QStringLiteral("jobTitle"), MappingKind::Constant, QStringLiteral("a \"quoted\" \\ text"));
        wanted.flow = MappingFlow::OnlyAtCreation;
        answers.attributeMappings = {wanted};
        const QJsonObject merged = merge(templateSchema(), answers);
        const QJsonArray mappings = mappingsTo(merged, QStringLiteral("user"), QStringLiteral("jobTitle"));
        QCOMPARE(mappings.size(), 1);
        const QJsonObject changed = mappings.first().toObject();
        QCOMPARE(changed.value(QLatin1String("foreignMember")).toString(), QStringLiteral("kept"));
        QCOMPARE(changed.value(QLatin1String("defaultValue")).toString(), QStringLiteral("none"));
        QCOMPARE(changed.value(QLatin1String("flowType")).toString(), QStringLiteral("ObjectAddOnly"));
        const QJsonObject source = changed.value(QLatin1String("source")).toObject();
        QCOMPARE(source.value(QLatin1String("type")).toString(), QStringLiteral("Constant"));
        QCOMPARE(source.value(QLatin1String("expression")).toString(),
                 QStringLiteral("\"a \\\"quoted\\\" \\\\ text\""));
        QCOMPARE(merge(merged, answers), merged);
    }

    void mappingsAreAddedAndTakenOut()
    {
        ConfigurationAnswers answers = contoso();
        AttributeMappingAnswers removed = mapping(QStringLiteral("MAIL"), MappingKind::Direct, {});
        removed.remove = true;
        answers.attributeMappings = {mapping(QStringLiteral("displayName"), MappingKind::Expression,
                                             QStringLiteral("Join(\" \", [givenName], [sn])")),
                                     removed};
        QStringList changes;
        const QJsonObject merged = merge(templateSchema(), answers, &changes);
        QCOMPARE(mappingsTo(merged, QStringLiteral("user"), QStringLiteral("displayName")).size(), 1);
        QCOMPARE(mappingsTo(merged, QStringLiteral("user"), QStringLiteral("mail")).size(), 0);
        QCOMPARE(mappingsTo(merged, QStringLiteral("group"), QStringLiteral("displayName")),
                 mappingsTo(templateSchema(), QStringLiteral("group"), QStringLiteral("displayName")));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(merge(merged, answers), merged);
    }

    void anExpressionCountsWithoutItsBlanks_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("blanks between") << "Join(\" \", [a], [b])"
                                        << "Join( \" \",[a],[b] )" << true;
        QTest::newRow("blank inside text") << "Join(\" \", [a])"
                                           << "Join(\"  \", [a])" << false;
        QTest::newRow("escaped quote") << "Join(\"\\\" \", [a])"
                                       << "Join(\"\\\"\", [a])" << false;
        QTest::newRow("attribute case") << "[Mail]"
                                        << "[mail]" << true;
        QTest::newRow("other attribute") << "[mail]"
                                         << "[title]" << false;
    }
    void anExpressionCountsWithoutItsBlanks()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, same);
        QCOMPARE(normalizedExpression(one) == normalizedExpression(other), same);
    }

    void attributesOfAnExpressionAreFoundOutsideText()
    {
        QCOMPARE(attributesOfExpression(QStringLiteral("IIF([mail]=\"[no]\", [ sn ], Append([mail], \"x\"))")),
                 (QStringList{QStringLiteral("mail"), QStringLiteral("sn")}));
    }

    void aClassWithoutMappingIsNamed()
    {
        ConfigurationAnswers answers = contoso();
        AttributeMappingAnswers wanted = mapping(QStringLiteral("mail"), MappingKind::Direct, QStringLiteral("mail"));
        wanted.object = QStringLiteral("contact");
        answers.attributeMappings = {wanted};
        const auto merged = mergedSchema(templateSchema(), answers, nullptr);
        QVERIFY(!merged);
        QCOMPARE(merged.error().code, ErrorCode::TenantConflict);
        QCOMPARE(merged.error().subject, QStringLiteral("contact"));
    }

    void aSchemaWithoutOurRuleIsRefused()
    {
        ConfigurationAnswers answers = contoso();
        answers.scope = ScopeAnswers{};
        const auto merged =
            mergedSchema(QJsonObject{{QStringLiteral("synchronizationRules"), QJsonArray()}}, answers, nullptr);
        QVERIFY(!merged);
        QCOMPARE(merged.error().code, ErrorCode::TenantResponseInvalid);
    }

    void takingBackGivesTheSameDocument()
    {
        ConfigurationAnswers answers = contoso();
        answers.passwordHashSync = true;
        answers.scope = units({QStringLiteral("OU=Sales,DC=contoso,DC=com")});
        AttributeMappingAnswers first = mapping(QStringLiteral("sourceAnchor"), MappingKind::Direct, {});
        AttributeMappingAnswers last = mapping(QStringLiteral("mail"), MappingKind::Direct, {});
        first.remove = last.remove = true;
        answers.attributeMappings = {first, last,
                                     mapping(QStringLiteral("jobTitle"), MappingKind::Constant, QStringLiteral("x"))};
        const QJsonObject before = templateSchema();
        const QJsonObject after = merge(before, answers);
        QVERIFY(after != before);
        QStringList left;
        QCOMPARE(revertedSchema(after, schemaDifferences(before, after), &left), before);
        QCOMPARE(left, QStringList());
        // Twice is once.
        QCOMPARE(revertedSchema(before, schemaDifferences(before, after), &left), before);
        QCOMPARE(left, QStringList());
    }

    void takingBackKeepsWhatOthersChanged()
    {
        ConfigurationAnswers answers = contoso();
        answers.scope = units({QStringLiteral("OU=Sales,DC=contoso,DC=com")});
        answers.attributeMappings = {mapping(QStringLiteral("jobTitle"), MappingKind::Constant, QStringLiteral("x")),
                                     mapping(QStringLiteral("displayName"), MappingKind::Direct, QStringLiteral("sn"))};
        const QJsonObject before = templateSchema();
        const QJsonObject after = merge(before, answers);
        ConfigurationAnswers others = contoso();
        others.scope = units({QStringLiteral("OU=Other,DC=contoso,DC=com")});
        others.attributeMappings = {
            mapping(QStringLiteral("jobTitle"), MappingKind::Constant, QStringLiteral("theirs")),
            mapping(QStringLiteral("employeeHireDate"), MappingKind::Direct, QStringLiteral("title"))};
        const QJsonObject now = merge(after, others);
        QStringList left;
        const QJsonObject reverted = revertedSchema(now, schemaDifferences(before, after), &left);
        QCOMPARE(left.size(), 2);
        QVERIFY(left.contains(QStringLiteral("jobTitle")));
        QVERIFY(left.contains(QStringLiteral("containerFilter")));
        QCOMPARE(mappingsTo(reverted, QStringLiteral("user"), QStringLiteral("displayName")).size(), 0);
        QCOMPARE(mappingsTo(reverted, QStringLiteral("user"), QStringLiteral("jobTitle")),
                 mappingsTo(now, QStringLiteral("user"), QStringLiteral("jobTitle")));
        QCOMPARE(mappingsTo(reverted, QStringLiteral("user"), QStringLiteral("employeeHireDate")).size(), 1);
        QCOMPARE(includedContainers(ruleOf(reverted, QStringLiteral("AD2AADProvisioning"))),
                 others.scope->distinguishedNames);
    }
};

QTEST_GUILESS_MAIN(TestTenantDocuments)
#include "tst_tenant_documents.moc"
