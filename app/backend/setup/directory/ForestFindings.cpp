// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/directory/DirectoryText.h"
#include "backend/setup/directory/Forest.h"
#include "backend/setup/directory/KdsRootKey.h"
#include "backend/setup/directory/Readiness.h"
#include "backend/setup/directory/SchemaGuids.h"

namespace cloudsync {

namespace {

// objectVersion of the schema (prerequisites.md 14).
constexpr int schema2012 = 52; // the first with group managed service accounts
constexpr int schema2016 = 87; // the first with msDS-ExternalDirectoryObjectId

void examineSchema(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Schema of the forest");
    Directory &directory = readiness.directory();
    auto schema =
        directory.read(directory.rootDse().schemaNamingContext, {QStringLiteral("objectVersion")}, readiness.stop());
    // The agent's own attribute, the account's class, and what the permissions are granted on (gmsa-permissions.md 5).
    const QStringList needed{QStringLiteral("msDS-ExternalDirectoryObjectId"),
                             QStringLiteral("msDS-GroupManagedServiceAccount"), QStringLiteral("mS-DS-ConsistencyGuid")};
    auto guids = SchemaGuids::read(directory, needed, readiness.stop());
    if (!schema || !guids) {
        readiness.failed("schemaVersion", title, schema ? guids.error() : schema.error());
        return;
    }
    const int version = schema->text(QStringLiteral("objectVersion")).toInt();
    QStringList missing = needed;
    missing.removeIf([&](const QString &name) { return guids->has(name); });
    //: %1 version number, %2 names of classes and attributes
    const QString evidence = missing.isEmpty() ? DirectoryText::tr("objectVersion %1").arg(version)
                                               : DirectoryText::tr("objectVersion %1, without %2")
                                                     .arg(QString::number(version), missing.join(QStringLiteral(", ")));
    const QString remedy =
        DirectoryText::tr("Extend the schema with adprep /forestprep of Windows Server 2016 or later.");
    if (version < schema2012) {
        readiness.error("schemaVersion", title, evidence,
                        DirectoryText::tr("This schema has no group managed service accounts; they need version 52."),
                        remedy);
    } else if (!missing.isEmpty()) {
        readiness.error("schemaVersion", title, evidence,
                        //: %1 names of classes and attributes
                        DirectoryText::tr("The schema lacks what the agent needs: %1.").arg(missing.join(QStringLiteral(", "))),
                        remedy);
    } else if (version < schema2016) {
        readiness.warning(
            "schemaVersion", title, evidence,
            DirectoryText::tr("The schema is older than that of Windows Server 2016, although the attribute the agent "
                              "needs is there."),
            remedy);
    } else {
        readiness.ok("schemaVersion", title, evidence);
    }
}

void examineExchange(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Exchange schema");
    Directory &directory = readiness.directory();
    const QString marker = QStringLiteral("msExchRecipientTypeDetails");
    auto guids = SchemaGuids::read(directory, {marker}, readiness.stop());
    if (!guids) {
        readiness.failed("exchangeSchema", title, guids.error());
        return;
    }
    if (guids->has(marker)) {
        readiness.ok("exchangeSchema", title, DirectoryText::tr("The schema holds the attributes of Exchange."));
        return;
    }
    const ConfigurationAnswers *configuration = readiness.answers().configuration(readiness.domain());
    const QString evidence = DirectoryText::tr("The schema holds no attributes of Exchange.");
    if (configuration && configuration->exchangeHybridWriteback.value_or(false)) {
        readiness.error(
            "exchangeSchema", title, evidence, DirectoryText::tr("Exchange hybrid writeback has nowhere to write."),
            DirectoryText::tr("Extend the schema with the Exchange setup (PrepareSchema), restart the agent's service "
                              "afterwards, or leave Exchange hybrid writeback off."));
    } else {
        readiness.info("exchangeSchema", title, evidence,
                       DirectoryText::tr("It is needed for Exchange hybrid writeback only."));
    }
}

void examineRecycleBin(Readiness &readiness)
{
    const QString title = DirectoryText::tr("Active Directory recycle bin");
    Directory &directory = readiness.directory();
    const QString dn =
        QStringLiteral("CN=Recycle Bin Feature,CN=Optional Features,CN=Directory Service,CN=Windows NT,CN=Services,") +
        directory.rootDse().configurationNamingContext;
    auto feature = directory.read(dn, {QStringLiteral("msDS-EnabledFeatureBL")}, readiness.stop());
    if (!feature && feature.error().code != ErrorCode::DirectoryObjectMissing) {
        readiness.failed("recycleBin", title, feature.error());
        return;
    }
    if (feature && feature->has(QStringLiteral("msDS-EnabledFeatureBL"))) {
        readiness.ok("recycleBin", title, DirectoryText::tr("It is on."));
    } else {
        readiness.info(
            "recycleBin", title, DirectoryText::tr("It is off."),
            DirectoryText::tr(
                "An object that is deleted by mistake comes back without its attributes and memberships, and "
                "Cloud Sync treats it as a new one."),
            DirectoryText::tr("Consider turning it on. That cannot be reversed and is not needed for the set-up."));
    }
}

void examineRootKey(Readiness &readiness)
{
    const QString title = DirectoryText::tr("KDS root key");
    Directory &directory = readiness.directory();
    auto keys = readKdsRootKeys(directory, readiness.stop());
    auto creates = readiness.createsAccount();
    if (!keys || !creates) {
        readiness.failed("kdsRootKey", title, keys ? creates.error() : keys.error());
        return;
    }
    const QString when = keys->usableFrom.toString(Qt::ISODate);
    if (keys->usable(controllerNow(directory.rootDse(), readiness.session().ports().clock))) {
        //: %n number of keys, %1 time
        readiness.ok("kdsRootKey", title,
                     DirectoryText::tr("%n key(s), usable since %1", nullptr, keys->keys).arg(when));
        return;
    }
    if (keys->keys > 0) {
        //: %n number of keys, %1 time
        const QString evidence = DirectoryText::tr("%n key(s), usable from %1", nullptr, keys->keys).arg(when);
        const QString cause =
            DirectoryText::tr("Domain controllers take a new root key into use ten hours after its start time, so "
                              "that all of them have it.");
        //: %1 time
        const QString remedy = DirectoryText::tr("Wait until %1, then run this again.").arg(when);
        if (*creates)
            readiness.error("kdsRootKey", title, evidence, cause, remedy, rootKeyMissing(readiness.domain(), *keys));
        else
            readiness.info("kdsRootKey", title, evidence, cause, remedy);
        return;
    }
    const QString remedy =
        DirectoryText::tr("Create one with Add-KdsRootKey as a domain administrator of the forest's root domain, and "
                          "wait ten hours. A root key cannot be taken back.");
    if (!keys->certain) {
        const QString cause =
            DirectoryText::tr("The keys of a forest show themselves to administrators of its root domain only.");
        const QString evidence = DirectoryText::tr("No key is visible to this account.");
        if (*creates)
            readiness.warning("kdsRootKey", title, evidence, cause, remedy);
        else
            readiness.info("kdsRootKey", title, evidence, cause);
        return;
    }
    const QString evidence = DirectoryText::tr("The forest has no key.");
    const QString cause =
        DirectoryText::tr("Without a root key, domain controllers cannot make the passwords of group managed service "
                          "accounts.");
    if (!*creates)
        readiness.info("kdsRootKey", title, evidence, cause, remedy);
    else if (readiness.repairs("kdsRootKey"))
        readiness.repairable(Severity::Warning, "kdsRootKey", title, evidence, cause,
                             DirectoryText::tr("The set-up makes a key. It cannot be taken back, and the account can be "
                                               "created ten hours later, by another run."));
    else
        readiness.repairable(Severity::Error, "kdsRootKey", title, evidence, cause,
                             remedy + u' ' + DirectoryText::tr("Or agree to the repair \"kdsRootKey\"."),
                             rootKeyMissing(readiness.domain(), *keys));
}

} // namespace

void examineForest(Readiness &readiness)
{
    examineSchema(readiness);
    examineExchange(readiness);
    examineRecycleBin(readiness);
    examineRootKey(readiness);
}

} // namespace cloudsync
