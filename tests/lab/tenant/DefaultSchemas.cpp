// SPDX-License-Identifier: GPL-3.0-or-later
// The schemas that jobs start with. Shapes after graph.md section 7 and the published metadata; the choice of mappings is the
// lab's own, close to the documented defaults (objectGUID to sourceAnchor, cn to commonName).
#include "tests/lab/tenant/DefaultSchemas.h"

#include "tests/lab/tenant/Expression.h"
#include "tests/lab/tenant/Text.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

struct Mapping {
    const char *target;
    const char *expression;
    const char *flowType = "Always";
    int matchingPriority = 0;
};

constexpr const char *anchorExpression =
    R"(IIF(IsPresent([mS-DS-ConsistencyGuid]), ConvertToBase64([mS-DS-ConsistencyGuid]), ConvertToBase64([objectGUID])))";
constexpr const char *displayNameExpression = "IIF(IsPresent([displayName]), [displayName], [cn])";

const std::vector<Mapping> &personMappings()
{
    static const std::vector<Mapping> mappings{
        {"sourceAnchor", anchorExpression, "ObjectAddOnly", 1},
        {"accountEnabled", R"(IIF(BitAnd([userAccountControl], "2") = "0", "True", "False"))"},
        {"userPrincipalName", "IIF(IsPresent([userPrincipalName]), [userPrincipalName], [sAMAccountName])"},
        {"displayName", displayNameExpression},
        {"commonName", "[cn]"},
        {"givenName", "[givenName]"},
        {"surname", "[sn]"},
        {"jobTitle", "[title]"},
        {"department", "[department]"},
        {"companyName", "[company]"},
        {"manager", "[manager]"},
        {"mail", "[mail]"},
        {"mailNickname", "IIF(IsPresent([mailNickname]), [mailNickname], [sAMAccountName])"},
        {"proxyAddresses", "RemoveDuplicates([proxyAddresses])"},
        {"telephoneNumber", "[telephoneNumber]"},
        {"mobile", "[mobile]"},
        {"facsimileTelephoneNumber", "[facsimileTelephoneNumber]"},
        {"physicalDeliveryOfficeName", "[physicalDeliveryOfficeName]"},
        {"streetAddress", "[streetAddress]"},
        {"city", "[l]"},
        {"state", "[st]"},
        {"postalCode", "[postalCode]"},
        {"country", "[co]"},
        {"preferredLanguage", "[preferredLanguage]"},
        {"usageLocation", "[msExchUsageLocation]"},
        {"employeeId", "[employeeID]"},
        {"employeeType", "[employeeType]"},
        {"onPremisesDistinguishedName", "[distinguishedName]"},
        {"onPremisesSamAccountName", "[sAMAccountName]"},
        {"onPremisesUserPrincipalName", "[userPrincipalName]"},
        {"onPremiseSecurityIdentifier", "StringFromSID([objectSid])"},
        {"extensionAttribute1", "Trim([extensionAttribute1])"},
        {"extensionAttribute2", "Trim([extensionAttribute2])"},
        {"extensionAttribute3", "Trim([extensionAttribute3])"},
    };
    return mappings;
}

const std::vector<Mapping> &groupMappings()
{
    static const std::vector<Mapping> mappings{
        {"sourceAnchor", "ConvertToBase64([objectGUID])", "ObjectAddOnly", 1},
        {"displayName", displayNameExpression},
        {"commonName", "[cn]"},
        {"description", "[description]"},
        {"mail", "[mail]"},
        {"mailNickname", "IIF(IsPresent([mailNickname]), [mailNickname], [sAMAccountName])"},
        {"mailEnabled", R"(IIF(IsPresent([mail]), "True", "False"))"},
        // Bit 31 of groupType: a security group ([MS-ADTS] 2.2.12).
        {"securityEnabled", R"(IIF(BitAnd([groupType], "2147483648") = "0", "False", "True"))"},
        {"proxyAddresses", "RemoveDuplicates([proxyAddresses])"},
        {"member", "[member]"},
        {"onPremisesDistinguishedName", "[distinguishedName]"},
        {"onPremisesSamAccountName", "[sAMAccountName]"},
        {"onPremiseSecurityIdentifier", "StringFromSID([objectSid])"},
    };
    return mappings;
}

const std::vector<Mapping> &contactMappings()
{
    static const std::vector<Mapping> mappings{
        {"sourceAnchor", "ConvertToBase64([objectGUID])", "ObjectAddOnly", 1},
        {"displayName", displayNameExpression},
        {"commonName", "[cn]"},
        {"givenName", "[givenName]"},
        {"surname", "[sn]"},
        {"mail", "[mail]"},
        {"mailNickname", "IIF(IsPresent([mailNickname]), [mailNickname], [cn])"},
        {"companyName", "[company]"},
        {"department", "[department]"},
        {"jobTitle", "[title]"},
        {"telephoneNumber", "[telephoneNumber]"},
        {"proxyAddresses", "RemoveDuplicates([proxyAddresses])"},
        {"targetAddress", "[targetAddress]"},
        {"manager", "[manager]"},
        {"onPremisesDistinguishedName", "[distinguishedName]"},
    };
    return mappings;
}

const std::vector<Mapping> &deviceMappings()
{
    // operations.md section 9.
    static const std::vector<Mapping> mappings{
        {"SourceAnchor", "ConvertToBase64([objectGUID])", "ObjectAddOnly", 1},
        {"AccountEnabled", R"(IIF(BitAnd([userAccountControl], "2") = "0", "True", "False"))"},
        {"DeviceId", "[objectGUID]"},
        {"DeviceOSType", R"(IIF(InStr([operatingSystem], "Windows") = "0", [operatingSystem], "Windows"))"},
        {"DeviceTrustType", R"("ServerAd")"},
        {"DisplayName", "IIF(IsPresent([displayName]), [displayName], [dNSHostName])"},
        {"OnPremiseSecurityIdentifier", "StringFromSID([objectSid])"},
        {"RegisteredOwnerReference", "[mS-DS-CreatorSID]", "ObjectAddOnly"},
        {"UserCertificate", "[userCertificate]"},
    };
    return mappings;
}

const std::vector<Mapping> &passwordMappings()
{
    static const std::vector<Mapping> mappings{{"sourceAnchor", anchorExpression, "ObjectAddOnly", 1},
                                               {"CredentialData", "[PasswordHash]"}};
    return mappings;
}

const std::vector<Mapping> &exchangeMappings()
{
    // operations.md section 8.
    static const std::vector<Mapping> mappings{
        {"msDS-ExternalDirectoryObjectId", "[cloudAnchor]"},
        {"proxyAddresses", R"(Append("X500:", [cloudLegacyExchangeDN]))"},
        {"msExchArchiveStatus", "[cloudMSExchArchiveStatus]"},
        {"msExchBlockedSendersHash", "ConvertFromBase64([cloudMSExchBlockedSendersHash])"},
        {"msExchSafeRecipientsHash", "ConvertFromBase64([cloudMSExchSafeRecipientsHash])"},
        {"msExchSafeSendersHash", "ConvertFromBase64([cloudMSExchSafeSendersHash])"},
        {"msExchUCVoiceMailSettings", "RemoveDuplicates([cloudMSExchUCVoiceMailSettings])"},
        {"msExchUserHoldPolicies", "RemoveDuplicates([cloudMSExchUserHoldPolicies])"},
    };
    return mappings;
}

/// "name", "name:Type" or "name:Type*" (several values), separated by blanks.
Json attributes(const std::string &compactList)
{
    Json out = Json::array();
    for (const std::string &entry : split(compactList, ' ', false)) {
        const std::size_t colon = entry.find(':');
        std::string type = colon == std::string::npos ? "String" : entry.substr(colon + 1);
        const bool multivalued = type.back() == '*';
        if (multivalued)
            type.pop_back();
        out.push_back(attributeDefinition(entry.substr(0, colon), type, multivalued));
    }
    return out;
}

Json objectDefinition(const std::string &name, const std::string &compactList, Json metadata)
{
    return {{"name", name}, {"metadata", std::move(metadata)}, {"supportedApis", Json::array()}, {"attributes", attributes(compactList)}};
}

std::string numbered(const std::string &prefix, int count)
{
    std::string out;
    for (int i = 1; i <= count; ++i)
        out += ' ' + prefix + std::to_string(i);
    return out;
}

Json activeDirectory()
{
    const std::string common = "objectGUID:Binary distinguishedName cn displayName description mail mailNickname proxyAddresses:String* "
                               "isCriticalSystemObject:Boolean whenCreated:DateTime whenChanged:DateTime info ";
    const std::string person = "givenName sn title department company manager:Reference telephoneNumber mobile homePhone ipPhone pager "
                               "facsimileTelephoneNumber physicalDeliveryOfficeName streetAddress l st postalCode co c countryCode "
                               "preferredLanguage initials middleName wWWHomePage targetAddress ";
    const std::string account = "sAMAccountName objectSid:Binary userPrincipalName userAccountControl:Integer pwdLastSet:Integer "
                                "accountExpires:Integer employeeID employeeNumber employeeType division mS-DS-ConsistencyGuid:Binary "
                                "msExchUsageLocation msExchHideFromAddressLists:Boolean PasswordHash:Binary thumbnailPhoto:Binary "
                                "userCertificate:Binary* memberOf:Reference* postOfficeBox houseIdentifier";
    const std::string extras = numbered("extensionAttribute", 15) + numbered("msDS-cloudExtensionAttribute", 20);
    Json objects = Json::array();
    objects.push_back(objectDefinition("user", common + person + account + extras, Json::array({{{"key", "PropertyNameAccountEnabled"}, {"value", "userAccountControl"}}})));
    objects.push_back(objectDefinition("inetOrgPerson", common + person + account + extras, Json::array({{{"key", "BaseObjectName"}, {"value", "user"}}})));
    objects.push_back(objectDefinition("group", common + "sAMAccountName objectSid:Binary groupType:Integer member:Reference* memberOf:Reference* managedBy:Reference" + numbered("extensionAttribute", 15), Json::array()));
    objects.push_back(objectDefinition("contact", common + person + "memberOf:Reference*" + numbered("extensionAttribute", 15), Json::array()));
    return {{"id", newGuid()}, {"name", "Active Directory"}, {"discoverabilities", "AttributeNames, AttributeDataTypes, ReferenceAttributes"},
            {"discoveryDateTime", nullptr}, {"readOnly", false}, {"version", newGuid()}, {"objects", objects}};
}

Json entra()
{
    const std::string common = "sourceAnchor displayName commonName mail mailNickname proxyAddresses:String* onPremisesDistinguishedName ";
    const std::string person = "givenName surname jobTitle department companyName manager:Reference telephoneNumber mobile "
                               "facsimileTelephoneNumber physicalDeliveryOfficeName streetAddress city state postalCode country "
                               "preferredLanguage targetAddress otherMails:String* wWWHomePage ";
    const std::string account = "accountEnabled:Boolean userPrincipalName usageLocation userType employeeId employeeNumber employeeType "
                                "employeeHireDate:DateTime employeeLeaveDateTime:DateTime preferredDataLocation CredentialData "
                                "onPremisesSamAccountName onPremisesUserPrincipalName onPremiseSecurityIdentifier "
                                "lastPasswordChangeTimestamp:DateTime dnsDomainName netBiosName postOfficeBox thumbnailPhoto:Binary "
                                "userCertificate:Binary*";
    Json objects = Json::array();
    objects.push_back(objectDefinition("User", common + person + account + numbered("extensionAttribute", 15),
                                       Json::array({{{"key", "IsSoftDeletionSupported"}, {"value", "true"}}, {{"key", "PropertyNameAccountEnabled"}, {"value", "accountEnabled"}}, {{"key", "Extensions"}, {"value", "true"}}})));
    objects.push_back(objectDefinition("Group", common + "description mailEnabled:Boolean securityEnabled:Boolean member:Reference* onPremisesSamAccountName onPremiseSecurityIdentifier dnsDomainName netBiosName" + numbered("extensionAttribute", 15), Json::array()));
    objects.push_back(objectDefinition("Contact", common + person + numbered("extensionAttribute", 15), Json::array()));
    return {{"id", newGuid()}, {"name", "Microsoft Entra ID"}, {"discoverabilities", "None"}, {"discoveryDateTime", nullptr},
            {"readOnly", false}, {"version", newGuid()}, {"objects", objects}};
}

Json mapping(const Mapping &entry)
{
    ExpressionError error;
    const auto expression = Expression::parse(entry.expression, error);
    Json source = expression ? expression->toSource() : Json::object();
    if (text(source, "type") == "Constant")
        source["expression"] = entry.expression;
    return {{"defaultValue", nullptr}, {"exportMissingReferences", false}, {"flowBehavior", "FlowWhenChanged"}, {"flowType", entry.flowType},
            {"matchingPriority", entry.matchingPriority}, {"targetAttributeName", entry.target}, {"source", source}};
}

Json objectMapping(const std::string &name, const std::string &source, const std::string &target, const std::vector<Mapping> &entries,
                   bool withScope)
{
    Json attributeMappings = Json::array();
    for (const Mapping &entry : entries)
        attributeMappings.push_back(mapping(entry));
    Json scope = nullptr;
    if (withScope)
        scope = {{"categoryFilterGroups", Json::array()}, {"groups", Json::array()}, {"inputFilterGroups", Json::array()}};
    return {{"enabled", true},
            {"flowTypes", "Add, Update, Delete"},
            {"metadata", Json::array({{{"key", "EscrowBehavior"}, {"value", "Default"}}, {{"key", "DisableMonitoringForChanges"}, {"value", "False"}}, {{"key", "ExcludeFromReporting"}, {"value", "False"}}})},
            {"name", name},
            {"scope", scope},
            {"sourceObjectName", source},
            {"targetObjectName", target},
            {"attributeMappings", attributeMappings}};
}

Json rule(const std::string &id, const std::string &name, const std::string &source, const std::string &target, Json mappings)
{
    return {{"editable", true},
            {"id", id},
            {"name", name},
            {"priority", 1},
            {"sourceDirectoryName", source},
            {"targetDirectoryName", target},
            {"metadata", Json::array({{{"key", "defaultSourceObjectMappings"}, {"value", "True"}}, {{"key", "supportsProvisionOnDemand"}, {"value", "True"}}})},
            {"containerFilter", {{"includedContainers", Json::array()}}},
            {"groupFilter", {{"includedGroups", Json::array()}}},
            {"objectMappings", std::move(mappings)}};
}

/// Adds to a directory what the mappings of a template name beyond the common attributes.
void addAttributes(Json &directory, const std::string &objectName, const std::string &compactList)
{
    for (Json &object : directory["objects"]) {
        if (text(object, "name") != objectName)
            continue;
        for (Json &entry : attributes(compactList)) {
            const bool known = std::any_of(object["attributes"].begin(), object["attributes"].end(),
                                           [&](const Json &each) { return text(each, "name") == text(entry, "name"); });
            if (!known)
                object["attributes"].push_back(std::move(entry));
        }
        return;
    }
    directory["objects"].push_back(objectDefinition(objectName, compactList, Json::array()));
}

} // namespace

Json attributeDefinition(const std::string &name, const std::string &type, bool multivalued)
{
    const bool anchor = same(name, "objectGUID") || same(name, "sourceAnchor");
    Json referenced = Json::array();
    if (type == "Reference")
        referenced.push_back({{"referencedObjectName", "user"}, {"referencedProperty", nullptr}});
    return {{"anchor", anchor},
            {"apiExpressions", Json::array()},
            {"caseExact", false},
            {"defaultValue", nullptr},
            {"flowNullValues", false},
            {"metadata", Json::array()},
            {"multivalued", multivalued},
            {"mutability", anchor ? "Immutable" : "ReadWrite"},
            {"name", name},
            {"referencedObjects", referenced},
            {"required", anchor},
            {"type", type}};
}

std::vector<std::string> jobTemplatesOf(const std::string &applicationTemplateId)
{
    if (same(applicationTemplateId, "1a4721b3-e57f-4451-ae87-ef078703ec94"))
        return {"AD2AADProvisioning", "AD2AADPasswordHash", "AAD2ADExchangeHybridWriteback", "AD2AADDeviceSync"};
    if (same(applicationTemplateId, "fb81332f-3eca-4ecf-a939-4278e501d330"))
        return {"AAD2ADGroupProvisioning"};
    if (same(applicationTemplateId, "3b99513e-0cee-4291-aea8-84356239fb82"))
        return {"Entra2ADExchangeOnlineAttributeWriteback"};
    return {};
}

std::string jobTemplateDescription(const std::string &templateId)
{
    if (templateId == "AD2AADProvisioning")
        return "Brings users, groups and contacts of Active Directory to Microsoft Entra ID.";
    if (templateId == "AD2AADPasswordHash")
        return "Brings hashes of password hashes to Microsoft Entra ID.";
    if (templateId == "AD2AADDeviceSync")
        return "Brings computers of Active Directory to Microsoft Entra ID.";
    if (templateId == "AAD2ADGroupProvisioning")
        return "Brings groups of Microsoft Entra ID to Active Directory.";
    return "Writes Exchange attributes back to Active Directory.";
}

Json defaultSchema(const std::string &templateId, const std::string &schemaId)
{
    Json ad = activeDirectory();
    Json cloud = entra();
    Json rules = Json::array();
    if (templateId == "AD2AADProvisioning") {
        rules.push_back(rule(provisioningRuleId, "AD2AADProvisioning", "Active Directory", "Microsoft Entra ID",
                             Json::array({objectMapping("Provision Active Directory users", "user", "User", personMappings(), true),
                                          objectMapping("Provision Active Directory inetOrgPersons", "inetOrgPerson", "User", personMappings(), true),
                                          objectMapping("Provision Active Directory groups", "group", "Group", groupMappings(), true),
                                          objectMapping("Provision Active Directory contacts", "contact", "Contact", contactMappings(), true)})));
    } else if (templateId == "AD2AADPasswordHash") {
        rules.push_back(rule("d2b4c6de-1f0b-4a35-9c57-3f1b5f5a9d21", "AD2AADPasswordHash", "Active Directory", "Microsoft Entra ID",
                             Json::array({objectMapping("Synchronize password hashes of users", "user", "User", passwordMappings(), false)})));
    } else if (templateId == "AD2AADDeviceSync") {
        addAttributes(ad, "computer", "objectGUID:Binary distinguishedName cn displayName dNSHostName operatingSystem operatingSystemVersion objectSid:Binary userAccountControl:Integer userCertificate:Binary* mS-DS-CreatorSID:Binary");
        addAttributes(cloud, "Device", "SourceAnchor AccountEnabled:Boolean DeviceId DeviceOSType DeviceTrustType DisplayName OnPremiseSecurityIdentifier RegisteredOwnerReference:Reference UserCertificate:Binary*");
        rules.push_back(rule("0c8f57a8-2c50-4d5c-8e46-7f5f0a9b7c13", "AD2AADDeviceSync", "Active Directory", "Microsoft Entra ID",
                             Json::array({objectMapping("Provision Active Directory computers", "computer", "Device", deviceMappings(), false)})));
    } else if (templateId == "AAD2ADGroupProvisioning") {
        addAttributes(cloud, "Group", "objectId");
        addAttributes(ad, "group", "adminDescription msDS-ExternalDirectoryObjectId parentDistinguishedName");
        rules.push_back(rule("5a3f2f0e-6d0c-4f6e-9a3c-2b1d7e8f9a01", "AAD2ADGroupProvisioning", "Microsoft Entra ID", "Active Directory",
                             Json::array({objectMapping("Provision Entra groups", "Group", "group",
                                                        {{"adminDescription", R"(Append("Group_", [objectId]))", "ObjectAddOnly", 1},
                                                         {"msDS-ExternalDirectoryObjectId", R"(Append("Group_", [objectId]))"},
                                                         {"cn", "[displayName]"},
                                                         {"member", "[member]"}},
                                                        false)})));
    } else {
        const std::string cloudNames = "cloudAnchor cloudLegacyExchangeDN cloudMSExchArchiveStatus:Integer cloudMSExchBlockedSendersHash cloudMSExchSafeRecipientsHash cloudMSExchSafeSendersHash cloudMSExchUCVoiceMailSettings:String* cloudMSExchUserHoldPolicies:String*";
        addAttributes(cloud, "User", cloudNames);
        for (const char *object : {"user", "inetOrgPerson", "contact"})
            addAttributes(ad, object, "msDS-ExternalDirectoryObjectId msExchArchiveStatus:Integer msExchBlockedSendersHash:Binary msExchSafeRecipientsHash:Binary msExchSafeSendersHash:Binary msExchUCVoiceMailSettings:String* msExchUserHoldPolicies:String*");
        rules.push_back(rule("8b6f1d5c-94aa-4b07-8f6a-61d9e2c0b9f4", templateId, "Microsoft Entra ID", "Active Directory",
                             Json::array({objectMapping("Write Exchange attributes of users", "User", "user", exchangeMappings(), false),
                                          objectMapping("Write Exchange attributes of inetOrgPersons", "User", "inetOrgPerson", exchangeMappings(), false)})));
    }
    return {{"id", schemaId}, {"version", "Date:" + graphTime(std::chrono::system_clock::now())}, {"synchronizationRules", rules},
            {"directories", Json::array({std::move(ad), std::move(cloud)})}};
}

} // namespace cloudsync::lab
