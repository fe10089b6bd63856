// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Json.h"
#include "tests/lab/tenant/Text.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace cloudsync::lab {

/// A user, group, contact or device of the tenant.
struct DirectoryObject {
    std::string id;
    std::string kind;   // "user", "group", "contact", "device"
    Json body;          // as Graph shows it
    std::string anchor; // source anchor of a synchronised object, else empty
    std::string domain; // Active Directory domain that it comes from, else empty
    Json lab;           // what only the lab shows: attributes as flowed, members, hash state
    bool deleted = false;
};

/// Holds the objects with the indices that a cycle needs. All names compare without case.
class ObjectStore {
public:
    DirectoryObject &add(DirectoryObject object);
    void erase(const std::string &id);
    [[nodiscard]] DirectoryObject *byId(const std::string &id);
    [[nodiscard]] const DirectoryObject *byId(const std::string &id) const;
    [[nodiscard]] DirectoryObject *byAnchor(const std::string &kind, const std::string &anchor);
    [[nodiscard]] DirectoryObject *byPrincipalName(const std::string &name); // living users
    [[nodiscard]] DirectoryObject *byAddress(const std::string &address);    // living owner of an SMTP address
    /// Call after a change of userPrincipalName, proxyAddresses, mail, anchor or deleted.
    void reindex(const std::string &id);
    [[nodiscard]] const std::map<std::string, DirectoryObject> &all() const { return m_objects; }
    [[nodiscard]] std::map<std::string, DirectoryObject> &all() { return m_objects; }

    [[nodiscard]] Json toJson() const;
    void fromJson(const Json &saved);

private:
    struct Names {
        std::string anchor, principalName;
        std::vector<std::string> addresses;
    };
    void index(const DirectoryObject &object);
    void unindex(const std::string &id);

    std::map<std::string, DirectoryObject> m_objects;
    std::unordered_map<std::string, Names> m_names;
    std::unordered_map<std::string, std::string> m_anchors, m_principalNames, m_addresses;
};

/// A person (or nobody) that may sign in.
struct Account {
    std::string objectId;
    std::string signInName; // differs from the principal name for a guest
    std::string password;
    std::vector<std::string> roles, eligibleRoles; // role template ids
};

struct Application {
    Json body; // as Graph shows it
    std::string clientId;
    std::string servicePrincipalId;
    bool publicClient = true;
    std::vector<std::string> redirectUris, delegated, roles;
    bool consented = true;
    std::vector<std::string> certificates; // DER, base64
};

struct Job {
    Json body;   // synchronizationJob as Graph shows it
    Json schema; // synchronizationSchema
    std::optional<Time> nextRun;
    bool full = true;          // the next cycle reads everything as new
    bool allowDeletes = false; // one cycle may delete above the threshold
    Json escrows = Json::object();
    [[nodiscard]] std::string id() const { return text(body, "id"); }
    [[nodiscard]] std::string templateId() const { return text(body, "templateId"); }
};

struct ServicePrincipal {
    Json body;
    std::string templateId; // application template that it was made from
    Json secrets = Json::array();
    std::vector<Job> jobs;
    int lagRequests = 0;
    Time lagUntil{};
    std::vector<Time> onDemand; // moments of the last on-demand calls
    [[nodiscard]] std::string id() const { return text(body, "id"); }
};

/// Everything that the tenant remembers.
struct Tenant {
    std::string id;
    Json organization;
    Json domains = Json::array();
    Json skus = Json::array();
    Json synchronization; // onPremisesDirectorySynchronization
    std::vector<Account> accounts;
    std::vector<Application> applications;
    std::vector<ServicePrincipal> servicePrincipals;
    Json agents = Json::array(); // {id,machineName,externalIp,status,version,domains[],registeredBy,...}
    std::string agentGroupId;
    Json publishedResources = Json::array();
    ObjectStore objects;

    [[nodiscard]] std::string initialDomain() const;
    [[nodiscard]] std::string defaultDomain() const;
    [[nodiscard]] bool isVerified(const std::string &domain) const;
    [[nodiscard]] bool isMe(const std::string &nameOrId) const; // names that stand for this tenant in a URL

    [[nodiscard]] ServicePrincipal *servicePrincipal(const std::string &id);
    [[nodiscard]] Application *application(const std::string &clientId);
    [[nodiscard]] Account *accountOf(const std::string &objectId);
    [[nodiscard]] Account *accountByName(const std::string &signInName);
    [[nodiscard]] Job *job(const std::string &id, ServicePrincipal **owner = nullptr);

    [[nodiscard]] Json toJson(bool withSecrets) const;
    void fromJson(const Json &saved);

    /// A new tenant by the configuration (see defaultConfig).
    void seed(const Json &config);
};

/// Synthetic stand-in for the first-party principal that writes to the tenant (operations.md section 2).
inline constexpr std::string_view syncPrincipalName = "Microsoft Entra AD Synchronization Service";
inline constexpr std::string_view cloudSyncTemplate = "1a4721b3-e57f-4451-ae87-ef078703ec94";
inline constexpr std::string_view groupProvisioningTemplate = "fb81332f-3eca-4ecf-a939-4278e501d330";
inline constexpr std::string_view exchangeOnlineTemplate = "3b99513e-0cee-4291-aea8-84356239fb82";

/// A servicePrincipal with the members that Graph shows.
[[nodiscard]] Json servicePrincipalBody(const std::string &displayName, const std::string &appId, const std::string &templateId);

} // namespace cloudsync::lab
