// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the stand-in tenant by themselves: expressions, filters, metadata, names.
#include "tests/lab/tenant/AttributeRules.h"
#include "tests/lab/tenant/DateFormat.h"
#include "tests/lab/tenant/DefaultSchemas.h"
#include "tests/lab/tenant/Expression.h"
#include "tests/lab/tenant/Flow.h"
#include "tests/lab/tenant/Metadata.h"
#include "tests/lab/tenant/Query.h"
#include "tests/lab/tenant/Record.h"
#include "tests/lab/tenant/SchemaRules.h"
#include "tests/lab/tenant/SourceDirectory.h"

#include <QTest>

using namespace cloudsync::lab;

namespace {

QString shown(const std::string &text) { return QString::fromStdString(text); }

Metadata metadata()
{
    Metadata read;
    std::string why;
    if (!read.load(std::filesystem::path(LAB_TENANT_SOURCE) / "graph-beta.json", why))
        qFatal("%s", why.c_str());
    return read;
}

Values person(const std::string &name)
{
    static const std::map<std::string, Values> attributes{
        {"givenname", {"Zoë"}},   {"sn", {"Ångström"}}, {"mail", {"zoe@contoso.com"}},
        {"proxyaddresses", {"SMTP:zoe@contoso.com", "smtp:z@contoso.com", "SMTP:ZOE@contoso.com"}},
        {"useraccountcontrol", {"514"}}, {"whencreated", {"20260901103000.0Z"}}, {"objectguid", {std::string("\x01\x02\x00\xff", 4)}},
        {"department", {"Research, Basic"}}};
    const auto found = attributes.find(lower(name));
    return found == attributes.end() ? Values{} : found->second;
}

} // namespace

class TenantPartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void expressionGivesValue_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("expected");
        QTest::newRow("attribute") << "[mail]" << "zoe@contoso.com";
        QTest::newRow("names of attributes ignore case") << "[MAIL]" << "zoe@contoso.com";
        QTest::newRow("text with escapes") << "\"a \\\"b\\\" c\\\\d\"" << "a \"b\" c\\d";
        QTest::newRow("nested calls") << "Join(\".\", ToLower([givenName]), ToUpper([mail]))" << "zoë.ZOE@CONTOSO.COM";
        QTest::newRow("diacritics") << "NormalizeDiacritics([sn])" << "Angstrom";
        QTest::newRow("condition true") << "IIF(IsPresent([mail]), \"yes\", \"no\")" << "yes";
        QTest::newRow("condition false") << "IIF(IsNullOrEmpty([mail]), \"yes\", \"no\")" << "no";
        QTest::newRow("comparison") << "IIF([mail] = \"ZOE@contoso.com\", \"same\", \"other\")" << "same";
        QTest::newRow("and, or, not") << "IIF(Not(IsPresent([x])) && ([mail] = \"a\" || [mail] <> \"b\"), \"1\", \"2\")" << "1";
        QTest::newRow("disabled account") << "IIF(BitAnd([userAccountControl], \"2\") = \"0\", \"True\", \"False\")" << "False";
        QTest::newRow("switch finds") << "Switch([mail], \"d\", \"x\", \"1\", \"zoe@contoso.com\", \"2\")" << "2";
        QTest::newRow("switch default") << "Switch([mail], \"d\", \"x\", \"1\")" << "d";
        QTest::newRow("replace text") << "Replace([mail], \"contoso\", , , \"fabrikam\", , )" << "zoe@fabrikam.com";
        QTest::newRow("replace pattern") << "Replace([mail], , \"@.*\", , \"@x\", , )" << "zoe@x";
        QTest::newRow("replace in template") << "Replace([givenName], \"*\", , , , , \"Hi *\")" << "Hi Zoë";
        QTest::newRow("left counts characters, not bytes") << "Left([sn], 3)" << "Ång";
        QTest::newRow("mid is 1-based") << "Mid([mail], 5, 7)" << "contoso";
        QTest::newRow("word") << "Word([mail], 2, \"@.\")" << "contoso";
        QTest::newRow("item") << "Item([proxyAddresses], 2)" << "smtp:z@contoso.com";
        QTest::newRow("count of distinct") << "Count(RemoveDuplicates([proxyAddresses]))" << "2";
        QTest::newRow("base64 of bytes") << "ConvertToBase64([objectGUID])" << "AQIA/w==";
        QTest::newRow("instr") << "InStr([mail], \"@\")" << "4";
        QTest::newRow("date") << "FormatDateTime([whenCreated], , \"yyyyMMddHHmmss.fZ\", \"yyyy-MM-dd\")" << "2026-09-01";
        QTest::newRow("date from number") << "Left(DateFromNum(\"133485408000000000\"), 10)" << "2024-01-01";
        QTest::newRow("component") << "DNComponent(\"CN=Ann,OU=Sales,DC=x\")" << "Ann";
        QTest::newRow("strip spaces") << "StripSpaces(\"a b c\")" << "abc";
        QTest::newRow("append to nothing") << "Append([absent], \"x\")" << "x";
        QTest::newRow("the branch not taken may fail") << "IIF(\"True\", \"fine\", Error(\"never\"))" << "fine";
    }
    void expressionGivesValue()
    {
        QFETCH(const QString, expression);
        QFETCH(const QString, expected);
        ExpressionError error;
        const auto parsed = Expression::parse(expression.toStdString(), error);
        QVERIFY2(parsed, error.why.c_str());
        std::string why;
        const auto values = parsed->evaluate(person, why);
        QVERIFY2(values, why.c_str());
        QCOMPARE(values->size(), std::size_t{1});
        QCOMPARE(shown(values->front()), expected);
    }

    void wrongExpressionTellsThePlace_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("position");
        QTest::newRow("empty") << "" << 0;
        QTest::newRow("open bracket") << "[mail" << 0;
        QTest::newRow("open text") << "Append([mail], \"x" << 15;
        QTest::newRow("unknown function") << "Join(\".\", Foo([mail]))" << 10;
        QTest::newRow("too few arguments") << "Append([mail])" << 0;
        QTest::newRow("too many arguments") << "ToLower([mail], \"en\", \"x\")" << 0;
        QTest::newRow("missing parenthesis") << "ToLower([mail]" << 14;
        QTest::newRow("rest") << "[mail] [sn]" << 7;
        QTest::newRow("bare word") << "mail" << 0;
    }
    void wrongExpressionTellsThePlace()
    {
        QFETCH(const QString, expression);
        QFETCH(const int, position);
        ExpressionError error;
        QVERIFY(!Expression::parse(expression.toStdString(), error));
        QVERIFY(!error.why.empty());
        QCOMPARE(static_cast<int>(error.position), position);
    }

    void failingFunctionTellsWhy()
    {
        ExpressionError error;
        std::string why;
        const auto parsed = Expression::parse("IIF(IsPresent([mail]), Error(\"not allowed\"), \"x\")", error);
        QVERIFY(parsed && !parsed->evaluate(person, why));
        QCOMPARE(shown(why), QStringLiteral("not allowed"));
    }

    void everyDocumentedFunctionIsThere()
    {
        // graph.md section 7.4.
        const std::string documented = "Append, BitAnd, CBool, ConvertFromBase64, ConvertToBase64, ConvertToUTF8Hex, Count, CStr, DateFromNum, "
                                       "DNComponent, Error, FormatDateTime, Guid, IIF, InStr, IsNull, IsNullOrEmpty, IsPresent, IsString, Item, "
                                       "Join, Left, Mid, NormalizeDiacritics, Not, RemoveDuplicates, Replace, SelectUniqueValue, "
                                       "SingleAppRoleAssignment, Split, StringFromSID, StripSpaces, Switch, ToLower, ToUpper, Trim, Word";
        std::vector<std::string> names;
        for (const FunctionDefinition &entry : expressionFunctions())
            names.emplace_back(entry.name);
        QCOMPARE(shown(joined(names, ", ")), shown(documented));
    }

    void filterMatches_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("expected");
        QTest::newRow("eq ignores case") << "name eq 'ANN'" << true;
        QTest::newRow("ne") << "name ne 'bob'" << true;
        QTest::newRow("quote in a text") << "note eq 'it''s'" << true;
        QTest::newRow("and binds closer than or") << "name eq 'x' and age gt 1 or age eq 40" << true;
        QTest::newRow("parentheses") << "name eq 'x' and (age gt 1 or age eq 40)" << false;
        QTest::newRow("not") << "not (age lt 40)" << true;
        QTest::newRow("startswith") << "startswith(name,'an')" << true;
        QTest::newRow("contains in a path") << "contains(inner/city,'rl')" << true;
        QTest::newRow("in") << "name in ('bob','ann')" << true;
        QTest::newRow("boolean") << "on eq true" << true;
        QTest::newRow("null") << "absent eq null" << true;
        QTest::newRow("moment with and without fraction") << "when ge 2026-01-01T00:00:00Z and when lt 2026-01-01T00:00:01Z" << true;
        QTest::newRow("any") << "tags/any(t:t eq 'b')" << true;
        QTest::newRow("any finds none") << "tags/any(t:startswith(t,'c'))" << false;
    }
    void filterMatches()
    {
        QFETCH(const QString, filter);
        QFETCH(const bool, expected);
        const Json object{{"name", "Ann"}, {"note", "it's"}, {"age", 40}, {"on", true}, {"inner", {{"city", "Berlin"}}},
                          {"when", "2026-01-01T00:00:00.5000000Z"}, {"tags", Json::array({"a", "b"})}};
        std::string why;
        const auto parsed = Filter::parse(filter.toStdString(), false, why);
        QVERIFY2(parsed, why.c_str());
        QCOMPARE(parsed->matches(object), expected);
    }

    void wrongFilterIsRefused_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::newRow("empty") << "";
        QTest::newRow("text without quotes") << "name eq Ann";
        QTest::newRow("unknown operator") << "name like 'a'";
        QTest::newRow("unknown function") << "soundex(name,'a')";
        QTest::newRow("open parenthesis") << "(name eq 'a'";
        QTest::newRow("open text") << "name eq 'a";
        QTest::newRow("rest") << "name eq 'a' 'b'";
    }
    void wrongFilterIsRefused()
    {
        QFETCH(const QString, filter);
        std::string why;
        QVERIFY(!Filter::parse(filter.toStdString(), false, why));
        QVERIFY(!why.empty());
    }

    void metadataRefuses_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("named"); // what the sentence or the place must name
        QTest::newRow("unknown property") << "graph.synchronizationJob" << "{\"templateId\":\"x\",\"wrong\":1}" << "wrong";
        QTest::newRow("unknown property deep below") << "graph.synchronizationSchema"
                                                     << "{\"synchronizationRules\":[{\"objectMappings\":[{\"attributeMappings\":[{\"target\":\"x\"}]}]}]}"
                                                     << "synchronizationRules[0].objectMappings[0].attributeMappings[0]";
        QTest::newRow("type") << "graph.attributeMapping" << "{\"matchingPriority\":\"1\"}" << "matchingPriority";
        QTest::newRow("32 bits") << "graph.attributeMapping" << "{\"matchingPriority\":4294967296}" << "matchingPriority";
        QTest::newRow("enum") << "graph.attributeMapping" << "{\"flowType\":\"Sometimes\"}" << "Sometimes";
        QTest::newRow("enum with other case") << "graph.attributeMapping" << "{\"flowType\":\"always\"}" << "always";
        QTest::newRow("several members of a plain enum") << "graph.attributeMapping" << "{\"flowType\":\"Always, ObjectAddOnly\"}" << "flowType";
        QTest::newRow("flag enum with a wrong member") << "graph.objectMapping" << "{\"flowTypes\":\"Add, Remove\"}" << "Remove";
        QTest::newRow("null where it may not be") << "graph.attributeMapping" << "{\"flowType\":null}" << "flowType";
        QTest::newRow("object for a list") << "graph.containerFilter" << "{\"includedContainers\":\"OU=x\"}" << "includedContainers";
        QTest::newRow("null in a list") << "graph.containerFilter" << "{\"includedContainers\":[null]}" << "includedContainers[0]";
        QTest::newRow("secret key") << "Collection(graph.synchronizationSecretKeyStringValuePair)" << "[{\"key\":\"Passwort\",\"value\":\"x\"}]" << "Passwort";
        QTest::newRow("property of an open type") << "graph.organization" << "{\"onPremisesSyncEnable\":true}" << "onPremisesSyncEnable";
        QTest::newRow("date") << "graph.directoryDefinition" << "{\"discoveryDateTime\":\"yesterday\"}" << "yesterday";
        QTest::newRow("duration") << "graph.synchronizationSchedule" << "{\"interval\":\"40 minutes\"}" << "interval";
        QTest::newRow("annotation of another type") << "graph.filter" << "{\"@odata.type\":\"#microsoft.graph.user\"}" << "@odata.type";
    }
    void metadataRefuses()
    {
        QFETCH(const QString, type);
        QFETCH(const QString, body);
        QFETCH(const QString, named);
        std::string why;
        const auto mismatch = metadata().check(type.toStdString(), *parseJson(body.toStdString(), why), false);
        QVERIFY(mismatch);
        const QString told = shown(mismatch->where + ' ' + mismatch->why);
        QVERIFY2(told.contains(named), qPrintable(told));
    }

    void metadataTakesEveryDefaultSchema()
    {
        const Metadata known = metadata();
        for (const char *application : {"1a4721b3-e57f-4451-ae87-ef078703ec94", "fb81332f-3eca-4ecf-a939-4278e501d330", "3b99513e-0cee-4291-aea8-84356239fb82"}) {
            for (const std::string &id : jobTemplatesOf(application)) {
                const Json schema = defaultSchema(id, "x");
                const auto mismatch = known.check("graph.synchronizationSchema", schema, false);
                QVERIFY2(!mismatch, mismatch ? (id + ": " + mismatch->where + ' ' + mismatch->why).c_str() : "");
                const auto trouble = schemaTrouble(schema);
                QVERIFY2(!trouble, trouble ? (id + ": " + *trouble).c_str() : "");
            }
        }
    }

    void actionTakesItsParametersAlone()
    {
        const Metadata known = metadata();
        QVERIFY(!known.checkAction("restart", {{"criteria", {{"resetScope", "Watermark, Escrows, QuarantineState"}}}}));
        QVERIFY(known.checkAction("restart", {{"criteria", {{"resetScope", "Everything"}}}}));
        QVERIFY(known.checkAction("instantiate", {{"displayName", "x"}, {"name", "y"}}));
    }

    void doubledNameInAnObjectIsRefused()
    {
        std::string why;
        QVERIFY(!parseJson("{\"a\":{\"b\":1,\"b\":2}}", why));
        QVERIFY(shown(why).contains(u"'b'"));
        QVERIFY(parseJson("{\"a\":{\"b\":1},\"b\":2}", why));
    }

    void schemaThatContradictsItselfIsRefused_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("named");
        QTest::newRow("doubled target") << "doubled" << "displayName";
        QTest::newRow("unknown target") << "target" << "noSuchTarget";
        QTest::newRow("unknown source") << "source" << "noSuchSource";
        QTest::newRow("expression that cannot be read") << "expression" << "position";
        QTest::newRow("unknown filter operator") << "operator" << "LIKE";
        QTest::newRow("no directories") << "directories" << "directories";
        QTest::newRow("doubled rule") << "rule" << "rule";
    }
    void schemaThatContradictsItselfIsRefused()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, named);
        Json schema = defaultSchema("AD2AADProvisioning", "x");
        Json &mapping = schema["synchronizationRules"][0]["objectMappings"][0];
        const auto entry = [](const char *target, const char *type, const char *name, const char *expression) {
            return Json{{"targetAttributeName", target}, {"source", {{"type", type}, {"name", name}, {"expression", expression}}}};
        };
        if (change == u"doubled")
            mapping["attributeMappings"].push_back(entry("displayName", "Attribute", "cn", "[cn]"));
        else if (change == u"target")
            mapping["attributeMappings"].push_back(entry("noSuchTarget", "Attribute", "cn", "[cn]"));
        else if (change == u"source")
            mapping["attributeMappings"].push_back(entry("employeeNumber", "Attribute", "noSuchSource", "[noSuchSource]"));
        else if (change == u"expression")
            mapping["attributeMappings"].push_back(entry("employeeNumber", "Function", "Append", "Append([cn]"));
        else if (change == u"operator")
            mapping["scope"] = {{"groups", Json::array({{{"clauses", Json::array({{{"operatorName", "LIKE"}, {"sourceOperandName", "cn"}}})}}})}};
        else if (change == u"directories")
            schema.erase("directories");
        else
            schema["synchronizationRules"].push_back(schema["synchronizationRules"][0]);
        const auto trouble = schemaTrouble(schema);
        QVERIFY(trouble);
        QVERIFY2(shown(*trouble).contains(named), trouble->c_str());
    }

    void distinguishedNamesCompareByMeaning_data()
    {
        QTest::addColumn<QString>("dn");
        QTest::addColumn<QString>("container");
        QTest::addColumn<bool>("below");
        QTest::newRow("below") << "CN=A,OU=Sales,DC=x,DC=y" << "ou=sales,dc=X,dc=y" << true;
        QTest::newRow("itself") << "OU=Sales,DC=x" << "OU=Sales, DC=x" << true;
        QTest::newRow("suffix of a name is no parent") << "CN=A,OU=PreSales,DC=x" << "OU=Sales,DC=x" << false;
        QTest::newRow("sibling") << "CN=A,OU=Sale,DC=x" << "OU=Sales,DC=x" << false;
        QTest::newRow("both ways to escape a comma") << "CN=A,OU=R\\, D,DC=x" << "OU=R\\2C D,DC=x" << true;
        QTest::newRow("an escaped comma is no separator") << "CN=A\\,OU=Sales,DC=x" << "OU=Sales,DC=x" << false;
    }
    void distinguishedNamesCompareByMeaning()
    {
        QFETCH(const QString, dn);
        QFETCH(const QString, container);
        QFETCH(const bool, below);
        QCOMPARE(isBelow(dn.toStdString(), container.toStdString()), below);
    }

    void principalNameFollowsTheTenantsRules_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("expected"); // empty: refused
        QTest::newRow("verified suffix") << "ann@contoso.com" << "ann@contoso.com";
        QTest::newRow("unverified suffix") << "ann@contoso.test" << "ann@contoso.onmicrosoft.com";
        QTest::newRow("no suffix") << "ann" << "ann@contoso.onmicrosoft.com";
        QTest::newRow("other letters") << "zoë@contoso.com" << "zo_@contoso.com";
        QTest::newRow("blank") << "an n@contoso.com" << "";
        QTest::newRow("forbidden sign") << "a+n@contoso.com" << "";
        QTest::newRow("ends with a dot") << "ann.@contoso.com" << "";
        QTest::newRow("nothing before the sign") << "@contoso.com" << "";
        QTest::newRow("too long") << QString(65, u'a') + "@contoso.com" << "";
        QTest::newRow("just not too long") << QString(64, u'a') + "@contoso.com" << QString(64, u'a') + "@contoso.com";
    }
    void principalNameFollowsTheTenantsRules()
    {
        QFETCH(const QString, wanted);
        QFETCH(const QString, expected);
        Tenant tenant;
        tenant.seed(defaultConfig());
        const PrincipalName name = principalNameFor(tenant, wanted.toStdString());
        QCOMPARE(shown(name.value), expected);
        QCOMPARE(name.trouble.empty(), !expected.isEmpty());
    }

    void recordHidesSecrets()
    {
        Exchange exchange;
        exchange.path = "/beta/servicePrincipals/x/synchronization/secrets";
        exchange.headers["content-type"] = "application/json";
        exchange.body = "{\"value\":[{\"key\":\"Domain\",\"value\":\"open\"},{\"key\":\"Password\",\"value\":\"canary-1\"}]}";
        Json body = recordable(exchange);
        QCOMPARE(shown(text(body["value"][0], "value")), QStringLiteral("open"));
        QVERIFY(!shown(compact(body)).contains(u"canary"));
        exchange.path = "/t/oauth2/v2.0/token";
        exchange.headers["content-type"] = "application/x-www-form-urlencoded";
        exchange.body = "client_id=c&password=canary-2&client_assertion=canary-3&code=canary-4&refresh_token=canary-5&code_verifier=canary-6&device_code=canary-7";
        body = recordable(exchange);
        QCOMPARE(shown(text(body, "client_id")), QStringLiteral("c"));
        QVERIFY(!shown(compact(body)).contains(u"canary"));
    }
};

QTEST_GUILESS_MAIN(TenantPartsTest)
#include "tst_tenant_parts.moc"
