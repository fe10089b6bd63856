# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of the company: organisational units, who sits where, and the groups."""

from dataclasses import dataclass, field

# Unit path (top first): (places people come from, number of people, department, titles; the first title is the head's).
# Names with '&', ',' and '/' stand for what real directories hold and distinguished names must escape.
STAFF = {
    ("Sales",): (("us",), 3, "Sales", ("Chief Revenue Officer", "Sales Operations Manager", "Sales Analyst")),
    ("Sales", "EMEA", "Germany"): (("de",), 26, "Sales EMEA", ("Regional Sales Director", "Account Executive",
                                                              "Inside Sales Representative", "Solutions Consultant")),
    ("Sales", "EMEA", "France"): (("fr",), 22, "Sales EMEA", ("Regional Sales Director", "Account Executive",
                                                             "Customer Success Manager")),
    ("Sales", "EMEA", "Nordics"): (("se", "dk"), 18, "Sales EMEA", ("Regional Sales Director", "Account Executive")),
    ("Sales", "Americas"): (("us", "br"), 30, "Sales Americas", ("Regional Sales Director", "Account Executive",
                                                               "Solutions Consultant", "Bid Manager")),
    ("Sales", "APAC"): (("jp", "in"), 16, "Sales APAC", ("Regional Sales Director", "Account Executive")),
    ("Engineering",): (("se",), 2, "Engineering", ("Chief Technology Officer", "Chief of Staff")),
    ("Engineering", "Platform"): (("pl", "in"), 26, "Platform", ("Engineering Manager", "Software Engineer",
                                                               "Senior Software Engineer", "Site Reliability Engineer")),
    ("Engineering", "Apps"): (("cz", "ie", "us"), 27, "Apps", ("Engineering Manager", "Software Engineer", "Designer",
                                                             "Product Manager")),
    ("Engineering", "Quality"): (("in", "pl"), 16, "Quality", ("Engineering Manager", "Test Engineer")),
    ("Engineering", "Research & Development"): (("gr", "jp"), 12, "Research & Development",
                                                ("Research Director", "Research Scientist")),
    ("Finance",): (("ie",), 2, "Finance", ("Chief Financial Officer", "Executive Assistant")),
    ("Finance", "Accounting"): (("ie", "es"), 18, "Accounting", ("Head of Accounting", "Accountant", "Bookkeeper")),
    ("Finance", "Payroll"): (("es",), 8, "Payroll", ("Head of Payroll", "Payroll Specialist")),
    ("Finance", "Mergers, Acquisitions"): (("fr", "us"), 6, "Mergers, Acquisitions", ("Director", "Analyst")),
    ("Operations",): (("br",), 2, "Operations", ("Chief Operating Officer", "Programme Manager")),
    ("Operations", "Information Technology", "Helpdesk"): (("ie", "br"), 14, "Information Technology",
                                                          ("Helpdesk Lead", "Support Engineer")),
    ("Operations", "Information Technology", "Infrastructure"): (("de", "dk"), 12, "Information Technology",
                                                                ("Infrastructure Lead", "Systems Engineer",
                                                                 "Network Engineer")),
    ("Operations", "Human Resources"): (("fr", "es"), 12, "Human Resources", ("Head of People", "Recruiter",
                                                                            "People Partner")),
    ("Operations", "Facilities"): (("br", "cz"), 12, "Facilities", ("Facilities Manager", "Receptionist", "Technician")),
    ("Operations", "Audio/Video"): (("us",), 3, "Facilities", ("Studio Manager", "Audio Engineer")),
    ("Partners", "Agencies"): (("es", "us"), 12, "Partners", ("Partner Manager", "Consultant")),
}

# People of these units still sign in with the name of the forest, which no public domain matches.
UNROUTABLE_UNIT = ("Operations", "Facilities")
BLOCKED_UNIT = ("Finance", "Payroll")

# Units that hold no people of their own.
OTHER_UNITS = (
    ("Sales", "EMEA"), ("Sales", "Groups"), ("Engineering", "Groups"), ("Finance", "Groups"),
    ("Operations", "Information Technology"), ("Operations", "Groups"), ("Operations", "Administration"),
    ("Operations", "Servers"), ("Operations", "Workstations"), ("Partners",), ("Partners", "Contacts"),
    ("Partners", "Groups"), ("Service Accounts",), ("Service Accounts", "Applications"),
    ("Service Accounts", "Lab Accounts"),
)

FAULTS_UNIT = ("Data Faults",)


def units():
    """Every organisational unit of the company, parents first."""
    found = set()
    for path in (*STAFF, *OTHER_UNITS, FAULTS_UNIT):
        for depth in range(1, len(path) + 1):
            found.add(path[:depth])
    return sorted(found, key=lambda path: (len(path), path))


def hire_everybody(registry):
    """The people, heads first in each unit, each with a manager except the chief executive."""
    people, heads = [], {}
    chief = registry.hire("se", ("Operations", "Administration"), "Executive", "Chief Executive Officer")
    chief.head = True
    people.append(chief)
    for unit, (places, count, department, titles) in STAFF.items():
        for index in range(count):
            title = titles[0] if index == 0 else titles[1 + (index - 1) % (len(titles) - 1)]
            person = registry.hire(places[index % len(places)], unit, department, title)
            person.head = index == 0
            if person.head:
                heads[unit] = person
            person.unroutable = unit == UNROUTABLE_UNIT
            # one leaver in every forty
            person.disabled = not person.head and person.number % 40 == 0
            people.append(person)
    for person in people[1:]:
        boss = heads[person.unit] if not person.head else None
        above = person.unit[:-1]
        while boss is None and above:
            boss = heads.get(above)
            above = above[:-1]
        person.manager = boss or chief
    return people


@dataclass
class Group:
    name: str
    unit: tuple
    kind: str = "global"  # global, domainLocal, universal: security; distribution: universal without a security identity
    mail: str = ""  # local part; empty: not a mail group
    people: list = field(default_factory=list)  # of Person
    nested: list = field(default_factory=list)  # names of groups
    contacts: bool = False  # holds the contacts as well


def groups(people):
    """The forty groups; a nested group stands before the group that holds it."""
    def within(*path):
        return [p for p in people if p.unit[:len(path)] == path]

    def titled(*titles):
        return [p for p in people if p.title in titles]

    sales, engineering = ("Sales", "Groups"), ("Engineering", "Groups")
    finance, operations, partners = ("Finance", "Groups"), ("Operations", "Groups"), ("Partners", "Groups")
    return [
        Group("Sales Germany", sales, people=within("Sales", "EMEA", "Germany")),
        Group("Sales France", sales, people=within("Sales", "EMEA", "France")),
        Group("Sales Nordics", sales, people=within("Sales", "EMEA", "Nordics")),
        Group("Sales EMEA", sales, nested=["Sales Germany", "Sales France", "Sales Nordics"]),
        Group("Sales Americas", sales, people=within("Sales", "Americas")),
        Group("Sales APAC", sales, people=within("Sales", "APAC")),
        Group("Sales Team", sales, "universal", "sales", nested=["Sales EMEA", "Sales Americas", "Sales APAC"]),
        Group("Sales Leadership", sales, "distribution", "sales-leadership",
              people=titled("Chief Revenue Officer", "Regional Sales Director")),
        Group("Bid Desk", sales, "universal", "bid-desk", people=titled("Bid Manager", "Solutions Consultant")),
        Group("Platform Team", engineering, people=within("Engineering", "Platform")),
        Group("Apps Team", engineering, people=within("Engineering", "Apps")),
        Group("Quality Team", engineering, people=within("Engineering", "Quality")),
        Group("Research Team", engineering, people=within("Engineering", "Research & Development")),
        Group("Engineering Team", engineering, "universal", "engineering",
              nested=["Platform Team", "Apps Team", "Quality Team", "Research Team"]),
        Group("On Call", engineering, "universal", "on-call", people=titled("Site Reliability Engineer")),
        Group("Release Approvers", engineering, people=titled("Engineering Manager")),
        Group("Source Code Readers", engineering, "domainLocal", nested=["Engineering Team"]),
        Group("Source Code Writers", engineering, "domainLocal", nested=["Platform Team", "Apps Team"]),
        Group("Design Guild", engineering, "distribution", "design-guild", people=titled("Designer")),
        Group("Accounting Team", finance, people=within("Finance", "Accounting")),
        Group("Payroll Team", finance, people=within("Finance", "Payroll")),
        Group("Mergers, Acquisitions Team", finance, people=within("Finance", "Mergers, Acquisitions")),
        Group("Finance Team", finance, "universal", "finance",
              nested=["Accounting Team", "Payroll Team", "Mergers, Acquisitions Team"]),
        Group("Ledger Readers", finance, "domainLocal", nested=["Finance Team", "Sales Team"]),
        Group("Ledger Writers", finance, "domainLocal", nested=["Accounting Team"]),
        Group("Signatories", finance, people=titled("Chief Financial Officer", "Head of Accounting")),
        Group("Helpdesk Team", operations, "universal", "helpdesk",
              people=within("Operations", "Information Technology", "Helpdesk")),
        Group("Infrastructure Team", operations, people=within("Operations", "Information Technology",
                                                               "Infrastructure")),
        Group("Information Technology Team", operations, "universal", "it",
              nested=["Helpdesk Team", "Infrastructure Team"]),
        Group("People Team", operations, "universal", "people", people=within("Operations", "Human Resources")),
        Group("Facilities Team", operations, people=within("Operations", "Facilities")),
        Group("Studio Crew", operations, people=within("Operations", "Audio/Video")),
        Group("Managers", operations, "universal", "managers", people=[p for p in people if p.head]),
        Group("All Staff", operations, "distribution", "all-staff",
              nested=["Sales Team", "Engineering Team", "Finance Team", "Information Technology Team", "People Team"]),
        Group("Cloud Pilot", operations, people=people[5:25], nested=["Helpdesk Team"]),
        Group("Cloud Sync Servers", operations, "universal"),  # the computers join it when they are made
        Group("Former Projects", operations),  # empty on purpose
        Group("Agencies", partners, people=within("Partners", "Agencies")),
        Group("Partner News", partners, "distribution", "partner-news", nested=["Agencies"], contacts=True),
        Group("Partner Portal Users", partners, "universal", nested=["Agencies"]),
    ]


# Contacts: display name, mail address outside the company.
CONTACTS = (
    ("Adatum Service Desk", "servicedesk@adatum.com"), ("Aurélie Vignon", "aurelie.vignon@northwindtraders.com"),
    ("Bernd Strüwer", "bernd.struewer@fabrikam.com"), ("Caterina Bàrberi", "caterina.barberi@wingtiptoys.com"),
    ("Fourth Coffee Orders", "orders@fourthcoffee.com"), ("Ingrid Nygård", "ingrid.nygaard@fabrikam.com"),
    ("Litware Legal", "legal@litwareinc.com"), ("Oleksandr Коваль", "oleksandr.koval@adatum.com"),
    ("Proseware Press", "press@proseware.com"), ("Tailspin Travel", "travel@tailspintoys.com"),
    ("Wiebke Østlund", "wiebke.oestlund@northwindtraders.com"), ("Woodgrove Bank", "desk@woodgrovebank.com"),
)
