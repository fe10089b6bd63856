<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AgentAccountTask</name>
    <message>
        <source>The short name of the domain %1 is not known. Name the domain among the directories.</source>
        <translation>Der Kurzname der Domäne %1 ist nicht bekannt. Die Domäne muss unter den Verzeichnissen stehen.</translation>
    </message>
    <message>
        <source>Let the agent run as its group managed service account</source>
        <translation>Den Agent als sein gruppenverwaltetes Dienstkonto (gMSA) ausführen</translation>
    </message>
    <message>
        <source>The agent&apos;s service runs as %1.</source>
        <translation>Der Dienst des Agents wird als %1 ausgeführt.</translation>
    </message>
    <message>
        <source>The agent&apos;s service runs as %1 instead of %2.</source>
        <translation>Der Dienst des Agents wird als %1 statt als %2 ausgeführt.</translation>
    </message>
    <message>
        <source>This server cannot retrieve the account&apos;s password. It has to be among the hosts that may use the account. Where it is so through a group, the server learns of it only when it restarts.</source>
        <translation>Dieser Server kann das Kennwort des Kontos nicht abrufen. Er muss zu den Hosts gehören, die das Konto verwenden dürfen. Geschieht das über eine Gruppe, erfährt der Server erst bei einem Neustart davon.</translation>
    </message>
    <message>
        <source>Waiting until this server can use the account.</source>
        <translation>Warten, bis dieser Server das Konto verwenden kann.</translation>
    </message>
    <message>
        <source>The agent&apos;s service still runs as %1; before it was %2.</source>
        <translation>Der Dienst des Agents wird weiterhin als %1 ausgeführt; vorher war es %2.</translation>
    </message>
</context>
<context>
    <name>AgentDomainTask</name>
    <message>
        <source>Give the agent the domain %1</source>
        <translation>Dem Agent die Domäne %1 zuweisen</translation>
    </message>
    <message>
        <source>Administrator of this server, administrator of the domain %1</source>
        <translation>Administrator dieses Servers, Administrator der Domäne %1</translation>
    </message>
    <message>
        <source>The agent is given the domain %1.</source>
        <translation>Dem Agent wird die Domäne %1 zugewiesen.</translation>
    </message>
    <message>
        <source>For %1 the agent prefers the controllers %2.</source>
        <translation>Für %1 bevorzugt der Agent die Domänencontroller %2.</translation>
    </message>
    <message>
        <source>The agent keeps the preferred controllers that it was given for %1.</source>
        <translation>Der Agent behält die bevorzugten Domänencontroller, die ihm für %1 zugewiesen wurden.</translation>
    </message>
    <message>
        <source>The agent keeps the domain %1: it has no command that takes a domain back.</source>
        <translation>Der Agent behält die Domäne %1: Er hat keinen Befehl, der eine Domäne zurücknimmt.</translation>
    </message>
</context>
<context>
    <name>AgentPackageTask</name>
    <message>
        <source>The installer ended with exit code %1. Its log is %2.</source>
        <translation>Das Installationsprogramm endete mit dem Exitcode %1. Sein Protokoll ist %2.</translation>
    </message>
    <message>
        <source>Install the Microsoft Entra provisioning agent</source>
        <translation>Den Microsoft Entra-Bereitstellungs-Agent installieren</translation>
    </message>
    <message>
        <source>The agent is not installed, and the answers name no package.</source>
        <translation>Der Agent ist nicht installiert, und die Antworten nennen kein Paket.</translation>
    </message>
    <message>
        <source>The package has no valid signature.</source>
        <translation>Das Paket hat keine gültige Signatur.</translation>
    </message>
    <message>
        <source>The package is signed by %1, not by %2.</source>
        <translation>Das Paket ist von %1 signiert, nicht von %2.</translation>
    </message>
    <message>
        <source>The agent is updated from version %1 to %2.</source>
        <translation>Der Agent wird von Version %1 auf %2 aktualisiert.</translation>
    </message>
    <message>
        <source>The agent is installed in version %1 from %2.</source>
        <translation>Der Agent wird in Version %1 aus %2 installiert.</translation>
    </message>
    <message>
        <source>The installer reported success, but the agent is not there.</source>
        <translation>Das Installationsprogramm meldete Erfolg, aber der Agent ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The agent stays at version %1. It was at %2 before, and that package is not at hand.</source>
        <translation>Der Agent bleibt auf Version %1. Vorher war es %2, und dieses Paket liegt nicht vor.</translation>
    </message>
</context>
<context>
    <name>AgentRegistrationTask</name>
    <message>
        <source>Register the agent with the tenant</source>
        <translation>Den Agent beim Mandanten registrieren</translation>
    </message>
    <message>
        <source>Administrator of this server, Hybrid Identity Administrator in the tenant</source>
        <translation>Administrator dieses Servers, Hybrididentitätsadministrator im Mandanten</translation>
    </message>
    <message>
        <source>The agent of this server is registered with the tenant %1, and the answers name %2. One agent serves one tenant: remove the agent first, or use another server.</source>
        <translation>Der Agent dieses Servers ist beim Mandanten %1 registriert, die Antworten nennen %2. Ein Agent bedient einen Mandanten: Zuerst den Agent entfernen oder einen anderen Server verwenden.</translation>
    </message>
    <message>
        <source>The agent of this server is registered with the tenant %1.</source>
        <translation>Der Agent dieses Servers ist beim Mandanten %1 registriert.</translation>
    </message>
    <message>
        <source>The agent of this server stays registered with the tenant: a registration ends only with the agent.</source>
        <translation>Der Agent dieses Servers bleibt beim Mandanten registriert: Eine Registrierung endet erst mit dem Agent.</translation>
    </message>
    <message>
        <source>For it the agent&apos;s own window opens on this server, because this release cannot be registered by a command. Sign in there as %1.</source>
        <translation>Dafür öffnet sich auf diesem Server das Fenster des Agents, weil sich diese Version nicht mit einem Befehl registrieren lässt. Dort als %1 anmelden.</translation>
    </message>
    <message>
        <source>a Hybrid Identity Administrator</source>
        <translation>Hybrididentitätsadministrator</translation>
    </message>
    <message>
        <source>This release of the agent can be registered in its own window alone. Use the wizard on this server, or start AADConnectProvisioningAgentWizard.exe in the agent&apos;s folder, register the agent there, and start again.</source>
        <translation>Diese Version des Agents lässt sich nur in ihrem eigenen Fenster registrieren. Den Assistenten auf diesem Server verwenden, oder AADConnectProvisioningAgentWizard.exe im Ordner des Agents starten, den Agent dort registrieren und erneut beginnen.</translation>
    </message>
    <message>
        <source>The agent&apos;s own window is open on this server. Sign in there as %1 and confirm to the end; when it is closed, the set-up goes on.</source>
        <translation>Auf diesem Server ist das Fenster des Agents geöffnet. Dort als %1 anmelden und bis zum Ende bestätigen; ist es geschlossen, geht die Einrichtung weiter.</translation>
    </message>
    <message>
        <source>the agent&apos;s own window</source>
        <translation>das Fenster des Agents</translation>
    </message>
    <message>
        <source>The window was closed before the agent was registered.</source>
        <translation>Das Fenster wurde geschlossen, bevor der Agent registriert war.</translation>
    </message>
    <message>
        <source>In its own window the agent was registered with the tenant %1, and the answers name %2.</source>
        <translation>Der Agent wurde in seinem Fenster beim Mandanten %1 registriert, die Antworten nennen %2.</translation>
    </message>
</context>
<context>
    <name>AgentServiceTask</name>
    <message>
        <source>Start the agent&apos;s service</source>
        <translation>Den Dienst des Agents starten</translation>
    </message>
    <message>
        <source>The agent&apos;s service is restarted.</source>
        <translation>Der Dienst des Agents wird neu gestartet.</translation>
    </message>
    <message>
        <source>The agent&apos;s service is started.</source>
        <translation>Der Dienst des Agents wird gestartet.</translation>
    </message>
    <message>
        <source>There is no such service on this server.</source>
        <translation>Auf diesem Server gibt es keinen solchen Dienst.</translation>
    </message>
    <message>
        <source>Stopping the agent&apos;s service.</source>
        <translation>Der Dienst des Agents wird beendet.</translation>
    </message>
    <message>
        <source>Starting the agent&apos;s service.</source>
        <translation>Der Dienst des Agents wird gestartet.</translation>
    </message>
</context>
<context>
    <name>AgentVerificationTask</name>
    <message>
        <source>Verify that the agent of this server is active</source>
        <translation>Prüfen, ob der Agent dieses Servers aktiv ist</translation>
    </message>
    <message>
        <source>The agent&apos;s service does not run.</source>
        <translation>Der Dienst des Agents wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>It is waited for until the tenant reports the agent of this server as active.</source>
        <translation>Es wird gewartet, bis der Mandant den Agent dieses Servers als aktiv meldet.</translation>
    </message>
    <message>
        <source>Waiting until the tenant reports the agent as active.</source>
        <translation>Warten, bis der Mandant den Agent als aktiv meldet.</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Dies ist ein Ordner.</translation>
    </message>
    <message>
        <source>The file is larger than 4 MB.</source>
        <translation>Die Datei ist größer als 4 MB.</translation>
    </message>
    <message>
        <source>The text is larger than 4 MB.</source>
        <translation>Der Text ist größer als 4 MB.</translation>
    </message>
    <message>
        <source>The character %1 cannot stand in an account name.</source>
        <translation>Das Zeichen %1 darf nicht in einem Kontonamen stehen.</translation>
    </message>
    <message>
        <source>Blanks and invisible characters cannot stand in an account name.</source>
        <translation>Leerzeichen und unsichtbare Zeichen dürfen nicht in einem Kontonamen stehen.</translation>
    </message>
    <message>
        <source>An account name cannot end with a full stop.</source>
        <translation>Ein Kontoname darf nicht mit einem Punkt enden.</translation>
    </message>
    <message>
        <source>The name of the domain is missing.</source>
        <translation>Der Name der Domäne fehlt.</translation>
    </message>
    <message>
        <source>Write the full DNS name of the domain, for example contoso.com.</source>
        <translation>Den vollständigen DNS-Namen der Domäne angeben, zum Beispiel contoso.com.</translation>
    </message>
    <message>
        <source>This is not a DNS name.</source>
        <translation>Dies ist kein DNS-Name.</translation>
    </message>
    <message>
        <source>Write the controller as ldaps://host or ldap://host, with a port where it is not the usual one.</source>
        <translation>Den Domänencontroller als ldaps://host oder ldap://host angeben, mit einem Port, wenn es nicht der übliche ist.</translation>
    </message>
    <message>
        <source>Only host and port belong into the address of a controller.</source>
        <translation>In die Adresse eines Domänencontrollers gehören nur Host und Port.</translation>
    </message>
    <message>
        <source>The port is out of range.</source>
        <translation>Der Port liegt außerhalb des gültigen Bereichs.</translation>
    </message>
    <message>
        <source>Write an address that begins with https:// and holds no user name.</source>
        <translation>Eine Adresse angeben, die mit https:// beginnt und keinen Benutzernamen enthält.</translation>
    </message>
    <message>
        <source>The licence and the vendor&apos;s terms have to be accepted before anything is done.</source>
        <translation>Die Lizenz und die Bedingungen des Herstellers müssen akzeptiert sein, bevor etwas geschieht.</translation>
    </message>
    <message>
        <source>The cloud needs a name.</source>
        <translation>Die Cloud braucht einen Namen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a cloud; the names are: %2.</source>
        <extracomment>%1 is what was written, %2 a list of names</extracomment>
        <translation>„%1“ ist nicht der Name einer Cloud; die Namen sind: %2.</translation>
    </message>
    <message>
        <source>A direct connection (none) has no proxy to sign in to.</source>
        <translation>Eine direkte Verbindung (none) hat keinen Proxy, an dem eine Anmeldung möglich wäre.</translation>
    </message>
    <message>
        <source>The user name is missing.</source>
        <translation>Der Benutzername fehlt.</translation>
    </message>
    <message>
        <source>Write the proxy as http://host:port, or none.</source>
        <translation>Den Proxy als http://host:port oder none angeben.</translation>
    </message>
    <message>
        <source>A name or password must not stand in the proxy&apos;s address.</source>
        <translation>Ein Name oder Kennwort darf nicht in der Adresse des Proxys stehen.</translation>
    </message>
    <message>
        <source>The tenant is missing: one of its domains, or its id.</source>
        <translation>Der Mandant fehlt: eine seiner Domänen oder seine ID.</translation>
    </message>
    <message>
        <source>Signing in with a certificate needs the file that holds it: {&quot;file&quot;: &quot;PATH&quot;}.</source>
        <translation>Die Anmeldung mit einem Zertifikat braucht die Datei, die es enthält: {&quot;file&quot;: &quot;PATH&quot;}.</translation>
    </message>
    <message>
        <source>The domain %1 is not among the directories of these answers.</source>
        <translation>Die Domäne %1 steht nicht unter den Verzeichnissen dieser Antworten.</translation>
    </message>
    <message>
        <source>Name at least one server that may use the account, or a group of servers.</source>
        <translation>Mindestens einen Server, der das Konto verwenden darf, oder eine Gruppe von Servern angeben.</translation>
    </message>
    <message>
        <source>The name of the server is missing.</source>
        <translation>Der Name des Servers fehlt.</translation>
    </message>
    <message>
        <source>%1 lies in none of the directories of these answers.</source>
        <translation>%1 liegt in keinem der Verzeichnisse dieser Antworten.</translation>
    </message>
    <message>
        <source>%1 is named twice.</source>
        <translation>%1 ist zweimal genannt.</translation>
    </message>
    <message>
        <source>The name of the controller is missing.</source>
        <translation>Der Name des Domänencontrollers fehlt.</translation>
    </message>
    <message>
        <source>Notifications need at least one address to send to.</source>
        <translation>Benachrichtigungen brauchen mindestens eine Adresse, an die sie gehen.</translation>
    </message>
    <message>
        <source>The scope &quot;all&quot; takes no list. Choose another kind or remove the list.</source>
        <translation>Zum Gültigkeitsbereich „all“ gehört keine Liste. Eine andere Art wählen oder die Liste entfernen.</translation>
    </message>
    <message>
        <source>Name at least one organizational unit.</source>
        <translation>Mindestens eine Organisationseinheit angeben.</translation>
    </message>
    <message>
        <source>Name at least one group.</source>
        <translation>Mindestens eine Gruppe angeben.</translation>
    </message>
    <message>
        <source>The scope has %1 entries; at most %2 work in one configuration.</source>
        <translation>Der Gültigkeitsbereich hat %1 Einträge; höchstens %2 sind in einer Konfiguration möglich.</translation>
    </message>
    <message>
        <source>%1 does not lie in the domain %2.</source>
        <translation>%1 liegt nicht in der Domäne %2.</translation>
    </message>
    <message>
        <source>The target attribute is missing.</source>
        <translation>Das Zielattribut fehlt.</translation>
    </message>
    <message>
        <source>The source of the mapping is missing.</source>
        <translation>Die Quelle der Zuordnung fehlt.</translation>
    </message>
    <message>
        <source>The target %1 is mapped twice for %2.</source>
        <translation>Das Ziel %1 ist für %2 zweimal zugeordnet.</translation>
    </message>
    <message>
        <source>The directories have no domain %1.</source>
        <translation>Die Verzeichnisse enthalten keine Domäne %1.</translation>
    </message>
    <message>
        <source>%1 does not lie in %2.</source>
        <translation>%1 liegt nicht in %2.</translation>
    </message>
    <message>
        <source>The new value is the old one.</source>
        <translation>Der neue Wert ist der alte.</translation>
    </message>
    <message>
        <source>The account needs a name.</source>
        <translation>Das Konto braucht einen Namen.</translation>
    </message>
    <message>
        <source>Leave out the dollar sign at the end; it is added.</source>
        <translation>Das Dollarzeichen am Ende weglassen; es wird ergänzt.</translation>
    </message>
    <message>
        <source>The name has %1 characters; at most 15 are possible.</source>
        <translation>Der Name hat %1 Zeichen; höchstens 15 sind möglich.</translation>
    </message>
    <message>
        <source>An account name cannot begin with a full stop.</source>
        <translation>Ein Kontoname darf nicht mit einem Punkt beginnen.</translation>
    </message>
    <message>
        <source>The name must hold more than digits.</source>
        <translation>Der Name muss mehr als Ziffern enthalten.</translation>
    </message>
    <message>
        <source>The mail address is missing.</source>
        <translation>Die E-Mail-Adresse fehlt.</translation>
    </message>
    <message>
        <source>%1 is not a mail address.</source>
        <translation>%1 ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>The distinguished name is missing.</source>
        <translation>Der Distinguished Name fehlt.</translation>
    </message>
    <message>
        <source>%1 is not a distinguished name; one looks like OU=Sales,DC=contoso,DC=com.</source>
        <translation>%1 ist kein Distinguished Name; ein Beispiel ist OU=Sales,DC=contoso,DC=com.</translation>
    </message>
    <message>
        <source>The distinguished name has to end with the domain, as in DC=contoso,DC=com.</source>
        <translation>Der Distinguished Name muss mit der Domäne enden, wie in DC=contoso,DC=com.</translation>
    </message>
    <message>
        <source>The deletion threshold has to be 1 or more.</source>
        <translation>Die Löschschwelle muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>%1 Did you mean &quot;%2&quot;?</source>
        <extracomment>%1 is a sentence, %2 a key or value</extracomment>
        <translation>%1 War „%2“ gemeint?</translation>
    </message>
    <message>
        <source>Write %1 or %2.</source>
        <extracomment>%1 is a list of forms with commas, %2 the last one</extracomment>
        <translation>Möglich: %1 oder %2.</translation>
    </message>
    <message>
        <source>A secret must not stand in the answer file.</source>
        <translation>Ein Geheimnis darf nicht in der Antwortdatei stehen.</translation>
    </message>
    <message>
        <source>Only the value %1 is known here.</source>
        <translation>Hier ist nur der Wert %1 bekannt.</translation>
    </message>
    <message>
        <source>Expected %1, found %2.</source>
        <translation>Erwartet: %1; gefunden: %2.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; the values are: %2.</source>
        <translation>„%1“ ist hier nicht bekannt; die Werte sind: %2.</translation>
    </message>
    <message>
        <source>This text must not be empty.</source>
        <translation>Dieser Text darf nicht leer sein.</translation>
    </message>
    <message>
        <source>This text has %1 characters; at most %2 are possible.</source>
        <translation>Dieser Text hat %1 Zeichen; höchstens %2 sind möglich.</translation>
    </message>
    <message>
        <source>This text does not have the form that is needed here. An example: %1</source>
        <translation>Dieser Text hat nicht die Form, die hier nötig ist. Ein Beispiel: %1</translation>
    </message>
    <message>
        <source>%1 is too small; the least value is %2.</source>
        <translation>%1 ist zu klein; der kleinste Wert ist %2.</translation>
    </message>
    <message>
        <source>%1 is too large; the largest value is %2.</source>
        <translation>%1 ist zu groß; der größte Wert ist %2.</translation>
    </message>
    <message>
        <source>The list has %1 entries; at most %2 are possible.</source>
        <translation>Die Liste hat %1 Einträge; höchstens %2 sind möglich.</translation>
    </message>
    <message>
        <source>This entry stands in the list already.</source>
        <translation>Dieser Eintrag steht schon in der Liste.</translation>
    </message>
    <message>
        <source>There is no key &quot;%1&quot; here.</source>
        <translation>Einen Schlüssel „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>This key is missing.</source>
        <translation>Dieser Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <extracomment>%1 and %2 are numbers, %3 a sentence</extracomment>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>An object is not closed, or a comma or brace is missing.</source>
        <translation>Ein Objekt ist nicht geschlossen, oder ein Komma oder eine geschweifte Klammer fehlt.</translation>
    </message>
    <message>
        <source>A colon is missing after a key.</source>
        <translation>Nach einem Schlüssel fehlt ein Doppelpunkt.</translation>
    </message>
    <message>
        <source>A list is not closed, or a comma or bracket is missing.</source>
        <translation>Eine Liste ist nicht geschlossen, oder ein Komma oder eine eckige Klammer fehlt.</translation>
    </message>
    <message>
        <source>A comma is missing between two values.</source>
        <translation>Zwischen zwei Werten fehlt ein Komma.</translation>
    </message>
    <message>
        <source>A value is not JSON: texts need double quotes, and there are no comments.</source>
        <translation>Ein Wert ist kein JSON: Texte brauchen doppelte Anführungszeichen, und Kommentare gibt es nicht.</translation>
    </message>
    <message>
        <source>The text ends inside a number.</source>
        <translation>Der Text endet mitten in einer Zahl.</translation>
    </message>
    <message>
        <source>A number is not written as JSON wants it.</source>
        <translation>Eine Zahl ist nicht so geschrieben, wie JSON es verlangt.</translation>
    </message>
    <message>
        <source>A backslash is followed by a character that it cannot stand before. A backslash in a text is written twice.</source>
        <translation>Auf einen umgekehrten Schrägstrich folgt ein Zeichen, vor dem er nicht stehen darf. Ein umgekehrter Schrägstrich in einem Text wird doppelt geschrieben.</translation>
    </message>
    <message>
        <source>A text is not UTF-8.</source>
        <translation>Ein Text ist nicht UTF-8.</translation>
    </message>
    <message>
        <source>A text has no closing quote.</source>
        <translation>Einem Text fehlt das schließende Anführungszeichen.</translation>
    </message>
    <message>
        <source>An object was expected.</source>
        <translation>Hier wird ein Objekt erwartet.</translation>
    </message>
    <message>
        <source>Objects and lists stand too deep inside one another.</source>
        <translation>Objekte und Listen sind zu tief ineinander geschachtelt.</translation>
    </message>
    <message>
        <source>The text is too large.</source>
        <translation>Der Text ist zu groß.</translation>
    </message>
    <message>
        <source>Something follows after the end of the document.</source>
        <translation>Nach dem Ende des Dokuments folgt noch etwas.</translation>
    </message>
    <message>
        <source>This key stands twice in the same object. Keep one of them.</source>
        <translation>Dieser Schlüssel steht zweimal im selben Objekt. Nur einen davon behalten.</translation>
    </message>
    <message>
        <source>This text holds an invisible character. A backslash in a text is written twice.</source>
        <translation>Dieser Text enthält ein unsichtbares Zeichen. Ein umgekehrter Schrägstrich in einem Text wird doppelt geschrieben.</translation>
    </message>
    <message>
        <source>This text is too long: %1 characters.</source>
        <translation>Dieser Text ist zu lang: %1 Zeichen.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 but looks like UTF-16 or UTF-32. Save it as UTF-8.</source>
        <translation>Die Datei ist nicht UTF-8, sondern sieht nach UTF-16 oder UTF-32 aus. Die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is not UTF-8. Save it as UTF-8.</source>
        <translation>Die Datei ist nicht UTF-8. Die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>the name of a cloud that is built in</source>
        <translation>der Name einer eingebauten Cloud</translation>
    </message>
    <message>
        <source>an object with the endpoints of another cloud</source>
        <translation>ein Objekt mit den Endpunkten einer anderen Cloud</translation>
    </message>
    <message>
        <source>Write the sign-in name as name@domain.</source>
        <translation>Den Anmeldenamen als name@domäne angeben.</translation>
    </message>
    <message>
        <source>The name of a user made for a trial has 1 to 20 characters: letters, digits, and in between dots and dashes.</source>
        <translation>Der Name eines Testbenutzers hat 1 bis 20 Zeichen: Buchstaben, Ziffern und dazwischen Punkte und Bindestriche.</translation>
    </message>
</context>
<context>
    <name>AnswersSummary</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Device code</source>
        <translation>Gerätecode</translation>
    </message>
    <message>
        <source>Certificate of the application</source>
        <translation>Zertifikat der Anwendung</translation>
    </message>
    <message>
        <source>Read users, groups, contacts and devices</source>
        <translation>Benutzer, Gruppen, Kontakte und Geräte lesen</translation>
    </message>
    <message>
        <source>Read password hashes</source>
        <translation>Kennworthashes lesen</translation>
    </message>
    <message>
        <source>Reset passwords and unlock accounts</source>
        <translation>Kennwörter zurücksetzen und Konten entsperren</translation>
    </message>
    <message>
        <source>Write Exchange attributes</source>
        <translation>Exchange-Attribute schreiben</translation>
    </message>
    <message>
        <source>Read mail-enabled public folders</source>
        <translation>E-Mail-aktivierte öffentliche Ordner lesen</translation>
    </message>
    <message>
        <source>Create and delete users and groups</source>
        <translation>Benutzer und Gruppen erstellen und löschen</translation>
    </message>
    <message>
        <source>All permission sets</source>
        <translation>Alle Berechtigungssätze</translation>
    </message>
    <message>
        <source>From the environment variable %1</source>
        <translation>Aus der Umgebungsvariablen %1</translation>
    </message>
    <message>
        <source>From the file %1</source>
        <translation>Aus der Datei %1</translation>
    </message>
    <message>
        <source>From the encrypted file %1</source>
        <translation>Aus der verschlüsselten Datei %1</translation>
    </message>
    <message>
        <source>Entered by a person</source>
        <translation>Von einer Person eingegeben</translation>
    </message>
    <message>
        <source>%1: mapping removed</source>
        <translation>%1: Zuordnung entfernt</translation>
    </message>
    <message>
        <source>attribute %1</source>
        <translation>Attribut %1</translation>
    </message>
    <message>
        <source>the text &quot;%1&quot;</source>
        <translation>Text „%1“</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <extracomment>%1 is an attribute of Microsoft Entra ID, %2 says where its value comes from</extracomment>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>Everything in the domain</source>
        <translation>Alles in der Domäne</translation>
    </message>
    <message>
        <source>Organizational units</source>
        <translation>Organisationseinheiten</translation>
    </message>
    <message>
        <source>Members of groups</source>
        <translation>Mitglieder von Gruppen</translation>
    </message>
    <message>
        <source>Switch TLS 1.2 on</source>
        <translation>TLS 1.2 einschalten</translation>
    </message>
    <message>
        <source>Let .NET use strong cryptography</source>
        <translation>.NET starke Kryptografie verwenden lassen</translation>
    </message>
    <message>
        <source>Let the Credential Manager service start</source>
        <translation>Den Dienst „Anmeldeinformationsverwaltung“ starten lassen</translation>
    </message>
    <message>
        <source>Microsoft Entra ID</source>
        <translation>Microsoft Entra ID</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Sign-in service</source>
        <translation>Anmeldedienst</translation>
    </message>
    <message>
        <source>Microsoft Graph</source>
        <translation>Microsoft Graph</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>Cloud Sync and HR-driven provisioning</source>
        <translation>Cloud Sync und HR-gesteuerte Bereitstellung</translation>
    </message>
    <message>
        <source>On-premises applications</source>
        <translation>Lokale Anwendungen</translation>
    </message>
    <message>
        <source>Agent package</source>
        <translation>Paket des Agents</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <source>Repairs agreed to</source>
        <translation>Vereinbarte Reparaturen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Proxybenutzer</translation>
    </message>
    <message>
        <source>Group managed service account</source>
        <translation>Gruppenverwaltetes Dienstkonto (gMSA)</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Created when missing</source>
        <translation>Wird erstellt, wenn es fehlt</translation>
    </message>
    <message>
        <source>Existing account</source>
        <translation>Vorhandenes Konto</translation>
    </message>
    <message>
        <source>Servers that may use it</source>
        <translation>Server, die es verwenden dürfen</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Permissions are granted on</source>
        <translation>Berechtigungen werden erteilt auf</translation>
    </message>
    <message>
        <source>The domain root</source>
        <translation>Der Domänenstamm</translation>
    </message>
    <message>
        <source>Surplus rights are taken away</source>
        <translation>Überzählige Rechte werden entzogen</translation>
    </message>
    <message>
        <source>Only administrators may change it</source>
        <translation>Nur Administratoren dürfen es ändern</translation>
    </message>
    <message>
        <source>Directory %1</source>
        <translation>Verzeichnis %1</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Domänencontroller</translation>
    </message>
    <message>
        <source>Found through DNS</source>
        <translation>Über DNS gefunden</translation>
    </message>
    <message>
        <source>Trusted roots</source>
        <translation>Vertrauenswürdige Stammzertifikate</translation>
    </message>
    <message>
        <source>Controllers preferred by the agent</source>
        <translation>Vom Agent bevorzugte Domänencontroller</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Configuration %1</source>
        <translation>Konfiguration %1</translation>
    </message>
    <message>
        <source>Password hash synchronisation</source>
        <translation>Kennworthashsynchronisierung</translation>
    </message>
    <message>
        <source>Exchange hybrid writeback</source>
        <translation>Exchange-Hybrid-Rückschreiben</translation>
    </message>
    <message>
        <source>Device synchronisation</source>
        <translation>Gerätesynchronisierung</translation>
    </message>
    <message>
        <source>Notifications to</source>
        <translation>Benachrichtigungen an</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Stops at this number of deletions</source>
        <translation>Hält an ab dieser Zahl von Löschungen</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Gültigkeitsbereich</translation>
    </message>
    <message>
        <source>Attribute mappings changed</source>
        <translation>Geänderte Attributzuordnungen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Password writeback</source>
        <translation>Kennwortrückschreiben</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Unlock without a new password</source>
        <translation>Entsperren ohne neues Kennwort</translation>
    </message>
    <message>
        <source>Repairs of data</source>
        <translation>Reparaturen von Daten</translation>
    </message>
    <message>
        <source>Values to change</source>
        <translation>Zu ändernde Werte</translation>
    </message>
    <message>
        <source>This server: agent, services and repairs</source>
        <translation>Dieser Server: Agent, Dienste und Reparaturen</translation>
    </message>
    <message>
        <source>The group managed service account and its permissions</source>
        <translation>Das gruppenverwaltete Dienstkonto (gMSA) und seine Berechtigungen</translation>
    </message>
    <message>
        <source>The Cloud Sync configurations of the tenant</source>
        <translation>Die Cloud Sync-Konfigurationen des Mandanten</translation>
    </message>
    <message>
        <source>password hash synchronisation</source>
        <translation>Kennworthashsynchronisierung</translation>
    </message>
    <message>
        <source>device synchronisation</source>
        <translation>Gerätesynchronisierung</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>deletion threshold</source>
        <translation>Löschschwelle</translation>
    </message>
    <message>
        <source>scope</source>
        <translation>Gültigkeitsbereich</translation>
    </message>
    <message>
        <source>state of the jobs</source>
        <translation>Status der Aufträge</translation>
    </message>
    <message>
        <source>Configuration %1: %2</source>
        <extracomment>%1 is a domain, %2 a list of settings</extracomment>
        <translation>Konfiguration %1: %2</translation>
    </message>
    <message>
        <source>User for a trial</source>
        <translation>Testbenutzer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>Look at server, directory and tenant; change nothing</source>
        <translation>Server, Verzeichnis und Mandant prüfen; nichts ändern</translation>
    </message>
    <message>
        <source>Show the steps and what each would change</source>
        <translation>Die Schritte zeigen und was jeder ändern würde</translation>
    </message>
    <message>
        <source>Carry the plan out; a second run changes nothing</source>
        <translation>Den Plan ausführen; ein zweiter Lauf ändert nichts</translation>
    </message>
    <message>
        <source>Take back what a run created, in reverse</source>
        <translation>Rückgängig machen, was ein Lauf erstellt hat, in umgekehrter Reihenfolge</translation>
    </message>
    <message>
        <source>Show agents, jobs, quarantine, last cycle and counts</source>
        <translation>Agents, Aufträge, Quarantäne, letzten Zyklus und Zahlen zeigen</translation>
    </message>
    <message>
        <source>Provision one object now and show the steps that the service reports</source>
        <translation>Ein Objekt jetzt bereitstellen und die Schritte zeigen, die der Dienst meldet</translation>
    </message>
    <message>
        <source>Show the provisioning and audit log entries of the synchronisation</source>
        <translation>Die Einträge der Bereitstellungs- und Überwachungsprotokolle zur Synchronisierung zeigen</translation>
    </message>
    <message>
        <source>Start, pause or restart jobs, clear a quarantine, allow held deletions</source>
        <translation>Aufträge starten, anhalten oder neu starten, eine Quarantäne aufheben, zurückgehaltene Löschungen zulassen</translation>
    </message>
    <message>
        <source>Remove a configuration from the tenant; what it synchronised stays</source>
        <translation>Eine Konfiguration aus dem Mandanten entfernen; was sie synchronisiert hat, bleibt</translation>
    </message>
    <message>
        <source>Write answers read back from what runs</source>
        <translation>Antworten schreiben, die aus der laufenden Einrichtung gelesen wurden</translation>
    </message>
    <message>
        <source>Show in what two answer files differ</source>
        <translation>Zeigen, worin sich zwei Antwortdateien unterscheiden</translation>
    </message>
    <message>
        <source>Look at the data of every object in scope; change nothing</source>
        <translation>Die Daten jedes Objekts im Gültigkeitsbereich prüfen; nichts ändern</translation>
    </message>
    <message>
        <source>Estimate what a first cycle would do; change nothing</source>
        <translation>Schätzen, was ein erster Zyklus täte; nichts ändern</translation>
    </message>
    <message>
        <source>Write the as-built report of a run as one HTML file</source>
        <translation>Den Bericht über das Ergebnis eines Laufs als eine HTML-Datei schreiben</translation>
    </message>
    <message>
        <source>Write a support bundle without secrets and tokens</source>
        <translation>Ein Supportpaket ohne Geheimnisse und Token schreiben</translation>
    </message>
    <message>
        <source>Print the JSON Schema of the answer file</source>
        <translation>Das JSON-Schema der Antwortdatei ausgeben</translation>
    </message>
    <message>
        <source>Print the versions of the product and its libraries</source>
        <translation>Die Versionen des Produkts und seiner Bibliotheken ausgeben</translation>
    </message>
    <message>
        <source>Subcommands</source>
        <translation>Verben</translation>
    </message>
    <message>
        <source>The answer file</source>
        <translation>Die Antwortdatei</translation>
    </message>
    <message>
        <source>The answer file; with it, what check and status find goes in</source>
        <translation>Die Antwortdatei; mit ihr kommt auch hinein, was check und status finden</translation>
    </message>
    <message>
        <source>Only these sections: server, directory, tenant</source>
        <translation>Nur diese Abschnitte: server, directory, tenant</translation>
    </message>
    <message>
        <source>Do it without asking</source>
        <translation>Ohne Rückfrage ausführen</translation>
    </message>
    <message>
        <source>Continue the run that did not come to its end</source>
        <translation>Den Lauf fortsetzen, der nicht zu Ende kam</translation>
    </message>
    <message>
        <source>Show again every 30 seconds until stopped</source>
        <translation>Alle 30 Sekunden erneut zeigen, bis zum Abbruch</translation>
    </message>
    <message>
        <source>The run; without it the newest</source>
        <translation>Der Lauf; ohne Angabe der neueste</translation>
    </message>
    <message>
        <source>Distinguished name of the object</source>
        <translation>Distinguished Name des Objekts</translation>
    </message>
    <message>
        <source>Its class: user, inetOrgPerson, group, contact or computer; without it, what the directory says</source>
        <translation>Seine Klasse: user, inetOrgPerson, group, contact oder computer; ohne Angabe, was das Verzeichnis nennt</translation>
    </message>
    <message>
        <source>From when on: 2026-01-31T12:00:00Z, or 90m, 24h, 7d ago</source>
        <translation>Ab wann: 2026-01-31T12:00:00Z, oder vor 90m, 24h, 7d</translation>
    </message>
    <message>
        <source>start, pause, restart, clearQuarantine or allowDeletes</source>
        <translation>start, pause, restart, clearQuarantine oder allowDeletes</translation>
    </message>
    <message>
        <source>Only the job of this template, for example AD2AADProvisioning</source>
        <translation>Nur der Auftrag dieser Vorlage, zum Beispiel AD2AADProvisioning</translation>
    </message>
    <message>
        <source>The configuration; without it the only one of the answers</source>
        <translation>Die Konfiguration; ohne Angabe die einzige der Antworten</translation>
    </message>
    <message>
        <source>The domain once more, instead of typing it</source>
        <translation>Die Domäne noch einmal, statt sie einzugeben</translation>
    </message>
    <message>
        <source>The other answer file</source>
        <translation>Die andere Antwortdatei</translation>
    </message>
    <message>
        <source>The file to write</source>
        <translation>Die zu schreibende Datei</translation>
    </message>
    <message>
        <source>Write the findings to this file too: .jsonl or .csv</source>
        <translation>Die Befunde auch in diese Datei schreiben: .jsonl oder .csv</translation>
    </message>
    <message>
        <source>Rules whose findings are to be repaired</source>
        <translation>Regeln, deren Befunde repariert werden sollen</translation>
    </message>
    <message>
        <source>The answer file to write, for plan and apply</source>
        <translation>Die zu schreibende Antwortdatei, für plan und apply</translation>
    </message>
    <message>
        <source>An answer file whose scopes are compared</source>
        <translation>Eine Antwortdatei, deren Gültigkeitsbereiche verglichen werden</translation>
    </message>
    <message>
        <source>Sets up Microsoft Entra Cloud Sync: the server, Active Directory and the tenant.</source>
        <translation>Richtet Microsoft Entra Cloud Sync ein: den Server, Active Directory und den Mandanten.</translation>
    </message>
    <message>
        <source>One JSON document on standard output, progress as JSON Lines on standard error</source>
        <translation>Ein JSON-Dokument auf der Standardausgabe, Fortschritt als JSON Lines auf der Standardfehlerausgabe</translation>
    </message>
    <message>
        <source>Print nothing but errors</source>
        <translation>Nur Fehler ausgeben</translation>
    </message>
    <message>
        <source>Plain text without colours</source>
        <translation>Einfacher Text ohne Farben</translation>
    </message>
    <message>
        <source>Write a log to this file</source>
        <translation>Ein Protokoll in diese Datei schreiben</translation>
    </message>
    <message>
        <source>trace, debug, info, warning, error or off</source>
        <translation>trace, debug, info, warning, error oder off</translation>
    </message>
    <message>
        <source>Where journals and reports are kept</source>
        <translation>Wo Journale und Berichte liegen</translation>
    </message>
    <message>
        <source>Language of the texts, for example de</source>
        <translation>Sprache der Texte, zum Beispiel de</translation>
    </message>
</context>
<context>
    <name>CompareVerb</name>
    <message>
        <source>nothing said</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Both files want the same.</source>
        <translation>Beide Dateien wollen dasselbe.</translation>
    </message>
    <message>
        <source>%1 differences.</source>
        <translation>%1 Unterschiede.</translation>
    </message>
</context>
<context>
    <name>ConfigurationTask</name>
    <message>
        <source>Make the Cloud Sync configuration for %1</source>
        <translation>Die Cloud Sync-Konfiguration für %1 erstellen</translation>
    </message>
    <message>
        <source>A Cloud Sync configuration named %1 is made in the tenant.</source>
        <translation>Im Mandanten wird eine Cloud Sync-Konfiguration mit dem Namen %1 erstellt.</translation>
    </message>
    <message>
        <source>The service is getting the new configuration ready.</source>
        <translation>Der Dienst bereitet die neue Konfiguration vor.</translation>
    </message>
    <message>
        <source>The configuration %1 stays: it is in use, and it is not on record that this run made it.</source>
        <translation>Die Konfiguration %1 bleibt: Sie wird verwendet, und es ist nicht aufgezeichnet, dass dieser Lauf sie erstellt hat.</translation>
    </message>
    <message>
        <source>The application registration of the configuration %1 stays: the service did not tell its id.</source>
        <translation>Die App-Registrierung der Konfiguration %1 bleibt: Der Dienst hat ihre ID nicht mitgeteilt.</translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <extracomment>%1 is what stands beside the button, for example the address to open</extracomment>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>DirectorySetup</name>
    <message>
        <source>Writable domain controller</source>
        <translation>Beschreibbarer Domänencontroller</translation>
    </message>
    <message>
        <source>This domain controller is read-only. Neither the service account nor its permissions can be written through it.</source>
        <translation>Dieser Domänencontroller ist schreibgeschützt. Über ihn lassen sich weder das Dienstkonto noch seine Berechtigungen schreiben.</translation>
    </message>
    <message>
        <source>Name a writable domain controller in the answers, or leave the list of controllers empty where DNS offers a writable one.</source>
        <translation>In den Antworten einen beschreibbaren Domänencontroller angeben oder die Liste der Domänencontroller leer lassen, wenn DNS einen beschreibbaren anbietet.</translation>
    </message>
    <message>
        <source>This domain controller has not finished replicating since it started.</source>
        <translation>Dieser Domänencontroller hat die Replikation seit seinem Start noch nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Wait until it has, or name another domain controller.</source>
        <translation>Warten, bis das geschehen ist, oder einen anderen Domänencontroller angeben.</translation>
    </message>
    <message>
        <source>Clock of this machine and of the domain controller</source>
        <translation>Uhren dieses Computers und des Domänencontrollers</translation>
    </message>
    <message>
        <source>The domain controller did not tell its time.</source>
        <translation>Der Domänencontroller hat seine Uhrzeit nicht mitgeteilt.</translation>
    </message>
    <message numerus="yes">
        <source>The controller says %1, this machine says %2: %n second(s) apart</source>
        <extracomment>%1 time of the controller, %2 time of this machine, %n seconds between them</extracomment>
        <translation>
            <numerusform>Der Domänencontroller meldet %1, dieser Computer %2: %n Sekunde Abstand</numerusform>
            <numerusform>Der Domänencontroller meldet %1, dieser Computer %2: %n Sekunden Abstand</numerusform>
        </translation>
    </message>
    <message>
        <source>This machine&apos;s clock is behind.</source>
        <translation>Die Uhr dieses Computers geht nach.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is ahead, or the domain controller&apos;s is behind.</source>
        <translation>Die Uhr dieses Computers geht vor, oder die des Domänencontrollers geht nach.</translation>
    </message>
    <message>
        <source>Let both take their time from the domain&apos;s time source (w32tm /resync on Windows). Kerberos refuses more than five minutes.</source>
        <translation>Beide ihre Uhrzeit von der Zeitquelle der Domäne beziehen lassen (w32tm /resync unter Windows). Kerberos lehnt mehr als fünf Minuten Abstand ab.</translation>
    </message>
    <message>
        <source>Functional level</source>
        <translation>Funktionsebene</translation>
    </message>
    <message>
        <source>Domain %1, forest %2, this controller %3</source>
        <extracomment>%1, %2, %3 versions of Windows Server</extracomment>
        <translation>Domäne %1, Gesamtstruktur %2, dieser Domänencontroller %3</translation>
    </message>
    <message>
        <source>Group managed service accounts need a domain controller with Windows Server 2012 or later.</source>
        <translation>Gruppenverwaltete Dienstkonten brauchen einen Domänencontroller mit Windows Server 2012 oder höher.</translation>
    </message>
    <message>
        <source>Use a newer domain controller.</source>
        <translation>Einen neueren Domänencontroller verwenden.</translation>
    </message>
    <message>
        <source>The domain still admits old domain controllers, which cannot serve the service account.</source>
        <translation>Die Domäne lässt noch alte Domänencontroller zu, die das Dienstkonto nicht bedienen können.</translation>
    </message>
    <message>
        <source>no lockout</source>
        <translation>keine Sperrung</translation>
    </message>
    <message>
        <source>locked out after %1 refused passwords, %2 counted (%3)</source>
        <extracomment>%1 number of refusals that lock out, %2 refusals counted, %3 where this is set</extracomment>
        <translation>gesperrt nach %1 abgelehnten Kennwörtern, %2 gezählt (%3)</translation>
    </message>
    <message>
        <source>the domain&apos;s policy</source>
        <translation>Richtlinie der Domäne</translation>
    </message>
    <message>
        <source>Account that is signed in</source>
        <translation>Angemeldetes Konto</translation>
    </message>
    <message>
        <source>This domain does not hold the account, so nothing is known of its lockout.</source>
        <translation>Das Konto liegt nicht in dieser Domäne, daher ist über seine Sperrung nichts bekannt.</translation>
    </message>
    <message>
        <source>One more refused password locks the account out.</source>
        <translation>Noch ein abgelehntes Kennwort sperrt das Konto.</translation>
    </message>
    <message>
        <source>Be sure of the password before it is typed anywhere, or wait %1 minutes: the count then starts again.</source>
        <extracomment>%1 number of minutes</extracomment>
        <translation>Vor jeder weiteren Eingabe des Kennworts sicher sein, dass es stimmt, oder %1 Minuten warten: Dann beginnt die Zählung von vorn.</translation>
    </message>
    <message>
        <source>The password expires at %1.</source>
        <extracomment>%1 a time</extracomment>
        <translation>Das Kennwort läuft am %1 ab.</translation>
    </message>
    <message>
        <source>Change the password before the set-up begins.</source>
        <translation>Das Kennwort ändern, bevor die Einrichtung beginnt.</translation>
    </message>
    <message>
        <source>The account is a member of Protected Users: Kerberos works, NTLM and a simple sign-in do not. The agent&apos;s own installer may refuse it.</source>
        <translation>Das Konto ist Mitglied von „Protected Users“: Kerberos funktioniert, NTLM und eine einfache Anmeldung nicht. Das Installationsprogramm des Agents kann es ablehnen.</translation>
    </message>
    <message>
        <source>Keep the mechanism negotiate.</source>
        <translation>Den Mechanismus negotiate beibehalten.</translation>
    </message>
    <message>
        <source>%1 loses what no chosen feature needs on %2: %3</source>
        <extracomment>%1 account, %2 distinguished name, %3 access control entry in SDDL</extracomment>
        <translation>%1 verliert auf %2, was keine gewählte Funktion braucht: %3</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Schema of the forest</source>
        <translation>Schema der Gesamtstruktur</translation>
    </message>
    <message>
        <source>objectVersion %1</source>
        <extracomment>%1 version number, %2 names of classes and attributes</extracomment>
        <translation>objectVersion %1</translation>
    </message>
    <message>
        <source>objectVersion %1, without %2</source>
        <translation>objectVersion %1, ohne %2</translation>
    </message>
    <message>
        <source>Extend the schema with adprep /forestprep of Windows Server 2016 or later.</source>
        <translation>Das Schema mit adprep /forestprep von Windows Server 2016 oder höher erweitern.</translation>
    </message>
    <message>
        <source>This schema has no group managed service accounts; they need version 52.</source>
        <translation>Dieses Schema kennt keine gruppenverwalteten Dienstkonten; sie brauchen Version 52.</translation>
    </message>
    <message>
        <source>The schema lacks what the agent needs: %1.</source>
        <extracomment>%1 names of classes and attributes</extracomment>
        <translation>Dem Schema fehlt, was der Agent braucht: %1.</translation>
    </message>
    <message>
        <source>The schema is older than that of Windows Server 2016, although the attribute the agent needs is there.</source>
        <translation>Das Schema ist älter als das von Windows Server 2016, das vom Agent benötigte Attribut ist jedoch vorhanden.</translation>
    </message>
    <message>
        <source>Exchange schema</source>
        <translation>Exchange-Schema</translation>
    </message>
    <message>
        <source>The schema holds the attributes of Exchange.</source>
        <translation>Das Schema enthält die Attribute von Exchange.</translation>
    </message>
    <message>
        <source>The schema holds no attributes of Exchange.</source>
        <translation>Das Schema enthält keine Attribute von Exchange.</translation>
    </message>
    <message>
        <source>Exchange hybrid writeback has nowhere to write.</source>
        <translation>Das Exchange-Hybrid-Rückschreiben hat kein Ziel.</translation>
    </message>
    <message>
        <source>Extend the schema with the Exchange setup (PrepareSchema), restart the agent&apos;s service afterwards, or leave Exchange hybrid writeback off.</source>
        <translation>Das Schema mit dem Exchange-Setup erweitern (PrepareSchema) und danach den Dienst des Agents neu starten, oder das Exchange-Hybrid-Rückschreiben ausgeschaltet lassen.</translation>
    </message>
    <message>
        <source>It is needed for Exchange hybrid writeback only.</source>
        <translation>Es wird nur für das Exchange-Hybrid-Rückschreiben gebraucht.</translation>
    </message>
    <message>
        <source>Active Directory recycle bin</source>
        <translation>Active Directory-Papierkorb</translation>
    </message>
    <message>
        <source>It is on.</source>
        <translation>Er ist eingeschaltet.</translation>
    </message>
    <message>
        <source>It is off.</source>
        <translation>Er ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>An object that is deleted by mistake comes back without its attributes and memberships, and Cloud Sync treats it as a new one.</source>
        <translation>Ein versehentlich gelöschtes Objekt kommt ohne seine Attribute und Mitgliedschaften zurück, und Cloud Sync behandelt es als neues Objekt.</translation>
    </message>
    <message>
        <source>Consider turning it on. That cannot be reversed and is not needed for the set-up.</source>
        <translation>Das Einschalten erwägen. Es lässt sich nicht rückgängig machen und ist für die Einrichtung nicht nötig.</translation>
    </message>
    <message>
        <source>KDS root key</source>
        <translation>KDS-Stammschlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), usable since %1</source>
        <extracomment>%n number of keys, %1 time</extracomment>
        <translation>
            <numerusform>%n Schlüssel, verwendbar seit %1</numerusform>
            <numerusform>%n Schlüssel, verwendbar seit %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), usable from %1</source>
        <extracomment>%n number of keys, %1 time</extracomment>
        <translation>
            <numerusform>%n Schlüssel, verwendbar ab %1</numerusform>
            <numerusform>%n Schlüssel, verwendbar ab %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Domain controllers take a new root key into use ten hours after its start time, so that all of them have it.</source>
        <translation>Domänencontroller verwenden einen neuen Stammschlüssel erst zehn Stunden nach seinem Startzeitpunkt, damit alle ihn haben.</translation>
    </message>
    <message>
        <source>Wait until %1, then run this again.</source>
        <extracomment>%1 time</extracomment>
        <translation>Bis %1 warten, dann erneut ausführen.</translation>
    </message>
    <message>
        <source>Create one with Add-KdsRootKey as a domain administrator of the forest&apos;s root domain, and wait ten hours. A root key cannot be taken back.</source>
        <translation>Als Domänenadministrator der Stammdomäne der Gesamtstruktur einen Schlüssel mit Add-KdsRootKey erstellen und zehn Stunden warten. Ein Stammschlüssel lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>The keys of a forest show themselves to administrators of its root domain only.</source>
        <translation>Die Schlüssel einer Gesamtstruktur sind nur für Administratoren ihrer Stammdomäne sichtbar.</translation>
    </message>
    <message>
        <source>No key is visible to this account.</source>
        <translation>Für dieses Konto ist kein Schlüssel sichtbar.</translation>
    </message>
    <message>
        <source>The forest has no key.</source>
        <translation>Die Gesamtstruktur hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Without a root key, domain controllers cannot make the passwords of group managed service accounts.</source>
        <translation>Ohne Stammschlüssel können Domänencontroller die Kennwörter gruppenverwalteter Dienstkonten nicht bilden.</translation>
    </message>
    <message>
        <source>The set-up makes a key. It cannot be taken back, and the account can be created ten hours later, by another run.</source>
        <translation>Die Einrichtung erstellt einen Schlüssel. Er lässt sich nicht zurücknehmen, und das Konto kann erst zehn Stunden später erstellt werden, in einem weiteren Lauf.</translation>
    </message>
    <message>
        <source>Or agree to the repair &quot;kdsRootKey&quot;.</source>
        <translation>Oder der Reparatur „kdsRootKey“ zustimmen.</translation>
    </message>
    <message>
        <source>KDS root key of the forest of %1</source>
        <extracomment>%1 domain</extracomment>
        <translation>KDS-Stammschlüssel der Gesamtstruktur von %1</translation>
    </message>
    <message>
        <source>Domain Admins of the forest&apos;s root domain, or Enterprise Admins</source>
        <translation>Domänen-Admins der Stammdomäne der Gesamtstruktur oder Organisations-Admins</translation>
    </message>
    <message>
        <source>Accounts made by anybody may depend on a root key from the moment it is there. It stays.</source>
        <translation>Von einem Stammschlüssel können ab seinem Bestehen Konten abhängen, die andere erstellt haben. Er bleibt.</translation>
    </message>
    <message>
        <source>A KDS root key is made. Domain controllers use it ten hours later; only then can the service account be created. It cannot be taken back.</source>
        <translation>Ein KDS-Stammschlüssel wird erstellt. Domänencontroller verwenden ihn zehn Stunden später; erst dann kann das Dienstkonto erstellt werden. Er lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>The KDS root key %1 stays: a key cannot be taken back.</source>
        <extracomment>%1 distinguished name</extracomment>
        <translation>Der KDS-Stammschlüssel %1 bleibt: Ein Schlüssel lässt sich nicht zurücknehmen.</translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <extracomment>%1 several lines of text, %n how many more there are</extracomment>
        <translation>
            <numerusform>%1; und %n weiterer</numerusform>
            <numerusform>%1; und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Permissions of the service account</source>
        <translation>Berechtigungen des Dienstkontos</translation>
    </message>
    <message>
        <source>%1 entries are there, %2 are to be added</source>
        <extracomment>%1, %2 numbers of access control entries</extracomment>
        <translation>%1 Einträge sind vorhanden, %2 werden hinzugefügt</translation>
    </message>
    <message>
        <source>The chosen features need rights that the account does not have yet.</source>
        <translation>Die gewählten Funktionen brauchen Rechte, die das Konto noch nicht hat.</translation>
    </message>
    <message>
        <source>The set-up adds them.</source>
        <translation>Die Einrichtung fügt sie hinzu.</translation>
    </message>
    <message>
        <source>Rights that no chosen feature needs</source>
        <translation>Rechte, die keine gewählte Funktion braucht</translation>
    </message>
    <message>
        <source>Entries on the domain root or on the chosen units give the account more than the chosen features need.</source>
        <translation>Einträge auf dem Domänenstamm oder auf den gewählten Organisationseinheiten geben dem Konto mehr, als die gewählten Funktionen brauchen.</translation>
    </message>
    <message>
        <source>The set-up takes them away.</source>
        <translation>Die Einrichtung entzieht sie.</translation>
    </message>
    <message>
        <source>Set removeSurplus in the answers to have them taken away, unless something else needs them.</source>
        <translation>In den Antworten removeSurplus setzen, damit sie entzogen werden, sofern nichts anderes sie braucht.</translation>
    </message>
    <message>
        <source>Proof of the permissions</source>
        <translation>Nachweis der Berechtigungen</translation>
    </message>
    <message>
        <source>%1, denied by %3: %2</source>
        <extracomment>%1 distinguished name, %2 what should be possible, %3 an access control entry in SDDL</extracomment>
        <translation>%1, verweigert durch %3: %2</translation>
    </message>
    <message>
        <source>%1, not granted: %2</source>
        <translation>%1, nicht erteilt: %2</translation>
    </message>
    <message numerus="yes">
        <source>Computed on %n object(s)</source>
        <extracomment>%n number of objects</extracomment>
        <translation>
            <numerusform>An %n Objekt berechnet</numerusform>
            <numerusform>An %n Objekten berechnet</numerusform>
        </translation>
    </message>
    <message>
        <source>The entries stand there, and yet the account may not do this: another entry denies it, or inheritance does not reach the object.</source>
        <translation>Die Einträge sind vorhanden, und dennoch darf das Konto dies nicht: Ein anderer Eintrag verweigert es, oder die Vererbung erreicht das Objekt nicht.</translation>
    </message>
    <message>
        <source>Remove the denying entry, or let the object inherit permissions again. After a change at the root of a large domain, wait until it has spread.</source>
        <translation>Den verweigernden Eintrag entfernen oder das Objekt wieder Berechtigungen erben lassen. Nach einer Änderung am Stamm einer großen Domäne warten, bis sie sich verbreitet hat.</translation>
    </message>
    <message>
        <source>An entry denies a part of the properties.</source>
        <translation>Ein Eintrag verweigert einen Teil der Eigenschaften.</translation>
    </message>
    <message>
        <source>Remove the denying entry if these properties are to be synchronised.</source>
        <translation>Den verweigernden Eintrag entfernen, wenn diese Eigenschaften synchronisiert werden sollen.</translation>
    </message>
    <message>
        <source>Objects that inherit no permissions</source>
        <translation>Objekte, die keine Berechtigungen erben</translation>
    </message>
    <message>
        <source>Inheritance is blocked there, so the account&apos;s rights do not reach these objects: they cannot be read or written as the features need it.</source>
        <translation>Dort ist die Vererbung unterbrochen, daher erreichen die Rechte des Kontos diese Objekte nicht: Sie lassen sich nicht so lesen oder schreiben, wie die Funktionen es brauchen.</translation>
    </message>
    <message>
        <source>Let them inherit permissions again, name the unit among permissionTargets, or leave it out of the scope.</source>
        <translation>Die Objekte wieder Berechtigungen erben lassen, die Organisationseinheit unter permissionTargets angeben oder sie aus dem Gültigkeitsbereich herauslassen.</translation>
    </message>
    <message>
        <source>Objects held by AdminSDHolder</source>
        <translation>Von AdminSDHolder geschützte Objekte</translation>
    </message>
    <message>
        <source>Members of administrative groups get the access list of AdminSDHolder, which gives the account no rights: a password reset or a written attribute does not reach them.</source>
        <translation>Mitglieder administrativer Gruppen erhalten die Zugriffsliste von AdminSDHolder, die dem Konto keine Rechte gibt: Eine Kennwortzurücksetzung oder ein geschriebenes Attribut erreicht sie nicht.</translation>
    </message>
    <message>
        <source>This is as it should be: rights over administrators are not granted on purpose.</source>
        <translation>So soll es sein: Rechte über Administratoren werden absichtlich nicht erteilt.</translation>
    </message>
    <message>
        <source>Permissions of %1 on %2</source>
        <extracomment>%1 account name, %2 domain</extracomment>
        <translation>Berechtigungen von %1 auf %2</translation>
    </message>
    <message>
        <source>Change permissions of the domain object of %1 (Domain Admins)</source>
        <extracomment>%1 domain</extracomment>
        <translation>Berechtigungen des Domänenobjekts von %1 ändern (Domänen-Admins)</translation>
    </message>
    <message>
        <source>The schema has no %1. The permission for it is left out.</source>
        <extracomment>%1 name of a class or attribute</extracomment>
        <translation>Das Schema enthält %1 nicht. Die Berechtigung dafür entfällt.</translation>
    </message>
    <message numerus="yes">
        <source>The rights were computed on %n object(s).</source>
        <extracomment>%n number of objects</extracomment>
        <translation>
            <numerusform>Die Rechte wurden an %n Objekt berechnet.</numerusform>
            <numerusform>Die Rechte wurden an %n Objekten berechnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may read all properties of each %2 object below %3.</source>
        <extracomment>%1 account, %2 object class, %3 distinguished name</extracomment>
        <translation>%1 darf alle Eigenschaften jedes Objekts der Klasse %2 unterhalb von %3 lesen.</translation>
    </message>
    <message>
        <source>%1 may read and write all properties of each %2 object below %3.</source>
        <extracomment>%1 account, %2 object class, %3 distinguished name</extracomment>
        <translation>%1 darf alle Eigenschaften jedes Objekts der Klasse %2 unterhalb von %3 lesen und schreiben.</translation>
    </message>
    <message>
        <source>%1 may write the attribute %2 of each %3 object below %4.</source>
        <extracomment>%1 account, %2 attribute, %3 object class, %4 distinguished name</extracomment>
        <translation>%1 darf das Attribut %2 jedes Objekts der Klasse %3 unterhalb von %4 schreiben.</translation>
    </message>
    <message>
        <source>%1 may change each %2 object below %3.</source>
        <extracomment>%1 account, %2 object class, %3 distinguished name</extracomment>
        <translation>%1 darf jedes Objekt der Klasse %2 unterhalb von %3 ändern.</translation>
    </message>
    <message>
        <source>%1 may create and delete %2 objects in %3 and below it.</source>
        <extracomment>%1 account, %2 object class, %3 distinguished name</extracomment>
        <translation>%1 darf Objekte der Klasse %2 in %3 und darunter erstellen und löschen.</translation>
    </message>
    <message>
        <source>%1 may read the stream of changes of %2 (Replicating Directory Changes).</source>
        <extracomment>%1 account, %2 distinguished name</extracomment>
        <translation>%1 darf den Änderungsstrom von %2 lesen (Replicating Directory Changes).</translation>
    </message>
    <message>
        <source>%1 may read the stream of changes of %2 with password hashes in it (Replicating Directory Changes All).</source>
        <extracomment>%1 account, %2 distinguished name</extracomment>
        <translation>%1 darf den Änderungsstrom von %2 samt Kennworthashes lesen (Replicating Directory Changes All).</translation>
    </message>
    <message>
        <source>%1 may reset the password of each %2 object below %3.</source>
        <extracomment>%1 account, %2 object class, %3 distinguished name</extracomment>
        <translation>%1 darf das Kennwort jedes Objekts der Klasse %2 unterhalb von %3 zurücksetzen.</translation>
    </message>
    <message>
        <source>%1 may make an expired password valid again in %2 (Unexpire Password).</source>
        <extracomment>%1 account, %2 distinguished name</extracomment>
        <translation>%1 darf ein abgelaufenes Kennwort in %2 wieder gültig machen (Unexpire Password).</translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <extracomment>%1 domain</extracomment>
        <translation>Verbindung mit %1</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <extracomment>%1 domain</extracomment>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>%1, signed in as %2</source>
        <extracomment>%1 address of a domain controller, %2 account that is signed in</extracomment>
        <translation>%1, angemeldet als %2</translation>
    </message>
    <message>
        <source>Restricted permissions of the object of %1</source>
        <extracomment>%1 account name</extracomment>
        <translation>Eingeschränkte Berechtigungen des Objekts von %1</translation>
    </message>
    <message>
        <source>Change permissions of %1, as a member of Domain Admins, Enterprise Admins or Administrators</source>
        <extracomment>%1 account name</extracomment>
        <translation>Berechtigungen von %1 ändern, als Mitglied von Domänen-Admins, Organisations-Admins oder Administratoren</translation>
    </message>
    <message>
        <source>The object of %1 no longer inherits permissions.</source>
        <extracomment>%1 account name</extracomment>
        <translation>Das Objekt von %1 erbt keine Berechtigungen mehr.</translation>
    </message>
    <message>
        <source>Only administrators and the system may change the object of %1; signed-in users may read it.</source>
        <translation>Nur Administratoren und das System dürfen das Objekt von %1 ändern; angemeldete Benutzer dürfen es lesen.</translation>
    </message>
    <message>
        <source>The permissions of %1 were changed by somebody else since and stay as they are.</source>
        <extracomment>%1 distinguished name</extracomment>
        <translation>Die Berechtigungen von %1 wurden seitdem von jemand anderem geändert und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 users, %2 inetOrgPerson objects, %3 groups, %4 contacts</source>
        <extracomment>four numbers of objects</extracomment>
        <translation>%1 Benutzer, %2 inetOrgPerson-Objekte, %3 Gruppen, %4 Kontakte</translation>
    </message>
    <message>
        <source>Objects in scope</source>
        <translation>Objekte im Gültigkeitsbereich</translation>
    </message>
    <message>
        <source>The service follows changes of at most 50000 members of a group.</source>
        <translation>Der Dienst verfolgt Änderungen von höchstens 50000 Mitgliedern einer Gruppe.</translation>
    </message>
    <message>
        <source>Choose organizational units instead of groups.</source>
        <translation>Organisationseinheiten statt Gruppen wählen.</translation>
    </message>
    <message>
        <source>The service takes at most 150000 objects of a domain.</source>
        <translation>Der Dienst verarbeitet höchstens 150000 Objekte einer Domäne.</translation>
    </message>
    <message>
        <source>Choose a smaller scope.</source>
        <translation>Einen kleineren Gültigkeitsbereich wählen.</translation>
    </message>
    <message>
        <source>The scope holds nothing that could be synchronised.</source>
        <translation>Der Gültigkeitsbereich enthält nichts, was synchronisiert werden könnte.</translation>
    </message>
    <message>
        <source>Choose another scope, unless the objects are still to come.</source>
        <translation>Einen anderen Gültigkeitsbereich wählen, sofern die Objekte nicht noch folgen.</translation>
    </message>
    <message>
        <source>Deletion threshold</source>
        <translation>Löschschwelle</translation>
    </message>
    <message>
        <source>Threshold %1, %2 objects in scope</source>
        <extracomment>%1 threshold, %2 number of objects</extracomment>
        <translation>Schwelle %1, %2 Objekte im Gültigkeitsbereich</translation>
    </message>
    <message>
        <source>A job would have to delete more objects than the scope holds before it stops, so nothing is protected.</source>
        <translation>Ein Auftrag müsste mehr Objekte löschen, als der Gültigkeitsbereich enthält, bevor er anhält; geschützt ist damit nichts.</translation>
    </message>
    <message>
        <source>Choose a threshold below the number of objects in scope.</source>
        <translation>Eine Schwelle unter der Zahl der Objekte im Gültigkeitsbereich wählen.</translation>
    </message>
    <message>
        <source>Container for managed service accounts of %1</source>
        <extracomment>%1 domain</extracomment>
        <translation>Container für verwaltete Dienstkonten von %1</translation>
    </message>
    <message>
        <source>Create containers below the root of %1 and write otherWellKnownObjects there (Domain Admins)</source>
        <extracomment>%1 domain</extracomment>
        <translation>Container unterhalb des Stamms von %1 erstellen und dort otherWellKnownObjects schreiben (Domänen-Admins)</translation>
    </message>
    <message>
        <source>%1 is made unless it is there, and the domain names it as its container for managed service accounts.</source>
        <extracomment>%1 distinguished name</extracomment>
        <translation>%1 wird erstellt, sofern nicht vorhanden, und die Domäne nennt ihn als ihren Container für verwaltete Dienstkonten.</translation>
    </message>
    <message>
        <source>%1 stays: the directory did not let it be deleted.</source>
        <extracomment>%1 distinguished name</extracomment>
        <translation>%1 bleibt: Das Verzeichnis ließ das Löschen nicht zu.</translation>
    </message>
    <message>
        <source>Or agree to the repair &quot;%1&quot;.</source>
        <extracomment>%1 the name of a repair in the answer file</extracomment>
        <translation>Oder der Reparatur „%1“ zustimmen.</translation>
    </message>
    <message>
        <source>Container for managed service accounts</source>
        <translation>Container für verwaltete Dienstkonten</translation>
    </message>
    <message>
        <source>The domain&apos;s attribute otherWellKnownObjects names no such container, or one that was deleted. The vendor&apos;s installer then ends with &quot;There is no such object on the server&quot;.</source>
        <translation>Das Attribut otherWellKnownObjects der Domäne nennt keinen solchen Container oder einen gelöschten. Das Installationsprogramm des Herstellers endet dann mit „There is no such object on the server“.</translation>
    </message>
    <message>
        <source>Remove the stale value from otherWellKnownObjects of the domain object, if there is one, and run adprep /domainprep again; it makes the container anew.</source>
        <translation>Den veralteten Wert aus otherWellKnownObjects des Domänenobjekts entfernen, falls vorhanden, und adprep /domainprep erneut ausführen; der Container wird damit neu erstellt.</translation>
    </message>
    <message>
        <source>The set-up makes it anew.</source>
        <translation>Die Einrichtung erstellt ihn neu.</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>Das Konto ist deaktiviert.</translation>
    </message>
    <message>
        <source>Enable it (Set-ADServiceAccount -Enabled $true), or choose another name.</source>
        <translation>Das Konto aktivieren (Set-ADServiceAccount -Enabled $true) oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemandem</translation>
    </message>
    <message>
        <source>%1 (%2); may be used by %3; encryption: %4</source>
        <extracomment>%1 distinguished name, %2 account name, %3 names of computers, %4 encryption types</extracomment>
        <translation>%1 (%2); verwendbar von %3; Verschlüsselung: %4</translation>
    </message>
    <message>
        <source>The account is there already. It is used as it is; only hosts that it lacks are added.</source>
        <translation>Das Konto ist bereits vorhanden. Es wird verwendet, wie es ist; nur fehlende Hosts werden hinzugefügt.</translation>
    </message>
    <message>
        <source>Service account %1</source>
        <extracomment>%1 account name</extracomment>
        <translation>Dienstkonto %1</translation>
    </message>
    <message>
        <source>Another object has this name. Names of service accounts must be unique in the whole forest.</source>
        <translation>Ein anderes Objekt trägt diesen Namen. Namen von Dienstkonten müssen in der ganzen Gesamtstruktur eindeutig sein.</translation>
    </message>
    <message>
        <source>Choose another name for the service account.</source>
        <translation>Einen anderen Namen für das Dienstkonto wählen.</translation>
    </message>
    <message>
        <source>The domain has no group managed service account of this name.</source>
        <translation>In der Domäne gibt es kein gruppenverwaltetes Dienstkonto dieses Namens.</translation>
    </message>
    <message>
        <source>Check the name, or let the account be created.</source>
        <translation>Den Namen prüfen oder das Konto erstellen lassen.</translation>
    </message>
    <message>
        <source>These domains of the forest could not be searched for the name.</source>
        <translation>Diese Domänen der Gesamtstruktur konnten nicht nach dem Namen durchsucht werden.</translation>
    </message>
    <message>
        <source>Make the global catalogue reachable (port 3269), or be sure that the name is free there.</source>
        <translation>Den globalen Katalog erreichbar machen (Port 3269) oder sicherstellen, dass der Name dort frei ist.</translation>
    </message>
    <message>
        <source>The name is free in the whole forest.</source>
        <translation>Der Name ist in der ganzen Gesamtstruktur frei.</translation>
    </message>
    <message>
        <source>Kerberos encryption of the hosts and the service account</source>
        <translation>Kerberos-Verschlüsselung der Hosts und des Dienstkontos</translation>
    </message>
    <message>
        <source>%1; account: %2</source>
        <extracomment>%1 hosts and their encryption types, %2 encryption types of the account</extracomment>
        <translation>%1; Konto: %2</translation>
    </message>
    <message>
        <source>%1 cannot use AES, so the account is created with RC4 beside AES.</source>
        <extracomment>%1 names of computers</extracomment>
        <translation>%1: AES ist nicht möglich, daher wird das Konto mit RC4 neben AES erstellt.</translation>
    </message>
    <message>
        <source>Allow AES on the host (msDS-SupportedEncryptionTypes 24) and restart it; the account is then created with AES alone.</source>
        <translation>AES auf dem Host zulassen (msDS-SupportedEncryptionTypes 24) und ihn neu starten; das Konto wird dann nur mit AES erstellt.</translation>
    </message>
    <message>
        <source>%1 and the service account (%2) have no Kerberos encryption type in common; retrieving the password would fail.</source>
        <extracomment>%1 names of computers, %2 encryption types</extracomment>
        <translation>%1 und das Dienstkonto (%2) haben keinen gemeinsamen Kerberos-Verschlüsselungstyp; das Abrufen des Kennworts würde fehlschlagen.</translation>
    </message>
    <message>
        <source>The set-up sets the account&apos;s types to %1.</source>
        <extracomment>%1 encryption types</extracomment>
        <translation>Die Einrichtung setzt die Typen des Kontos auf %1.</translation>
    </message>
    <message>
        <source>Allow AES on the host and on the account (msDS-SupportedEncryptionTypes 24), then restart the host.</source>
        <translation>AES auf dem Host und dem Konto zulassen (msDS-SupportedEncryptionTypes 24), dann den Host neu starten.</translation>
    </message>
    <message>
        <source>Hosts that may use the service account</source>
        <translation>Hosts, die das Dienstkonto verwenden dürfen</translation>
    </message>
    <message>
        <source>The domain has neither a computer nor a group of this name.</source>
        <translation>In der Domäne gibt es weder einen Computer noch eine Gruppe dieses Namens.</translation>
    </message>
    <message>
        <source>Join the server to the domain first, or correct the name.</source>
        <translation>Den Server zuerst der Domäne hinzufügen oder den Namen korrigieren.</translation>
    </message>
    <message>
        <source>%1 (group)</source>
        <extracomment>%1 name of a group</extracomment>
        <translation>%1 (Gruppe)</translation>
    </message>
    <message>
        <source>The answers name no host.</source>
        <translation>Die Antworten nennen keinen Host.</translation>
    </message>
    <message>
        <source>Only hosts that the account names already can use it.</source>
        <translation>Nur Hosts, die das Konto bereits nennt, können es verwenden.</translation>
    </message>
    <message>
        <source>Account of the agent on this machine</source>
        <translation>Konto des Agents auf diesem Computer</translation>
    </message>
    <message>
        <source>The agent&apos;s service runs as another account than the answers name.</source>
        <translation>Der Dienst des Agents wird mit einem anderen Konto ausgeführt, als die Antworten nennen.</translation>
    </message>
    <message>
        <source>Name this account in the answers to keep it (mode existing). Otherwise the service is given the account of the answers, and this one stays unused.</source>
        <translation>Dieses Konto in den Antworten angeben, um es zu behalten (Modus existing). Andernfalls erhält der Dienst das Konto der Antworten, und dieses bleibt ungenutzt.</translation>
    </message>
    <message>
        <source>Rights of the account that is signed in</source>
        <translation>Rechte des angemeldeten Kontos</translation>
    </message>
    <message>
        <source>It may not change the permissions of the domain object.</source>
        <translation>Es darf die Berechtigungen des Domänenobjekts nicht ändern.</translation>
    </message>
    <message>
        <source>It may not create service accounts in their container.</source>
        <translation>Es darf in deren Container keine Dienstkonten erstellen.</translation>
    </message>
    <message>
        <source>Sign in to this domain with a member of Domain Admins or Enterprise Admins.</source>
        <translation>Mit einem Mitglied von Domänen-Admins oder Organisations-Admins an dieser Domäne anmelden.</translation>
    </message>
    <message>
        <source>Group managed service account %1 in %2</source>
        <extracomment>%1 account name, %2 domain</extracomment>
        <translation>Gruppenverwaltetes Dienstkonto %1 in %2</translation>
    </message>
    <message>
        <source>Change the service account %1</source>
        <translation>Das Dienstkonto %1 ändern</translation>
    </message>
    <message>
        <source>Create objects in the container for managed service accounts of %1 (Domain Admins)</source>
        <extracomment>%1 domain</extracomment>
        <translation>Objekte im Container für verwaltete Dienstkonten von %1 erstellen (Domänen-Admins)</translation>
    </message>
    <message>
        <source>The group managed service account %1 is created in %2, with the encryption types %3 and a new password every 30 days.</source>
        <extracomment>%1 account name, %2 distinguished name of a container, %3 encryption types</extracomment>
        <translation>Das gruppenverwaltete Dienstkonto %1 wird in %2 erstellt, mit den Verschlüsselungstypen %3 und alle 30 Tage einem neuen Kennwort.</translation>
    </message>
    <message>
        <source>This is possible ten hours after the root key was made: the run that makes the key ends there, a later one goes on.</source>
        <translation>Das ist zehn Stunden nach dem Erstellen des Stammschlüssels möglich: Der Lauf, der den Schlüssel erstellt, endet dort, ein späterer macht weiter.</translation>
    </message>
    <message>
        <source>The encryption types of %1 are %2 instead of %3.</source>
        <extracomment>%1 account name, %2 encryption types, %3 encryption types before</extracomment>
        <translation>Die Verschlüsselungstypen von %1 werden %2 statt %3.</translation>
    </message>
    <message>
        <source>%1 may retrieve the password of %2.</source>
        <extracomment>%1 computer or group, %2 account name</extracomment>
        <translation>%1 darf das Kennwort von %2 abrufen.</translation>
    </message>
    <message>
        <source>Minimum password age</source>
        <translation>Minimales Kennwortalter</translation>
    </message>
    <message>
        <source>A password may be changed again at once.</source>
        <translation>Ein Kennwort darf sofort wieder geändert werden.</translation>
    </message>
    <message>
        <source>A password may be changed again after %1 hours only.</source>
        <translation>Ein Kennwort darf erst nach %1 Stunden wieder geändert werden.</translation>
    </message>
    <message>
        <source>A change that a person makes in the cloud within this time is refused by the domain.</source>
        <translation>Eine Änderung, die eine Person in dieser Zeit in der Cloud vornimmt, lehnt die Domäne ab.</translation>
    </message>
    <message>
        <source>Set the minimum password age of the domain&apos;s password policy to 0. A reset by an administrator is not affected.</source>
        <translation>Das minimale Kennwortalter in der Kennwortrichtlinie der Domäne auf 0 setzen. Eine Zurücksetzung durch einen Administrator ist nicht betroffen.</translation>
    </message>
    <message>
        <source>Rights for password writeback</source>
        <translation>Rechte für das Kennwortrückschreiben</translation>
    </message>
    <message>
        <source>The service account is given them.</source>
        <translation>Das Dienstkonto erhält sie.</translation>
    </message>
    <message>
        <source>The answers do not give them to the service account %1.</source>
        <translation>Die Antworten geben sie dem Dienstkonto %1 nicht.</translation>
    </message>
    <message>
        <source>The agent cannot write passwords without them.</source>
        <translation>Ohne sie kann der Agent keine Kennwörter schreiben.</translation>
    </message>
    <message>
        <source>Add PasswordWriteBack to the permissions of the service account.</source>
        <translation>PasswordWriteBack zu den Berechtigungen des Dienstkontos hinzufügen.</translation>
    </message>
    <message>
        <source>Connection point for devices</source>
        <translation>Verbindungspunkt für Geräte</translation>
    </message>
    <message>
        <source>Let an Enterprise Admin write the connection point of the forest, as the vendor describes it for devices in Cloud Sync. It replaces the keywords that stand there: keep the old ones.</source>
        <translation>Einen Organisations-Admin den Verbindungspunkt der Gesamtstruktur schreiben lassen, wie es der Hersteller für Geräte in Cloud Sync beschreibt. Die dort stehenden Schlüsselwörter werden ersetzt: Die alten aufbewahren.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>Computers of this forest do not know which tenant they belong to, so none registers as a device.</source>
        <translation>Computer dieser Gesamtstruktur wissen nicht, zu welchem Mandanten sie gehören, daher registriert sich keiner als Gerät.</translation>
    </message>
    <message>
        <source>It holds no keywords.</source>
        <translation>Er enthält keine Schlüsselwörter.</translation>
    </message>
    <message>
        <source>It does not name a domain and a tenant (azureADName, azureADId).</source>
        <translation>Er nennt keine Domäne und keinen Mandanten (azureADName, azureADId).</translation>
    </message>
    <message>
        <source>It leads to another tenant than the one of the answers.</source>
        <translation>Er führt zu einem anderen Mandanten als dem der Antworten.</translation>
    </message>
    <message>
        <source>Computers register with %1 (%2).</source>
        <translation>Computer registrieren sich bei %1 (%2).</translation>
    </message>
    <message>
        <source>The domain %1 has no service account %2.</source>
        <translation>Die Domäne %1 hat kein Dienstkonto %2.</translation>
    </message>
    <message>
        <source>%1 may use the account and has no name here; it is left out.</source>
        <translation>%1 darf das Konto verwenden und hat hier keinen Namen; der Eintrag wird weggelassen.</translation>
    </message>
    <message>
        <source>The account holds the permissions %1 in some of the domains only; they are left out.</source>
        <translation>Das Konto hat die Berechtigungen %1 nur in einigen der Domänen; sie werden weggelassen.</translation>
    </message>
    <message>
        <source>User %1 for a trial in %2</source>
        <extracomment>%1 name of a user, %2 domain</extracomment>
        <translation>Testbenutzer %1 in %2</translation>
    </message>
    <message>
        <source>Create users in %1</source>
        <extracomment>%1 distinguished name</extracomment>
        <translation>Benutzer in %1 erstellen</translation>
    </message>
    <message>
        <source>%1 has this logon name. Choose another one for the trial.</source>
        <extracomment>%1 distinguished name</extracomment>
        <translation>%1 hat diesen Anmeldenamen. Für den Test einen anderen wählen.</translation>
    </message>
    <message>
        <source>The user %1 is made, disabled and without a password.</source>
        <translation>Der Benutzer %1 wird erstellt, deaktiviert und ohne Kennwort.</translation>
    </message>
    <message>
        <source>The user %1 is made, enabled and with the given password.</source>
        <translation>Der Benutzer %1 wird erstellt, aktiviert und mit dem angegebenen Kennwort.</translation>
    </message>
    <message>
        <source>The user %1 stays: it was put to use since.</source>
        <extracomment>%1 distinguished name</extracomment>
        <translation>Der Benutzer %1 bleibt: Er wurde seitdem in Gebrauch genommen.</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Nothing was changed.</source>
        <extracomment>Part of an error message: what a failed call changed</extracomment>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This is left behind: %1.</source>
        <extracomment>%1 is a list of things that a failed run could not take back</extracomment>
        <translation>Dies ist zurückgeblieben: %1.</translation>
    </message>
    <message>
        <source>Everything that this run did is undone.</source>
        <translation>Alles, was dieser Lauf getan hat, ist rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>ErrorCatalogue</name>
    <message>
        <source>The program made a mistake</source>
        <translation>Das Programm hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>Something happened in %1 that must not happen. What was begun is listed in the journal.</source>
        <extracomment>%1 names a part of the program</extracomment>
        <translation>Hier ist etwas geschehen, was nicht geschehen darf: %1. Was begonnen wurde, steht im Journal.</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>das Programm</translation>
    </message>
    <message>
        <source>Run the command again. If it happens again, report it together with the log file.</source>
        <translation>Den Befehl erneut ausführen. Geschieht es wieder, den Fehler zusammen mit der Protokolldatei melden.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The work was stopped on request.</source>
        <translation>Die Arbeit wurde auf Wunsch angehalten.</translation>
    </message>
    <message>
        <source>Start again when you are ready; steps that are done already are recognised.</source>
        <translation>Bei Gelegenheit erneut starten; bereits erledigte Schritte werden erkannt.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>Waiting for %1 took longer than the limit.</source>
        <extracomment>%1 is a host, service or object</extracomment>
        <translation>Das Warten auf %1 dauerte länger als die Grenze.</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>die Gegenseite</translation>
    </message>
    <message>
        <source>Check that the other side runs and is not overloaded, then try again.</source>
        <translation>Prüfen, ob die Gegenseite läuft und nicht überlastet ist, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Not possible on this system</source>
        <translation>Auf diesem System nicht möglich</translation>
    </message>
    <message>
        <source>This system cannot do what is needed for %1.</source>
        <translation>Dieses System kann nicht leisten, was für %1 nötig ist.</translation>
    </message>
    <message>
        <source>this step</source>
        <translation>diesen Schritt</translation>
    </message>
    <message>
        <source>Run the server section on the Windows server that hosts the agent. The directory and tenant sections run on any system; name them with --only.</source>
        <translation>Den Abschnitt server auf dem Windows-Server ausführen, auf dem der Agent läuft. Die Abschnitte directory und tenant laufen auf jedem System; sie werden mit --only angegeben.</translation>
    </message>
    <message>
        <source>File cannot be read</source>
        <translation>Datei nicht lesbar</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>%1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>Check that the file exists and that your account may read it.</source>
        <translation>Prüfen, ob die Datei vorhanden ist und das eigene Konto sie lesen darf.</translation>
    </message>
    <message>
        <source>File cannot be written</source>
        <translation>Datei nicht beschreibbar</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder, or choose another place.</source>
        <translation>Den freien Speicherplatz und die Berechtigungen des Ordners prüfen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The journal cannot be written</source>
        <translation>Das Journal lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>The record of the run could not be written to %1. Without it nothing could be taken back, so nothing more was begun.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Die Aufzeichnung des Laufs konnte nicht geschrieben werden: %1. Ohne sie ließe sich nichts rückgängig machen, daher wurde nichts weiter begonnen.</translation>
    </message>
    <message>
        <source>its folder</source>
        <translation>Ordner des Journals</translation>
    </message>
    <message>
        <source>Check free space and permissions of the state folder, or name another one with --state-dir.</source>
        <translation>Den freien Speicherplatz und die Berechtigungen des Statusordners prüfen oder mit --state-dir einen anderen angeben.</translation>
    </message>
    <message>
        <source>The journal is damaged</source>
        <translation>Das Journal ist beschädigt</translation>
    </message>
    <message>
        <source>The record of an earlier run could not be understood: %1.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Die Aufzeichnung eines früheren Laufs ist nicht verständlich: %1.</translation>
    </message>
    <message>
        <source>no file name</source>
        <translation>kein Dateiname</translation>
    </message>
    <message>
        <source>Keep the file for support. A new run looks at the real systems and does not need it; only undo does.</source>
        <translation>Die Datei für den Support aufbewahren. Ein neuer Lauf sieht sich die wirklichen Systeme an und braucht sie nicht; nur das Rückgängigmachen braucht sie.</translation>
    </message>
    <message>
        <source>Another run is in progress</source>
        <translation>Ein anderer Lauf ist im Gange</translation>
    </message>
    <message>
        <source>This program is at work already with the same state folder (%1).</source>
        <translation>Dieses Programm arbeitet bereits mit demselben Statusordner (%1).</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Wait until the other run has ended, then start again.</source>
        <translation>Warten, bis der andere Lauf beendet ist, dann erneut starten.</translation>
    </message>
    <message>
        <source>No such run</source>
        <translation>Kein solcher Lauf</translation>
    </message>
    <message>
        <source>There is no record of the run %1.</source>
        <extracomment>%1 is the id of a run</extracomment>
        <translation>Zu diesem Lauf gibt es keine Aufzeichnung: %1.</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>der gewünschte</translation>
    </message>
    <message>
        <source>Check the run id and the state folder. Without an id the newest run is taken.</source>
        <translation>Die ID des Laufs und den Statusordner prüfen. Ohne ID wird der neueste Lauf genommen.</translation>
    </message>
    <message>
        <source>Not everything could be taken back</source>
        <translation>Nicht alles ließ sich rückgängig machen</translation>
    </message>
    <message>
        <source>Taking back left something standing: %1.</source>
        <extracomment>%1 names a step or an object</extracomment>
        <translation>Beim Rückgängigmachen blieb etwas stehen: %1.</translation>
    </message>
    <message>
        <source>see the list of steps</source>
        <translation>siehe die Liste der Schritte</translation>
    </message>
    <message>
        <source>Remove what the report lists by hand, or mend the cause and run undo again; it is safe to repeat.</source>
        <translation>Was der Bericht aufführt, von Hand entfernen, oder die Ursache beheben und undo erneut ausführen; es lässt sich gefahrlos wiederholen.</translation>
    </message>
    <message>
        <source>The command line is not right</source>
        <translation>Die Befehlszeile ist nicht richtig</translation>
    </message>
    <message>
        <source>The command line cannot be understood at %1.</source>
        <extracomment>%1 is an option or an argument</extracomment>
        <translation>Die Befehlszeile ist an dieser Stelle nicht verständlich: %1.</translation>
    </message>
    <message>
        <source>one of its arguments</source>
        <translation>eines ihrer Argumente</translation>
    </message>
    <message>
        <source>Run the command with --help to see verbs and options.</source>
        <translation>Der Befehl mit --help zeigt Verben und Optionen.</translation>
    </message>
    <message>
        <source>Confirmation is missing</source>
        <translation>Die Bestätigung fehlt</translation>
    </message>
    <message>
        <source>This command changes systems and was not confirmed. Nothing was done.</source>
        <translation>Dieser Befehl ändert Systeme und wurde nicht bestätigt. Es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Look at the plan first, then repeat the command with --yes.</source>
        <translation>Zuerst den Plan ansehen, dann den Befehl mit --yes wiederholen.</translation>
    </message>
    <message>
        <source>The answer file cannot be read</source>
        <translation>Die Antwortdatei ist nicht lesbar</translation>
    </message>
    <message>
        <source>The answers could not be read from %1.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Die Antworten konnten nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>the text that was given</source>
        <translation>der übergebene Text</translation>
    </message>
    <message>
        <source>Check the path after --answers and the permissions of the file.</source>
        <translation>Den Pfad nach --answers und die Berechtigungen der Datei prüfen.</translation>
    </message>
    <message>
        <source>The answer file is not JSON</source>
        <translation>Die Antwortdatei ist kein JSON</translation>
    </message>
    <message>
        <source>The answers in %1 are not JSON text.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Die Antworten sind kein JSON-Text: %1.</translation>
    </message>
    <message>
        <source>Correct the place that is named. An editor that knows JSON marks it; the verb schema prints the schema.</source>
        <translation>Die genannte Stelle korrigieren. Ein Editor, der JSON kennt, markiert sie; das Verb schema gibt das Schema aus.</translation>
    </message>
    <message>
        <source>The answers are not right</source>
        <translation>Die Antworten sind nicht richtig</translation>
    </message>
    <message>
        <source>The answers cannot be used as they stand: %1.</source>
        <extracomment>%1 is a path or a place in the file</extracomment>
        <translation>Die Antworten sind so nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>see the places below</source>
        <translation>siehe die Stellen unten</translation>
    </message>
    <message>
        <source>Correct the places that are named and start again. Nothing was done.</source>
        <translation>Die genannten Stellen korrigieren und erneut starten. Es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>An answer is missing</source>
        <translation>Eine Antwort fehlt</translation>
    </message>
    <message>
        <source>Something is needed that the answers do not give, and nobody can be asked here: %1.</source>
        <extracomment>%1 is a place in the answer file or the purpose of a secret</extracomment>
        <translation>Es wird etwas gebraucht, das die Antworten nicht nennen, und hier kann niemand gefragt werden: %1.</translation>
    </message>
    <message>
        <source>no place named</source>
        <translation>keine Stelle genannt</translation>
    </message>
    <message>
        <source>Add it to the answer file. A secret is given as a reference, for example {&quot;env&quot;: &quot;NAME&quot;}.</source>
        <translation>Die Antwort in der Antwortdatei ergänzen. Ein Geheimnis wird als Verweis angegeben, zum Beispiel {&quot;env&quot;: &quot;NAME&quot;}.</translation>
    </message>
    <message>
        <source>The licence is not accepted</source>
        <translation>Die Lizenz ist nicht akzeptiert</translation>
    </message>
    <message>
        <source>The licence of this program and the vendor&apos;s terms for the agent are not accepted yet.</source>
        <translation>Die Lizenz dieses Programms und die Bedingungen des Herstellers für den Agent sind noch nicht akzeptiert.</translation>
    </message>
    <message>
        <source>Read both; then accept them on the first page, or set license.accepted to true in the answer file.</source>
        <translation>Beide lesen; dann auf der ersten Seite akzeptieren oder license.accepted in der Antwortdatei auf true setzen.</translation>
    </message>
    <message>
        <source>A secret is not there</source>
        <translation>Ein Geheimnis ist nicht vorhanden</translation>
    </message>
    <message>
        <source>The secret could not be had: %1.</source>
        <extracomment>%1 says what the secret is for</extracomment>
        <translation>Das Geheimnis war nicht zu erhalten: %1.</translation>
    </message>
    <message>
        <source>no purpose given</source>
        <translation>kein Zweck genannt</translation>
    </message>
    <message>
        <source>Check that the environment variable is set, or that the file exists and may be read by this account.</source>
        <translation>Prüfen, ob die Umgebungsvariable gesetzt ist oder ob die Datei vorhanden ist und dieses Konto sie lesen darf.</translation>
    </message>
    <message>
        <source>Something stands in the way</source>
        <translation>Etwas steht im Weg</translation>
    </message>
    <message>
        <source>What is there contradicts what is wanted: %1. Nothing was done.</source>
        <extracomment>%1 names a step or an object</extracomment>
        <translation>Was vorhanden ist, widerspricht dem Gewünschten: %1. Es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>see the plan</source>
        <translation>siehe den Plan</translation>
    </message>
    <message>
        <source>Look at the plan: it says for each conflict what was found. Remove the cause or change the answers.</source>
        <translation>Den Plan ansehen: Er nennt zu jedem Konflikt, was gefunden wurde. Die Ursache beseitigen oder die Antworten ändern.</translation>
    </message>
    <message>
        <source>A check failed</source>
        <translation>Eine Prüfung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>A condition of the set-up is not met: %1. Nothing was done.</source>
        <extracomment>%1 names a finding</extracomment>
        <translation>Eine Bedingung der Einrichtung ist nicht erfüllt: %1. Es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>see the findings</source>
        <translation>siehe die Befunde</translation>
    </message>
    <message>
        <source>Follow the remedy of each finding, then check again.</source>
        <translation>Der Abhilfe jedes Befunds folgen, dann erneut prüfen.</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>No connection to %1 could be made.</source>
        <extracomment>%1 is a host with port</extracomment>
        <translation>Es kam keine Verbindung zustande: %1.</translation>
    </message>
    <message>
        <source>Check network, firewall and proxy between this machine and that host. A proxy of the browser does not count for services.</source>
        <translation>Netzwerk, Firewall und Proxy zwischen diesem Computer und dem Host prüfen. Ein Proxy des Browsers gilt nicht für Dienste.</translation>
    </message>
    <message>
        <source>Host name unknown</source>
        <translation>Hostname unbekannt</translation>
    </message>
    <message>
        <source>The name %1 could not be resolved.</source>
        <extracomment>%1 is a host</extracomment>
        <translation>Der Name %1 konnte nicht aufgelöst werden.</translation>
    </message>
    <message>
        <source>of the host</source>
        <translation>des Hosts</translation>
    </message>
    <message>
        <source>Check the spelling and the DNS servers of this machine. A domain controller that is its own DNS server needs a forwarder for names of the Internet.</source>
        <translation>Die Schreibweise und die DNS-Server dieses Computers prüfen. Ein Domänencontroller, der sein eigener DNS-Server ist, braucht eine Weiterleitung für Namen des Internets.</translation>
    </message>
    <message>
        <source>Certificate is not trusted</source>
        <translation>Dem Zertifikat wird nicht vertraut</translation>
    </message>
    <message>
        <source>The certificate of %1 was not accepted, so nothing was sent.</source>
        <extracomment>%1 is a host</extracomment>
        <translation>Das Zertifikat der Gegenseite wurde nicht akzeptiert (%1), daher wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>For a controller, name the root of its certificate as caFile, and check name and expiry. For the cloud, a device that inspects traffic is the usual cause: exempt the agent&apos;s hosts from inspection.</source>
        <translation>Bei einem Domänencontroller das Stammzertifikat als caFile angeben sowie Name und Ablauf prüfen. Bei der Cloud ist meist ein Gerät die Ursache, das den Datenverkehr untersucht: Die Hosts des Agents von der Untersuchung ausnehmen.</translation>
    </message>
    <message>
        <source>No secure connection</source>
        <translation>Keine sichere Verbindung</translation>
    </message>
    <message>
        <source>A secure connection to %1 could not be set up.</source>
        <extracomment>%1 is a host</extracomment>
        <translation>Eine sichere Verbindung konnte nicht aufgebaut werden: %1.</translation>
    </message>
    <message>
        <source>Check that both sides speak TLS 1.2 or newer, that the port is the one for TLS, and that nothing on the way ends the connection.</source>
        <translation>Prüfen, ob beide Seiten TLS 1.2 oder neuer sprechen, ob es der Port für TLS ist und ob nichts auf dem Weg die Verbindung beendet.</translation>
    </message>
    <message>
        <source>The proxy asks for a sign-in</source>
        <translation>Der Proxy verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>The proxy %1 lets nothing through without a sign-in.</source>
        <extracomment>%1 is a proxy</extracomment>
        <translation>Der Proxy %1 lässt ohne Anmeldung nichts durch.</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>auf dem Weg</translation>
    </message>
    <message>
        <source>Give a user name and a password for it (server.proxyCredential in the answer file), or name another proxy. The agent cannot sign in to a proxy: its hosts have to pass without.</source>
        <translation>Dafür einen Benutzernamen und ein Kennwort angeben (server.proxyCredential in der Antwortdatei) oder einen anderen Proxy angeben. Der Agent kann sich nicht an einem Proxy anmelden: Seine Hosts müssen ohne Anmeldung erreichbar sein.</translation>
    </message>
    <message>
        <source>Sign-in was refused</source>
        <translation>Die Anmeldung wurde abgelehnt</translation>
    </message>
    <message>
        <source>Microsoft Entra ID refused the sign-in (%1).</source>
        <extracomment>%1 is the host of the sign-in service, an account or a tenant</extracomment>
        <translation>Microsoft Entra ID hat die Anmeldung abgelehnt (%1).</translation>
    </message>
    <message>
        <source>no account named</source>
        <translation>kein Konto genannt</translation>
    </message>
    <message>
        <source>Look at the sign-in log of the tenant with the correlation id of the details, then try again.</source>
        <translation>Das Anmeldeprotokoll des Mandanten mit der Korrelations-ID aus den Details ansehen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Sign-in was declined</source>
        <translation>Die Anmeldung wurde zurückgewiesen</translation>
    </message>
    <message>
        <source>The sign-in was turned down by the person asked, or the window was closed.</source>
        <translation>Die gefragte Person hat die Anmeldung zurückgewiesen oder das Fenster geschlossen.</translation>
    </message>
    <message>
        <source>Start the sign-in again and complete it.</source>
        <translation>Die Anmeldung erneut beginnen und abschließen.</translation>
    </message>
    <message>
        <source>Sign-in has expired</source>
        <translation>Die Anmeldung ist abgelaufen</translation>
    </message>
    <message>
        <source>The time for the sign-in ran out, or the session is no longer valid.</source>
        <translation>Die Zeit für die Anmeldung ist abgelaufen, oder die Sitzung ist nicht mehr gültig.</translation>
    </message>
    <message>
        <source>Sign in again. A device code is good for some minutes only.</source>
        <translation>Erneut anmelden. Ein Gerätecode gilt nur einige Minuten.</translation>
    </message>
    <message>
        <source>A person has to sign in</source>
        <translation>Eine Person muss sich anmelden</translation>
    </message>
    <message>
        <source>Microsoft Entra ID wants a sign-in that a person takes part in, for example a second factor.</source>
        <translation>Microsoft Entra ID verlangt eine Anmeldung, an der eine Person teilnimmt, zum Beispiel mit einem zweiten Faktor.</translation>
    </message>
    <message>
        <source>Sign in with the browser or a device code instead of an unattended method, or repeat it.</source>
        <translation>Mit dem Browser oder einem Gerätecode statt unbeaufsichtigt anmelden oder die Anmeldung wiederholen.</translation>
    </message>
    <message>
        <source>Consent is missing</source>
        <translation>Die Zustimmung fehlt</translation>
    </message>
    <message>
        <source>The application used for the sign-in has not been granted the permissions that the set-up needs (%1).</source>
        <extracomment>%1 is the host of the sign-in service or an application id</extracomment>
        <translation>Der für die Anmeldung verwendeten Anwendung wurden die Berechtigungen nicht erteilt, die die Einrichtung braucht (%1).</translation>
    </message>
    <message>
        <source>no application named</source>
        <translation>keine Anwendung genannt</translation>
    </message>
    <message>
        <source>Let an administrator grant consent in the app registration under API permissions, then sign in again.</source>
        <translation>Einen Administrator in der App-Registrierung unter „API-Berechtigungen“ die Zustimmung erteilen lassen, dann erneut anmelden.</translation>
    </message>
    <message>
        <source>The account belongs to another tenant</source>
        <translation>Das Konto gehört zu einem anderen Mandanten</translation>
    </message>
    <message>
        <source>The account signed in does not belong to the tenant that was wanted: %1.</source>
        <extracomment>%1 is a tenant or an account</extracomment>
        <translation>Das angemeldete Konto gehört nicht zum gewünschten Mandanten: %1.</translation>
    </message>
    <message>
        <source>no tenant named</source>
        <translation>kein Mandant genannt</translation>
    </message>
    <message>
        <source>Sign in with an account that was made in this tenant; a guest or a personal account will not do.</source>
        <translation>Mit einem Konto anmelden, das in diesem Mandanten erstellt wurde; ein Gastkonto oder ein persönliches Konto genügt nicht.</translation>
    </message>
    <message>
        <source>The answer to the sign-in is not right</source>
        <translation>Die Antwort auf die Anmeldung ist nicht richtig</translation>
    </message>
    <message>
        <source>What came back from the sign-in does not match what was asked for, so it was not used.</source>
        <translation>Was von der Anmeldung zurückkam, passt nicht zu dem, was angefragt wurde, und wurde daher nicht verwendet.</translation>
    </message>
    <message>
        <source>Close other sign-in windows and start again. If it happens again, check what stands between this machine and the cloud.</source>
        <translation>Andere Anmeldefenster schließen und von vorn beginnen. Geschieht es wieder, prüfen, was zwischen diesem Computer und der Cloud steht.</translation>
    </message>
    <message>
        <source>This way to sign in is not available</source>
        <translation>Dieser Anmeldeweg ist nicht verfügbar</translation>
    </message>
    <message>
        <source>The way to sign in that was chosen cannot be used here: %1.</source>
        <extracomment>%1 is a sign-in method or a cloud</extracomment>
        <translation>Der gewählte Anmeldeweg ist hier nicht möglich: %1.</translation>
    </message>
    <message>
        <source>no method named</source>
        <translation>keine Methode genannt</translation>
    </message>
    <message>
        <source>Choose another one: a device code needs no browser on this machine, a certificate needs no person.</source>
        <translation>Einen anderen wählen: Ein Gerätecode braucht keinen Browser auf diesem Computer, ein Zertifikat braucht keine Person.</translation>
    </message>
    <message>
        <source>The sign-in certificate cannot be used</source>
        <translation>Das Anmeldezertifikat ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The certificate or its private key could not be used for the sign-in: %1.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Das Zertifikat oder sein privater Schlüssel konnte nicht für die Anmeldung verwendet werden: %1.</translation>
    </message>
    <message>
        <source>no file named</source>
        <translation>keine Datei genannt</translation>
    </message>
    <message>
        <source>The PEM file has to hold a valid certificate and its unencrypted RSA key, and the certificate has to be registered with the application.</source>
        <translation>Die PEM-Datei muss ein gültiges Zertifikat und dessen unverschlüsselten RSA-Schlüssel enthalten, und das Zertifikat muss bei der Anwendung registriert sein.</translation>
    </message>
    <message>
        <source>A role is missing</source>
        <translation>Eine Rolle fehlt</translation>
    </message>
    <message>
        <source>The account %1 does not have a role that may set up Cloud Sync.</source>
        <extracomment>%1 is an account</extracomment>
        <translation>Das Konto %1 hat keine Rolle, die Cloud Sync einrichten darf.</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>der Anmeldung</translation>
    </message>
    <message>
        <source>Assign Hybrid Identity Administrator. A role that is only eligible has to be activated first; then sign in again.</source>
        <translation>Die Rolle „Hybrididentitätsadministrator“ zuweisen. Eine nur berechtigte Rolle muss zuerst aktiviert werden; dann erneut anmelden.</translation>
    </message>
    <message>
        <source>A permission is missing</source>
        <translation>Eine Berechtigung fehlt</translation>
    </message>
    <message>
        <source>The tenant does not allow this to the application in use: %1.</source>
        <extracomment>%1 is a permission or a call</extracomment>
        <translation>Der Mandant erlaubt dies der verwendeten Anwendung nicht: %1.</translation>
    </message>
    <message>
        <source>no permission named</source>
        <translation>keine Berechtigung genannt</translation>
    </message>
    <message>
        <source>Add the permission to the app registration, grant consent for it, and sign in again so that the token holds it.</source>
        <translation>Die Berechtigung der App-Registrierung hinzufügen, die Zustimmung dafür erteilen und erneut anmelden, damit das Token sie enthält.</translation>
    </message>
    <message>
        <source>Not found in the tenant</source>
        <translation>Im Mandanten nicht gefunden</translation>
    </message>
    <message>
        <source>The tenant does not know %1.</source>
        <extracomment>%1 names an object of the tenant</extracomment>
        <translation>Der Mandant kennt dies nicht: %1.</translation>
    </message>
    <message>
        <source>what was asked for</source>
        <translation>das Gesuchte</translation>
    </message>
    <message>
        <source>New objects take up to a minute to appear everywhere; try again. If it stays so, it was removed by somebody else.</source>
        <translation>Neue Objekte brauchen bis zu einer Minute, bis sie überall erscheinen; erneut versuchen. Bleibt es so, hat jemand anderes das Objekt entfernt.</translation>
    </message>
    <message>
        <source>The tenant has something else there</source>
        <translation>Im Mandanten steht dort etwas anderes</translation>
    </message>
    <message>
        <source>The tenant refused a change because it contradicts what is there: %1.</source>
        <extracomment>%1 names an object of the tenant</extracomment>
        <translation>Der Mandant hat eine Änderung abgelehnt, weil sie dem Vorhandenen widerspricht: %1.</translation>
    </message>
    <message>
        <source>no object named</source>
        <translation>kein Objekt genannt</translation>
    </message>
    <message>
        <source>Look at the configuration in the portal under Cloud Sync, then start again; the plan shows what differs.</source>
        <translation>Die Konfiguration im Portal unter „Cloudsynchronisierung“ ansehen, dann erneut starten; der Plan zeigt, was abweicht.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anforderungen</translation>
    </message>
    <message>
        <source>The tenant asked several times to slow down and did not take the request in the time allowed.</source>
        <translation>Der Mandant hat mehrmals um langsameres Arbeiten gebeten und die Anforderung nicht in der erlaubten Zeit angenommen.</translation>
    </message>
    <message>
        <source>Wait some minutes and start again. Other tools that work on the same tenant count as well.</source>
        <translation>Einige Minuten warten und erneut starten. Andere Werkzeuge, die mit demselben Mandanten arbeiten, zählen mit.</translation>
    </message>
    <message>
        <source>The service does not answer properly</source>
        <translation>Der Dienst antwortet nicht ordnungsgemäß</translation>
    </message>
    <message>
        <source>Microsoft Graph could not serve the request: %1.</source>
        <extracomment>%1 names a call or a host</extracomment>
        <translation>Microsoft Graph konnte die Anforderung nicht bedienen: %1.</translation>
    </message>
    <message>
        <source>no call named</source>
        <translation>kein Aufruf genannt</translation>
    </message>
    <message>
        <source>Look at the service health of the tenant and try again later. The request id in the details helps support.</source>
        <translation>Den Dienststatus des Mandanten ansehen und es später erneut versuchen. Die Anforderungs-ID in den Details hilft dem Support.</translation>
    </message>
    <message>
        <source>The tenant refused a request</source>
        <translation>Der Mandant hat eine Anforderung abgelehnt</translation>
    </message>
    <message>
        <source>Microsoft Graph did not accept a request: %1.</source>
        <extracomment>%1 names a call</extracomment>
        <translation>Microsoft Graph hat eine Anforderung nicht angenommen: %1.</translation>
    </message>
    <message>
        <source>Read the details: they name what was not accepted. Correct the answer concerned and start again.</source>
        <translation>Die Details lesen: Sie nennen, was nicht angenommen wurde. Die betreffende Antwort korrigieren und erneut starten.</translation>
    </message>
    <message>
        <source>The answer of the tenant is not understood</source>
        <translation>Die Antwort des Mandanten ist nicht verständlich</translation>
    </message>
    <message>
        <source>Microsoft Graph answered in a form that is not known: %1.</source>
        <extracomment>%1 names a call</extracomment>
        <translation>Microsoft Graph antwortete in einer unbekannten Form: %1.</translation>
    </message>
    <message>
        <source>Check that no proxy changes the answers. If all is well there, look for a newer version of this program.</source>
        <translation>Prüfen, ob ein Proxy die Antworten verändert. Ist dort alles in Ordnung, nach einer neueren Version dieses Programms suchen.</translation>
    </message>
    <message>
        <source>The tenant was changed meanwhile</source>
        <translation>Der Mandant wurde inzwischen geändert</translation>
    </message>
    <message>
        <source>Somebody else changed %1 between reading and writing, so it was left alone.</source>
        <extracomment>%1 names an object of the tenant</extracomment>
        <translation>Zwischen Lesen und Schreiben hat jemand anderes %1 geändert; daran wurde nichts getan.</translation>
    </message>
    <message>
        <source>the same object</source>
        <translation>dasselbe Objekt</translation>
    </message>
    <message>
        <source>Agree on who works on the configuration, then start again; the plan is made from what is there now.</source>
        <translation>Absprechen, wer an der Konfiguration arbeitet, dann erneut starten; der Plan wird aus dem jetzigen Stand erstellt.</translation>
    </message>
    <message>
        <source>The job is in quarantine</source>
        <translation>Der Auftrag ist in Quarantäne</translation>
    </message>
    <message>
        <source>The provisioning service has put the job of %1 in quarantine, so it runs rarely or not at all.</source>
        <extracomment>%1 is a domain or a job</extracomment>
        <translation>Der Bereitstellungsdienst hat den Auftrag für %1 in Quarantäne gesetzt; er wird nur noch selten oder gar nicht ausgeführt.</translation>
    </message>
    <message>
        <source>this domain</source>
        <translation>diese Domäne</translation>
    </message>
    <message>
        <source>Remove the cause that the details name, then restart the job. Clearing the quarantine alone brings it back.</source>
        <translation>Die in den Details genannte Ursache beseitigen, dann den Auftrag neu starten. Wird nur die Quarantäne aufgehoben, kommt sie wieder.</translation>
    </message>
    <message>
        <source>The agent is not active</source>
        <translation>Der Agent ist nicht aktiv</translation>
    </message>
    <message>
        <source>The tenant does not see an active agent on %1.</source>
        <extracomment>%1 is a server</extracomment>
        <translation>Der Mandant sieht keinen aktiven Agent auf %1.</translation>
    </message>
    <message>
        <source>any server of this domain</source>
        <translation>einem Server dieser Domäne</translation>
    </message>
    <message>
        <source>Check that the agent&apos;s service runs and that it reaches its hosts on port 443 without inspection. A new agent takes some minutes to show.</source>
        <translation>Prüfen, ob der Dienst des Agents ausgeführt wird und seine Hosts an Port 443 ohne Untersuchung erreicht. Ein neuer Agent erscheint erst nach einigen Minuten.</translation>
    </message>
    <message>
        <source>An expression is not right</source>
        <translation>Ein Ausdruck ist nicht richtig</translation>
    </message>
    <message>
        <source>The expression of the mapping for %1 was not accepted.</source>
        <extracomment>%1 names an attribute mapping</extracomment>
        <translation>Der Ausdruck der Zuordnung für %1 wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>an attribute</source>
        <translation>ein Attribut</translation>
    </message>
    <message>
        <source>Check brackets, quotes and function names. Attributes stand in square brackets, texts in double quotes.</source>
        <translation>Klammern, Anführungszeichen und Funktionsnamen prüfen. Attribute stehen in eckigen Klammern, Texte in doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <source>No domain controller answers</source>
        <translation>Kein Domänencontroller antwortet</translation>
    </message>
    <message>
        <source>No connection to a domain controller could be made: %1.</source>
        <extracomment>%1 is a domain or a controller</extracomment>
        <translation>Es kam keine Verbindung mit einem Domänencontroller zustande: %1.</translation>
    </message>
    <message>
        <source>no controller named</source>
        <translation>kein Domänencontroller genannt</translation>
    </message>
    <message>
        <source>Check that the controllers run and that ports 389, 636 and 88 are open from this machine. Where DNS does not know the domain, name the controllers in the answers.</source>
        <translation>Prüfen, ob die Domänencontroller laufen und die Ports 389, 636 und 88 von diesem Computer aus offen sind. Kennt DNS die Domäne nicht, die Domänencontroller in den Antworten angeben.</translation>
    </message>
    <message>
        <source>User name or password is not right</source>
        <translation>Benutzername oder Kennwort ist nicht richtig</translation>
    </message>
    <message>
        <source>The directory refused %1. It was tried once and is not tried again, so that the account does not lock.</source>
        <extracomment>%1 is a user name</extracomment>
        <translation>Das Verzeichnis hat %1 abgelehnt. Es blieb bei einem Versuch, damit das Konto nicht gesperrt wird.</translation>
    </message>
    <message>
        <source>the credential</source>
        <translation>die Anmeldeinformationen</translation>
    </message>
    <message>
        <source>Enter the password anew. If you are sure of it, the account may be a member of Protected Users or restricted to other servers: use another administrator.</source>
        <translation>Das Kennwort neu eingeben. Stimmt es sicher, ist das Konto vielleicht Mitglied von „Protected Users“ oder auf andere Server beschränkt: Einen anderen Administrator verwenden.</translation>
    </message>
    <message>
        <source>The account is locked</source>
        <translation>Das Konto ist gesperrt</translation>
    </message>
    <message>
        <source>The directory has locked %1 after too many refused attempts, or is one refusal away from it.</source>
        <extracomment>%1 is a user name</extracomment>
        <translation>Das Verzeichnis hat %1 nach zu vielen abgelehnten Versuchen gesperrt oder ist eine Ablehnung davon entfernt.</translation>
    </message>
    <message>
        <source>the account</source>
        <translation>das Konto</translation>
    </message>
    <message>
        <source>Unlock the account or wait until the lock or the count of refusals ends, and find out what used the old password.</source>
        <translation>Das Konto entsperren oder das Ende der Sperre oder der Zählung abwarten und herausfinden, was das alte Kennwort verwendet hat.</translation>
    </message>
    <message>
        <source>The password has expired</source>
        <translation>Das Kennwort ist abgelaufen</translation>
    </message>
    <message>
        <source>The password of %1 has expired or must be changed at the next sign-in.</source>
        <extracomment>%1 is a user name</extracomment>
        <translation>Das Kennwort für %1 ist abgelaufen oder muss bei der nächsten Anmeldung geändert werden.</translation>
    </message>
    <message>
        <source>Change the password on a Windows computer of the domain, then enter the new one.</source>
        <translation>Das Kennwort auf einem Windows-Computer der Domäne ändern, dann das neue eingeben.</translation>
    </message>
    <message>
        <source>The account cannot sign in</source>
        <translation>Das Konto kann sich nicht anmelden</translation>
    </message>
    <message>
        <source>%1 is disabled, expired or not allowed to sign in at this time or place.</source>
        <extracomment>%1 is a user name</extracomment>
        <translation>%1 ist deaktiviert, abgelaufen oder darf sich zu dieser Zeit oder an diesem Ort nicht anmelden.</translation>
    </message>
    <message>
        <source>The account</source>
        <translation>Das Konto</translation>
    </message>
    <message>
        <source>Use another administrator, or lift the restriction.</source>
        <translation>Einen anderen Administrator verwenden oder die Einschränkung aufheben.</translation>
    </message>
    <message>
        <source>This way to sign in to the directory is not available</source>
        <translation>Dieser Weg der Anmeldung am Verzeichnis ist nicht verfügbar</translation>
    </message>
    <message>
        <source>The sign-in to the directory could not be attempted as asked for: %1.</source>
        <extracomment>%1 is a controller or a mechanism</extracomment>
        <translation>Die Anmeldung am Verzeichnis konnte so nicht versucht werden: %1.</translation>
    </message>
    <message>
        <source>no reason known</source>
        <translation>kein Grund bekannt</translation>
    </message>
    <message>
        <source>Kerberos needs DNS, a clock that agrees within five minutes and port 88. The mechanism simple needs ldaps:// or StartTLS.</source>
        <translation>Kerberos braucht DNS, eine Uhr mit weniger als fünf Minuten Abstand und Port 88. Der Mechanismus simple braucht ldaps:// oder StartTLS.</translation>
    </message>
    <message>
        <source>A right in the directory is missing</source>
        <translation>Ein Recht im Verzeichnis fehlt</translation>
    </message>
    <message>
        <source>The directory does not allow the account in use to do this: %1.</source>
        <extracomment>%1 is a distinguished name</extracomment>
        <translation>Das Verzeichnis erlaubt dies dem verwendeten Konto nicht: %1.</translation>
    </message>
    <message>
        <source>Use a member of Domain Admins; steps that touch the forest need Enterprise Admins. The plan names the right that each step needs.</source>
        <translation>Ein Mitglied von Domänen-Admins verwenden; Schritte, die die Gesamtstruktur betreffen, brauchen Organisations-Admins. Der Plan nennt das Recht, das jeder Schritt braucht.</translation>
    </message>
    <message>
        <source>Not in the directory</source>
        <translation>Nicht im Verzeichnis</translation>
    </message>
    <message>
        <source>The directory has no object %1, or hides it from the account in use.</source>
        <extracomment>%1 is a distinguished name</extracomment>
        <translation>Das Verzeichnis hat kein Objekt %1 oder verbirgt es vor dem verwendeten Konto.</translation>
    </message>
    <message>
        <source>of this name</source>
        <translation>dieses Namens</translation>
    </message>
    <message>
        <source>Check the name. A change made on another controller may need some minutes to arrive.</source>
        <translation>Den Namen prüfen. Eine Änderung auf einem anderen Domänencontroller kommt vielleicht erst nach einigen Minuten an.</translation>
    </message>
    <message>
        <source>The directory has this already</source>
        <translation>Im Verzeichnis gibt es dies bereits</translation>
    </message>
    <message>
        <source>An object of this name was not expected in the directory: %1.</source>
        <extracomment>%1 is a distinguished name</extracomment>
        <translation>Ein Objekt dieses Namens wurde im Verzeichnis nicht erwartet: %1.</translation>
    </message>
    <message>
        <source>no name known</source>
        <translation>kein Name bekannt</translation>
    </message>
    <message>
        <source>Choose another name, or use the object that is there by choosing the existing account.</source>
        <translation>Einen anderen Namen wählen oder das vorhandene Objekt verwenden, indem das vorhandene Konto gewählt wird.</translation>
    </message>
    <message>
        <source>The directory refused a change</source>
        <translation>Das Verzeichnis hat eine Änderung abgelehnt</translation>
    </message>
    <message>
        <source>The directory did not accept a request: %1.</source>
        <extracomment>%1 is a distinguished name</extracomment>
        <translation>Das Verzeichnis hat eine Anforderung nicht angenommen: %1.</translation>
    </message>
    <message>
        <source>Read the details: they hold the controller&apos;s own words and code.</source>
        <translation>Die Details lesen: Sie enthalten die Worte und den Code des Domänencontrollers.</translation>
    </message>
    <message>
        <source>The answer of the directory is not understood</source>
        <translation>Die Antwort des Verzeichnisses ist nicht verständlich</translation>
    </message>
    <message>
        <source>The controller answered in a form that is not known: %1.</source>
        <extracomment>%1 is a controller or an object</extracomment>
        <translation>Der Domänencontroller antwortete in einer unbekannten Form: %1.</translation>
    </message>
    <message>
        <source>Check that the address leads to an Active Directory domain controller, and try another one.</source>
        <translation>Prüfen, ob die Adresse zu einem Active Directory-Domänencontroller führt, und einen anderen versuchen.</translation>
    </message>
    <message>
        <source>The controller serves another domain</source>
        <translation>Der Domänencontroller bedient eine andere Domäne</translation>
    </message>
    <message>
        <source>The controller that answered does not belong to the domain wanted: %1.</source>
        <extracomment>%1 is a domain or controller</extracomment>
        <translation>Der Domänencontroller, der geantwortet hat, gehört nicht zur gewünschten Domäne: %1.</translation>
    </message>
    <message>
        <source>no domain named</source>
        <translation>keine Domäne genannt</translation>
    </message>
    <message>
        <source>Check domain and controllers of the answers against one another.</source>
        <translation>Domäne und Domänencontroller der Antworten miteinander abgleichen.</translation>
    </message>
    <message>
        <source>A part of the scope is not there</source>
        <translation>Ein Teil des Gültigkeitsbereichs ist nicht vorhanden</translation>
    </message>
    <message>
        <source>The scope names %1, which is not in the directory.</source>
        <extracomment>%1 is a distinguished name</extracomment>
        <translation>Der Gültigkeitsbereich nennt %1; im Verzeichnis ist das nicht vorhanden.</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>Correct the distinguished name. One that was renamed or moved has to be named anew.</source>
        <translation>Den Distinguished Name korrigieren. Was umbenannt oder verschoben wurde, muss neu angegeben werden.</translation>
    </message>
    <message>
        <source>No usable KDS root key</source>
        <translation>Kein verwendbarer KDS-Stammschlüssel</translation>
    </message>
    <message>
        <source>The forest of %1 has no KDS root key that is in effect, so no group managed service account can be made.</source>
        <extracomment>%1 is a domain</extracomment>
        <translation>Für %1 hat die Gesamtstruktur keinen wirksamen KDS-Stammschlüssel, daher lässt sich kein gruppenverwaltetes Dienstkonto erstellen.</translation>
    </message>
    <message>
        <source>Create one with Add-KdsRootKey -EffectiveImmediately as an enterprise administrator and wait ten hours, until every controller has it.</source>
        <translation>Als Organisationsadministrator einen Schlüssel mit Add-KdsRootKey -EffectiveImmediately erstellen und zehn Stunden warten, bis jeder Domänencontroller ihn hat.</translation>
    </message>
    <message>
        <source>The container for service accounts is missing</source>
        <translation>Der Container für Dienstkonten fehlt</translation>
    </message>
    <message>
        <source>The domain %1 has no usable container Managed Service Accounts.</source>
        <extracomment>%1 is a domain</extracomment>
        <translation>Die Domäne %1 hat keinen verwendbaren Container Managed Service Accounts.</translation>
    </message>
    <message>
        <source>concerned</source>
        <translation>dieses Laufs</translation>
    </message>
    <message>
        <source>Remove the stale entry of otherWellKnownObjects on the domain and run adprep /domainprep again, or restore the container.</source>
        <translation>Den veralteten Eintrag von otherWellKnownObjects an der Domäne entfernen und adprep /domainprep erneut ausführen, oder den Container wiederherstellen.</translation>
    </message>
    <message>
        <source>The service account cannot be used here</source>
        <translation>Das Dienstkonto ist hier nicht verwendbar</translation>
    </message>
    <message>
        <source>This server cannot use the group managed service account %1.</source>
        <extracomment>%1 is an account</extracomment>
        <translation>Dieser Server kann das gruppenverwaltete Dienstkonto %1 nicht verwenden.</translation>
    </message>
    <message>
        <source>named</source>
        <translation>der Antworten</translation>
    </message>
    <message>
        <source>Check that the server is among the hosts that may use it, restart the server when it was added through a group, and check that account and server share a Kerberos encryption type.</source>
        <translation>Prüfen, ob der Server zu den Hosts gehört, die es verwenden dürfen, den Server neu starten, wenn er über eine Gruppe hinzugefügt wurde, und prüfen, ob Konto und Server einen gemeinsamen Kerberos-Verschlüsselungstyp haben.</translation>
    </message>
    <message>
        <source>Permissions of an object are not understood</source>
        <translation>Berechtigungen eines Objekts sind nicht verständlich</translation>
    </message>
    <message>
        <source>The permissions of %1 could not be read, so they were not touched.</source>
        <extracomment>%1 is a distinguished name</extracomment>
        <translation>Die Berechtigungen konnten nicht gelesen werden und wurden daher nicht verändert: %1.</translation>
    </message>
    <message>
        <source>Check the permissions of the object with dsacls or Active Directory Users and Computers.</source>
        <translation>Die Berechtigungen des Objekts mit dsacls oder „Active Directory-Benutzer und -Computer“ prüfen.</translation>
    </message>
    <message>
        <source>The agent&apos;s package is not there</source>
        <translation>Das Paket des Agents ist nicht vorhanden</translation>
    </message>
    <message>
        <source>There is no package at %1.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Hier gibt es kein Paket: %1.</translation>
    </message>
    <message>
        <source>the place named</source>
        <translation>der genannte Ort</translation>
    </message>
    <message>
        <source>Download the Microsoft Entra provisioning agent from the portal under Cloud Sync, Agents, and name its path.</source>
        <translation>Den Microsoft Entra-Bereitstellungs-Agent im Portal unter „Cloudsynchronisierung“, „Agents“ herunterladen und seinen Pfad angeben.</translation>
    </message>
    <message>
        <source>The package is not trusted</source>
        <translation>Dem Paket wird nicht vertraut</translation>
    </message>
    <message>
        <source>The signature of %1 is not valid or not the publisher&apos;s, so it was not started.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Die Signatur ist nicht gültig oder nicht die des Herausgebers, daher wurde nichts gestartet: %1.</translation>
    </message>
    <message>
        <source>the package</source>
        <translation>das Paket</translation>
    </message>
    <message>
        <source>Download the package again from the portal. Do not start one whose signature is not right.</source>
        <translation>Das Paket erneut im Portal herunterladen. Keines starten, dessen Signatur nicht stimmt.</translation>
    </message>
    <message>
        <source>The installer failed</source>
        <translation>Das Installationsprogramm ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The agent&apos;s installer ended with an error. Its log: %1.</source>
        <extracomment>%1 is the path of a log file</extracomment>
        <translation>Das Installationsprogramm des Agents endete mit einem Fehler. Sein Protokoll: %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Look at the end of its log. The usual causes are a restart that is due, a policy that takes away the right to log on as a service, and a disabled Credential Manager.</source>
        <translation>Das Ende des Protokolls ansehen. Die üblichen Ursachen sind ein fälliger Neustart, eine Richtlinie, die das Recht „Anmelden als Dienst“ entzieht, und eine deaktivierte Anmeldeinformationsverwaltung.</translation>
    </message>
    <message>
        <source>The installation was cancelled</source>
        <translation>Die Installation wurde abgebrochen</translation>
    </message>
    <message>
        <source>The agent&apos;s installer was cancelled on this server.</source>
        <translation>Das Installationsprogramm des Agents wurde auf diesem Server abgebrochen.</translation>
    </message>
    <message>
        <source>Start again and let the installer come to its end.</source>
        <translation>Erneut starten und das Installationsprogramm bis zum Ende laufen lassen.</translation>
    </message>
    <message>
        <source>Another installation is in progress</source>
        <translation>Eine andere Installation ist im Gange</translation>
    </message>
    <message>
        <source>Windows Installer is busy on this server.</source>
        <translation>Windows Installer ist auf diesem Server beschäftigt.</translation>
    </message>
    <message>
        <source>Wait until the other installation has ended, then start again.</source>
        <translation>Warten, bis die andere Installation beendet ist, dann erneut starten.</translation>
    </message>
    <message>
        <source>A restart is needed first</source>
        <translation>Zuerst ist ein Neustart nötig</translation>
    </message>
    <message>
        <source>This server has to be restarted before the work can go on.</source>
        <translation>Dieser Server muss neu gestartet werden, bevor die Arbeit weitergehen kann.</translation>
    </message>
    <message>
        <source>Restart the server, then start again with --resume; what is done already is recognised.</source>
        <translation>Den Server neu starten, dann erneut mit --resume beginnen; was bereits erledigt ist, wird erkannt.</translation>
    </message>
    <message>
        <source>A service does not do as asked</source>
        <translation>Ein Dienst reagiert nicht wie verlangt</translation>
    </message>
    <message>
        <source>The service %1 could not be controlled or does not run.</source>
        <extracomment>%1 is a service</extracomment>
        <translation>Der Dienst %1 ließ sich nicht steuern oder wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>of the agent</source>
        <translation>des Agents</translation>
    </message>
    <message>
        <source>Look at the System event log. The service&apos;s account needs the right to log on as a service; do not replace it with an administrator or the local system.</source>
        <translation>Das Ereignisprotokoll „System“ ansehen. Das Konto des Dienstes braucht das Recht „Anmelden als Dienst“; es darf nicht durch einen Administrator oder das lokale System ersetzt werden.</translation>
    </message>
    <message>
        <source>A registry value cannot be read or written</source>
        <translation>Ein Registrierungswert ist nicht les- oder schreibbar</translation>
    </message>
    <message>
        <source>Windows refused the access to %1.</source>
        <extracomment>%1 is a registry value</extracomment>
        <translation>Windows hat den Zugriff verweigert: %1.</translation>
    </message>
    <message>
        <source>a registry value</source>
        <translation>ein Registrierungswert</translation>
    </message>
    <message>
        <source>Run as administrator, and check whether a policy or protection software guards the key.</source>
        <translation>Als Administrator ausführen und prüfen, ob eine Richtlinie oder Schutzsoftware den Schlüssel bewacht.</translation>
    </message>
    <message>
        <source>A command of the agent failed</source>
        <translation>Ein Befehl des Agents ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The agent&apos;s own command ended with an error: %1.</source>
        <extracomment>%1 is a command</extracomment>
        <translation>Der Befehl des Agents endete mit einem Fehler: %1.</translation>
    </message>
    <message>
        <source>no command named</source>
        <translation>kein Befehl genannt</translation>
    </message>
    <message>
        <source>Read the details and the agent&apos;s trace files below ProgramData; the commands can be repeated safely.</source>
        <translation>Die Details und die Ablaufverfolgungsdateien des Agents unter ProgramData lesen; die Befehle lassen sich gefahrlos wiederholen.</translation>
    </message>
    <message>
        <source>Administrator rights are needed</source>
        <translation>Administratorrechte sind nötig</translation>
    </message>
    <message>
        <source>This program was started without administrator rights on this server.</source>
        <translation>Dieses Programm wurde auf diesem Server ohne Administratorrechte gestartet.</translation>
    </message>
    <message>
        <source>Start it again with &quot;Run as administrator&quot;.</source>
        <translation>Das Programm mit „Als Administrator ausführen“ erneut starten.</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <extracomment>%1 is what the other side said, in its own words</extracomment>
        <translation>Details: %1</translation>
    </message>
    <message>
        <source>There are %1 more.</source>
        <translation>Es gibt %1 weitere.</translation>
    </message>
</context>
<context>
    <name>ExitCode</name>
    <message>
        <source>Done, or everything was there already.</source>
        <translation>Erledigt, oder es war bereits alles vorhanden.</translation>
    </message>
    <message>
        <source>The answers or the command line are wrong; nothing was done.</source>
        <translation>Die Antworten oder die Befehlszeile sind falsch; es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>A check failed; nothing was done.</source>
        <translation>Eine Prüfung ist fehlgeschlagen; es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>The sign-in failed or was refused.</source>
        <translation>Die Anmeldung ist fehlgeschlagen oder wurde abgelehnt.</translation>
    </message>
    <message>
        <source>A step failed; everything that this run did is undone.</source>
        <translation>Ein Schritt ist fehlgeschlagen; alles, was dieser Lauf getan hat, ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>A step failed and something is left behind; the report lists it.</source>
        <translation>Ein Schritt ist fehlgeschlagen, und etwas ist zurückgeblieben; der Bericht führt es auf.</translation>
    </message>
    <message>
        <source>Cancelled by a person; what was done is undone or listed.</source>
        <translation>Von einer Person abgebrochen; was getan war, ist rückgängig gemacht oder aufgeführt.</translation>
    </message>
    <message>
        <source>Another installation, or another run of this program, is in progress.</source>
        <translation>Eine andere Installation oder ein anderer Lauf dieses Programms ist im Gange.</translation>
    </message>
    <message>
        <source>Done; a restart has begun.</source>
        <translation>Erledigt; ein Neustart hat begonnen.</translation>
    </message>
    <message>
        <source>Done; a restart is needed to finish.</source>
        <translation>Erledigt; zum Abschluss ist ein Neustart nötig.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The service account %1 is not read back: the answers do not say how to reach its domain %2.</source>
        <translation>Das Dienstkonto %1 wird nicht zurückgelesen: Die Antworten sagen nicht, wie seine Domäne %2 zu erreichen ist.</translation>
    </message>
    <message>
        <source>The service account %1 is not read back: %2</source>
        <translation>Das Dienstkonto %1 wird nicht zurückgelesen: %2</translation>
    </message>
</context>
<context>
    <name>ExportVerb</name>
    <message>
        <source>Answers: %1</source>
        <translation>Antworten: %1</translation>
    </message>
</context>
<context>
    <name>Expression</name>
    <message>
        <source>The expression is empty.</source>
        <translation>Der Ausdruck ist leer.</translation>
    </message>
    <message>
        <source>This closing parenthesis has no opening one.</source>
        <translation>Diese schließende Klammer hat keine öffnende.</translation>
    </message>
    <message>
        <source>A comma stands between arguments of a function only.</source>
        <translation>Ein Komma steht nur zwischen Argumenten einer Funktion.</translation>
    </message>
    <message>
        <source>The expression has ended before this.</source>
        <translation>Der Ausdruck ist davor schon zu Ende.</translation>
    </message>
    <message>
        <source>The expression is nested too deeply.</source>
        <translation>Der Ausdruck ist zu tief geschachtelt.</translation>
    </message>
    <message>
        <source>Something is missing at the end.</source>
        <translation>Am Ende fehlt etwas.</translation>
    </message>
    <message>
        <source>This closing bracket has no opening one.</source>
        <translation>Diese schließende eckige Klammer hat keine öffnende.</translation>
    </message>
    <message>
        <source>Something is missing before this closing parenthesis.</source>
        <translation>Vor dieser schließenden Klammer fehlt etwas.</translation>
    </message>
    <message>
        <source>Text stands between straight double quotation marks.</source>
        <translation>Text steht zwischen geraden doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <source>This character is not expected here.</source>
        <translation>Dieses Zeichen wird hier nicht erwartet.</translation>
    </message>
    <message>
        <source>The bracket around this attribute is not closed.</source>
        <translation>Die eckige Klammer um dieses Attribut ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The brackets hold no attribute.</source>
        <translation>Die eckigen Klammern enthalten kein Attribut.</translation>
    </message>
    <message>
        <source>The quotation mark is not closed.</source>
        <translation>Das Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Diese Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A number is missing after the minus sign.</source>
        <translation>Nach dem Minuszeichen fehlt eine Zahl.</translation>
    </message>
    <message>
        <source>The function %1 needs its arguments in parentheses.</source>
        <translation>Die Funktion %1 braucht ihre Argumente in Klammern.</translation>
    </message>
    <message>
        <source>%1 is no value: an attribute stands in brackets, text in quotation marks.</source>
        <translation>%1 ist kein Wert: Ein Attribut steht in eckigen Klammern, Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The parenthesis of %1 is not closed.</source>
        <translation>Die Klammer von %1 ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A comma or the closing parenthesis of %1 is missing here.</source>
        <translation>Hier fehlt ein Komma oder die schließende Klammer von %1.</translation>
    </message>
    <message>
        <source>The documentation lists no function %1.</source>
        <translation>Die Dokumentation nennt keine Funktion %1.</translation>
    </message>
    <message>
        <source>The documentation lists no function %1. Is %2 meant?</source>
        <translation>Die Dokumentation nennt keine Funktion %1. Ist %2 gemeint?</translation>
    </message>
</context>
<context>
    <name>FirstCycleTask</name>
    <message>
        <source>Verify the first synchronisation of %1</source>
        <translation>Die erste Synchronisierung von %1 prüfen</translation>
    </message>
    <message>
        <source>The job is in quarantine: %1. %2</source>
        <translation>Der Auftrag ist in Quarantäne: %1. %2</translation>
    </message>
    <message>
        <source>The first synchronisation cycle is waited for.</source>
        <translation>Auf den ersten Synchronisierungszyklus wird gewartet.</translation>
    </message>
    <message>
        <source>The first cycle has ended.</source>
        <translation>Der erste Zyklus ist beendet.</translation>
    </message>
    <message>
        <source>The first cycle has ended: %1.</source>
        <translation>Der erste Zyklus ist beendet: %1.</translation>
    </message>
    <message>
        <source>No agent is active in the tenant. The first cycle begins when one is.</source>
        <translation>Im Mandanten ist kein Agent aktiv. Der erste Zyklus beginnt, sobald einer aktiv ist.</translation>
    </message>
    <message>
        <source>The first cycle goes on. Its state can be looked at any time.</source>
        <translation>Der erste Zyklus läuft weiter. Sein Status lässt sich jederzeit ansehen.</translation>
    </message>
    <message>
        <source>The first cycle is under way.</source>
        <translation>Der erste Zyklus läuft.</translation>
    </message>
    <message>
        <source>The first cycle is under way: %1.</source>
        <translation>Der erste Zyklus läuft: %1.</translation>
    </message>
</context>
<context>
    <name>JobTask</name>
    <message>
        <source>Make the job for %1: %2</source>
        <translation>Den Auftrag für %1 erstellen: %2</translation>
    </message>
    <message>
        <source>The agent finds no Exchange attributes in Active Directory, so Exchange hybrid writeback has nowhere to write. Extend the schema for Exchange and restart the agent, or leave it off.</source>
        <translation>Der Agent findet in Active Directory keine Exchange-Attribute, daher hat das Exchange-Hybrid-Rückschreiben kein Ziel. Das Schema für Exchange erweitern und den Agent neu starten, oder es ausgeschaltet lassen.</translation>
    </message>
    <message>
        <source>A job of the template %1 is made.</source>
        <translation>Ein Auftrag der Vorlage %1 wird erstellt.</translation>
    </message>
    <message>
        <source>The agent is asked first whether Active Directory has Exchange&apos;s attributes.</source>
        <translation>Zuerst wird der Agent gefragt, ob Active Directory die Attribute von Exchange hat.</translation>
    </message>
    <message>
        <source>The job %1 stays: it has run, and it is not on record that this run made it.</source>
        <translation>Der Auftrag %1 bleibt: Er wurde ausgeführt, und es ist nicht aufgezeichnet, dass dieser Lauf ihn erstellt hat.</translation>
    </message>
</context>
<context>
    <name>JobVerb</name>
    <message>
        <source>is started</source>
        <translation>wird gestartet</translation>
    </message>
    <message>
        <source>is paused; it stays so until it is started</source>
        <translation>wird angehalten und bleibt es, bis er gestartet wird</translation>
    </message>
    <message>
        <source>begins anew and reads everything once more</source>
        <translation>beginnt von vorn und liest alles noch einmal</translation>
    </message>
    <message>
        <source>leaves the quarantine; what put it there brings it back</source>
        <translation>verlässt die Quarantäne; besteht die Ursache weiter, kommt er wieder hinein</translation>
    </message>
    <message>
        <source>may carry out the deletions that are held back, once</source>
        <translation>darf die zurückgehaltenen Löschungen einmal ausführen</translation>
    </message>
    <message>
        <source>nothing to do here</source>
        <translation>hier ist nichts zu tun</translation>
    </message>
    <message>
        <source>Would be deleted, by the log: %1 objects.</source>
        <translation>Laut Protokoll würden gelöscht: %1 Objekte.</translation>
    </message>
    <message>
        <source>The log holds more; there may be further ones.</source>
        <translation>Das Protokoll enthält mehr; es kann weitere geben.</translation>
    </message>
    <message>
        <source>Do this?</source>
        <translation>Dies ausführen?</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Erledigt.</translation>
    </message>
</context>
<context>
    <name>KnownCodes</name>
    <message>
        <source>The tenant wants a second factor, and the sign-in had none.</source>
        <translation>Der Mandant verlangt einen zweiten Faktor, und die Anmeldung hatte keinen.</translation>
    </message>
    <message>
        <source>Sign in with the browser or a device code and complete the second factor there.</source>
        <translation>Mit dem Browser oder einem Gerätecode anmelden und dort den zweiten Faktor abschließen.</translation>
    </message>
    <message>
        <source>The proof of the second factor is too old for the tenant.</source>
        <translation>Der Nachweis des zweiten Faktors ist dem Mandanten zu alt.</translation>
    </message>
    <message>
        <source>Sign in again and complete the second factor.</source>
        <translation>Erneut anmelden und den zweiten Faktor abschließen.</translation>
    </message>
    <message>
        <source>The app registration does not know the address to which the browser returns.</source>
        <translation>Die App-Registrierung kennt die Adresse nicht, an die der Browser zurückkehrt.</translation>
    </message>
    <message>
        <source>Add the redirect address http://localhost to the app registration, as a mobile and desktop application.</source>
        <translation>Die Umleitungs-URI http://localhost der App-Registrierung hinzufügen, als Mobilgerät- und Desktopanwendung.</translation>
    </message>
    <message>
        <source>The tenant does not know the service that was asked for.</source>
        <translation>Der Mandant kennt den angefragten Dienst nicht.</translation>
    </message>
    <message>
        <source>Check that the cloud in the answers is the tenant&apos;s.</source>
        <translation>Prüfen, ob die Cloud in den Antworten die des Mandanten ist.</translation>
    </message>
    <message>
        <source>The account belongs to another directory or is a personal one.</source>
        <translation>Das Konto gehört zu einem anderen Verzeichnis oder ist ein persönliches.</translation>
    </message>
    <message>
        <source>Use an account that was made in this tenant.</source>
        <translation>Ein Konto verwenden, das in diesem Mandanten erstellt wurde.</translation>
    </message>
    <message>
        <source>The tenant has no such account.</source>
        <translation>Der Mandant hat kein solches Konto.</translation>
    </message>
    <message>
        <source>Check the user name. It was tried once and is not tried again by itself.</source>
        <translation>Den Benutzernamen prüfen. Es blieb bei einem Versuch; von selbst folgt kein weiterer.</translation>
    </message>
    <message>
        <source>User name or password was not right.</source>
        <translation>Benutzername oder Kennwort war nicht richtig.</translation>
    </message>
    <message>
        <source>Check both. They were tried once and are not tried again by themselves.</source>
        <translation>Beides prüfen. Es blieb bei einem Versuch; von selbst folgt kein weiterer.</translation>
    </message>
    <message>
        <source>The account is locked, or the address of this machine is blocked.</source>
        <translation>Das Konto ist gesperrt, oder die Adresse dieses Computers ist blockiert.</translation>
    </message>
    <message>
        <source>Wait, or let an administrator look at the sign-in log.</source>
        <translation>Warten oder einen Administrator das Anmeldeprotokoll ansehen lassen.</translation>
    </message>
    <message>
        <source>The password has expired.</source>
        <translation>Das Kennwort ist abgelaufen.</translation>
    </message>
    <message>
        <source>Change it at the portal, then sign in again.</source>
        <translation>Das Kennwort im Portal ändern, dann erneut anmelden.</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>Das Konto ist deaktiviert.</translation>
    </message>
    <message>
        <source>Enable it or use another one.</source>
        <translation>Das Konto aktivieren oder ein anderes verwenden.</translation>
    </message>
    <message>
        <source>There was no session that could be continued.</source>
        <translation>Es gab keine Sitzung, die sich fortsetzen ließ.</translation>
    </message>
    <message>
        <source>Sign in with the browser or a device code.</source>
        <translation>Mit dem Browser oder einem Gerätecode anmelden.</translation>
    </message>
    <message>
        <source>The application lets in only those who are assigned to it, and this account is not.</source>
        <translation>Die Anwendung lässt nur zugewiesene Konten zu, und dieses ist nicht zugewiesen.</translation>
    </message>
    <message>
        <source>Assign the account to it under Enterprise applications.</source>
        <translation>Das Konto der Anwendung unter „Unternehmensanwendungen“ zuweisen.</translation>
    </message>
    <message>
        <source>The session was revoked, or the device is not recognised.</source>
        <translation>Die Sitzung wurde widerrufen, oder das Gerät wird nicht erkannt.</translation>
    </message>
    <message>
        <source>Sign in again from a device that the tenant knows.</source>
        <translation>Von einem Gerät aus erneut anmelden, das der Mandant kennt.</translation>
    </message>
    <message>
        <source>The application is for one tenant only, and none was named.</source>
        <translation>Die Anwendung ist nur für einen Mandanten gedacht, und es wurde keiner angegeben.</translation>
    </message>
    <message>
        <source>Name that tenant by domain or id in the answers.</source>
        <translation>Diesen Mandanten in den Antworten mit Domäne oder ID angeben.</translation>
    </message>
    <message>
        <source>The proof of this sign-in does not match its beginning.</source>
        <translation>Der Nachweis dieser Anmeldung passt nicht zu ihrem Beginn.</translation>
    </message>
    <message>
        <source>Close other sign-in windows and start again.</source>
        <translation>Andere Anmeldefenster schließen und von vorn beginnen.</translation>
    </message>
    <message>
        <source>A policy of the tenant lets in devices that meet its rules, and this one does not.</source>
        <translation>Eine Richtlinie des Mandanten lässt nur Geräte zu, die seine Regeln erfüllen, und dieses erfüllt sie nicht.</translation>
    </message>
    <message>
        <source>Use a device that meets the policy, or let an administrator exempt this sign-in from Conditional Access.</source>
        <translation>Ein Gerät verwenden, das die Richtlinie erfüllt, oder einen Administrator diese Anmeldung vom bedingten Zugriff ausnehmen lassen.</translation>
    </message>
    <message>
        <source>A policy of the tenant lets in devices joined to it, and this one is not.</source>
        <translation>Eine Richtlinie des Mandanten lässt nur Geräte zu, die ihm beigetreten sind, und dieses ist es nicht.</translation>
    </message>
    <message>
        <source>Use a joined device, or let an administrator exempt this sign-in from Conditional Access.</source>
        <translation>Ein beigetretenes Gerät verwenden oder einen Administrator diese Anmeldung vom bedingten Zugriff ausnehmen lassen.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks this sign-in.</source>
        <translation>Eine Richtlinie für bedingten Zugriff blockiert diese Anmeldung.</translation>
    </message>
    <message>
        <source>Let an administrator look at the policy in the sign-in log, and exempt this sign-in or meet what Conditional Access asks.</source>
        <translation>Einen Administrator die Richtlinie im Anmeldeprotokoll ansehen lassen und diese Anmeldung ausnehmen oder erfüllen, was der bedingte Zugriff verlangt.</translation>
    </message>
    <message>
        <source>The security defaults of the tenant block this sign-in.</source>
        <translation>Die Sicherheitsstandards des Mandanten blockieren diese Anmeldung.</translation>
    </message>
    <message>
        <source>Use a way to sign in that they allow, the browser for example, or let an administrator replace them by Conditional Access.</source>
        <translation>Einen Anmeldeweg verwenden, den sie zulassen, zum Beispiel den Browser, oder sie von einem Administrator durch bedingten Zugriff ersetzen lassen.</translation>
    </message>
    <message>
        <source>The code of this sign-in was redeemed before.</source>
        <translation>Der Code dieser Anmeldung wurde schon eingelöst.</translation>
    </message>
    <message>
        <source>Start the sign-in again. If it happens again, look for another program that takes the answers of the browser.</source>
        <translation>Die Anmeldung von vorn beginnen. Geschieht es wieder, nach einem anderen Programm suchen, das die Antworten des Browsers entgegennimmt.</translation>
    </message>
    <message>
        <source>A code or token of the sign-in has expired.</source>
        <translation>Ein Code oder Token der Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <source>Start the sign-in again.</source>
        <translation>Die Anmeldung von vorn beginnen.</translation>
    </message>
    <message>
        <source>The device code has expired.</source>
        <translation>Der Gerätecode ist abgelaufen.</translation>
    </message>
    <message>
        <source>Start the sign-in again and enter the new code.</source>
        <translation>Die Anmeldung von vorn beginnen und den neuen Code eingeben.</translation>
    </message>
    <message>
        <source>Nobody has granted the application its permissions.</source>
        <translation>Niemand hat der Anwendung ihre Berechtigungen erteilt.</translation>
    </message>
    <message>
        <source>Let an administrator grant consent in the app registration under API permissions.</source>
        <translation>Einen Administrator in der App-Registrierung unter „API-Berechtigungen“ die Zustimmung erteilen lassen.</translation>
    </message>
    <message>
        <source>The person asked did not consent.</source>
        <translation>Die gefragte Person hat nicht zugestimmt.</translation>
    </message>
    <message>
        <source>Sign in again and accept, or let an administrator grant consent for all.</source>
        <translation>Erneut anmelden und zustimmen oder einen Administrator für alle die Zustimmung erteilen lassen.</translation>
    </message>
    <message>
        <source>The client id belongs to an application of the vendor and cannot be borrowed.</source>
        <translation>Die Anwendungs-ID gehört zu einer Anwendung des Herstellers und kann nicht mitbenutzt werden.</translation>
    </message>
    <message>
        <source>Use an app registration of your own.</source>
        <translation>Eine eigene App-Registrierung verwenden.</translation>
    </message>
    <message>
        <source>The app registration does not list the permissions that were asked for.</source>
        <translation>Die App-Registrierung führt die angefragten Berechtigungen nicht auf.</translation>
    </message>
    <message>
        <source>Add them under API permissions, and grant consent.</source>
        <translation>Die Berechtigungen unter „API-Berechtigungen“ hinzufügen und die Zustimmung erteilen.</translation>
    </message>
    <message>
        <source>The tenant does not know the application.</source>
        <translation>Der Mandant kennt die Anwendung nicht.</translation>
    </message>
    <message>
        <source>Check client id, tenant and cloud.</source>
        <translation>Anwendungs-ID, Mandant und Cloud prüfen.</translation>
    </message>
    <message>
        <source>A permission that was asked for does not exist in this cloud.</source>
        <translation>Eine angefragte Berechtigung gibt es in dieser Cloud nicht.</translation>
    </message>
    <message>
        <source>The device code was not entered in time.</source>
        <translation>Der Gerätecode wurde nicht rechtzeitig eingegeben.</translation>
    </message>
    <message>
        <source>Start again and enter the code on the page shown.</source>
        <translation>Von vorn beginnen und den Code auf der gezeigten Seite eingeben.</translation>
    </message>
    <message>
        <source>The device code is not known to the service.</source>
        <translation>Der Gerätecode ist dem Dienst nicht bekannt.</translation>
    </message>
    <message>
        <source>Start again and enter the new code.</source>
        <translation>Von vorn beginnen und den neuen Code eingeben.</translation>
    </message>
    <message>
        <source>The certificate&apos;s assertion was outside its time.</source>
        <translation>Die Assertion des Zertifikats lag außerhalb ihrer Zeit.</translation>
    </message>
    <message>
        <source>Set the clock of this machine.</source>
        <translation>Die Uhr dieses Computers stellen.</translation>
    </message>
    <message>
        <source>The app registration is a public client and takes no secret or certificate.</source>
        <translation>Die App-Registrierung ist ein öffentlicher Client und nimmt weder Geheimnis noch Zertifikat an.</translation>
    </message>
    <message>
        <source>Use the browser or a device code with it.</source>
        <translation>Mit ihr den Browser oder einen Gerätecode verwenden.</translation>
    </message>
    <message>
        <source>The certificate is not registered with the application.</source>
        <translation>Das Zertifikat ist nicht bei der Anwendung registriert.</translation>
    </message>
    <message>
        <source>Upload the certificate to the app registration under Certificates and secrets.</source>
        <translation>Das Zertifikat in der App-Registrierung unter „Zertifikate &amp; Geheimnisse“ hochladen.</translation>
    </message>
    <message>
        <source>The session has reached its age limit.</source>
        <translation>Die Sitzung hat ihre Altersgrenze erreicht.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Erneut anmelden.</translation>
    </message>
    <message>
        <source>There is no tenant of this name in this cloud.</source>
        <translation>In dieser Cloud gibt es keinen Mandanten dieses Namens.</translation>
    </message>
    <message>
        <source>Check the tenant&apos;s domain or id, and the cloud.</source>
        <translation>Domäne oder ID des Mandanten und die Cloud prüfen.</translation>
    </message>
    <message>
        <source>A request of the hybrid identity service took longer than ten minutes.</source>
        <translation>Eine Anforderung des Hybrididentitätsdiensts dauerte länger als zehn Minuten.</translation>
    </message>
    <message>
        <source>Check the agent&apos;s health and network, and raise the agent&apos;s LDAP time limit where the directory is slow.</source>
        <translation>Zustand und Netzwerk des Agents prüfen und das LDAP-Zeitlimit des Agents erhöhen, wenn das Verzeichnis langsam ist.</translation>
    </message>
    <message>
        <source>No agent listens for the service.</source>
        <translation>Kein Agent hört auf den Dienst.</translation>
    </message>
    <message>
        <source>Check that the agent&apos;s service runs and that nothing blocks or inspects its long-lived connection to the service bus; a test of port 443 alone does not tell.</source>
        <translation>Prüfen, ob der Dienst des Agents ausgeführt wird und nichts seine dauerhafte Verbindung mit dem Service Bus blockiert oder untersucht; ein Test von Port 443 allein zeigt das nicht.</translation>
    </message>
    <message>
        <source>No agent serves this domain.</source>
        <translation>Kein Agent bedient diese Domäne.</translation>
    </message>
    <message>
        <source>Add the domain to an agent, or register the agent again.</source>
        <translation>Die Domäne einem Agent zuweisen oder den Agent erneut registrieren.</translation>
    </message>
    <message>
        <source>The service does not know the agent&apos;s resource.</source>
        <translation>Der Dienst kennt die Ressource des Agents nicht.</translation>
    </message>
    <message>
        <source>Register the agent again, then restart the job.</source>
        <translation>Den Agent erneut registrieren, dann den Auftrag neu starten.</translation>
    </message>
    <message>
        <source>The service cannot call the agent.</source>
        <translation>Der Dienst kann den Agent nicht aufrufen.</translation>
    </message>
    <message>
        <source>Restart the agent&apos;s service and wait some minutes.</source>
        <translation>Den Dienst des Agents neu starten und einige Minuten warten.</translation>
    </message>
    <message>
        <source>The agent did not answer in time.</source>
        <translation>Der Agent hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Check its long-lived connection to the service bus, DNS and proxy, and how fast the directory answers.</source>
        <translation>Seine dauerhafte Verbindung mit dem Service Bus, DNS und Proxy prüfen, und wie schnell das Verzeichnis antwortet.</translation>
    </message>
    <message>
        <source>The service could not make a search of what the job asks for.</source>
        <translation>Der Dienst konnte aus dem, was der Auftrag verlangt, keine Suche bilden.</translation>
    </message>
    <message>
        <source>Look at the scope and the attribute mappings of the job; if they are in order, open a ticket with the job id.</source>
        <translation>Gültigkeitsbereich und Attributzuordnungen des Auftrags ansehen; sind sie in Ordnung, ein Ticket mit der ID des Auftrags öffnen.</translation>
    </message>
    <message>
        <source>Several objects of the directory hold the same link.</source>
        <translation>Mehrere Objekte des Verzeichnisses enthalten dieselbe Verknüpfung.</translation>
    </message>
    <message>
        <source>Find groups with equal msDS-ExternalDirectoryObjectId and remove the doubles.</source>
        <translation>Gruppen mit gleicher msDS-ExternalDirectoryObjectId suchen und die doppelten Werte entfernen.</translation>
    </message>
    <message>
        <source>Two accounts of the directory share a user principal name.</source>
        <translation>Zwei Konten des Verzeichnisses haben denselben Benutzerprinzipalnamen.</translation>
    </message>
    <message>
        <source>Give each its own.</source>
        <translation>Jedem einen eigenen geben.</translation>
    </message>
    <message>
        <source>The service principal of the synchronisation is missing in the tenant.</source>
        <translation>Der Dienstprinzipal der Synchronisierung fehlt im Mandanten.</translation>
    </message>
    <message>
        <source>Apply the tenant section again, which sets the switch that creates it; it can take a day.</source>
        <translation>Den Abschnitt tenant erneut ausführen; er setzt den Schalter, der ihn erstellt. Das kann einen Tag dauern.</translation>
    </message>
    <message>
        <source>The service is busy and repeats by itself.</source>
        <translation>Der Dienst ist beschäftigt und wiederholt es von selbst.</translation>
    </message>
    <message>
        <source>Wait. If it stays so for a day, open a ticket with the job id.</source>
        <translation>Warten. Bleibt es einen Tag so, ein Ticket mit der ID des Auftrags öffnen.</translation>
    </message>
    <message>
        <source>The service could not sign in to the tenant, for a reason that it does not tell.</source>
        <translation>Der Dienst konnte sich aus einem Grund, den er nicht nennt, nicht beim Mandanten anmelden.</translation>
    </message>
    <message>
        <source>Open a ticket with the job id.</source>
        <translation>Ein Ticket mit der ID des Auftrags öffnen.</translation>
    </message>
    <message>
        <source>The old synchronisation account of the tenant is gone or broken.</source>
        <translation>Das alte Synchronisierungskonto des Mandanten fehlt oder ist unbrauchbar.</translation>
    </message>
    <message>
        <source>Exempt it from Conditional Access and repair it, or update the agent: newer ones do not need it.</source>
        <translation>Es vom bedingten Zugriff ausnehmen und reparieren oder den Agent aktualisieren: Neuere Agents brauchen es nicht.</translation>
    </message>
    <message>
        <source>The password of the old synchronisation account of the tenant has expired.</source>
        <translation>Das Kennwort des alten Synchronisierungskontos des Mandanten ist abgelaufen.</translation>
    </message>
    <message>
        <source>Repair the account, or update the agent: newer ones do not need it.</source>
        <translation>Das Konto reparieren oder den Agent aktualisieren: Neuere Agents brauchen es nicht.</translation>
    </message>
    <message>
        <source>More deletions are due than the threshold allows, so none was made.</source>
        <translation>Es stehen mehr Löschungen an, als die Schwelle zulässt, daher wurde keine ausgeführt.</translation>
    </message>
    <message>
        <source>Check the scope first; if they are meant, allow them once.</source>
        <translation>Zuerst den Gültigkeitsbereich prüfen; sind die Löschungen gewollt, sie einmal zulassen.</translation>
    </message>
    <message>
        <source>The object is in the tenant already as it should be, so nothing was written.</source>
        <translation>Das Objekt ist im Mandanten bereits so, wie es sein soll, daher wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Es muss nichts getan werden.</translation>
    </message>
    <message>
        <source>The object was not found among those that the job works on.</source>
        <translation>Das Objekt wurde nicht unter denen gefunden, mit denen der Auftrag arbeitet.</translation>
    </message>
    <message>
        <source>Check that it lies in the scope of the configuration.</source>
        <translation>Prüfen, ob es im Gültigkeitsbereich der Konfiguration liegt.</translation>
    </message>
    <message>
        <source>Windows Installer failed.</source>
        <translation>Windows Installer ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The usual cause is a policy that takes NT SERVICE\ALL SERVICES out of &quot;Log on as a service&quot;; put it back in the policy that wins, then try again.</source>
        <translation>Die übliche Ursache ist eine Richtlinie, die „NT SERVICE\ALL SERVICES“ aus „Anmelden als Dienst“ herausnimmt; den Eintrag in der maßgeblichen Richtlinie wieder aufnehmen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The service&apos;s account lacks the right to log on as a service.</source>
        <translation>Dem Konto des Dienstes fehlt das Recht „Anmelden als Dienst“.</translation>
    </message>
    <message>
        <source>Add it in the policy that wins.</source>
        <translation>Das Konto in der maßgeblichen Richtlinie hinzufügen.</translation>
    </message>
    <message>
        <source>Windows does not treat the service&apos;s account as a managed one.</source>
        <translation>Windows behandelt das Konto des Dienstes nicht als verwaltetes Konto.</translation>
    </message>
    <message>
        <source>Run sc.exe managedaccount AADConnectProvisioningAgent true, then start the service.</source>
        <translation>sc.exe managedaccount AADConnectProvisioningAgent true ausführen, dann den Dienst starten.</translation>
    </message>
    <message>
        <source>The service could not log on.</source>
        <translation>Der Dienst konnte sich nicht anmelden.</translation>
    </message>
    <message>
        <source>Check that this server may use the group managed service account.</source>
        <translation>Prüfen, ob dieser Server das gruppenverwaltete Dienstkonto verwenden darf.</translation>
    </message>
</context>
<context>
    <name>LogsVerb</name>
    <message>
        <source>The logs hold nothing from this time on.</source>
        <translation>Die Protokolle enthalten ab diesem Zeitpunkt nichts.</translation>
    </message>
    <message>
        <source>A log holds more than %1 entries from this time on; the newest are shown.</source>
        <translation>Ein Protokoll enthält ab diesem Zeitpunkt mehr als %1 Einträge; die neuesten werden gezeigt.</translation>
    </message>
</context>
<context>
    <name>ParserWords</name>
    <message>
        <source>A subcommand is required</source>
        <translation>Ein Verb ist erforderlich</translation>
    </message>
    <message>
        <source>The following argument was not expected: %1</source>
        <translation>Das folgende Argument wurde nicht erwartet: %1</translation>
    </message>
    <message>
        <source>The following arguments were not expected: %1</source>
        <translation>Die folgenden Argumente wurden nicht erwartet: %1</translation>
    </message>
    <message>
        <source>%1: %2 required %3 missing</source>
        <translation>%1: %2 erforderliches %3 fehlt</translation>
    </message>
    <message>
        <source>%1: At Most %2 required but received %3</source>
        <translation>%1: höchstens %2 erforderlich, %3 angegeben</translation>
    </message>
    <message>
        <source>%1: At least %2 required but received %3</source>
        <translation>%1: mindestens %2 erforderlich, %3 angegeben</translation>
    </message>
    <message>
        <source>%1: too many inputs for a flag</source>
        <translation>%1: zu viele Angaben für einen Schalter</translation>
    </message>
    <message>
        <source>%1: Should be true/false or a number</source>
        <translation>%1: erwartet wird true, false oder eine Zahl</translation>
    </message>
    <message>
        <source>%1 was given a disallowed flag override</source>
        <translation>%1 hat einen nicht zulässigen Wert erhalten</translation>
    </message>
    <message>
        <source>Could not convert: %1 = %2</source>
        <translation>Nicht umwandelbar: %1 = %2</translation>
    </message>
    <message>
        <source>%1 requires %2</source>
        <translation>%1 erfordert %2</translation>
    </message>
    <message>
        <source>%1 excludes %2</source>
        <translation>%1 schließt %2 aus</translation>
    </message>
    <message>
        <source>%1 is required</source>
        <translation>%1 ist erforderlich</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>SUBCOMMAND</source>
        <translation>VERB</translation>
    </message>
    <message>
        <source>Positionals</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>ERFORDERLICH</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Print this help message and exit</source>
        <translation>Diese Hilfe ausgeben und beenden</translation>
    </message>
</context>
<context>
    <name>PasswordWritebackTask</name>
    <message>
        <source>Switch password writeback on</source>
        <translation>Kennwortrückschreiben einschalten</translation>
    </message>
    <message>
        <source>Switch password writeback off</source>
        <translation>Kennwortrückschreiben ausschalten</translation>
    </message>
    <message>
        <source>Administrator of this server, Hybrid Identity Administrator in the tenant</source>
        <translation>Administrator dieses Servers, Hybrididentitätsadministrator im Mandanten</translation>
    </message>
    <message>
        <source>Password writeback is switched on for the tenant.</source>
        <translation>Das Kennwortrückschreiben wird für den Mandanten eingeschaltet.</translation>
    </message>
    <message>
        <source>Password writeback is switched off for the tenant.</source>
        <translation>Das Kennwortrückschreiben wird für den Mandanten ausgeschaltet.</translation>
    </message>
    <message>
        <source>Password writeback stays switched on: whether it was on before is not known.</source>
        <translation>Das Kennwortrückschreiben bleibt eingeschaltet: Ob es vorher eingeschaltet war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Password writeback stays switched off: whether it was on before is not known.</source>
        <translation>Das Kennwortrückschreiben bleibt ausgeschaltet: Ob es vorher eingeschaltet war, ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>ProvisionVerb</name>
    <message>
        <source>%1 (%2) for %3</source>
        <translation>%1 (%2) für %3</translation>
    </message>
    <message>
        <source>Nothing to do: the object was in step already.</source>
        <translation>Nichts zu tun: Das Objekt war bereits auf demselben Stand.</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Result: %1 (%2)</source>
        <translation>Ergebnis: %1 (%2)</translation>
    </message>
    <message>
        <source>Sign-in name: %1</source>
        <translation>Anmeldename: %1</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Alles markieren</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>Er&amp;höhen</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>Ver&amp;ringern</translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Displays help on commandline options.</source>
        <translation>Zeigt Hilfe zu den Optionen der Befehlszeile.</translation>
    </message>
    <message>
        <source>Displays help, including generic Qt options.</source>
        <translation>Zeigt Hilfe, auch zu den allgemeinen Optionen von Qt.</translation>
    </message>
    <message>
        <source>Displays version information.</source>
        <translation>Zeigt die Version.</translation>
    </message>
    <message>
        <source>Unknown option &apos;%1&apos;.</source>
        <translation>Unbekannte Option „%1“.</translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation>Nach „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation>Nach „%1“ wird kein Wert erwartet.</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[Optionen]</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>Displays help including Qt specific options.</source>
        <translation>Zeigt Hilfe, auch zu den Optionen von Qt.</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles markieren</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation>Details anzeigen...</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Details ausblenden...</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>&amp;Linkadresse kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles markieren</translation>
    </message>
</context>
<context>
    <name>RemoveVerb</name>
    <message>
        <source>The configuration for %1 and its jobs are removed from the tenant. This cannot be undone.</source>
        <translation>Die Konfiguration für %1 und ihre Aufträge werden aus dem Mandanten entfernt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>The objects that it synchronised stay in the tenant: %1.</source>
        <translation>Die Objekte, die sie synchronisiert hat, bleiben im Mandanten: %1.</translation>
    </message>
    <message>
        <source>To remove them first, empty the scope, let a cycle run, then remove the configuration.</source>
        <translation>Um sie vorher zu entfernen, den Gültigkeitsbereich leeren, einen Zyklus laufen lassen und dann die Konfiguration entfernen.</translation>
    </message>
    <message>
        <source>Type the domain to confirm</source>
        <translation>Zur Bestätigung die Domäne eingeben</translation>
    </message>
    <message>
        <source>Removed. A copy of its settings is in %1.</source>
        <translation>Entfernt. Eine Kopie der Einstellungen liegt in %1.</translation>
    </message>
</context>
<context>
    <name>RepairTask</name>
    <message>
        <source>The registry value %1 becomes %2.</source>
        <translation>Der Registrierungswert %1 wird %2.</translation>
    </message>
    <message>
        <source>The registry value %1 stays: it was changed after this run.</source>
        <translation>Der Registrierungswert %1 bleibt: Er wurde nach diesem Lauf geändert.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Cloud Sync set-up of %1</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>Cloud Sync-Einrichtung von %1</translation>
    </message>
    <message>
        <source>an unknown machine</source>
        <translation>einem unbekannten Computer</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Ausgeführte Schritte</translation>
    </message>
    <message>
        <source>Were so already</source>
        <translation>Waren bereits vorhanden</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Failed or left</source>
        <translation>Fehlgeschlagen oder geblieben</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>In the step: %1</source>
        <extracomment>%1 is the title of a step</extracomment>
        <translation>Im Schritt: %1</translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation>Was zu tun ist:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the title of a step, %2 says what was left</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>Zurückgeblieben</translation>
    </message>
    <message>
        <source>This was made and is still there:</source>
        <translation>Dies wurde erstellt und ist noch vorhanden:</translation>
    </message>
    <message>
        <source>Verified after the run</source>
        <translation>Nach dem Lauf geprüft</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Cannot be taken back.</source>
        <translation>Lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Recorded for undo</source>
        <translation>Für das Rückgängigmachen aufgezeichnet</translation>
    </message>
    <message>
        <source>What was asked for</source>
        <translation>Was verlangt war</translation>
    </message>
    <message>
        <source>%1: was so already</source>
        <extracomment>%1 is the title of a step</extracomment>
        <translation>%1: war bereits vorhanden</translation>
    </message>
    <message>
        <source>What was left alone</source>
        <translation>Was unverändert blieb</translation>
    </message>
    <message>
        <source>How to take it back</source>
        <translation>Wie sich der Lauf rückgängig machen lässt</translation>
    </message>
    <message>
        <source>This command takes back what the run made, in reverse order, and nothing else:</source>
        <translation>Dieser Befehl nimmt in umgekehrter Reihenfolge zurück, was der Lauf erstellt hat, und sonst nichts:</translation>
    </message>
    <message>
        <source>This stays in any case:</source>
        <translation>Dies bleibt in jedem Fall:</translation>
    </message>
    <message>
        <source>There is nothing to take back: the run left nothing of its own.</source>
        <translation>Es gibt nichts rückgängig zu machen: Der Lauf hat nichts Eigenes hinterlassen.</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Nächste Schritte</translation>
    </message>
    <message>
        <source>Wait for the first cycle, which begins some minutes after the start, and look at it with the verb status.</source>
        <translation>Den ersten Zyklus abwarten, der einige Minuten nach dem Start beginnt, und ihn mit dem Verb status ansehen.</translation>
    </message>
    <message>
        <source>Provision one test user on demand and sign in with it before more people are in scope.</source>
        <translation>Einen Testbenutzer bei Bedarf bereitstellen und sich mit ihm anmelden, bevor mehr Personen im Gültigkeitsbereich sind.</translation>
    </message>
    <message>
        <source>Password hashes follow within a few minutes after a user exists; a first failure of that job is normal.</source>
        <translation>Kennworthashes folgen einige Minuten, nachdem ein Benutzer vorhanden ist; ein erster Fehler dieses Auftrags ist normal.</translation>
    </message>
    <message>
        <source>Add a second server with the same answers so that the synchronisation outlives a failure.</source>
        <translation>Mit denselben Antworten einen zweiten Server hinzufügen, damit die Synchronisierung einen Ausfall übersteht.</translation>
    </message>
    <message>
        <source>Treat the agent&apos;s server like a domain controller: few administrators, no other roles.</source>
        <translation>Den Server des Agents wie einen Domänencontroller behandeln: wenige Administratoren, keine anderen Rollen.</translation>
    </message>
    <message>
        <source>Start again with --resume to go on, or take the run back with the command above.</source>
        <translation>Mit --resume erneut starten, um weiterzumachen, oder den Lauf mit dem Befehl oben rückgängig machen.</translation>
    </message>
    <message>
        <source>Check the list of what was left, if there is one, and remove it by hand.</source>
        <translation>Die Liste dessen prüfen, was geblieben ist, falls es eine gibt, und es von Hand entfernen.</translation>
    </message>
    <message>
        <source>Mend the cause that is named above, then start again with the same answers; what is there already is recognised.</source>
        <translation>Die oben genannte Ursache beheben, dann mit denselben Antworten erneut starten; was bereits vorhanden ist, wird erkannt.</translation>
    </message>
    <message>
        <source>Report made:</source>
        <translation>Bericht erstellt:</translation>
    </message>
    <message>
        <source>Journal:</source>
        <translation>Journal:</translation>
    </message>
    <message>
        <source>Log:</source>
        <translation>Protokoll:</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>seconds with one decimal</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>minutes and seconds</extracomment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Readiness of the data</source>
        <translation>Zustand der Daten</translation>
    </message>
    <message>
        <source>In scope: %1 users, %2 inetOrgPerson objects, %3 groups, %4 contacts. Found: %5 errors, %6 warnings, %7 notes.</source>
        <translation>Im Gültigkeitsbereich: %1 Benutzer, %2 inetOrgPerson-Objekte, %3 Gruppen, %4 Kontakte. Gefunden: %5 Fehler, %6 Warnungen, %7 Hinweise.</translation>
    </message>
    <message>
        <source>Scanned:</source>
        <translation>Geprüft:</translation>
    </message>
    <message>
        <source>Findings by rule</source>
        <translation>Befunde nach Regel</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Was so already</source>
        <translation>War bereits vorhanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Eingerichtet</translation>
    </message>
    <message>
        <source>Everything that was asked for is in place.</source>
        <translation>Alles, was verlangt war, ist vorhanden.</translation>
    </message>
    <message>
        <source>Failed, taken back</source>
        <translation>Fehlgeschlagen, rückgängig gemacht</translation>
    </message>
    <message>
        <source>A step failed. Everything that this run did has been taken back.</source>
        <translation>Ein Schritt ist fehlgeschlagen. Alles, was dieser Lauf getan hat, wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Failed, something is left</source>
        <translation>Fehlgeschlagen, etwas ist geblieben</translation>
    </message>
    <message>
        <source>A step failed, and not everything could be taken back.</source>
        <translation>Ein Schritt ist fehlgeschlagen, und nicht alles ließ sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The run was stopped on request. What it had done is taken back or listed below.</source>
        <translation>Der Lauf wurde auf Wunsch angehalten. Was er getan hatte, ist rückgängig gemacht oder unten aufgeführt.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>A condition was not met. Nothing was done.</source>
        <translation>Eine Bedingung war nicht erfüllt. Es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>What this run did has been taken back on request.</source>
        <translation>Was dieser Lauf getan hat, wurde auf Wunsch rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Taken back in part</source>
        <translation>Teilweise rückgängig gemacht</translation>
    </message>
    <message>
        <source>What this run did was taken back on request; something had to stay.</source>
        <translation>Was dieser Lauf getan hat, wurde auf Wunsch rückgängig gemacht; etwas musste bleiben.</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht abgeschlossen</translation>
    </message>
    <message>
        <source>The run was interrupted. It can be continued, taken back, or left as it is.</source>
        <translation>Der Lauf wurde unterbrochen. Er lässt sich fortsetzen, rückgängig machen oder so belassen.</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>Dieser Server</translation>
    </message>
    <message>
        <source>Active Directory</source>
        <translation>Active Directory</translation>
    </message>
    <message>
        <source>Microsoft Entra ID</source>
        <translation>Microsoft Entra ID</translation>
    </message>
    <message>
        <source>Other steps</source>
        <translation>Weitere Schritte</translation>
    </message>
    <message>
        <source>Jobs of %1</source>
        <extracomment>%1 domain</extracomment>
        <translation>Aufträge von %1</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Last cycle</source>
        <translation>Letzter Zyklus</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>How it stands now</source>
        <translation>Wie es jetzt steht</translation>
    </message>
    <message>
        <source>Asked:</source>
        <translation>Abgefragt:</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>What was compared is as the answers say.</source>
        <translation>Was verglichen wurde, ist wie in den Antworten.</translation>
    </message>
    <message>
        <source>What differs from the answers</source>
        <translation>Was von den Antworten abweicht</translation>
    </message>
    <message>
        <source>Would change</source>
        <translation>Würde ändern</translation>
    </message>
</context>
<context>
    <name>RunCli</name>
    <message>
        <source>Open this address in a browser to sign in: %1</source>
        <translation>Diese Adresse zum Anmelden in einem Browser öffnen: %1</translation>
    </message>
    <message>
        <source>To sign in, open %1 and enter the code %2.</source>
        <translation>Zum Anmelden %1 öffnen und den Code %2 eingeben.</translation>
    </message>
    <message>
        <source>Apply this plan?</source>
        <translation>Diesen Plan ausführen?</translation>
    </message>
    <message>
        <source>Support bundle: %1
%2 files; secrets taken out at %3 places. It names people and servers: look through it before you pass it on.</source>
        <translation>Supportpaket: %1
%2 Dateien; Geheimnisse an %3 Stellen entfernt. Es nennt Personen und Server: vor der Weitergabe durchsehen.</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>Bericht: %1</translation>
    </message>
    <message>
        <source>Take back what the run created?</source>
        <translation>Rückgängig machen, was der Lauf erstellt hat?</translation>
    </message>
</context>
<context>
    <name>ScanOutput</name>
    <message>
        <source>%1 was not scanned: %2 %3</source>
        <translation>%1 wurde nicht geprüft: %2 %3</translation>
    </message>
    <message>
        <source>%1: %2 users, %3 inetOrgPerson objects, %4 groups, %5 contacts in scope, of %6 objects in all.</source>
        <translation>%1: %2 Benutzer, %3 inetOrgPerson-Objekte, %4 Gruppen, %5 Kontakte im Gültigkeitsbereich, von insgesamt %6 Objekten.</translation>
    </message>
    <message>
        <source>%1 errors, %2 warnings, %3 notes in %4 seconds.</source>
        <translation>%1 Fehler, %2 Warnungen, %3 Hinweise in %4 Sekunden.</translation>
    </message>
</context>
<context>
    <name>ScanText</name>
    <message>
        <source>%1 characters; Microsoft Entra ID takes %2.</source>
        <extracomment>%1 and %2 are numbers of characters</extracomment>
        <translation>%1 Zeichen; Microsoft Entra ID nimmt %2 an.</translation>
    </message>
    <message>
        <source>This is not a name, one @ and a domain.</source>
        <translation>Dies besteht nicht aus einem Namen, einem @ und einer Domäne.</translation>
    </message>
    <message>
        <source>The part behind the @ is not a DNS name.</source>
        <translation>Der Teil hinter dem @ ist kein DNS-Name.</translation>
    </message>
    <message>
        <source>The part before the @ begins or ends with a dot, or has two in a row.</source>
        <translation>Der Teil vor dem @ beginnt oder endet mit einem Punkt oder enthält zwei hintereinander.</translation>
    </message>
    <message>
        <source>The domain does not exist on the Internet: its last part is no top-level domain.</source>
        <translation>Die Domäne gibt es im Internet nicht: Ihr letzter Teil ist keine Domäne der obersten Ebene.</translation>
    </message>
    <message>
        <source>Write the whole address.</source>
        <translation>Die ganze Adresse angeben.</translation>
    </message>
    <message>
        <source>Write a domain of letters, digits, hyphens and dots.</source>
        <translation>Eine Domäne aus Buchstaben, Ziffern, Bindestrichen und Punkten angeben.</translation>
    </message>
    <message>
        <source>Take the dots out.</source>
        <translation>Die Punkte entfernen.</translation>
    </message>
    <message>
        <source>Use a domain that the tenant has verified.</source>
        <translation>Eine Domäne verwenden, die der Mandant überprüft hat.</translation>
    </message>
    <message>
        <source>Take the character out.</source>
        <translation>Das Zeichen entfernen.</translation>
    </message>
    <message>
        <source>Replace the address by a shorter one, or take it away.</source>
        <translation>Die Adresse durch eine kürzere ersetzen oder entfernen.</translation>
    </message>
    <message>
        <source>The address holds a character that X.400 and X.500 addresses may not have here.</source>
        <translation>Die Adresse enthält ein Zeichen, das X.400- und X.500-Adressen hier nicht haben dürfen.</translation>
    </message>
    <message>
        <source>There is a second colon behind the type of the address.</source>
        <translation>Hinter dem Typ der Adresse steht ein zweiter Doppelpunkt.</translation>
    </message>
    <message>
        <source>Take the further colons out.</source>
        <translation>Die weiteren Doppelpunkte entfernen.</translation>
    </message>
    <message>
        <source>The address holds a blank or a character that is not allowed.</source>
        <translation>Die Adresse enthält ein Leerzeichen oder ein nicht zulässiges Zeichen.</translation>
    </message>
    <message>
        <source>The mail address holds a blank or a character that is not allowed.</source>
        <translation>Die E-Mail-Adresse enthält ein Leerzeichen oder ein nicht zulässiges Zeichen.</translation>
    </message>
    <message>
        <source>The mail address holds letters outside of ASCII.</source>
        <translation>Die E-Mail-Adresse enthält Buchstaben außerhalb von ASCII.</translation>
    </message>
    <message>
        <source>Write it with plain letters.</source>
        <translation>Sie mit einfachen Buchstaben schreiben.</translation>
    </message>
    <message>
        <source>Replace the address by a shorter one.</source>
        <translation>Die Adresse durch eine kürzere ersetzen.</translation>
    </message>
    <message>
        <source>There is no user principal name, and the account name %1 cannot take its place.</source>
        <translation>Es gibt keinen Benutzerprinzipalnamen, und der Kontoname %1 kann nicht an seine Stelle treten.</translation>
    </message>
    <message>
        <source>Set a user principal name with a verified domain.</source>
        <translation>Einen Benutzerprinzipalnamen mit einer überprüften Domäne setzen.</translation>
    </message>
    <message>
        <source>There is no user principal name; the account name takes its place.</source>
        <translation>Es gibt keinen Benutzerprinzipalnamen; der Kontoname tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Einen kürzeren Namen wählen.</translation>
    </message>
    <message>
        <source>The name holds a blank or a character that is not allowed.</source>
        <translation>Der Name enthält ein Leerzeichen oder ein nicht zulässiges Zeichen.</translation>
    </message>
    <message>
        <source>Letters outside of ASCII become underscores.</source>
        <translation>Buchstaben außerhalb von ASCII werden zu Unterstrichen.</translation>
    </message>
    <message>
        <source>Use a shorter domain that the tenant has verified.</source>
        <translation>Eine kürzere Domäne verwenden, die der Mandant überprüft hat.</translation>
    </message>
    <message>
        <source>The person would sign in with the tenant&apos;s initial domain.</source>
        <translation>Die Person würde sich mit der anfänglichen Domäne des Mandanten anmelden.</translation>
    </message>
    <message>
        <source>Add a verified domain to the suffixes of the forest and give it to the person.</source>
        <translation>Eine überprüfte Domäne zu den Suffixen der Gesamtstruktur hinzufügen und der Person geben.</translation>
    </message>
    <message>
        <source>%1 is no verified domain of the tenant.</source>
        <translation>%1 ist keine überprüfte Domäne des Mandanten.</translation>
    </message>
    <message>
        <source>%1 is known inside only.</source>
        <translation>%1 ist nur intern bekannt.</translation>
    </message>
    <message>
        <source>A user of the tenant is synchronised from this object already, and there is no configuration of Cloud Sync for this domain.</source>
        <translation>Ein Benutzer des Mandanten wird bereits aus diesem Objekt synchronisiert, und für diese Domäne gibt es keine Konfiguration von Cloud Sync.</translation>
    </message>
    <message>
        <source>Take the object out of the scope of Connect Sync first: never let both own it.</source>
        <translation>Das Objekt zuerst aus dem Gültigkeitsbereich von Connect Sync nehmen: Es darf nie beiden gehören.</translation>
    </message>
    <message>
        <source>The name %1 holds a character that is not allowed.</source>
        <translation>Der Name %1 enthält ein nicht zulässiges Zeichen.</translation>
    </message>
    <message>
        <source>The name %1 ends with a dot before the @.</source>
        <translation>Der Name %1 endet vor dem @ mit einem Punkt.</translation>
    </message>
    <message>
        <source>Characters outside of ASCII become underscores.</source>
        <translation>Zeichen außerhalb von ASCII werden zu Unterstrichen.</translation>
    </message>
    <message>
        <source>The name has no domain; the initial domain takes its place.</source>
        <translation>Der Name hat keine Domäne; die anfängliche Domäne tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>%1 is no verified domain; the initial domain takes its place.</source>
        <translation>%1 ist keine überprüfte Domäne; die anfängliche Domäne tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>The name %1 is too long.</source>
        <translation>Der Name %1 ist zu lang.</translation>
    </message>
    <message>
        <source>%1 has more than %2 characters.</source>
        <translation>%1 hat mehr als %2 Zeichen.</translation>
    </message>
    <message>
        <source>The display name holds nothing but blanks.</source>
        <translation>Der Anzeigename enthält nur Leerzeichen.</translation>
    </message>
    <message>
        <source>The alias begins with a dot.</source>
        <translation>Der Alias beginnt mit einem Punkt.</translation>
    </message>
    <message>
        <source>The address %1 would be left out: it is not valid.</source>
        <translation>Die Adresse %1 würde weggelassen: Sie ist nicht gültig.</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>Repairs of data in %1</source>
        <extracomment>%1 domain</extracomment>
        <translation>Reparaturen von Daten in %1</translation>
    </message>
    <message>
        <source>Write the attributes of the objects that are repaired</source>
        <translation>Die Attribute der reparierten Objekte schreiben</translation>
    </message>
    <message>
        <source>%1 holds another value than at the time of the scan. Scan again.</source>
        <translation>%1 enthält einen anderen Wert als zur Zeit der Prüfung. Die Daten erneut prüfen.</translation>
    </message>
    <message>
        <source>%1: %2 from %3 to %4</source>
        <extracomment>%1 object, %2 attribute, %3 old value, %4 new value</extracomment>
        <translation>%1: %2 von %3 zu %4</translation>
    </message>
    <message>
        <source>%1 of %2 was changed since; it stays as it is</source>
        <translation>%1 von %2 wurde seitdem geändert und bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Two controllers made an object of this name; this one lost. It is never synchronised.</source>
        <translation>Zwei Domänencontroller haben ein Objekt dieses Namens erstellt; dieses hat verloren. Es wird nie synchronisiert.</translation>
    </message>
    <message>
        <source>Move what it holds to the other object and delete it.</source>
        <translation>Den Inhalt in das andere Objekt übernehmen und dieses löschen.</translation>
    </message>
    <message>
        <source>User principal names were not compared with the verified domains of the tenant: %1</source>
        <translation>Benutzerprinzipalnamen wurden nicht mit den überprüften Domänen des Mandanten verglichen: %1</translation>
    </message>
    <message>
        <source>the tenant was not asked.</source>
        <translation>Der Mandant wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Objects were not compared with the synchronised users of the tenant: %1</source>
        <translation>Objekte wurden nicht mit den synchronisierten Benutzern des Mandanten verglichen: %1</translation>
    </message>
    <message>
        <source>%1: %2 objects</source>
        <translation>%1: %2 Objekte</translation>
    </message>
    <message>
        <source>Only one object keeps an address.</source>
        <translation>Nur ein Objekt behält eine Adresse.</translation>
    </message>
    <message>
        <source>An alias belongs to one object.</source>
        <translation>Ein Alias gehört zu einem Objekt.</translation>
    </message>
    <message>
        <source>A target address belongs to one object.</source>
        <translation>Eine Zieladresse gehört zu einem Objekt.</translation>
    </message>
    <message>
        <source>Only one object can have this anchor.</source>
        <translation>Nur ein Objekt kann diesen Anker haben.</translation>
    </message>
    <message>
        <source>Group provisioning goes into quarantine when two groups have the same link.</source>
        <translation>Die Gruppenbereitstellung kommt in Quarantäne, wenn zwei Gruppen dieselbe Verknüpfung haben.</translation>
    </message>
    <message>
        <source>Find out which object the anchor belongs to and take it from the other one.</source>
        <translation>Herausfinden, zu welchem Objekt der Anker gehört, und ihn beim anderen entfernen.</translation>
    </message>
    <message>
        <source>Remove the group that was made by mistake.</source>
        <translation>Die versehentlich erstellte Gruppe entfernen.</translation>
    </message>
    <message>
        <source>Give one of the two another name.</source>
        <translation>Einem der beiden einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Leave it with the object that uses it and take it from the other one.</source>
        <translation>Den Wert bei dem Objekt lassen, das ihn verwendet, und beim anderen entfernen.</translation>
    </message>
    <message>
        <source>%1 has the same value.</source>
        <extracomment>%1 is the name of another object of the directory</extracomment>
        <translation>%1 hat denselben Wert.</translation>
    </message>
    <message>
        <source>%1 and others have the same value; %2 objects in all.</source>
        <translation>%1 und andere haben denselben Wert; insgesamt %2 Objekte.</translation>
    </message>
    <message>
        <source>The group has more than %1 direct members; Cloud Sync does not take it.</source>
        <translation>Die Gruppe hat mehr als %1 direkte Mitglieder; Cloud Sync nimmt sie nicht an.</translation>
    </message>
    <message>
        <source>Leave the group out of the scope, or divide it.</source>
        <translation>Die Gruppe aus dem Gültigkeitsbereich herauslassen oder teilen.</translation>
    </message>
    <message>
        <source>Cloud Sync takes up to %1 objects of one domain.</source>
        <translation>Cloud Sync nimmt bis zu %1 Objekte einer Domäne an.</translation>
    </message>
    <message>
        <source>Choose a smaller scope, or use Connect Sync for this domain.</source>
        <translation>Einen kleineren Gültigkeitsbereich wählen oder für diese Domäne Connect Sync verwenden.</translation>
    </message>
    <message>
        <source>Shorten it to %1 characters.</source>
        <translation>Auf %1 Zeichen kürzen.</translation>
    </message>
    <message>
        <source>There is no display name.</source>
        <translation>Es gibt keinen Anzeigenamen.</translation>
    </message>
    <message>
        <source>Set one, for example the common name.</source>
        <translation>Einen setzen, zum Beispiel den allgemeinen Namen.</translation>
    </message>
    <message>
        <source>The display name begins or ends with a blank.</source>
        <translation>Der Anzeigename beginnt oder endet mit einem Leerzeichen.</translation>
    </message>
    <message>
        <source>Take the blanks away.</source>
        <translation>Die Leerzeichen entfernen.</translation>
    </message>
    <message>
        <source>The account name holds a character that Microsoft Entra ID does not take.</source>
        <translation>Der Kontoname enthält ein Zeichen, das Microsoft Entra ID nicht annimmt.</translation>
    </message>
    <message>
        <source>Take the dot away.</source>
        <translation>Den Punkt entfernen.</translation>
    </message>
    <message>
        <source>The alias holds a character that becomes an underscore in Microsoft Entra ID.</source>
        <translation>Der Alias enthält ein Zeichen, das in Microsoft Entra ID zu einem Unterstrich wird.</translation>
    </message>
    <message>
        <source>Objects are joined by their source anchor: mS-DS-ConsistencyGuid, else objectGUID; groups by their security identifier, contacts by their mail address.</source>
        <translation>Objekte werden über ihren Quellanker verbunden: mS-DS-ConsistencyGuid, sonst objectGUID; Gruppen über ihre Sicherheitskennung, Kontakte über ihre E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>A user of the cloud alone is joined by user principal name, then by primary mail address, if the tenant does not have that switched off.</source>
        <translation>Ein reiner Cloudbenutzer wird über den Benutzerprinzipalnamen, dann über die primäre E-Mail-Adresse verbunden, sofern der Mandant das nicht ausgeschaltet hat.</translation>
    </message>
    <message>
        <source>A suffix that is no verified domain becomes the tenant&apos;s initial domain.</source>
        <translation>Ein Suffix, das keine überprüfte Domäne ist, wird zur anfänglichen Domäne des Mandanten.</translation>
    </message>
    <message>
        <source>A sign-in name or mail address that another object has is a conflict; of two objects of the directory that want the same one, the service takes either first.</source>
        <translation>Ein Anmeldename oder eine E-Mail-Adresse, die ein anderes Objekt hat, ist ein Konflikt; wollen zwei Objekte des Verzeichnisses dasselbe, nimmt der Dienst eines von beiden zuerst.</translation>
    </message>
    <message>
        <source>An address that another object has, or that is not valid, is left out and the object created.</source>
        <translation>Eine Adresse, die ein anderes Objekt hat oder die nicht gültig ist, wird weggelassen und das Objekt erstellt.</translation>
    </message>
    <message>
        <source>Critical system objects, losers of replication conflicts and what lies outside of the scope are left out. A pilot&apos;s groups bring their direct members only.</source>
        <translation>Kritische Systemobjekte, Verlierer von Replikationskonflikten und alles außerhalb des Gültigkeitsbereichs werden weggelassen. Die Gruppen eines Pilotversuchs bringen nur ihre direkten Mitglieder mit.</translation>
    </message>
    <message>
        <source>Deletions are users and groups of this domain in the tenant whose source is not in scope. From the threshold on they are held back.</source>
        <translation>Löschungen sind Benutzer und Gruppen dieser Domäne im Mandanten, deren Quelle nicht im Gültigkeitsbereich liegt. Ab der Schwelle werden sie zurückgehalten.</translation>
    </message>
    <message>
        <source>The default attribute mappings are assumed.</source>
        <translation>Es werden die Standardattributzuordnungen angenommen.</translation>
    </message>
    <message>
        <source>Critical system objects are never synchronised.</source>
        <translation>Kritische Systemobjekte werden nie synchronisiert.</translation>
    </message>
    <message>
        <source>The loser of a replication conflict is never synchronised.</source>
        <translation>Der Verlierer eines Replikationskonflikts wird nie synchronisiert.</translation>
    </message>
    <message>
        <source>It lies outside of the scope.</source>
        <translation>Es liegt außerhalb des Gültigkeitsbereichs.</translation>
    </message>
    <message>
        <source>Another object in scope has the same source anchor.</source>
        <translation>Ein anderes Objekt im Gültigkeitsbereich hat denselben Quellanker.</translation>
    </message>
    <message>
        <source>Another user of the tenant has the name %1.</source>
        <translation>Ein anderer Benutzer des Mandanten hat den Namen %1.</translation>
    </message>
    <message>
        <source>Another object in scope would have the name %1.</source>
        <translation>Ein anderes Objekt im Gültigkeitsbereich hätte den Namen %1.</translation>
    </message>
    <message>
        <source>Another object in scope matches the same user.</source>
        <translation>Ein anderes Objekt im Gültigkeitsbereich passt zu demselben Benutzer.</translation>
    </message>
    <message>
        <source>Another object of the tenant has the mail address %1.</source>
        <translation>Ein anderes Objekt des Mandanten hat die E-Mail-Adresse %1.</translation>
    </message>
    <message>
        <source>Another object in scope has the mail address %1.</source>
        <translation>Ein anderes Objekt im Gültigkeitsbereich hat die E-Mail-Adresse %1.</translation>
    </message>
    <message>
        <source>The address %1 would be left out: another object has it.</source>
        <translation>Die Adresse %1 würde weggelassen: Ein anderes Objekt hat sie.</translation>
    </message>
    <message>
        <source>Its source is not in scope.</source>
        <translation>Seine Quelle liegt nicht im Gültigkeitsbereich.</translation>
    </message>
    <message>
        <source>Held back: the threshold of %1 is reached.</source>
        <translation>Zurückgehalten: Die Schwelle von %1 ist erreicht.</translation>
    </message>
    <message>
        <source>The password must be changed at the next sign-in; until then it does not work in Microsoft Entra ID.</source>
        <translation>Das Kennwort muss bei der nächsten Anmeldung geändert werden; bis dahin gilt es in Microsoft Entra ID nicht.</translation>
    </message>
    <message>
        <source>Have the password changed, or set one without that flag.</source>
        <translation>Das Kennwort ändern lassen oder eines ohne dieses Kennzeichen setzen.</translation>
    </message>
    <message>
        <source>Password hash synchronisation does not cover inetOrgPerson objects.</source>
        <translation>Die Kennworthashsynchronisierung umfasst keine inetOrgPerson-Objekte.</translation>
    </message>
    <message>
        <source>Make the person a user if the password should work in Microsoft Entra ID.</source>
        <translation>Die Person zu einem Benutzer machen, wenn das Kennwort in Microsoft Entra ID gelten soll.</translation>
    </message>
    <message>
        <source>The object has an anchor as Connect Sync writes it.</source>
        <translation>Das Objekt hat einen Anker, wie Connect Sync ihn schreibt.</translation>
    </message>
    <message>
        <source>Take it out of the scope of Connect Sync before it comes into this one: never let both own an object.</source>
        <translation>Das Objekt aus dem Gültigkeitsbereich von Connect Sync nehmen, bevor es in diesen kommt: Es darf nie beiden gehören.</translation>
    </message>
</context>
<context>
    <name>SchemaTask</name>
    <message>
        <source>Set scope and attribute mappings for %1</source>
        <translation>Gültigkeitsbereich und Attributzuordnungen für %1 setzen</translation>
    </message>
    <message>
        <source>The scope and the mappings of the new job are compared with the answers.</source>
        <translation>Gültigkeitsbereich und Zuordnungen des neuen Auftrags werden mit den Antworten verglichen.</translation>
    </message>
    <message>
        <source>The schema changed meanwhile and is merged again.</source>
        <translation>Das Schema wurde inzwischen geändert und wird erneut zusammengeführt.</translation>
    </message>
    <message>
        <source>%1 in the schema for %2 stays: it was changed after this run.</source>
        <translation>%1 im Schema für %2 bleibt: Es wurde nach diesem Lauf geändert.</translation>
    </message>
</context>
<context>
    <name>SecretSource</name>
    <message>
        <source>The file is not a CMS-enveloped message.</source>
        <translation>Die Datei ist keine CMS-verschlüsselte Nachricht.</translation>
    </message>
    <message>
        <source>The message is for none of the certificates of this machine (searched: %1).</source>
        <extracomment>%1 is a list of folders</extracomment>
        <translation>Die Nachricht ist für keines der Zertifikate dieses Computers bestimmt (durchsucht: %1).</translation>
    </message>
    <message>
        <source>The message is damaged and could not be decrypted.</source>
        <translation>Die Nachricht ist beschädigt und konnte nicht entschlüsselt werden.</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set.</source>
        <translation>Die Umgebungsvariable %1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>The environment variable %1 is empty.</source>
        <translation>Die Umgebungsvariable %1 ist leer.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Die Datei %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The file %1 is too large for a secret.</source>
        <translation>Die Datei %1 ist zu groß für ein Geheimnis.</translation>
    </message>
    <message>
        <source>The first line of %1 is empty.</source>
        <translation>Die erste Zeile von %1 ist leer.</translation>
    </message>
    <message>
        <source>The password has to be entered again.</source>
        <translation>Das Kennwort muss erneut eingegeben werden.</translation>
    </message>
</context>
<context>
    <name>SecretsTask</name>
    <message>
        <source>Tell the configuration for %1 its domain, keys and notifications</source>
        <translation>Der Konfiguration für %1 ihre Domäne, Schlüssel und Benachrichtigungen mitteilen</translation>
    </message>
    <message>
        <source>The service hides the values of these keys, and writing the list could overwrite them: %1.</source>
        <translation>Der Dienst verbirgt die Werte dieser Schlüssel, und das Schreiben der Liste könnte sie überschreiben: %1.</translation>
    </message>
    <message>
        <source>The settings of the configuration for %1 changed meanwhile and are merged again.</source>
        <translation>Die Einstellungen der Konfiguration für %1 wurden inzwischen geändert und werden erneut zusammengeführt.</translation>
    </message>
    <message>
        <source>The service did not keep these keys of the configuration as they were: %1.</source>
        <translation>Der Dienst hat diese Schlüssel der Konfiguration nicht so belassen, wie sie waren: %1.</translation>
    </message>
    <message>
        <source>The setting %1 of the configuration for %2 stays: it was changed after this run, or it cannot be read.</source>
        <translation>Die Einstellung %1 der Konfiguration für %2 bleibt: Sie wurde nach diesem Lauf geändert oder ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The settings of the configuration for %1 stay: the service hides the value of %2.</source>
        <translation>Die Einstellungen der Konfiguration für %1 bleiben: Der Dienst verbirgt den Wert von %2.</translation>
    </message>
</context>
<context>
    <name>ServerExaminer</name>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Use Windows Server 2022 or 2025 with desktop experience.</source>
        <translation>Windows Server 2022 oder 2025 mit Desktopdarstellung verwenden.</translation>
    </message>
    <message>
        <source>The agent is supported on Windows Server 2016 and newer.</source>
        <translation>Der Agent wird unter Windows Server 2016 und neuer unterstützt.</translation>
    </message>
    <message>
        <source>This release is in extended support.</source>
        <translation>Diese Version befindet sich im erweiterten Support.</translation>
    </message>
    <message>
        <source>This build has a fault that breaks synchronisation.</source>
        <translation>Dieser Build hat einen Fehler, der die Synchronisierung stört.</translation>
    </message>
    <message>
        <source>Install the update KB5070773 or a newer one, then restart.</source>
        <translation>Das Update KB5070773 oder ein neueres installieren, dann neu starten.</translation>
    </message>
    <message>
        <source>Kind of installation</source>
        <translation>Art der Installation</translation>
    </message>
    <message>
        <source>Server Core</source>
        <translation>Server Core</translation>
    </message>
    <message>
        <source>The agent is not supported on Server Core.</source>
        <translation>Der Agent wird unter Server Core nicht unterstützt.</translation>
    </message>
    <message>
        <source>With desktop experience.</source>
        <translation>Mit Desktopdarstellung.</translation>
    </message>
    <message>
        <source>Domain membership</source>
        <translation>Domänenmitgliedschaft</translation>
    </message>
    <message>
        <source>%1 is a member of %2.</source>
        <translation>%1 ist Mitglied von %2.</translation>
    </message>
    <message>
        <source>%1 is not a member of a domain.</source>
        <translation>%1 ist nicht Mitglied einer Domäne.</translation>
    </message>
    <message>
        <source>The agent runs as an account of the domain.</source>
        <translation>Der Agent wird mit einem Konto der Domäne ausgeführt.</translation>
    </message>
    <message>
        <source>Join this server to a domain of the forest.</source>
        <translation>Diesen Server einer Domäne der Gesamtstruktur hinzufügen.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>The agent needs 4 GB.</source>
        <translation>Der Agent braucht 4 GB.</translation>
    </message>
    <message>
        <source>Give this server more memory.</source>
        <translation>Diesem Server mehr Arbeitsspeicher geben.</translation>
    </message>
    <message>
        <source>Administrator rights</source>
        <translation>Administratorrechte</translation>
    </message>
    <message>
        <source>This program runs as an administrator.</source>
        <translation>Dieses Programm wird als Administrator ausgeführt.</translation>
    </message>
    <message>
        <source>This program does not run as an administrator.</source>
        <translation>Dieses Programm wird nicht als Administrator ausgeführt.</translation>
    </message>
    <message>
        <source>The agent can only be installed by an administrator of this server.</source>
        <translation>Nur ein Administrator dieses Servers kann den Agent installieren.</translation>
    </message>
    <message>
        <source>Start this program as an administrator.</source>
        <translation>Dieses Programm als Administrator starten.</translation>
    </message>
    <message>
        <source>Pending restart</source>
        <translation>Ausstehender Neustart</translation>
    </message>
    <message>
        <source>Windows waits for a restart.</source>
        <translation>Windows wartet auf einen Neustart.</translation>
    </message>
    <message>
        <source>An update or an installation has not come to its end.</source>
        <translation>Ein Update oder eine Installation ist nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Restart this server first.</source>
        <translation>Zuerst diesen Server neu starten.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keiner.</translation>
    </message>
    <message>
        <source>.NET Framework</source>
        <translation>.NET Framework</translation>
    </message>
    <message>
        <source>Release %1.</source>
        <translation>Release %1.</translation>
    </message>
    <message>
        <source>Version 4 is not installed.</source>
        <translation>Version 4 ist nicht installiert.</translation>
    </message>
    <message>
        <source>The agent needs .NET Framework 4.7.1 or newer.</source>
        <translation>Der Agent braucht .NET Framework 4.7.1 oder neuer.</translation>
    </message>
    <message>
        <source>Install .NET Framework 4.8.</source>
        <translation>.NET Framework 4.8 installieren.</translation>
    </message>
    <message>
        <source>Every registry value is as it has to be.</source>
        <translation>Jeder Registrierungswert ist, wie er sein soll.</translation>
    </message>
    <message>
        <source>Not set: %1.</source>
        <translation>Nicht gesetzt: %1.</translation>
    </message>
    <message>
        <source>The agent&apos;s connections need TLS 1.2, and the vendor asks for these values.</source>
        <translation>Die Verbindungen des Agents brauchen TLS 1.2, und der Hersteller verlangt diese Werte.</translation>
    </message>
    <message>
        <source>The set-up sets them.</source>
        <translation>Die Einrichtung setzt sie.</translation>
    </message>
    <message>
        <source>Agree to the repair &quot;%1&quot;.</source>
        <translation>Der Reparatur „%1“ zustimmen.</translation>
    </message>
    <message>
        <source>Execution policy of Windows PowerShell</source>
        <translation>Ausführungsrichtlinie von Windows PowerShell</translation>
    </message>
    <message>
        <source>The scripts that register the agent run only with the policy RemoteSigned, or with none set.</source>
        <translation>Die Skripts, die den Agent registrieren, laufen nur mit der Richtlinie RemoteSigned oder ohne gesetzte Richtlinie.</translation>
    </message>
    <message>
        <source>Set the execution policy to RemoteSigned.</source>
        <translation>Die Ausführungsrichtlinie auf RemoteSigned setzen.</translation>
    </message>
    <message>
        <source>None is set.</source>
        <translation>Es ist keine gesetzt.</translation>
    </message>
    <message>
        <source>Credential Manager</source>
        <translation>Anmeldeinformationsverwaltung</translation>
    </message>
    <message>
        <source>The service VaultSvc is not disabled.</source>
        <translation>Der Dienst VaultSvc ist nicht deaktiviert.</translation>
    </message>
    <message>
        <source>The service VaultSvc is disabled.</source>
        <translation>Der Dienst VaultSvc ist deaktiviert.</translation>
    </message>
    <message>
        <source>There is no service VaultSvc.</source>
        <translation>Es gibt keinen Dienst VaultSvc.</translation>
    </message>
    <message>
        <source>The agent&apos;s installer needs it.</source>
        <translation>Das Installationsprogramm des Agents braucht ihn.</translation>
    </message>
    <message>
        <source>Set the start of the service VaultSvc to manual.</source>
        <translation>Den Starttyp des Dienstes VaultSvc auf „Manuell“ setzen.</translation>
    </message>
    <message>
        <source>FIPS mode</source>
        <translation>FIPS-Modus</translation>
    </message>
    <message>
        <source>Windows allows only FIPS-validated algorithms.</source>
        <translation>Windows lässt nur FIPS-geprüfte Algorithmen zu.</translation>
    </message>
    <message>
        <source>The synchronisation of password hashes needs MD5.</source>
        <translation>Die Kennworthashsynchronisierung braucht MD5.</translation>
    </message>
    <message>
        <source>Add enforceFIPSPolicy enabled=&quot;false&quot; below configuration/runtime in the agent&apos;s configuration file, then restart its service.</source>
        <translation>In der Konfigurationsdatei des Agents unter configuration/runtime enforceFIPSPolicy enabled=&quot;false&quot; einfügen, dann seinen Dienst neu starten.</translation>
    </message>
    <message>
        <source>This server and %1 differ by %2 seconds.</source>
        <translation>Dieser Server und %1 weichen um %2 Sekunden voneinander ab.</translation>
    </message>
    <message>
        <source>Let this server take its time from the domain.</source>
        <translation>Diesen Server seine Uhrzeit von der Domäne beziehen lassen.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Kerberos refuses a difference of more than five minutes.</source>
        <translation>Kerberos lehnt eine Abweichung von mehr als fünf Minuten ab.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <translation>Verbindung mit %1</translation>
    </message>
    <message>
        <source>The proxy answers.</source>
        <translation>Der Proxy antwortet.</translation>
    </message>
    <message>
        <source>Port %1 answers.</source>
        <translation>Port %1 antwortet.</translation>
    </message>
    <message>
        <source>The certificate is not the service&apos;s own. The agent&apos;s connections must not be inspected on their way.</source>
        <translation>Das Zertifikat ist nicht das des Dienstes. Die Verbindungen des Agents dürfen unterwegs nicht untersucht werden.</translation>
    </message>
    <message>
        <source>A firewall, a proxy or the name resolution stands in the way.</source>
        <translation>Eine Firewall, ein Proxy oder die Namensauflösung steht im Weg.</translation>
    </message>
    <message>
        <source>Exempt this host from TLS inspection.</source>
        <translation>Diesen Host von der TLS-Untersuchung ausnehmen.</translation>
    </message>
    <message>
        <source>Allow connections to %1, port %2.</source>
        <translation>Verbindungen zu %1, Port %2 zulassen.</translation>
    </message>
    <message>
        <source>The system did not answer.</source>
        <translation>Das System hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Check again as an administrator of this server.</source>
        <translation>Als Administrator dieses Servers erneut prüfen.</translation>
    </message>
    <message>
        <source>Not Windows.</source>
        <translation>Kein Windows.</translation>
    </message>
    <message>
        <source>The agent runs on Windows Server only.</source>
        <translation>Der Agent läuft nur unter Windows Server.</translation>
    </message>
    <message>
        <source>Run this part on the server, or leave it out with the sections directory and tenant.</source>
        <translation>Diesen Teil auf dem Server ausführen oder mit den Abschnitten directory und tenant weglassen.</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>It is not installed yet.</source>
        <translation>Er ist noch nicht installiert.</translation>
    </message>
    <message>
        <source>The set-up installs it when the answers say so.</source>
        <translation>Die Einrichtung installiert ihn, wenn die Antworten es vorsehen.</translation>
    </message>
    <message>
        <source>Version %1 is installed and registered with the tenant %2.</source>
        <translation>Version %1 ist installiert und beim Mandanten %2 registriert.</translation>
    </message>
    <message>
        <source>Version %1 is installed and not registered.</source>
        <translation>Version %1 ist installiert und nicht registriert.</translation>
    </message>
    <message>
        <source>Install the current version of the agent.</source>
        <translation>Die aktuelle Version des Agents installieren.</translation>
    </message>
    <message>
        <source>Password writeback needs version %1 or newer.</source>
        <translation>Das Kennwortrückschreiben braucht Version %1 oder neuer.</translation>
    </message>
    <message>
        <source>Exchange hybrid writeback needs version %1 or newer.</source>
        <translation>Das Exchange-Hybrid-Rückschreiben braucht Version %1 oder neuer.</translation>
    </message>
    <message>
        <source>Versions before %1 do not find out by themselves which cloud they belong to.</source>
        <translation>Versionen vor %1 finden nicht von selbst heraus, zu welcher Cloud sie gehören.</translation>
    </message>
    <message>
        <source>Agent&apos;s service</source>
        <translation>Dienst des Agents</translation>
    </message>
    <message>
        <source>Agent&apos;s updater</source>
        <translation>Updater des Agents</translation>
    </message>
    <message>
        <source>There is no service named %1.</source>
        <translation>Es gibt keinen Dienst mit dem Namen %1.</translation>
    </message>
    <message>
        <source>The installation is not complete.</source>
        <translation>Die Installation ist nicht vollständig.</translation>
    </message>
    <message>
        <source>Install the agent again.</source>
        <translation>Den Agent erneut installieren.</translation>
    </message>
    <message>
        <source>The service %1 does not run.</source>
        <translation>Der Dienst %1 wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Start it, and look at the event log when it does not start.</source>
        <translation>Den Dienst starten und das Ereignisprotokoll ansehen, wenn er nicht startet.</translation>
    </message>
    <message>
        <source>The service %1 runs as %2.</source>
        <translation>Der Dienst %1 wird als %2 ausgeführt.</translation>
    </message>
    <message>
        <source>Agent&apos;s package</source>
        <translation>Paket des Agents</translation>
    </message>
    <message>
        <source>The answers name no package, and the agent is not installed.</source>
        <translation>Die Antworten nennen kein Paket, und der Agent ist nicht installiert.</translation>
    </message>
    <message>
        <source>Fetch the package in the Microsoft Entra admin center and name it in the answers.</source>
        <translation>Das Paket im Microsoft Entra Admin Center herunterladen und in den Antworten angeben.</translation>
    </message>
    <message>
        <source>It is signed by %1, not by %2.</source>
        <translation>Es ist von %1 signiert, nicht von %2.</translation>
    </message>
    <message>
        <source>It has no valid signature.</source>
        <translation>Es hat keine gültige Signatur.</translation>
    </message>
    <message>
        <source>Fetch the package again in the Microsoft Entra admin center. A package that is not trusted is never started.</source>
        <translation>Das Paket erneut im Microsoft Entra Admin Center herunterladen. Ein Paket, dem nicht vertraut wird, wird nie gestartet.</translation>
    </message>
    <message>
        <source>%1, version %2, signed by %3.</source>
        <translation>%1, Version %2, signiert von %3.</translation>
    </message>
</context>
<context>
    <name>ServerSetup</name>
    <message>
        <source>Switch TLS 1.2 on in Windows</source>
        <translation>TLS 1.2 in Windows einschalten</translation>
    </message>
    <message>
        <source>Let .NET use strong cryptography</source>
        <translation>.NET starke Kryptografie verwenden lassen</translation>
    </message>
    <message>
        <source>Administrator of this server</source>
        <translation>Administrator dieses Servers</translation>
    </message>
</context>
<context>
    <name>SimulateVerb</name>
    <message>
        <source>%1: %2 deletions would be held back; the threshold is %3.</source>
        <translation>%1: %2 Löschungen würden zurückgehalten; die Schwelle ist %3.</translation>
    </message>
    <message>
        <source>%1: %2 deletions would be carried out; the threshold is %3.</source>
        <translation>%1: %2 Löschungen würden ausgeführt; die Schwelle ist %3.</translation>
    </message>
    <message>
        <source>%1: between the two scopes %2 objects enter and %3 leave.</source>
        <translation>%1: Zwischen den beiden Gültigkeitsbereichen kommen %2 Objekte hinzu und %3 fallen weg.</translation>
    </message>
    <message>
        <source>%1 was not read: %2 %3</source>
        <translation>%1 wurde nicht gelesen: %2 %3</translation>
    </message>
    <message>
        <source>This is an estimate. It was made by these rules:</source>
        <translation>Dies ist eine Schätzung. Sie folgt diesen Regeln:</translation>
    </message>
</context>
<context>
    <name>StartTask</name>
    <message>
        <source>Start the synchronisation of %1</source>
        <translation>Die Synchronisierung von %1 starten</translation>
    </message>
    <message>
        <source>Pause jobs of the synchronisation of %1</source>
        <translation>Aufträge der Synchronisierung von %1 anhalten</translation>
    </message>
    <message>
        <source>The job is started: %1.</source>
        <translation>Der Auftrag wird gestartet: %1.</translation>
    </message>
    <message>
        <source>The job is paused: %1.</source>
        <translation>Der Auftrag wird angehalten: %1.</translation>
    </message>
    <message>
        <source>The job is in quarantine: %1. %2</source>
        <translation>Der Auftrag ist in Quarantäne: %1. %2</translation>
    </message>
</context>
<context>
    <name>SupportBundle</name>
    <message>
        <source>Support bundle of Cloud Sync Setup, written %1.

It holds names of people, servers, domains and the tenant. Passwords, tokens and keys were taken out before writing: %2 places say [removed: ...]. Look through it before you pass it on.

</source>
        <translation>Supportpaket von Cloud Sync Setup, geschrieben am %1.

Es enthält Namen von Personen, Servern, Domänen und dem Mandanten. Kennwörter, Token und Schlüssel wurden vor dem Schreiben entfernt: An %2 Stellen steht [removed: ...]. Das Paket vor der Weitergabe durchsehen.

</translation>
    </message>
</context>
<context>
    <name>SyncFlagTask</name>
    <message>
        <source>Allow directory synchronisation in the tenant</source>
        <translation>Verzeichnissynchronisierung im Mandanten zulassen</translation>
    </message>
    <message>
        <source>The service takes up to three days to switch directory synchronisation off again, and turns every synchronised object into a cloud object. An undo therefore leaves it on.</source>
        <translation>Der Dienst braucht bis zu drei Tage, um die Verzeichnissynchronisierung wieder auszuschalten, und macht dabei aus jedem synchronisierten Objekt ein Cloudobjekt. Das Rückgängigmachen lässt sie daher eingeschaltet.</translation>
    </message>
    <message>
        <source>Directory synchronisation is switched on for the tenant %1.</source>
        <translation>Die Verzeichnissynchronisierung wird für den Mandanten %1 eingeschaltet.</translation>
    </message>
    <message>
        <source>Directory synchronisation stays switched on for the tenant: the service needs days to switch it off.</source>
        <translation>Die Verzeichnissynchronisierung bleibt für den Mandanten eingeschaltet: Der Dienst braucht Tage, um sie auszuschalten.</translation>
    </message>
</context>
<context>
    <name>TenantExaminer</name>
    <message>
        <source>Sign-in to the tenant</source>
        <translation>Anmeldung beim Mandanten</translation>
    </message>
    <message>
        <source>Look at what the service said, then sign in again.</source>
        <translation>Ansehen, was der Dienst gemeldet hat, dann erneut anmelden.</translation>
    </message>
    <message>
        <source>Signed in to %1 (%2) as %3.</source>
        <translation>Angemeldet bei %1 (%2) als %3.</translation>
    </message>
    <message>
        <source>The tenant could not be asked: %1.</source>
        <translation>Der Mandant konnte nicht gefragt werden: %1.</translation>
    </message>
    <message>
        <source>Check again. When it stays so, look at the permissions of the sign-in.</source>
        <translation>Erneut prüfen. Bleibt es so, die Berechtigungen der Anmeldung ansehen.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>An application is signed in.</source>
        <translation>Angemeldet ist eine Anwendung.</translation>
    </message>
    <message>
        <source>The account is a member of the tenant.</source>
        <translation>Das Konto ist Mitglied des Mandanten.</translation>
    </message>
    <message>
        <source>%1 is a guest of the tenant.</source>
        <translation>%1 ist Gast des Mandanten.</translation>
    </message>
    <message>
        <source>Cloud Sync cannot be set up by a guest or a personal account.</source>
        <translation>Ein Gastkonto oder ein persönliches Konto kann Cloud Sync nicht einrichten.</translation>
    </message>
    <message>
        <source>Sign in with an account that belongs to the tenant, best one that exists only in the cloud.</source>
        <translation>Mit einem Konto anmelden, das zum Mandanten gehört, am besten mit einem reinen Cloudkonto.</translation>
    </message>
    <message>
        <source>Administrator role</source>
        <translation>Administratorrolle</translation>
    </message>
    <message>
        <source>The account is a Hybrid Identity Administrator.</source>
        <translation>Das Konto ist Hybrididentitätsadministrator.</translation>
    </message>
    <message>
        <source>The account is a Global Administrator.</source>
        <translation>Das Konto ist Globaler Administrator.</translation>
    </message>
    <message>
        <source>Activate the role under Privileged Identity Management, My roles, then sign in again.</source>
        <translation>Die Rolle unter „Privileged Identity Management“, „Meine Rollen“ aktivieren, dann erneut anmelden.</translation>
    </message>
    <message>
        <source>Assign or activate the role Hybrid Identity Administrator, then sign in again.</source>
        <translation>Die Rolle „Hybrididentitätsadministrator“ zuweisen oder aktivieren, dann erneut anmelden.</translation>
    </message>
    <message>
        <source>The role is not assigned, or it is eligible and not activated: which of the two could not be read.</source>
        <translation>Die Rolle ist nicht zugewiesen, oder sie ist berechtigt und nicht aktiviert: Welches von beiden, war nicht lesbar.</translation>
    </message>
    <message>
        <source>The account could hold the role but has not activated it.</source>
        <translation>Das Konto ist für die Rolle berechtigt, hat sie aber nicht aktiviert.</translation>
    </message>
    <message>
        <source>The role is neither assigned nor eligible.</source>
        <translation>Die Rolle ist weder zugewiesen noch berechtigt.</translation>
    </message>
    <message>
        <source>%1 holds neither the role Hybrid Identity Administrator nor Global Administrator.</source>
        <translation>%1 hat weder die Rolle „Hybrididentitätsadministrator“ noch „Globaler Administrator“.</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>The sign-in carries the permissions that the set-up needs.</source>
        <translation>Die Anmeldung trägt die Berechtigungen, die die Einrichtung braucht.</translation>
    </message>
    <message>
        <source>Not granted: %1.</source>
        <translation>Nicht erteilt: %1.</translation>
    </message>
    <message>
        <source>The application registration does not have these permissions, or nobody has consented to them.</source>
        <translation>Die App-Registrierung hat diese Berechtigungen nicht, oder niemand hat ihnen zugestimmt.</translation>
    </message>
    <message>
        <source>Add the permissions to the application registration and grant the administrator&apos;s consent.</source>
        <translation>Die Berechtigungen der App-Registrierung hinzufügen und die Administratorzustimmung erteilen.</translation>
    </message>
    <message>
        <source>Directory synchronisation</source>
        <translation>Verzeichnissynchronisierung</translation>
    </message>
    <message>
        <source>It is switched on for the tenant.</source>
        <translation>Sie ist für den Mandanten eingeschaltet.</translation>
    </message>
    <message>
        <source>It is not switched on for the tenant yet.</source>
        <translation>Sie ist für den Mandanten noch nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>No synchronisation was ever set up for this tenant, or it was switched off.</source>
        <translation>Für diesen Mandanten wurde nie eine Synchronisierung eingerichtet, oder sie wurde ausgeschaltet.</translation>
    </message>
    <message>
        <source>The set-up switches it on.</source>
        <translation>Die Einrichtung schaltet sie ein.</translation>
    </message>
    <message>
        <source>Verified domains</source>
        <translation>Überprüfte Domänen</translation>
    </message>
    <message>
        <source>The tenant has no verified domain of its own.</source>
        <translation>Der Mandant hat keine eigene überprüfte Domäne.</translation>
    </message>
    <message>
        <source>A user whose sign-in name ends in a domain that is not verified gets a name in the tenant&apos;s initial domain.</source>
        <translation>Ein Benutzer, dessen Anmeldename mit einer nicht überprüften Domäne endet, erhält einen Namen in der anfänglichen Domäne des Mandanten.</translation>
    </message>
    <message>
        <source>Add and verify the domain that your users sign in with.</source>
        <translation>Die Domäne hinzufügen und überprüfen, mit der sich die Benutzer anmelden.</translation>
    </message>
    <message>
        <source>Users can sign in with names in %1.</source>
        <translation>Benutzer können sich mit Namen in %1 anmelden.</translation>
    </message>
    <message>
        <source>Federated: %1.</source>
        <translation>Im Verbund: %1.</translation>
    </message>
    <message>
        <source>%1 is not verified in the tenant. Users whose sign-in name ends in it get a name in the tenant&apos;s initial domain.</source>
        <translation>%1 ist im Mandanten nicht überprüft. Benutzer, deren Anmeldename damit endet, erhalten einen Namen in der anfänglichen Domäne des Mandanten.</translation>
    </message>
    <message>
        <source>Give such users a sign-in name in a verified domain, or verify the domain when it is yours on the Internet.</source>
        <translation>Solchen Benutzern einen Anmeldenamen in einer überprüften Domäne geben oder die Domäne überprüfen, wenn sie im Internet die eigene ist.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>The licences could not be read. Nothing that was asked for needs one.</source>
        <translation>Die Lizenzen waren nicht lesbar. Nichts von dem Verlangten braucht eine.</translation>
    </message>
    <message>
        <source>The tenant has Microsoft Entra ID P1 or P2.</source>
        <translation>Der Mandant hat Microsoft Entra ID P1 oder P2.</translation>
    </message>
    <message>
        <source>The tenant has no Microsoft Entra ID P1 or P2. Nothing that was asked for needs it.</source>
        <translation>Der Mandant hat kein Microsoft Entra ID P1 oder P2. Nichts von dem Verlangten braucht es.</translation>
    </message>
    <message>
        <source>The tenant has no Microsoft Entra ID P1 or P2.</source>
        <translation>Der Mandant hat kein Microsoft Entra ID P1 oder P2.</translation>
    </message>
    <message>
        <source>Password writeback needs one of these licences for its users.</source>
        <translation>Das Kennwortrückschreiben braucht für seine Benutzer eine dieser Lizenzen.</translation>
    </message>
    <message>
        <source>Get the licence, or leave password writeback out.</source>
        <translation>Die Lizenz beschaffen oder auf das Kennwortrückschreiben verzichten.</translation>
    </message>
    <message>
        <source>Password writeback</source>
        <translation>Kennwortrückschreiben</translation>
    </message>
    <message>
        <source>The set-up switches it on through the agent.</source>
        <translation>Die Einrichtung schaltet es über den Agent ein.</translation>
    </message>
    <message>
        <source>Microsoft Graph has no call for the rest: whether people may use it is set in the portal.</source>
        <translation>Für das Übrige hat Microsoft Graph keinen Aufruf: Ob Personen es verwenden dürfen, wird im Portal eingestellt.</translation>
    </message>
    <message>
        <source>Afterwards, in the portal under Entra ID, Password reset, On-premises integration: switch on &quot;Enable password write back for synced users&quot;, &quot;Write back passwords with Microsoft Entra Cloud Sync&quot; and &quot;Allow users to unlock accounts without resetting their password&quot;.</source>
        <translation>Danach im Portal unter „Entra ID“, „Kennwortzurücksetzung“, „Lokale Integration“ einschalten: „Kennwortrückschreiben für synchronisierte Benutzer aktivieren“, „Kennwörter mit Microsoft Entra-Cloudsynchronisierung zurückschreiben“ und „Benutzern das Entsperren von Konten ohne Kennwortzurücksetzung erlauben“.</translation>
    </message>
    <message>
        <source>Afterwards, in the portal under Entra ID, Password reset, On-premises integration: switch on &quot;Enable password write back for synced users&quot; and &quot;Write back passwords with Microsoft Entra Cloud Sync&quot;.</source>
        <translation>Danach im Portal unter „Entra ID“, „Kennwortzurücksetzung“, „Lokale Integration“ einschalten: „Kennwortrückschreiben für synchronisierte Benutzer aktivieren“ und „Kennwörter mit Microsoft Entra-Cloudsynchronisierung zurückschreiben“.</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Active on %1.</source>
        <translation>Aktiv auf %1.</translation>
    </message>
    <message>
        <source>With one agent the synchronisation stops while its server is down.</source>
        <translation>Mit nur einem Agent ruht die Synchronisierung, solange sein Server ausfällt.</translation>
    </message>
    <message>
        <source>Set up a second server.</source>
        <translation>Einen zweiten Server einrichten.</translation>
    </message>
    <message>
        <source>No agent of the tenant is active.</source>
        <translation>Kein Agent des Mandanten ist aktiv.</translation>
    </message>
    <message>
        <source>The agent of this server is registered by the set-up.</source>
        <translation>Die Einrichtung registriert den Agent dieses Servers.</translation>
    </message>
    <message>
        <source>Without an agent nothing is synchronised.</source>
        <translation>Ohne Agent wird nichts synchronisiert.</translation>
    </message>
    <message>
        <source>Set up a server with the Microsoft Entra provisioning agent.</source>
        <translation>Einen Server mit dem Microsoft Entra-Bereitstellungs-Agent einrichten.</translation>
    </message>
    <message>
        <source>Configuration for %1</source>
        <translation>Konfiguration für %1</translation>
    </message>
    <message>
        <source>Keep one configuration of this name and remove the others in the portal.</source>
        <translation>Eine Konfiguration dieses Namens behalten und die anderen im Portal entfernen.</translation>
    </message>
    <message>
        <source>The tenant has none yet.</source>
        <translation>Der Mandant hat noch keine.</translation>
    </message>
    <message>
        <source>The set-up makes it.</source>
        <translation>Die Einrichtung erstellt sie.</translation>
    </message>
    <message>
        <source>It exists (%1) and is changed only where the answers say so.</source>
        <translation>Sie ist vorhanden (%1) und wird nur geändert, wo die Antworten es vorsehen.</translation>
    </message>
    <message>
        <source>Jobs for %1</source>
        <translation>Aufträge für %1</translation>
    </message>
    <message>
        <source>Job for %1: %2</source>
        <translation>Auftrag für %1: %2</translation>
    </message>
    <message>
        <source>It is in quarantine: %1.</source>
        <translation>Er ist in Quarantäne: %1.</translation>
    </message>
    <message>
        <source>Most of its calls failed, or it would have deleted more objects than allowed.</source>
        <translation>Die meisten seiner Aufrufe sind fehlgeschlagen, oder er hätte mehr Objekte gelöscht als zugelassen.</translation>
    </message>
    <message>
        <source>Mend the cause, then clear the quarantine.</source>
        <translation>Die Ursache beheben, dann die Quarantäne aufheben.</translation>
    </message>
    <message>
        <source>Mend the cause, then clear the quarantine, or wait for the next attempt at %1.</source>
        <translation>Die Ursache beheben, dann die Quarantäne aufheben oder auf den nächsten Versuch um %1 warten.</translation>
    </message>
    <message>
        <source>First cycle for %1</source>
        <translation>Erster Zyklus für %1</translation>
    </message>
    <message>
        <source>The job is started and has not come to the end of a cycle yet.</source>
        <translation>Der Auftrag ist gestartet und hat noch keinen Zyklus zu Ende gebracht.</translation>
    </message>
    <message>
        <source>The first cycle waits for an agent: none is active in the tenant.</source>
        <translation>Der erste Zyklus wartet auf einen Agent: Im Mandanten ist keiner aktiv.</translation>
    </message>
    <message>
        <source>The first cycle begins some minutes after the start and takes long in a large directory.</source>
        <translation>Der erste Zyklus beginnt einige Minuten nach dem Start und dauert in einem großen Verzeichnis lange.</translation>
    </message>
    <message>
        <source>Look at the status again later.</source>
        <translation>Den Status später erneut ansehen.</translation>
    </message>
</context>
<context>
    <name>TenantSetup</name>
    <message>
        <source>%1: the mapping of %2 cannot be written down in an answer file and is left out.</source>
        <translation>%1: Die Zuordnung von %2 lässt sich in einer Antwortdatei nicht ausdrücken und wird weggelassen.</translation>
    </message>
    <message>
        <source>The scope of %1 cannot be written down in an answer file and is left out.</source>
        <translation>Der Gültigkeitsbereich von %1 lässt sich in einer Antwortdatei nicht ausdrücken und wird weggelassen.</translation>
    </message>
    <message>
        <source>%1: a job runs while the synchronisation of users rests, which an answer file cannot say: %2. It is left out.</source>
        <translation>%1: Ein Auftrag läuft, während die Synchronisierung der Benutzer ruht, was eine Antwortdatei nicht ausdrücken kann: %2. Er wird weggelassen.</translation>
    </message>
    <message>
        <source>The configuration for %1 has no job that synchronises users.</source>
        <translation>Die Konfiguration für %1 hat keinen Auftrag, der Benutzer synchronisiert.</translation>
    </message>
    <message>
        <source>%1: the job for password hashes is there, but the password hash is not mapped. Synchronisation of password hashes is left out.</source>
        <translation>%1: Der Auftrag für Kennworthashes ist vorhanden, aber der Kennworthash ist nicht zugeordnet. Die Kennworthashsynchronisierung wird weggelassen.</translation>
    </message>
    <message>
        <source>The tenant has no configuration for %1.</source>
        <translation>Der Mandant hat keine Konfiguration für %1.</translation>
    </message>
    <message>
        <source>The tenant has more than one configuration of this name: %1 and %2.</source>
        <translation>Der Mandant hat mehr als eine Konfiguration dieses Namens: %1 und %2.</translation>
    </message>
    <message>
        <source>The configuration has more than one job of the template %1: %2 and %3.</source>
        <translation>Die Konfiguration hat mehr als einen Auftrag der Vorlage %1: %2 und %3.</translation>
    </message>
    <message>
        <source>synchronisation of users, groups and contacts</source>
        <translation>Synchronisierung von Benutzern, Gruppen und Kontakten</translation>
    </message>
    <message>
        <source>synchronisation of password hashes</source>
        <translation>Synchronisierung von Kennworthashes</translation>
    </message>
    <message>
        <source>Exchange hybrid writeback</source>
        <translation>Exchange-Hybrid-Rückschreiben</translation>
    </message>
    <message>
        <source>synchronisation of devices</source>
        <translation>Synchronisierung von Geräten</translation>
    </message>
    <message>
        <source>Hybrid Identity Administrator in the tenant</source>
        <translation>Hybrididentitätsadministrator im Mandanten</translation>
    </message>
    <message>
        <source>The tenant lists the agent of this server as active, but its service does not run.</source>
        <translation>Der Mandant führt den Agent dieses Servers als aktiv, aber sein Dienst wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The agent&apos;s service runs as %1, and this server cannot use that account.</source>
        <translation>Der Dienst des Agents wird als %1 ausgeführt, und dieser Server kann das Konto nicht verwenden.</translation>
    </message>
    <message>
        <source>No agent is active: nothing is synchronised.</source>
        <translation>Kein Agent ist aktiv: Es wird nichts synchronisiert.</translation>
    </message>
    <message>
        <source>One agent is active. With fewer than two, the synchronisation stops while that server is down; set up a second one.</source>
        <translation>Ein Agent ist aktiv. Mit weniger als zwei ruht die Synchronisierung, solange dieser Server ausfällt; einen zweiten einrichten.</translation>
    </message>
    <message>
        <source>it would delete at least as many objects as the threshold says</source>
        <translation>er würde mindestens so viele Objekte löschen, wie die Schwelle nennt</translation>
    </message>
    <message>
        <source>too many objects failed</source>
        <translation>zu viele Objekte sind fehlgeschlagen</translation>
    </message>
    <message>
        <source>most or all of its calls failed</source>
        <translation>die meisten oder alle seiner Aufrufe sind fehlgeschlagen</translation>
    </message>
    <message>
        <source>it was put there on demand</source>
        <translation>er wurde auf Verlangen hineingesetzt</translation>
    </message>
    <message>
        <source>reading the directory was interrupted</source>
        <translation>das Lesen des Verzeichnisses wurde unterbrochen</translation>
    </message>
    <message>
        <source>the service does not say why</source>
        <translation>der Dienst nennt keinen Grund</translation>
    </message>
    <message>
        <source>In quarantine (%1): %2.</source>
        <translation>In Quarantäne (%1): %2.</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>Der Dienst meldet: %1</translation>
    </message>
    <message>
        <source>Next attempt: %1.</source>
        <translation>Nächster Versuch: %1.</translation>
    </message>
    <message>
        <source>It has no job that synchronises users.</source>
        <translation>Sie hat keinen Auftrag, der Benutzer synchronisiert.</translation>
    </message>
    <message>
        <source>The synchronisation of users is not started.</source>
        <translation>Die Synchronisierung der Benutzer ist nicht gestartet.</translation>
    </message>
    <message>
        <source>No agent is active.</source>
        <translation>Kein Agent ist aktiv.</translation>
    </message>
    <message>
        <source>No agent serves this domain.</source>
        <translation>Kein Agent bedient diese Domäne.</translation>
    </message>
    <message>
        <source>The last cycle failed.</source>
        <translation>Der letzte Zyklus ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The last cycle could not synchronise some objects; the log names them.</source>
        <translation>Der letzte Zyklus konnte einige Objekte nicht synchronisieren; das Protokoll nennt sie.</translation>
    </message>
    <message>
        <source>The first cycle has not come to its end yet.</source>
        <translation>Der erste Zyklus ist noch nicht zu Ende.</translation>
    </message>
    <message>
        <source>The last cycle ended more than three hours ago.</source>
        <translation>Der letzte Zyklus endete vor mehr als drei Stunden.</translation>
    </message>
    <message>
        <source>It is the name in Active Directory: %1 is a verified domain of the tenant.</source>
        <translation>Es ist der Name in Active Directory: %1 ist eine überprüfte Domäne des Mandanten.</translation>
    </message>
    <message>
        <source>The name in Active Directory is %1, and %2 is not a verified domain of the tenant. Verify the domain, or give the user another suffix.</source>
        <translation>Der Name in Active Directory ist %1, und %2 ist keine überprüfte Domäne des Mandanten. Die Domäne überprüfen oder dem Benutzer ein anderes Suffix geben.</translation>
    </message>
    <message>
        <source>an empty suffix</source>
        <translation>ein leeres Suffix</translation>
    </message>
    <message>
        <source>The name in Active Directory is %1. The name in the tenant differs: a mapping changes it, or the name was taken by another object.</source>
        <translation>Der Name in Active Directory ist %1. Der Name im Mandanten weicht ab: Eine Zuordnung ändert ihn, oder ein anderes Objekt hatte den Namen bereits.</translation>
    </message>
    <message>
        <source>The schema holds no rule from Active Directory to Microsoft Entra ID.</source>
        <translation>Das Schema enthält keine Regel von Active Directory zu Microsoft Entra ID.</translation>
    </message>
    <message>
        <source>%1 has no attribute %2 for objects of the class %3.</source>
        <translation>%1 hat kein Attribut %2 für Objekte der Klasse %3.</translation>
    </message>
    <message>
        <source>Active Directory has no attribute %1 for objects of the class %2, as far as the agent can see. After an extension of its schema the agent has to be restarted.</source>
        <translation>Active Directory hat kein Attribut %1 für Objekte der Klasse %2, soweit der Agent sehen kann. Nach einer Erweiterung des Schemas muss der Agent neu gestartet werden.</translation>
    </message>
    <message>
        <source>The scope becomes all objects of the domain.</source>
        <translation>Der Gültigkeitsbereich wird: alle Objekte der Domäne.</translation>
    </message>
    <message>
        <source>The scope becomes the organizational units: %1.</source>
        <translation>Der Gültigkeitsbereich wird: die Organisationseinheiten %1.</translation>
    </message>
    <message>
        <source>The scope becomes the direct members of the groups: %1.</source>
        <translation>Der Gültigkeitsbereich wird: die direkten Mitglieder der Gruppen %1.</translation>
    </message>
    <message>
        <source>%1: the mapping to %2 is taken out.</source>
        <translation>%1: Die Zuordnung zu %2 wird entfernt.</translation>
    </message>
    <message>
        <source>%1: %2 gets the value of the attribute %3.</source>
        <translation>%1: %2 erhält den Wert des Attributs %3.</translation>
    </message>
    <message>
        <source>%1: %2 gets the fixed value &quot;%3&quot;.</source>
        <translation>%1: %2 erhält den festen Wert „%3“.</translation>
    </message>
    <message>
        <source>%1: %2 gets the result of %3.</source>
        <translation>%1: %2 erhält das Ergebnis von %3.</translation>
    </message>
    <message>
        <source>%1: the password hash is mapped to CredentialData.</source>
        <translation>%1: Der Kennworthash wird CredentialData zugeordnet.</translation>
    </message>
    <message>
        <source>The configuration for %1 has no mapping for objects of the class %2.</source>
        <translation>Die Konfiguration für %1 hat keine Zuordnung für Objekte der Klasse %2.</translation>
    </message>
    <message>
        <source>The configuration is told its domain, %1.</source>
        <translation>Der Konfiguration wird ihre Domäne mitgeteilt: %1.</translation>
    </message>
    <message>
        <source>The configuration&apos;s domain changes from %1 to %2.</source>
        <translation>Die Domäne der Konfiguration wechselt von %1 zu %2.</translation>
    </message>
    <message>
        <source>The application key for the %1 is asked for.</source>
        <translation>Der Anwendungsschlüssel wird angefordert: %1.</translation>
    </message>
    <message>
        <source>Notifications go to %1.</source>
        <translation>Benachrichtigungen gehen an %1.</translation>
    </message>
    <message>
        <source>Notifications are switched off.</source>
        <translation>Benachrichtigungen werden ausgeschaltet.</translation>
    </message>
    <message>
        <source>A cycle that would delete %1 objects or more is held back.</source>
        <translation>Ein Zyklus, der %1 Objekte oder mehr löschen würde, wird zurückgehalten.</translation>
    </message>
    <message>
        <source>The limit for accidental deletions is switched off.</source>
        <translation>Die Grenze für versehentliche Löschungen wird ausgeschaltet.</translation>
    </message>
    <message>
        <source>The notification settings are stored once instead of %1 times.</source>
        <translation>Die Einstellungen für Benachrichtigungen werden einmal statt %1-mal gespeichert.</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>[y/N]</source>
        <extracomment>What may be answered to a question of the command line; the second, a capital letter, is what Enter means.</extracomment>
        <translation>[j/N]</translation>
    </message>
    <message>
        <source>y yes</source>
        <extracomment>The answer that agrees, as a letter and as a word</extracomment>
        <translation>j ja</translation>
    </message>
</context>
<context>
    <name>TextReporter</name>
    <message>
        <source>Cause: %1</source>
        <translation>Ursache: %1</translation>
    </message>
    <message>
        <source>Remedy: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
    <message>
        <source>%1 findings: %2 errors, %3 warnings.</source>
        <translation>%1 Befunde: %2 Fehler, %3 Warnungen.</translation>
    </message>
    <message>
        <source>Cannot be undone: %1</source>
        <translation>Lässt sich nicht rückgängig machen: %1</translation>
    </message>
    <message>
        <source>Nothing to change: %1 steps are in place.</source>
        <translation>Nichts zu ändern: %1 Schritte sind bereits vorhanden.</translation>
    </message>
    <message>
        <source>%1 of %2 steps would change something.</source>
        <translation>%1 von %2 Schritten würden etwas ändern.</translation>
    </message>
    <message>
        <source>left behind: %1</source>
        <translation>zurückgeblieben: %1</translation>
    </message>
    <message>
        <source>Done. Nothing had to be changed.</source>
        <translation>Erledigt. Es musste nichts geändert werden.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Erledigt.</translation>
    </message>
    <message>
        <source>Restart this server to finish.</source>
        <translation>Diesen Server zum Abschluss neu starten.</translation>
    </message>
    <message>
        <source>This server is restarting.</source>
        <translation>Dieser Server wird neu gestartet.</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>Lauf: %1</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>Bericht: %1</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>  (works)</source>
        <translation>  (funktioniert)</translation>
    </message>
    <message>
        <source>No agent is registered.</source>
        <translation>Es ist kein Agent registriert.</translation>
    </message>
    <message>
        <source>Configuration %1: %2</source>
        <translation>Konfiguration %1: %2</translation>
    </message>
    <message>
        <source>  last run %1 (%2)</source>
        <translation>  letzter Lauf %1 (%2)</translation>
    </message>
    <message>
        <source>  never ran</source>
        <translation>  nie ausgeführt</translation>
    </message>
    <message>
        <source>last cycle: %1 in scope, %2 read, %3 written, %4 failed</source>
        <translation>letzter Zyklus: %1 im Gültigkeitsbereich, %2 gelesen, %3 geschrieben, %4 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not compared with the answers: %1</source>
        <translation>Nicht mit den Antworten verglichen: %1</translation>
    </message>
    <message>
        <source>differs from the answers</source>
        <translation>weicht von den Antworten ab</translation>
    </message>
    <message>
        <source>What was compared is as the answers say.</source>
        <translation>Was verglichen wurde, ist wie in den Antworten.</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>Protokoll: %1</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>Translation</name>
    <message>
        <source>There are no texts in the language &quot;%1&quot;; the languages are: %2.</source>
        <extracomment>%1 is what was asked for, %2 a list of codes of languages</extracomment>
        <translation>In der Sprache „%1“ gibt es keine Texte; die Sprachen sind: %2.</translation>
    </message>
</context>
<context>
    <name>cloudsync::ChipList</name>
    <message>
        <source>%1  ✕</source>
        <extracomment>A chosen value as a button that removes it; the cross stands for &quot;remove&quot;.</extracomment>
        <translation>%1  ✕</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>Diesen Eintrag entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>cloudsync::ConfigurationModel</name>
    <message>
        <source>Counting what is in scope.</source>
        <translation>Die Objekte im Gültigkeitsbereich werden gezählt.</translation>
    </message>
    <message>
        <source>Password writeback is switched through the agent; this machine does not carry one.</source>
        <translation>Das Kennwortrückschreiben wird über den Agent geschaltet; auf diesem Computer gibt es keinen.</translation>
    </message>
    <message>
        <source>Password writeback needs Microsoft Entra ID P1 or P2; no such licence was found in the tenant.</source>
        <translation>Das Kennwortrückschreiben braucht Microsoft Entra ID P1 oder P2; eine solche Lizenz wurde im Mandanten nicht gefunden.</translation>
    </message>
    <message>
        <source>Password hashes cannot be read with the permissions chosen for the service account.</source>
        <translation>Mit den für das Dienstkonto gewählten Berechtigungen lassen sich Kennworthashes nicht lesen.</translation>
    </message>
    <message>
        <source>Exchange attributes cannot be written with the permissions chosen for the service account.</source>
        <translation>Mit den für das Dienstkonto gewählten Berechtigungen lassen sich Exchange-Attribute nicht schreiben.</translation>
    </message>
    <message>
        <source>Passwords cannot be written back with the permissions chosen for the service account.</source>
        <translation>Mit den für das Dienstkonto gewählten Berechtigungen lassen sich Kennwörter nicht zurückschreiben.</translation>
    </message>
    <message>
        <source>The threshold is not below the number of objects in scope, so it never stops anything.</source>
        <translation>Die Schwelle liegt nicht unter der Zahl der Objekte im Gültigkeitsbereich und hält daher nie etwas auf.</translation>
    </message>
    <message>
        <source>Name at least one address, or switch the notifications off.</source>
        <translation>Mindestens eine Adresse angeben oder die Benachrichtigungen ausschalten.</translation>
    </message>
</context>
<context>
    <name>cloudsync::ConfigurationPage</name>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>These switches decide what the synchronisation of a domain does, and what stops it.</source>
        <translation>Diese Schalter bestimmen, was die Synchronisierung einer Domäne tut und was sie anhält.</translation>
    </message>
    <message>
        <source>Synchronise password &amp;hashes</source>
        <translation>Kennwort&amp;hashes synchronisieren</translation>
    </message>
    <message>
        <source>People sign in to the cloud with their Active Directory password. Only a hash of the hash leaves the domain.</source>
        <translation>Personen melden sich mit ihrem Active Directory-Kennwort in der Cloud an. Nur ein Hash des Hashs verlässt die Domäne.</translation>
    </message>
    <message>
        <source>Write &amp;Exchange attributes back</source>
        <translation>&amp;Exchange-Attribute zurückschreiben</translation>
    </message>
    <message>
        <source>Write pass&amp;words back</source>
        <translation>&amp;Kennwörter zurückschreiben</translation>
    </message>
    <message>
        <source>Let people &amp;unlock their account</source>
        <translation>Eigenes Konto entspe&amp;rren lassen</translation>
    </message>
    <message>
        <source>Without setting a new password. Needs password writeback.</source>
        <translation>Ohne ein neues Kennwort zu setzen. Braucht das Kennwortrückschreiben.</translation>
    </message>
    <message>
        <source>Start the &amp;synchronisation</source>
        <translation>&amp;Synchronisierung starten</translation>
    </message>
    <message>
        <source>The first cycle begins at once. Without this the jobs are set up and stay paused.</source>
        <translation>Der erste Zyklus beginnt sofort. Andernfalls werden die Aufträge eingerichtet und bleiben angehalten.</translation>
    </message>
    <message>
        <source>Send noti&amp;fications</source>
        <translation>Be&amp;nachrichtigungen senden</translation>
    </message>
    <message>
        <source>The service writes to these addresses when a job is stopped or unhealthy.</source>
        <translation>Der Dienst schreibt an diese Adressen, wenn ein Auftrag angehalten oder fehlerhaft ist.</translation>
    </message>
    <message>
        <source>Addresses that are notified</source>
        <translation>Adressen, die benachrichtigt werden</translation>
    </message>
    <message>
        <source>No address yet.</source>
        <translation>Noch keine Adresse.</translation>
    </message>
    <message>
        <source>Write a whole mail address, for example it@contoso.com.</source>
        <translation>Eine vollständige E-Mail-Adresse angeben, zum Beispiel it@contoso.com.</translation>
    </message>
    <message>
        <source>&amp;Addresses:</source>
        <translation>&amp;Adressen:</translation>
    </message>
    <message>
        <source>Stop when too many objects would be &amp;deleted</source>
        <translation>Bei zu vielen Löschun&amp;gen anhalten</translation>
    </message>
    <message>
        <source>Above the threshold the job goes into quarantine and waits for a decision.</source>
        <translation>Oberhalb der Schwelle kommt der Auftrag in Quarantäne und wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>&amp;Threshold:</source>
        <translation>&amp;Löschschwelle:</translation>
    </message>
    <message>
        <source>For a hybrid Exchange: attributes that Exchange Online changes come back to Active Directory.</source>
        <translation>Für Exchange im Hybridbetrieb: Attribute, die Exchange Online ändert, kommen nach Active Directory zurück.</translation>
    </message>
    <message>
        <source>Not possible: the schema of this directory was never extended for Exchange.</source>
        <translation>Nicht möglich: Das Schema dieses Verzeichnisses wurde nie für Exchange erweitert.</translation>
    </message>
    <message>
        <source>%1 objects are in scope now.</source>
        <translation>%1 Objekte sind jetzt im Gültigkeitsbereich.</translation>
    </message>
    <message>
        <source>The objects in scope have not been counted.</source>
        <translation>Die Objekte im Gültigkeitsbereich wurden noch nicht gezählt.</translation>
    </message>
    <message>
        <source>Passwords that people reset in the cloud are set in Active Directory too.</source>
        <translation>In der Cloud zurückgesetzte Kennwörter werden auch in Active Directory gesetzt.</translation>
    </message>
    <message>
        <source>Synchronise computers as de&amp;vices</source>
        <translation>Com&amp;puter als Geräte synchronisieren</translation>
    </message>
    <message>
        <source>For hybrid joined devices. The forest needs a connection point that names this tenant; Prerequisites look for it.</source>
        <translation>Für hybrid eingebundene Geräte. Die Gesamtstruktur braucht einen Verbindungspunkt, der diesen Mandanten nennt; die Seite „Voraussetzungen“ prüft das.</translation>
    </message>
</context>
<context>
    <name>cloudsync::CredentialForm</name>
    <message>
        <source>Choose the domain controllers and the trusted certificate myself</source>
        <translation>Domänencontroller und vertrauenswürdiges Zertifikat selbst wählen</translation>
    </message>
    <message>
        <source>Simple bind over TLS instead of Kerberos</source>
        <translation>Einfache Anmeldung über TLS statt Kerberos</translation>
    </message>
    <message>
        <source>for example contoso.com</source>
        <translation>zum Beispiel contoso.com</translation>
    </message>
    <message>
        <source>for example CONTOSO\Administrator</source>
        <translation>zum Beispiel CONTOSO\Administrator</translation>
    </message>
    <message>
        <source>for example ldaps://dc1.contoso.com, ldaps://dc2.contoso.com</source>
        <translation>zum Beispiel ldaps://dc1.contoso.com, ldaps://dc2.contoso.com</translation>
    </message>
    <message>
        <source>PEM file; empty: the certificates this system trusts</source>
        <translation>PEM-Datei; leer: die Zertifikate, denen dieses System vertraut</translation>
    </message>
    <message>
        <source>&amp;Domain:</source>
        <translation>&amp;Domäne:</translation>
    </message>
    <message>
        <source>Adm&amp;inistrator:</source>
        <translation>Adm&amp;inistrator:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>&amp;Kennwort:</translation>
    </message>
    <message>
        <source>C&amp;ontrollers:</source>
        <translation>D&amp;omänencontroller:</translation>
    </message>
    <message>
        <source>Ce&amp;rtificate file:</source>
        <translation>Ze&amp;rtifikatdatei:</translation>
    </message>
    <message>
        <source>given already; type only to replace it</source>
        <translation>bereits angegeben; nur zum Ersetzen eingeben</translation>
    </message>
</context>
<context>
    <name>cloudsync::DirectoriesModel</name>
    <message>
        <source>This is not the name of a domain</source>
        <translation>Dies ist kein Name einer Domäne</translation>
    </message>
    <message>
        <source>Write the DNS name, for example contoso.com.</source>
        <translation>Den DNS-Namen angeben, zum Beispiel contoso.com.</translation>
    </message>
    <message>
        <source>The administrator is missing</source>
        <translation>Der Administrator fehlt</translation>
    </message>
    <message>
        <source>Name an account that may administer the domain %1.</source>
        <translation>Ein Konto angeben, das die Domäne %1 verwalten darf.</translation>
    </message>
    <message>
        <source>The password is missing</source>
        <translation>Das Kennwort fehlt</translation>
    </message>
    <message>
        <source>Type the password of %1. It is used now and never stored.</source>
        <translation>Das Kennwort von %1 eingeben. Es wird jetzt verwendet und nie gespeichert.</translation>
    </message>
    <message>
        <source>Connecting to the domain controllers.</source>
        <translation>Die Verbindung mit den Domänencontrollern wird hergestellt.</translation>
    </message>
    <message>
        <source>The directory is not ready yet</source>
        <translation>Das Verzeichnis ist noch nicht bereit</translation>
    </message>
    <message>
        <source>Problems that must be mended before the set-up can work: %1. They are listed below.</source>
        <translation>Probleme, die behoben sein müssen, bevor die Einrichtung funktionieren kann: %1. Sie sind unten aufgeführt.</translation>
    </message>
    <message>
        <source>Mend them, then test again.</source>
        <translation>Die Probleme beheben, dann erneut testen.</translation>
    </message>
</context>
<context>
    <name>cloudsync::DirectoriesPage</name>
    <message>
        <source>Directories</source>
        <translation>Verzeichnisse</translation>
    </message>
    <message>
        <source>These Active Directory domains are synchronised. Passwords are used now and never stored.</source>
        <translation>Diese Active Directory-Domänen werden synchronisiert. Kennwörter werden jetzt verwendet und nie gespeichert.</translation>
    </message>
    <message>
        <source>Preferred domain controllers, in order</source>
        <translation>Bevorzugte Domänencontroller, der Reihe nach</translation>
    </message>
    <message>
        <source>The agent finds its controllers itself.</source>
        <translation>Der Agent findet seine Domänencontroller selbst.</translation>
    </message>
    <message>
        <source>Readiness of the directories</source>
        <translation>Bereitschaft der Verzeichnisse</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Add or change</source>
        <translation>&amp;Hinzufügen oder ändern</translation>
    </message>
    <message>
        <source>&amp;Preferred domain controllers, in order:</source>
        <translation>&amp;Bevorzugte Domänencontroller, der Reihe nach:</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation>Gesamtstruktur</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>answers in %1 ms</source>
        <translation>antwortet in %1 ms</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
</context>
<context>
    <name>cloudsync::DomainList</name>
    <message>
        <source>not tested yet</source>
        <translation>noch nicht getestet</translation>
    </message>
    <message>
        <source>being tested</source>
        <translation>wird getestet</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>cloudsync::DomainPicker</name>
    <message>
        <source>D&amp;omain:</source>
        <translation>D&amp;omäne:</translation>
    </message>
</context>
<context>
    <name>cloudsync::EntryList</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add to: %1</source>
        <translation>Hinzufügen zu: %1</translation>
    </message>
</context>
<context>
    <name>cloudsync::ExtensionPage</name>
    <message>
        <source>Extension</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>The same agent serves different purposes; this decides what is set up next.</source>
        <translation>Derselbe Agent dient verschiedenen Zwecken; hier wird entschieden, was als Nächstes eingerichtet wird.</translation>
    </message>
    <message>
        <source>&amp;Cloud Sync and HR-driven provisioning</source>
        <translation>Cloud Sync und &amp;HR-gesteuerte Bereitstellung</translation>
    </message>
    <message>
        <source>Users, groups and contacts of Active Directory appear in Microsoft Entra ID; people from Workday or SuccessFactors can be provisioned to Active Directory. A service account, directories and a synchronisation are set up on the next pages.</source>
        <translation>Benutzer, Gruppen und Kontakte aus Active Directory erscheinen in Microsoft Entra ID; Personen aus Workday oder SuccessFactors lassen sich in Active Directory bereitstellen. Auf den nächsten Seiten werden ein Dienstkonto, Verzeichnisse und eine Synchronisierung eingerichtet.</translation>
    </message>
    <message>
        <source>On-premises &amp;applications</source>
        <translation>&amp;Lokale Anwendungen</translation>
    </message>
    <message>
        <source>Microsoft Entra ID provisions users into applications in your network through the ECMA host. No service account and no directory is needed; each application is configured in the admin centre afterwards.</source>
        <translation>Microsoft Entra ID stellt Benutzer über den ECMA-Host in Anwendungen des eigenen Netzwerks bereit. Dienstkonto und Verzeichnis sind nicht nötig; jede Anwendung wird danach im Admin Center konfiguriert.</translation>
    </message>
</context>
<context>
    <name>cloudsync::FactList</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A fact as a screen reader says it: name, value.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>cloudsync::FindingsList</name>
    <message>
        <source>&amp;Mend this during the set-up</source>
        <translation>Bei der Einrichtun&amp;g beheben</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>will be mended</source>
        <translation>wird behoben</translation>
    </message>
    <message>
        <source>good</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>cloudsync::FinishModel</name>
    <message>
        <source>Reading how agent, service and jobs are doing.</source>
        <translation>Der Zustand von Agent, Dienst und Aufträgen wird gelesen.</translation>
    </message>
    <message>
        <source>What was set up is being verified.</source>
        <translation>Das Eingerichtete wird geprüft.</translation>
    </message>
    <message>
        <source>This is what runs now. Nothing was changed.</source>
        <translation>Dies läuft zurzeit. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The state could not be read.</source>
        <translation>Der Zustand war nicht lesbar.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The run could not be taken back.</source>
        <translation>Der Lauf konnte nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>What could be taken back is taken back. What stays is listed below.</source>
        <translation>Rückgängig gemacht ist, was sich rückgängig machen ließ. Was bleibt, ist unten aufgeführt.</translation>
    </message>
    <message>
        <source>What the run had created is taken back.</source>
        <translation>Was der Lauf erstellt hatte, ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Cloud Sync is set up and verified.</source>
        <translation>Cloud Sync ist eingerichtet und geprüft.</translation>
    </message>
    <message>
        <source>Everything was done, but something does not work yet.</source>
        <translation>Alles wurde ausgeführt, aber etwas funktioniert noch nicht.</translation>
    </message>
    <message>
        <source>Everything was done, but it could not be verified.</source>
        <translation>Alles wurde ausgeführt, konnte aber nicht geprüft werden.</translation>
    </message>
    <message>
        <source>The set-up failed. Everything that this run did is undone.</source>
        <translation>Die Einrichtung ist fehlgeschlagen. Alles, was dieser Lauf getan hat, ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The set-up failed, and something is left behind.</source>
        <translation>Die Einrichtung ist fehlgeschlagen, und etwas ist zurückgeblieben.</translation>
    </message>
    <message>
        <source>You stopped the set-up.</source>
        <translation>Die Einrichtung wurde auf Wunsch angehalten.</translation>
    </message>
    <message>
        <source>The set-up was refused before the first change.</source>
        <translation>Die Einrichtung wurde vor der ersten Änderung abgelehnt.</translation>
    </message>
    <message>
        <source>, last run %1</source>
        <translation>, letzter Lauf %1</translation>
    </message>
    <message>
        <source>in quarantine: %1</source>
        <translation>in Quarantäne: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>Agent %1</source>
        <translation>Agent %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>none in the tenant</source>
        <translation>keiner im Mandanten</translation>
    </message>
    <message>
        <source>running as %1</source>
        <translation>wird als %1 ausgeführt</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>wird nicht ausgeführt</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Zu beachten</translation>
    </message>
    <message>
        <source>Differs from the answers</source>
        <translation>Weicht von den Antworten ab</translation>
    </message>
    <message>
        <source>Restart this machine to complete the installation.</source>
        <translation>Diesen Computer neu starten, um die Installation abzuschließen.</translation>
    </message>
    <message>
        <source>A restart of this machine has begun.</source>
        <translation>Ein Neustart dieses Computers hat begonnen.</translation>
    </message>
    <message>
        <source>Mend what the message says, then start the set-up again; what is in place is not done twice.</source>
        <translation>Beheben, was die Meldung nennt, dann die Einrichtung erneut starten; was vorhanden ist, wird nicht zweimal ausgeführt.</translation>
    </message>
    <message>
        <source>Install the agent on a second and a third server, so that one may fail.</source>
        <translation>Den Agent auf einem zweiten und dritten Server installieren, damit einer ausfallen darf.</translation>
    </message>
    <message>
        <source>Look at the provisioning log after the first cycle; a large directory takes some hours.</source>
        <translation>Nach dem ersten Zyklus das Bereitstellungsprotokoll ansehen; ein großes Verzeichnis braucht einige Stunden.</translation>
    </message>
    <message>
        <source>Try a sign-in with one of the synchronised users.</source>
        <translation>Eine Anmeldung mit einem der synchronisierten Benutzer versuchen.</translation>
    </message>
    <message>
        <source>Writing the report.</source>
        <translation>Der Bericht wird geschrieben.</translation>
    </message>
    <message>
        <source>The restart begins. When an administrator signs in after it, the set-up opens once more.</source>
        <translation>Der Neustart beginnt. Meldet sich danach ein Administrator an, öffnet sich die Einrichtung erneut.</translation>
    </message>
</context>
<context>
    <name>cloudsync::FinishPage</name>
    <message>
        <source>Finish</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>This is what the systems report now, after the run.</source>
        <translation>Dies melden die Systeme jetzt, nach dem Lauf.</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Erneut ansehen</translation>
    </message>
    <message>
        <source>&amp;Open the report</source>
        <translation>&amp;Bericht öffnen</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>Bericht: %1</translation>
    </message>
    <message>
        <source>Left behind:</source>
        <translation>Zurückgeblieben:</translation>
    </message>
    <message>
        <source>What to do next:</source>
        <translation>Nächste Schritte:</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>Protokoll: %1</translation>
    </message>
    <message>
        <source>&amp;Restart this server now</source>
        <translation>&amp;Diesen Server jetzt neu starten</translation>
    </message>
</context>
<context>
    <name>cloudsync::GroupSearch</name>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Put in &amp;scope</source>
        <translation>In den Gültigkeits&amp;bereich aufnehmen</translation>
    </message>
    <message>
        <source>Groups found</source>
        <translation>Gefundene Gruppen</translation>
    </message>
    <message>
        <source>G&amp;roup name contains:</source>
        <translation>Gruppen&amp;name enthält:</translation>
    </message>
</context>
<context>
    <name>cloudsync::InstallModel</name>
    <message>
        <source>Looking at the package and its signature.</source>
        <translation>Das Paket und seine Signatur werden geprüft.</translation>
    </message>
    <message>
        <source>Making sure that no other installation is running.</source>
        <translation>Es wird sichergestellt, dass keine andere Installation läuft.</translation>
    </message>
</context>
<context>
    <name>cloudsync::InstallPage</name>
    <message>
        <source>Install</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>The agent&apos;s package is checked here and installed later, after you have seen the whole plan.</source>
        <translation>Das Paket des Agents wird hier geprüft und später installiert, nachdem der ganze Plan zu sehen war.</translation>
    </message>
    <message>
        <source>Br&amp;owse</source>
        <translation>&amp;Durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Download from the admin centre</source>
        <translation>Im Admin Center &amp;herunterladen</translation>
    </message>
    <message>
        <source>Agent &amp;package:</source>
        <translation>&amp;Paket des Agents:</translation>
    </message>
    <message>
        <source>The package is offered in the Microsoft Entra admin centre under Entra Connect, Cloud sync, Agents. Its file name usually ends in Setup.exe.</source>
        <translation>Das Paket wird im Microsoft Entra Admin Center unter „Entra Connect“, „Cloudsynchronisierung“, „Agents“ angeboten. Sein Dateiname endet meist auf Setup.exe.</translation>
    </message>
    <message>
        <source>Agent package</source>
        <translation>Paket des Agents</translation>
    </message>
    <message>
        <source>Programs (*.exe)</source>
        <translation>Programme (*.exe)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Agent on this machine</source>
        <translation>Agent auf diesem Computer</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht signiert</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>The package must carry a valid signature of %1. It is not used.</source>
        <translation>Das Paket muss eine gültige Signatur von %1 tragen. Es wird nicht verwendet.</translation>
    </message>
    <message>
        <source>Leave the field empty to keep the agent that is installed.</source>
        <translation>Das Feld leer lassen, um den installierten Agent zu behalten.</translation>
    </message>
</context>
<context>
    <name>cloudsync::LandingPage</name>
    <message>
        <source>en</source>
        <extracomment>The code of the language into which these texts are translated, as in HTML&apos;s attribute lang; for example de</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>You are signed in.</source>
        <extracomment>Shown in the browser after the sign-in.</extracomment>
        <translation>Die Anmeldung ist erfolgt.</translation>
    </message>
    <message>
        <source>Close this page and return to Cloud Sync Setup, which goes on by itself.</source>
        <translation>Diese Seite schließen und zu Cloud Sync Setup zurückkehren; dort geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>The sign-in did not succeed.</source>
        <translation>Die Anmeldung war nicht erfolgreich.</translation>
    </message>
    <message>
        <source>Close this page and return to Cloud Sync Setup, which says what can be done.</source>
        <translation>Diese Seite schließen und zu Cloud Sync Setup zurückkehren; dort steht, was getan werden kann.</translation>
    </message>
    <message>
        <source>This page is not waited for.</source>
        <translation>Auf diese Seite wird nicht gewartet.</translation>
    </message>
    <message>
        <source>The address does not belong to the sign-in that is under way in Cloud Sync Setup. Nothing was taken over from it.</source>
        <translation>Die Adresse gehört nicht zu der Anmeldung, die in Cloud Sync Setup läuft. Von ihr wurde nichts übernommen.</translation>
    </message>
</context>
<context>
    <name>cloudsync::LicensePage</name>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>This program is free software; the agent that it sets up comes under the terms of its vendor.</source>
        <translation>Dieses Programm ist freie Software; für den Agent, den es einrichtet, gelten die Bedingungen seines Herstellers.</translation>
    </message>
    <message>
        <source>I accept the &amp;licence of this program</source>
        <translation>Ich akzeptiere die &amp;Lizenz dieses Programms</translation>
    </message>
    <message>
        <source>I have read and accept the vendor&apos;s &amp;terms for the Microsoft Entra provisioning agent</source>
        <translation>Ich habe die &amp;Bedingungen des Herstellers für den Microsoft Entra-Bereitstellungs-Agent gelesen und akzeptiere sie</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>&amp;Open the vendor&apos;s admin centre</source>
        <translation>&amp;Admin Center des Herstellers öffnen</translation>
    </message>
    <message>
        <source>Opens entra.microsoft.com in the browser.</source>
        <translation>Öffnet entra.microsoft.com im Browser.</translation>
    </message>
    <message>
        <source>The vendor shows its terms in the Microsoft Entra admin centre when the agent is downloaded.</source>
        <translation>Der Hersteller zeigt seine Bedingungen im Microsoft Entra Admin Center beim Herunterladen des Agents.</translation>
    </message>
</context>
<context>
    <name>cloudsync::MappingForm</name>
    <message>
        <source>Ta&amp;ke the mapping of this attribute out</source>
        <translation>Zuordnung &amp;dieses Attributs entfernen</translation>
    </message>
    <message>
        <source>for example employeeHireDate</source>
        <translation>zum Beispiel employeeHireDate</translation>
    </message>
    <message>
        <source>Ob&amp;ject:</source>
        <translation>Ob&amp;jekt:</translation>
    </message>
    <message>
        <source>&amp;Attribute in the cloud:</source>
        <translation>&amp;Attribut in der Cloud:</translation>
    </message>
    <message>
        <source>Comes f&amp;rom:</source>
        <translation>&amp;Herkunft:</translation>
    </message>
    <message>
        <source>Val&amp;ue:</source>
        <translation>We&amp;rt:</translation>
    </message>
    <message>
        <source>&amp;When empty:</source>
        <translation>Wenn &amp;leer:</translation>
    </message>
    <message>
        <source>A&amp;pplied:</source>
        <translation>An&amp;gewendet:</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Fixed text</source>
        <translation>Fester Text</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>only when the object is created</source>
        <translation>nur beim Erstellen des Objekts</translation>
    </message>
</context>
<context>
    <name>cloudsync::MappingsModel</name>
    <message>
        <source>Reading the mappings of the tenant.</source>
        <translation>Die Zuordnungen des Mandanten werden gelesen.</translation>
    </message>
    <message>
        <source>The expression can be read.</source>
        <translation>Der Ausdruck ist lesbar.</translation>
    </message>
    <message>
        <source>Character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
    <message>
        <source>The mapping is not complete</source>
        <translation>Die Zuordnung ist nicht vollständig</translation>
    </message>
    <message>
        <source>Asking the tenant.</source>
        <translation>Der Mandant wird gefragt.</translation>
    </message>
    <message>
        <source>The tenant does not accept it: %1</source>
        <translation>Der Mandant nimmt ihn nicht an: %1</translation>
    </message>
    <message>
        <source>The tenant accepts it.</source>
        <translation>Der Mandant nimmt ihn an.</translation>
    </message>
    <message>
        <source>The tenant accepts it, but has no result for %1: %2</source>
        <translation>Der Mandant nimmt ihn an, hat aber kein Ergebnis für %1: %2</translation>
    </message>
    <message>
        <source>The result for %1 is: %2</source>
        <translation>Das Ergebnis für %1 ist: %2</translation>
    </message>
    <message>
        <source>Say for which kind of object the mapping is.</source>
        <translation>Angeben, für welche Art von Objekt die Zuordnung gilt.</translation>
    </message>
    <message>
        <source>Name the attribute in Microsoft Entra ID that gets the value.</source>
        <translation>Das Attribut in Microsoft Entra ID angeben, das den Wert erhält.</translation>
    </message>
    <message>
        <source>Name the attribute in Active Directory that the value comes from.</source>
        <translation>Das Attribut in Active Directory angeben, aus dem der Wert stammt.</translation>
    </message>
    <message>
        <source>Write the text that every object gets.</source>
        <translation>Den Text angeben, den jedes Objekt erhält.</translation>
    </message>
</context>
<context>
    <name>cloudsync::MappingsPage</name>
    <message>
        <source>Mappings</source>
        <translation>Zuordnungen</translation>
    </message>
    <message>
        <source>The service maps the usual attributes by itself. List here only what should be different.</source>
        <translation>Der Dienst ordnet die üblichen Attribute von selbst zu. Hier nur aufführen, was anders sein soll.</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Add &amp;hire date</source>
        <translation>E&amp;instellungsdatum hinzufügen</translation>
    </message>
    <message>
        <source>Add &amp;leave date</source>
        <translation>A&amp;ustrittsdatum hinzufügen</translation>
    </message>
    <message>
        <source>Mappings that differ from the default</source>
        <translation>Zuordnungen, die vom Standard abweichen</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Attribute in the cloud</source>
        <translation>Attribut in der Cloud</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Put in the l&amp;ist</source>
        <translation>In die Lis&amp;te übernehmen</translation>
    </message>
    <message>
        <source>Add or change a mapping</source>
        <translation>Eine Zuordnung hinzufügen oder ändern</translation>
    </message>
    <message>
        <source>Mappings in the tenant</source>
        <translation>Zuordnungen im Mandanten</translation>
    </message>
    <message>
        <source>&amp;Search the mappings in the tenant:</source>
        <translation>Zuordnungen im Mandanten &amp;suchen:</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>entfernt</translation>
    </message>
</context>
<context>
    <name>cloudsync::Mark</name>
    <message>
        <source>to do</source>
        <extracomment>State of a step that was not reached yet.</extracomment>
        <translation>offen</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>aktueller Schritt</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
</context>
<context>
    <name>cloudsync::Meter</name>
    <message>
        <source>not counted yet</source>
        <translation>noch nicht gezählt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, too many</source>
        <translation>%1, zu viele</translation>
    </message>
</context>
<context>
    <name>cloudsync::NewUserPanel</name>
    <message>
        <source>Make a user for the &amp;trial</source>
        <translation>Testbenutzer &amp;anlegen</translation>
    </message>
    <message>
        <source>Cr&amp;eate this user</source>
        <translation>Diesen Benutzer ers&amp;tellen</translation>
    </message>
    <message>
        <source>One user is added to Active Directory, enabled, with a random password that is shown here. The command undo removes it again.</source>
        <translation>In Active Directory kommt ein Benutzer hinzu, aktiviert und mit einem zufälligen Kennwort, das hier gezeigt wird. Der Befehl undo entfernt ihn wieder.</translation>
    </message>
    <message>
        <source>Logon na&amp;me:</source>
        <translation>A&amp;nmeldename:</translation>
    </message>
    <message>
        <source>Organi&amp;zational unit or container:</source>
        <translation>&amp;Organisationseinheit oder Container:</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>Anzei&amp;gen</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>&amp;Kennwort:</translation>
    </message>
    <message>
        <source>Made: %1</source>
        <translation>Erstellt: %1</translation>
    </message>
</context>
<context>
    <name>cloudsync::PermissionPanel</name>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>present in a wider entry</source>
        <translation>in einem weiter gefassten Eintrag vorhanden</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>geerbt</translation>
    </message>
    <message>
        <source>through a group</source>
        <translation>über eine Gruppe</translation>
    </message>
    <message>
        <source>will be added</source>
        <translation>wird hinzugefügt</translation>
    </message>
    <message>
        <source>will be removed</source>
        <translation>wird entfernt</translation>
    </message>
    <message>
        <source>surplus, stays</source>
        <translation>überzählig, bleibt</translation>
    </message>
    <message>
        <source>Re&amp;strict who may change the account itself</source>
        <translation>Einschränken, wer d&amp;as Konto selbst ändern darf</translation>
    </message>
    <message>
        <source>Show the e&amp;xact permissions</source>
        <translation>Genaue &amp;Berechtigungen anzeigen</translation>
    </message>
    <message>
        <source>What the account may do</source>
        <translation>Was das Konto darf</translation>
    </message>
    <message>
        <source>Only administrators and the system keep control of the account; inherited rights are cut off.</source>
        <translation>Nur Administratoren und das System behalten die Kontrolle über das Konto; geerbte Rechte werden abgeschnitten.</translation>
    </message>
    <message>
        <source>Exact permissions</source>
        <translation>Genaue Berechtigungen</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>Geschrieben auf</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>cloudsync::PermissionWords</name>
    <message>
        <source>Read users, groups, contacts and devices</source>
        <translation>Benutzer, Gruppen, Kontakte und Geräte lesen</translation>
    </message>
    <message>
        <source>Needed for every synchronisation.</source>
        <translation>Für jede Synchronisierung nötig.</translation>
    </message>
    <message>
        <source>Synchronise password hashes</source>
        <translation>Kennworthashes synchronisieren</translation>
    </message>
    <message>
        <source>Lets the account replicate secrets of the domain, as a domain controller does. Guard this server like one.</source>
        <translation>Lässt das Konto Geheimnisse der Domäne replizieren, wie es ein Domänencontroller tut. Diesen Server ebenso schützen.</translation>
    </message>
    <message>
        <source>Write passwords back</source>
        <translation>Kennwörter zurückschreiben</translation>
    </message>
    <message>
        <source>Lets the account reset passwords and unlock users below the domain root.</source>
        <translation>Lässt das Konto unterhalb des Domänenstamms Kennwörter zurücksetzen und Benutzer entsperren.</translation>
    </message>
    <message>
        <source>Write Exchange attributes back</source>
        <translation>Exchange-Attribute zurückschreiben</translation>
    </message>
    <message>
        <source>Read and write all properties of users, groups and contacts. Only for a hybrid Exchange.</source>
        <translation>Alle Eigenschaften von Benutzern, Gruppen und Kontakten lesen und schreiben. Nur für Exchange im Hybridbetrieb.</translation>
    </message>
    <message>
        <source>Read mail-enabled public folders</source>
        <translation>E-Mail-aktivierte öffentliche Ordner lesen</translation>
    </message>
    <message>
        <source>Has an effect only where the Exchange schema is present.</source>
        <translation>Wirkt nur, wo das Exchange-Schema vorhanden ist.</translation>
    </message>
    <message>
        <source>Create and delete users and groups</source>
        <translation>Benutzer und Gruppen erstellen und löschen</translation>
    </message>
    <message>
        <source>For provisioning from Microsoft Entra ID or an HR system into Active Directory.</source>
        <translation>Für die Bereitstellung aus Microsoft Entra ID oder einem HR-System nach Active Directory.</translation>
    </message>
    <message>
        <source>Everything above</source>
        <translation>Alles oben Genannte</translation>
    </message>
</context>
<context>
    <name>cloudsync::PrerequisitesModel</name>
    <message>
        <source>Looking at this machine, its network and the directory.</source>
        <translation>Dieser Computer, sein Netzwerk und das Verzeichnis werden geprüft.</translation>
    </message>
</context>
<context>
    <name>cloudsync::PrerequisitesPage</name>
    <message>
        <source>This server and its network</source>
        <translation>Dieser Server und sein Netzwerk</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Prerequisites</source>
        <translation>Voraussetzungen</translation>
    </message>
    <message>
        <source>Everything that commonly stands in the way is looked at before anything is changed.</source>
        <translation>Was üblicherweise im Weg steht, wird geprüft, bevor etwas geändert wird.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>Erne&amp;ut prüfen</translation>
    </message>
    <message>
        <source>I kno&amp;w of these problems and go on</source>
        <translation>Diese Probleme sind be&amp;kannt, trotzdem fortfahren</translation>
    </message>
    <message>
        <source>This machine cannot carry the agent. The directory and the tenant can be set up from here; the agent is then installed on a Windows server.</source>
        <translation>Dieser Computer kann den Agent nicht tragen. Verzeichnis und Mandant lassen sich von hier aus einrichten; der Agent wird danach auf einem Windows-Server installiert.</translation>
    </message>
    <message>
        <source>Problems that should be mended first: %1.</source>
        <translation>Probleme, die zuerst behoben werden sollten: %1.</translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation>Nichts steht im Weg.</translation>
    </message>
    <message>
        <source>Set &amp;up only the directory and the tenant from this machine</source>
        <translation>Nur &amp;Verzeichnis und Mandant von diesem Computer aus einrichten</translation>
    </message>
</context>
<context>
    <name>cloudsync::ProgressModel</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>in place already</source>
        <translation>bereits vorhanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>something is left</source>
        <translation>etwas ist geblieben</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>Looking at everything once more before the first change.</source>
        <translation>Vor der ersten Änderung wird alles noch einmal geprüft.</translation>
    </message>
    <message>
        <source>Stopping. The step that runs comes to its end, then this run&apos;s changes are taken back.</source>
        <translation>Wird angehalten. Der laufende Schritt kommt zu Ende, dann werden die Änderungen dieses Laufs rückgängig gemacht.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Working.</source>
        <translation>In Arbeit.</translation>
    </message>
    <message>
        <source>The run was not begun. Nothing was changed.</source>
        <translation>Der Lauf wurde nicht begonnen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Not everything could be taken back. The next page lists what stays.</source>
        <translation>Nicht alles ließ sich rückgängig machen. Die nächste Seite führt auf, was bleibt.</translation>
    </message>
    <message>
        <source>What the run had created is taken back.</source>
        <translation>Was der Lauf erstellt hatte, ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Everything was done.</source>
        <translation>Alles wurde ausgeführt.</translation>
    </message>
    <message>
        <source>Everything was in place already; nothing was changed.</source>
        <translation>Alles war bereits vorhanden; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A step failed. Everything that this run did is undone.</source>
        <translation>Ein Schritt ist fehlgeschlagen. Alles, was dieser Lauf getan hat, ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>A step failed, and something is left behind. The next page lists it.</source>
        <translation>Ein Schritt ist fehlgeschlagen, und etwas ist zurückgeblieben. Die nächste Seite führt es auf.</translation>
    </message>
    <message>
        <source>You stopped the run. What it did is undone.</source>
        <translation>Der Lauf wurde auf Wunsch angehalten. Was er getan hat, ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>You stopped the run. Something is left behind; the next page lists it.</source>
        <translation>Der Lauf wurde auf Wunsch angehalten. Etwas ist zurückgeblieben; die nächste Seite führt es auf.</translation>
    </message>
    <message>
        <source>The run was refused before the first change.</source>
        <translation>Der Lauf wurde vor der ersten Änderung abgelehnt.</translation>
    </message>
    <message>
        <source>Waiting for the sign-in in the browser: %1</source>
        <translation>Auf die Anmeldung im Browser wird gewartet: %1</translation>
    </message>
    <message>
        <source>Open %1 and enter the code %2.</source>
        <translation>%1 öffnen und den Code %2 eingeben.</translation>
    </message>
</context>
<context>
    <name>cloudsync::ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>The plan is being carried out. The window may stay open in the background.</source>
        <translation>Der Plan wird ausgeführt. Das Fenster darf im Hintergrund geöffnet bleiben.</translation>
    </message>
    <message>
        <source>&amp;Stop and undo</source>
        <translation>&amp;Anhalten und rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Carry on</source>
        <translation>&amp;Fortfahren</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Ausgeführte Schritte</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Stopping lets the step that runs come to its end, because an installer that is cut off leaves a broken machine. After that, everything this run did is taken back, newest first.</source>
        <translation>Beim Anhalten kommt der laufende Schritt noch zu Ende, denn ein abgebrochenes Installationsprogramm hinterlässt einen beschädigten Computer. Danach wird alles, was dieser Lauf getan hat, rückgängig gemacht, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%v of %m steps</source>
        <translation>%v von %m Schritten</translation>
    </message>
    <message>
        <source>This is what was done.</source>
        <translation>Dies wurde ausgeführt.</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>Protokoll: %1</translation>
    </message>
</context>
<context>
    <name>cloudsync::RegistrationGuide</name>
    <message>
        <source>S&amp;how how to get an application id</source>
        <translation>Anleitung für eine Anwendung&amp;s-ID anzeigen</translation>
    </message>
    <message>
        <source>Permissions of the app registration</source>
        <translation>Berechtigungen der App-Registrierung</translation>
    </message>
    <message>
        <source>Address for the administrator&apos;s consent</source>
        <translation>Adresse für die Administratorzustimmung</translation>
    </message>
    <message>
        <source>Then let a Global Administrator open this address once and accept. The page it ends on at http://localhost cannot be shown; that is in order.</source>
        <translation>Danach einen Globalen Administrator diese Adresse einmal öffnen und zustimmen lassen. Die Seite, auf der das endet, liegt auf http://localhost und lässt sich nicht anzeigen; das ist in Ordnung.</translation>
    </message>
    <message>
        <source>1. In the Microsoft Entra admin centre, open App registrations and choose New registration: accounts in this directory only.</source>
        <translation>1. Im Microsoft Entra Admin Center „App-Registrierungen“ öffnen und „Neue Registrierung“ wählen: nur Konten in diesem Verzeichnis.</translation>
    </message>
    <message>
        <source>2. Under Certificates and secrets, upload the certificate (without its key) of the file below.</source>
        <translation>2. Unter „Zertifikate &amp; Geheimnisse“ das Zertifikat (ohne seinen Schlüssel) aus der Datei unten hochladen.</translation>
    </message>
    <message>
        <source>3. Under API permissions, add these application permissions of Microsoft Graph:</source>
        <translation>3. Unter „API-Berechtigungen“ diese Anwendungsberechtigungen von Microsoft Graph hinzufügen:</translation>
    </message>
    <message>
        <source>2. Under Authentication, add the platform Mobile and desktop applications with the redirect address http://localhost, and allow public client flows for the sign-in with a code.</source>
        <translation>2. Unter „Authentifizierung“ die Plattform „Mobilgerät- und Desktopanwendungen“ mit der Umleitungs-URI http://localhost hinzufügen und für die Anmeldung mit einem Code öffentliche Clientflows zulassen.</translation>
    </message>
    <message>
        <source>3. Under API permissions, add these delegated permissions of Microsoft Graph:</source>
        <translation>3. Unter „API-Berechtigungen“ diese delegierten Berechtigungen von Microsoft Graph hinzufügen:</translation>
    </message>
    <message>
        <source>Enter tenant and application id first.</source>
        <translation>Zuerst Mandant und Anwendungs-ID eingeben.</translation>
    </message>
</context>
<context>
    <name>cloudsync::ReviewModel</name>
    <message>
        <source>This server</source>
        <translation>Dieser Server</translation>
    </message>
    <message>
        <source>Active Directory</source>
        <translation>Active Directory</translation>
    </message>
    <message>
        <source>Microsoft Entra ID</source>
        <translation>Microsoft Entra ID</translation>
    </message>
    <message>
        <source>Comparing what you want with what is there.</source>
        <translation>Das Gewünschte wird mit dem Vorhandenen verglichen.</translation>
    </message>
    <message>
        <source>&amp;Undo 1 step</source>
        <translation>1 Schritt &amp;rückgängig machen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo %n steps</source>
        <translation>
            <numerusform>%n Schritt &amp;rückgängig machen</numerusform>
            <numerusform>%n Schritte &amp;rückgängig machen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>Aus&amp;führen</translation>
    </message>
    <message>
        <source>&amp;Nothing to change</source>
        <translation>&amp;Nichts zu ändern</translation>
    </message>
    <message>
        <source>&amp;Apply 1 change</source>
        <translation>1 Änderung aus&amp;führen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n changes</source>
        <translation>
            <numerusform>%n Änderung aus&amp;führen</numerusform>
            <numerusform>%n Änderungen aus&amp;führen</numerusform>
        </translation>
    </message>
    <message>
        <source>Steps of the run that are taken back, newest first: %1.</source>
        <translation>Schritte des Laufs, die rückgängig gemacht werden, das Neueste zuerst: %1.</translation>
    </message>
    <message>
        <source>Steps that cannot be done as things stand: %1. Steps in place already: %2.</source>
        <translation>Schritte, die so nicht ausführbar sind: %1. Bereits vorhandene Schritte: %2.</translation>
    </message>
    <message>
        <source>Everything is as you want it.</source>
        <translation>Alles ist wie gewünscht.</translation>
    </message>
    <message>
        <source>Changes to make: %1. Steps in place already: %2.</source>
        <translation>Auszuführende Änderungen: %1. Bereits vorhandene Schritte: %2.</translation>
    </message>
</context>
<context>
    <name>cloudsync::ReviewPage</name>
    <message>
        <source>will be done</source>
        <translation>wird ausgeführt</translation>
    </message>
    <message>
        <source>will be taken back</source>
        <translation>wird rückgängig gemacht</translation>
    </message>
    <message>
        <source>in place already</source>
        <translation>bereits vorhanden</translation>
    </message>
    <message>
        <source>cannot be done</source>
        <translation>nicht ausführbar</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Überprüfung</translation>
    </message>
    <message>
        <source>This is everything that will be done. Nothing has been changed so far.</source>
        <translation>Dies ist alles, was ausgeführt wird. Bisher wurde nichts geändert.</translation>
    </message>
    <message>
        <source>&amp;Save as answer file</source>
        <translation>Als Antwortdatei &amp;speichern</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>Schritte des Plans</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Umkehrbar</translation>
    </message>
    <message>
        <source>Save as answer file</source>
        <translation>Als Antwortdatei speichern</translation>
    </message>
    <message>
        <source>Answer files (*.json)</source>
        <translation>Antwortdateien (*.json)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Needed right: %1</source>
        <translation>Nötiges Recht: %1</translation>
    </message>
    <message>
        <source>This is what will be taken back, newest first. Nothing has been changed so far.</source>
        <translation>Dies wird rückgängig gemacht, das Neueste zuerst. Bisher wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>cloudsync::ScopeModel</name>
    <message>
        <source>This is not a distinguished name</source>
        <translation>Dies ist kein Distinguished Name</translation>
    </message>
    <message>
        <source>An example: OU=Sales,DC=contoso,DC=com</source>
        <translation>Ein Beispiel: OU=Sales,DC=contoso,DC=com</translation>
    </message>
    <message>
        <source>This entry belongs to another domain</source>
        <translation>Dieser Eintrag gehört zu einer anderen Domäne</translation>
    </message>
    <message>
        <source>%1 does not lie in %2.</source>
        <translation>%1 liegt nicht in %2.</translation>
    </message>
    <message>
        <source>This unit is in scope through a unit above it</source>
        <translation>Diese Organisationseinheit ist durch eine übergeordnete im Gültigkeitsbereich</translation>
    </message>
    <message>
        <source>%1 includes everything below it.</source>
        <translation>%1 umfasst alles darunter.</translation>
    </message>
    <message>
        <source>Take that one out and choose the parts you want.</source>
        <translation>Jene entfernen und die gewünschten Teile wählen.</translation>
    </message>
    <message>
        <source>Looking for groups.</source>
        <translation>Gruppen werden gesucht.</translation>
    </message>
    <message>
        <source>Counting what is in scope.</source>
        <translation>Die Objekte im Gültigkeitsbereich werden gezählt.</translation>
    </message>
    <message>
        <source>for example %1</source>
        <extracomment>%1 is a list of names of people, groups and contacts</extracomment>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>System objects of the directory and losers of replication conflicts are never synchronised; they are not counted.</source>
        <translation>Systemobjekte des Verzeichnisses und Verlierer von Replikationskonflikten werden nie synchronisiert; sie sind nicht mitgezählt.</translation>
    </message>
    <message>
        <source>%1 of these objects have an anchor as Connect Sync writes it. Take them out of its scope first: never let both own an object.</source>
        <translation>%1 dieser Objekte haben einen Anker, wie Connect Sync ihn schreibt. Zuerst aus dessen Gültigkeitsbereich nehmen: Ein Objekt darf nie beiden gehören.</translation>
    </message>
    <message>
        <source>%1 members are groups themselves. Their own members do not come along.</source>
        <translation>%1 Mitglieder sind selbst Gruppen. Deren Mitglieder kommen nicht mit.</translation>
    </message>
    <message>
        <source>A group has %1 direct members; changes in groups of more than %2 are not noticed. Choose organizational units instead.</source>
        <translation>Eine Gruppe hat %1 direkte Mitglieder; Änderungen in Gruppen mit mehr als %2 bleiben unbemerkt. Stattdessen Organisationseinheiten wählen.</translation>
    </message>
    <message>
        <source>Renaming or moving one of these entries later is not noticed by the job; it then needs a restart.</source>
        <translation>Wird einer dieser Einträge später umbenannt oder verschoben, bemerkt der Auftrag das nicht; er braucht dann einen Neustart.</translation>
    </message>
</context>
<context>
    <name>cloudsync::ScopePage</name>
    <message>
        <source>Scope</source>
        <translation>Gültigkeitsbereich</translation>
    </message>
    <message>
        <source>Only what is in scope appears in Microsoft Entra ID; taking something out later counts as a deletion.</source>
        <translation>Nur was im Gültigkeitsbereich liegt, erscheint in Microsoft Entra ID; späteres Herausnehmen gilt als Löschung.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Noch ist nichts gewählt.</translation>
    </message>
    <message>
        <source>Entries of one configuration</source>
        <translation>Einträge einer Konfiguration</translation>
    </message>
    <message>
        <source>Objects of one domain</source>
        <translation>Objekte einer Domäne</translation>
    </message>
    <message>
        <source>Organizational units of the directory</source>
        <translation>Organisationseinheiten des Verzeichnisses</translation>
    </message>
    <message>
        <source>The &amp;whole domain</source>
        <translation>Die ganze Do&amp;mäne</translation>
    </message>
    <message>
        <source>Every user, group and contact.</source>
        <translation>Jeder Benutzer, jede Gruppe und jeder Kontakt.</translation>
    </message>
    <message>
        <source>Organizational &amp;units</source>
        <translation>Organisations&amp;einheiten</translation>
    </message>
    <message>
        <source>With everything below them. The usual choice.</source>
        <translation>Mit allem, was darunter liegt. Die übliche Wahl.</translation>
    </message>
    <message>
        <source>&amp;Groups, for a pilot</source>
        <translation>&amp;Gruppen, für einen Pilotversuch</translation>
    </message>
    <message>
        <source>Direct members only; groups within groups do not count.</source>
        <translation>Nur direkte Mitglieder; Gruppen innerhalb von Gruppen zählen nicht.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>for example OU=Sales,DC=contoso,DC=com</source>
        <translation>zum Beispiel OU=Sales,DC=contoso,DC=com</translation>
    </message>
    <message>
        <source>&amp;Distinguished name:</source>
        <translation>&amp;Distinguished Name:</translation>
    </message>
    <message>
        <source>In scope: %1 users, %2 groups, %3 contacts</source>
        <translation>Im Gültigkeitsbereich: %1 Benutzer, %2 Gruppen, %3 Kontakte</translation>
    </message>
    <message>
        <source>What is in scope has not been counted yet</source>
        <translation>Was im Gültigkeitsbereich liegt, wurde noch nicht gezählt</translation>
    </message>
</context>
<context>
    <name>cloudsync::ScopeTreeModel</name>
    <message>
        <source>%1, in scope</source>
        <translation>%1, im Gültigkeitsbereich</translation>
    </message>
    <message>
        <source>%1, partly in scope</source>
        <translation>%1, teilweise im Gültigkeitsbereich</translation>
    </message>
</context>
<context>
    <name>cloudsync::ServiceAccountModel</name>
    <message>
        <source>Looking for group managed service accounts.</source>
        <translation>Gruppenverwaltete Dienstkonten werden gesucht.</translation>
    </message>
    <message>
        <source>Reading the permissions of the domain.</source>
        <translation>Die Berechtigungen der Domäne werden gelesen.</translation>
    </message>
    <message>
        <source>Trying the credential and looking for the account.</source>
        <translation>Die Anmeldeinformationen werden versucht, das Konto wird gesucht.</translation>
    </message>
    <message>
        <source>The account cannot be set up yet</source>
        <translation>Das Konto lässt sich noch nicht einrichten</translation>
    </message>
    <message>
        <source>Problems that stand in the way: %1.</source>
        <translation>Probleme, die im Weg stehen: %1.</translation>
    </message>
    <message>
        <source>They are listed below, each with what to do.</source>
        <translation>Sie sind unten aufgeführt, jedes mit seiner Abhilfe.</translation>
    </message>
</context>
<context>
    <name>cloudsync::ServiceAccountPage</name>
    <message>
        <source>Service account</source>
        <translation>Dienstkonto</translation>
    </message>
    <message>
        <source>The agent runs as a group managed service account: Active Directory keeps its password, no person ever does.</source>
        <translation>Der Agent wird mit einem gruppenverwalteten Dienstkonto (gMSA) ausgeführt: Sein Kennwort verwaltet Active Directory, nie eine Person.</translation>
    </message>
    <message>
        <source>Loo&amp;k for accounts</source>
        <translation>Konten &amp;suchen</translation>
    </message>
    <message>
        <source>Computers or groups that may use the account</source>
        <translation>Computer oder Gruppen, die das Konto verwenden dürfen</translation>
    </message>
    <message>
        <source>No host yet.</source>
        <translation>Noch kein Host.</translation>
    </message>
    <message>
        <source>What was found about the account</source>
        <translation>Was über das Konto gefunden wurde</translation>
    </message>
    <message>
        <source>Domain and its administrator</source>
        <translation>Domäne und ihr Administrator</translation>
    </message>
    <message>
        <source>A member of Domain Admins or Enterprise Admins. The credential is used now and never stored.</source>
        <translation>Ein Mitglied von Domänen-Admins oder Organisations-Admins. Die Anmeldeinformationen werden jetzt verwendet und nie gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Create an account</source>
        <translation>Konto &amp;erstellen</translation>
    </message>
    <message>
        <source>Makes the account in the container Managed Service Accounts, or takes it over when it is there.</source>
        <translation>Erstellt das Konto im Container Managed Service Accounts oder übernimmt es, wenn es vorhanden ist.</translation>
    </message>
    <message>
        <source>&amp;Use an existing account</source>
        <translation>&amp;Vorhandenes Konto verwenden</translation>
    </message>
    <message>
        <source>Leaves the account as it is and adds only the hosts and permissions it lacks.</source>
        <translation>Lässt das Konto, wie es ist, und fügt nur fehlende Hosts und Berechtigungen hinzu.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Account n&amp;ame:</source>
        <translation>Ko&amp;ntoname:</translation>
    </message>
    <message>
        <source>&amp;Hosts that may use it:</source>
        <translation>&amp;Hosts, die es verwenden dürfen:</translation>
    </message>
    <message>
        <source>1 to 15 characters, without the dollar sign.</source>
        <translation>1 bis 15 Zeichen, ohne das Dollarzeichen.</translation>
    </message>
</context>
<context>
    <name>cloudsync::SetupPage</name>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>cloudsync::SetupWizard</name>
    <message>
        <source>Cloud Sync Setup</source>
        <translation>Cloud Sync Setup</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 – Cloud Sync Setup</source>
        <translation>%1 – Cloud Sync Setup</translation>
    </message>
    <message>
        <source>Close the set-up</source>
        <translation>Einrichtung schließen</translation>
    </message>
    <message>
        <source>Nothing has been changed so far. What you entered is lost when you close the set-up.</source>
        <translation>Bisher wurde nichts geändert. Beim Schließen der Einrichtung gehen die Eingaben verloren.</translation>
    </message>
    <message>
        <source>&amp;Close the set-up</source>
        <translation>Einrichtung s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>Hier &amp;bleiben</translation>
    </message>
</context>
<context>
    <name>cloudsync::SignInModel</name>
    <message>
        <source>Hybrid Identity Administrator</source>
        <translation>Hybrididentitätsadministrator</translation>
    </message>
    <message>
        <source>Global Administrator</source>
        <translation>Globaler Administrator</translation>
    </message>
    <message>
        <source>The account could hold the role %1 but has not activated it. Activate it under Privileged Identity Management, My roles, then sign in again.</source>
        <extracomment>%1 is the name of a directory role</extracomment>
        <translation>Das Konto ist für die Rolle „%1“ berechtigt, hat sie aber nicht aktiviert. Die Rolle unter „Privileged Identity Management“, „Meine Rollen“ aktivieren, dann erneut anmelden.</translation>
    </message>
    <message>
        <source>The role Hybrid Identity Administrator is neither assigned nor eligible.</source>
        <translation>Die Rolle „Hybrididentitätsadministrator“ ist weder zugewiesen noch berechtigt.</translation>
    </message>
    <message>
        <source>The role Hybrid Identity Administrator is needed. Whether it is eligible and waits to be activated could not be read.</source>
        <translation>Die Rolle „Hybrididentitätsadministrator“ wird gebraucht. Ob sie berechtigt ist und auf die Aktivierung wartet, war nicht lesbar.</translation>
    </message>
    <message>
        <source>The account is a guest of the tenant.</source>
        <translation>Das Konto ist Gast des Mandanten.</translation>
    </message>
    <message>
        <source>Signing in to Microsoft Entra ID.</source>
        <translation>Die Anmeldung bei Microsoft Entra ID läuft.</translation>
    </message>
    <message>
        <source>Waiting for the sign-in in the browser.</source>
        <translation>Auf die Anmeldung im Browser wird gewartet.</translation>
    </message>
    <message>
        <source>Waiting for the code to be entered.</source>
        <translation>Auf die Eingabe des Codes wird gewartet.</translation>
    </message>
</context>
<context>
    <name>cloudsync::SignInPage</name>
    <message>
        <source>In the browser on this machine</source>
        <translation>Im Browser auf diesem Computer</translation>
    </message>
    <message>
        <source>With a code on any device</source>
        <translation>Mit einem Code auf einem beliebigen Gerät</translation>
    </message>
    <message>
        <source>As an application, with a certificate</source>
        <translation>Als Anwendung, mit einem Zertifikat</translation>
    </message>
    <message>
        <source>Microsoft cloud (worldwide)</source>
        <translation>Microsoft-Cloud (weltweit)</translation>
    </message>
    <message>
        <source>US Government</source>
        <translation>US Government</translation>
    </message>
    <message>
        <source>China, operated by 21Vianet</source>
        <translation>China, betrieben von 21Vianet</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Sign in to Microsoft Entra ID with a cloud account that holds the role Hybrid Identity Administrator.</source>
        <translation>Mit einem Cloudkonto bei Microsoft Entra ID anmelden, das die Rolle „Hybrididentitätsadministrator“ hat.</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>for example contoso.onmicrosoft.com</source>
        <translation>zum Beispiel contoso.onmicrosoft.com</translation>
    </message>
    <message>
        <source>of the app registration in your tenant</source>
        <translation>der App-Registrierung im eigenen Mandanten</translation>
    </message>
    <message>
        <source>for example admin@contoso.onmicrosoft.com</source>
        <translation>zum Beispiel admin@contoso.onmicrosoft.com</translation>
    </message>
    <message>
        <source>C&amp;loud:</source>
        <translation>C&amp;loud:</translation>
    </message>
    <message>
        <source>&amp;Tenant:</source>
        <translation>&amp;Mandant:</translation>
    </message>
    <message>
        <source>Application &amp;id:</source>
        <translation>Anwendungs-&amp;ID:</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>Met&amp;hode:</translation>
    </message>
    <message>
        <source>&amp;Account:</source>
        <translation>&amp;Konto:</translation>
    </message>
    <message>
        <source>C&amp;ertificate file:</source>
        <translation>Ze&amp;rtifikatdatei:</translation>
    </message>
    <message>
        <source>This build cannot sign in with the browser on this machine: it was made without Qt Network Authorization. A code can be entered in any browser instead.</source>
        <translation>Dieser Build kann nicht mit dem Browser auf diesem Computer anmelden: Er wurde ohne Qt Network Authorization erstellt. Stattdessen lässt sich in jedem Browser ein Code eingeben.</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Verified domains</source>
        <translation>Überprüfte Domänen</translation>
    </message>
    <message>
        <source>Licence P1 or P2</source>
        <translation>Lizenz P1 oder P2</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
</context>
<context>
    <name>cloudsync::SignInProxy</name>
    <message>
        <source>Set the &amp;proxy</source>
        <translation>&amp;Proxy festlegen</translation>
    </message>
    <message>
        <source>http://host:port</source>
        <translation>http://host:port</translation>
    </message>
    <message>
        <source>Empty: as the system is set, with its automatic configuration (PAC). The word none: no proxy. The agent&apos;s service has a setting of its own and cannot sign in to a proxy.</source>
        <translation>Leer: wie das System eingestellt ist, mit automatischer Konfiguration (PAC). Das Wort none: kein Proxy. Der Dienst des Agents hat eine eigene Einstellung und kann sich nicht an einem Proxy anmelden.</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>&amp;User at the proxy:</source>
        <translation>&amp;Benutzer am Proxy:</translation>
    </message>
    <message>
        <source>Passw&amp;ord:</source>
        <translation>Kennw&amp;ort:</translation>
    </message>
    <message>
        <source>given already</source>
        <translation>bereits angegeben</translation>
    </message>
</context>
<context>
    <name>cloudsync::SignInWaiting</name>
    <message>
        <source>Code to enter</source>
        <translation>Einzugebender Code</translation>
    </message>
    <message>
        <source>Address to open</source>
        <translation>Zu öffnende Adresse</translation>
    </message>
    <message>
        <source>Stop &amp;waiting</source>
        <translation>Nicht länger wart&amp;en</translation>
    </message>
    <message>
        <source>Open the address below on any device and enter this code.</source>
        <translation>Die Adresse unten auf einem beliebigen Gerät öffnen und diesen Code eingeben.</translation>
    </message>
    <message>
        <source>The code is valid for %1:%2 more minutes.</source>
        <translation>Der Code gilt noch %1:%2 Minuten.</translation>
    </message>
    <message>
        <source>The browser was opened. If it was not, copy this address into one on this machine.</source>
        <translation>Der Browser wurde geöffnet. Falls nicht, diese Adresse in einen Browser auf diesem Computer kopieren.</translation>
    </message>
    <message>
        <source>Microsoft Entra ID is being asked.</source>
        <translation>Microsoft Entra ID wird gefragt.</translation>
    </message>
</context>
<context>
    <name>cloudsync::StartModel</name>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>wird gestartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>wird ausgeführt</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>wird beendet</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Looking at this machine.</source>
        <translation>Dieser Computer wird geprüft.</translation>
    </message>
    <message>
        <source>Marking the run as left as it is.</source>
        <translation>Es wird vermerkt, dass der Lauf so belassen wird.</translation>
    </message>
</context>
<context>
    <name>cloudsync::StartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>This is what was found on this machine. Choose what you want to do.</source>
        <translation>Dies wurde auf diesem Computer gefunden. Bitte wählen, was geschehen soll.</translation>
    </message>
    <message>
        <source>&amp;Leave the unfinished run as it is</source>
        <translation>Nicht abgeschlossenen Lauf be&amp;lassen, wie er ist</translation>
    </message>
    <message>
        <source>&amp;Continue the unfinished run</source>
        <translation>Nicht abgeschlossenen Lauf &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Every step is looked at first; what is already there is not done again.</source>
        <translation>Jeder Schritt wird zuerst geprüft; was bereits vorhanden ist, wird nicht noch einmal ausgeführt.</translation>
    </message>
    <message>
        <source>Set up the &amp;first server</source>
        <translation>&amp;Ersten Server einrichten</translation>
    </message>
    <message>
        <source>Agent, service account, directories and synchronisation, from beginning to end.</source>
        <translation>Agent, Dienstkonto, Verzeichnisse und Synchronisierung, von Anfang bis Ende.</translation>
    </message>
    <message>
        <source>Add a further &amp;server</source>
        <translation>Weiteren &amp;Server hinzufügen</translation>
    </message>
    <message>
        <source>Installs the agent here and adds this machine to the existing service account. The synchronisation stays as it is.</source>
        <translation>Installiert den Agent hier und fügt diesen Computer dem vorhandenen Dienstkonto hinzu. Die Synchronisierung bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Change the s&amp;ynchronisation</source>
        <translation>S&amp;ynchronisierung ändern</translation>
    </message>
    <message>
        <source>Scope, mappings and switches in the tenant. This machine and the directory stay as they are.</source>
        <translation>Gültigkeitsbereich, Zuordnungen und Schalter im Mandanten. Dieser Computer und das Verzeichnis bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Repair this server</source>
        <translation>Diesen Server &amp;reparieren</translation>
    </message>
    <message>
        <source>Compares agent, service account and permissions with what they should be and puts right what differs.</source>
        <translation>Vergleicht Agent, Dienstkonto und Berechtigungen mit dem, was sein soll, und behebt, was abweicht.</translation>
    </message>
    <message>
        <source>Only l&amp;ook</source>
        <translation>Nur &amp;ansehen</translation>
    </message>
    <message>
        <source>Shows what runs now. Nothing is changed.</source>
        <translation>Zeigt, was zurzeit läuft. Es wird nichts geändert.</translation>
    </message>
    <message>
        <source>&amp;Undo the last run</source>
        <translation>Letzten Lauf rückgängig &amp;machen</translation>
    </message>
    <message>
        <source>Takes back what that run created, in reverse order, and lists what has to stay.</source>
        <translation>Nimmt in umgekehrter Reihenfolge zurück, was dieser Lauf erstellt hat, und führt auf, was bleiben muss.</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Provisioning agent</source>
        <translation>Bereitstellungs-Agent</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>Agent&apos;s service</source>
        <translation>Dienst des Agents</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>Ausgeführt als</translation>
    </message>
    <message>
        <source>Unfinished run</source>
        <translation>Nicht abgeschlossener Lauf</translation>
    </message>
    <message>
        <source>begun %1</source>
        <translation>begonnen %1</translation>
    </message>
</context>
<context>
    <name>cloudsync::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3, %4</source>
        <translation>Schritt %1 von %2: %3, %4</translation>
    </message>
</context>
<context>
    <name>cloudsync::TestUserModel</name>
    <message>
        <source>Looking for users.</source>
        <translation>Benutzer werden gesucht.</translation>
    </message>
    <message>
        <source>The service provisions this user now. That takes up to two minutes.</source>
        <translation>Der Dienst stellt diesen Benutzer jetzt bereit. Das dauert bis zu zwei Minuten.</translation>
    </message>
    <message>
        <source>The service refused the user: %1</source>
        <translation>Der Dienst hat den Benutzer abgelehnt: %1</translation>
    </message>
    <message>
        <source>The service did nothing with this user.</source>
        <translation>Der Dienst hat mit diesem Benutzer nichts getan.</translation>
    </message>
    <message>
        <source>The user exists in the tenant and signs in as %1.</source>
        <translation>Der Benutzer ist im Mandanten vorhanden und meldet sich als %1 an.</translation>
    </message>
    <message>
        <source>To try it, open a private window of a browser and sign in to the tenant as %1.</source>
        <translation>Zum Ausprobieren ein privates Browserfenster öffnen und als %1 beim Mandanten anmelden.</translation>
    </message>
    <message>
        <source>Password hashes are not synchronised here; the user needs a password of the tenant.</source>
        <translation>Kennworthashes werden hier nicht synchronisiert; der Benutzer braucht ein Kennwort des Mandanten.</translation>
    </message>
    <message>
        <source>The password is that of Active Directory; its hash follows within some minutes. A password that must be changed at the next logon is not synchronised before it was changed.</source>
        <translation>Es gilt das Kennwort von Active Directory; sein Hash folgt innerhalb einiger Minuten. Ein Kennwort, das bei der nächsten Anmeldung geändert werden muss, wird erst nach der Änderung synchronisiert.</translation>
    </message>
    <message>
        <source>Assigning the licence.</source>
        <translation>Die Lizenz wird zugewiesen.</translation>
    </message>
    <message>
        <source>The usage location is missing</source>
        <translation>Der Verwendungsstandort fehlt</translation>
    </message>
    <message>
        <source>A licence needs to know in which country it is used.</source>
        <translation>Eine Lizenz muss wissen, in welchem Land sie verwendet wird.</translation>
    </message>
    <message>
        <source>Write the country&apos;s code of two letters, for example DE.</source>
        <translation>Den Ländercode aus zwei Buchstaben angeben, zum Beispiel DE.</translation>
    </message>
    <message>
        <source>The scope is made of groups: add the user to one of them before you provision it.</source>
        <translation>Der Gültigkeitsbereich besteht aus Gruppen: Den Benutzer vor dem Bereitstellen einer davon hinzufügen.</translation>
    </message>
    <message>
        <source>The name cannot be used</source>
        <translation>Der Name ist nicht verwendbar</translation>
    </message>
    <message>
        <source>Write another name.</source>
        <translation>Einen anderen Namen angeben.</translation>
    </message>
    <message>
        <source>Making the user in Active Directory.</source>
        <translation>Der Benutzer wird in Active Directory erstellt.</translation>
    </message>
</context>
<context>
    <name>cloudsync::TestUserPanel</name>
    <message>
        <source>Fin&amp;d</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Provision this user now</source>
        <translation>Diesen Benutzer &amp;jetzt bereitstellen</translation>
    </message>
    <message>
        <source>What the service did</source>
        <translation>Was der Dienst getan hat</translation>
    </message>
    <message>
        <source>The licence is assigned.</source>
        <translation>Die Lizenz ist zugewiesen.</translation>
    </message>
    <message>
        <source>Try one user</source>
        <translation>Einen Benutzer ausprobieren</translation>
    </message>
    <message>
        <source>Users found</source>
        <translation>Gefundene Benutzer</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>Ben&amp;utzer:</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>Zuwe&amp;isen</translation>
    </message>
    <message>
        <source>Usa&amp;ge location:</source>
        <translation>Ve&amp;rwendungsstandort:</translation>
    </message>
    <message>
        <source>L&amp;icence:</source>
        <translation>&amp;Lizenz:</translation>
    </message>
    <message>
        <source>No user has this name.</source>
        <translation>Kein Benutzer hat diesen Namen.</translation>
    </message>
    <message>
        <source>%1 (%2 left)</source>
        <translation>%1 (%2 frei)</translation>
    </message>
</context>
<context>
    <name>cloudsync::TryOutRow</name>
    <message>
        <source>Result of the expression</source>
        <translation>Ergebnis des Ausdrucks</translation>
    </message>
    <message>
        <source>Tr&amp;y in the tenant</source>
        <translation>Im Mandanten &amp;prüfen</translation>
    </message>
    <message>
        <source>sign-in name; may be left empty</source>
        <translation>Anmeldename; kann leer bleiben</translation>
    </message>
    <message>
        <source>with e&amp;xample user:</source>
        <translation>mit &amp;Beispielbenutzer:</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Fill the pages from this answer file</source>
        <translation>Die Seiten aus dieser Antwortdatei füllen</translation>
    </message>
    <message>
        <source>Where journals and reports are kept</source>
        <translation>Wo Journale und Berichte liegen</translation>
    </message>
    <message>
        <source>Write a log to this file</source>
        <translation>Ein Protokoll in diese Datei schreiben</translation>
    </message>
    <message>
        <source>Language of the texts, for example de</source>
        <translation>Sprache der Texte, zum Beispiel de</translation>
    </message>
</context>
</TS>
