# SPDX-License-Identifier: GPL-3.0-or-later
"""Three hundred plausible people, the same ones every time.

Names come from a dozen places, so that display names carry diacritics and other scripts while account names, user
principal names and mail addresses stay plain ASCII, as directories of international companies have them.
"""

import random
import unicodedata
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Place:
    """Where a person works. names: (given names, surnames); a pair (shown, ascii) where transliteration needs help."""

    country: str  # ISO 3166-1 alpha-2, attribute c
    country_name: str  # attribute co
    country_code: int  # ISO 3166-1 numeric, attribute countryCode
    city: str
    street: str
    postal_code: str
    phone: str  # E.123 prefix
    language: str
    given: tuple
    family: tuple
    family_first: bool = False


PLACES = {
    "de": Place("DE", "Germany", 276, "München", "Leopoldstraße", "80802", "+49 89 555", "de-DE",
                ("Jürgen", "Anneliese", "Björn", "Käthe", "Sönke", "Heike", "Matthias", "Jörg", "Ulrike", "Lukas"),
                ("Müller", "Schäfer", "Größer", "Köhler", "Weiß", "Jäger", "Böhm", "Krüger", "Vogel", "von Ahlefeld")),
    "fr": Place("FR", "France", 250, "Lyon", "Rue de la République", "69002", "+33 4 55 50", "fr-FR",
                ("François", "Chloé", "Benoît", "Amélie", "Gaëlle", "Thérèse", "Loïc", "Noémie", "Étienne", "Hélène"),
                ("Lefèvre", "Dupré", "Garçon", "Bérenger", "Côté", "Moreau", "Le Goff", "Desprès", "Héraud", "Blanchet")),
    "se": Place("SE", "Sweden", 752, "Göteborg", "Kungsportsavenyn", "411 36", "+46 31 555", "sv-SE",
                ("Åsa", "Göran", "Sören", "Märta", "Björk", "Linnéa", "Håkan", "Elin", "Nils", "Annika"),
                ("Lindström", "Åkesson", "Öberg", "Sjögren", "Bäckström", "Nordin", "Hägg", "Ekström", "Strand", "Wallén")),
    "dk": Place("DK", "Denmark", 208, "København", "Nørrebrogade", "2200", "+45 35 55", "da-DK",
                ("Søren", "Mette", "Jørgen", "Kirsten", "Rasmus", "Bodil"),
                ("Sørensen", "Kjær", "Østergaard", "Mølgaard", "Bøgh", "Thygesen")),
    "pl": Place("PL", "Poland", 616, "Kraków", "Ulica Floriańska", "31-019", "+48 12 555", "pl-PL",
                ("Łukasz", "Małgorzata", "Paweł", "Zofia", "Wojciech", "Agnieszka", "Michał", "Grażyna"),
                ("Wiśniewski", "Dąbrowska", "Zieliński", "Wójcik", "Kamińska", "Górski", "Błaszczyk", "Sikora")),
    "es": Place("ES", "Spain", 724, "Málaga", "Calle Larios", "29005", "+34 952 55", "es-ES",
                ("José", "María", "Íñigo", "Begoña", "Ramón", "Inés", "Andrés", "Concepción"),
                ("García", "Núñez", "Ibáñez", "Muñoz", "Peña", "Gómez de la Serna", "Rodríguez", "Ordóñez")),
    "ie": Place("IE", "Ireland", 372, "Dublin", "Fenian Street", "D02 XY45", "+353 1 555", "en-IE",
                ("Seán", "Aoife", "Ciarán", "Niamh", "Pádraig", "Róisín", "Eoin", "Sinéad"),
                ("O'Brien", "Ó Súilleabháin", "Murphy", "Byrne", "D'Arcy", "Kavanagh", "Ní Dhomhnaill", "Walsh")),
    "cz": Place("CZ", "Czechia", 203, "Brno", "Česká", "602 00", "+420 555", "cs-CZ",
                ("Jiří", "Božena", "Řehoř", "Šárka", "Vojtěch", "Žaneta"),
                ("Dvořák", "Černá", "Novák", "Růžička", "Šťastný", "Kučerová")),
    "us": Place("US", "United States", 840, "Seattle", "Pine Street", "98101", "+1 206 555", "en-US",
                ("Emma", "Marcus", "Latoya", "Dylan", "Grace", "Hector", "Naomi", "Wyatt", "Priscilla", "Andre"),
                ("Johnson", "Washington", "Nguyen", "McAllister", "Carter-Reed", "Delgado", "Fitzgerald", "Park",
                 "Sullivan", "Whitaker")),
    "br": Place("BR", "Brazil", 76, "São Paulo", "Avenida Paulista", "01310-100", "+55 11 5555", "pt-BR",
                ("João", "Conceição", "Antônio", "Letícia", "Fabrício", "Tainá", "Otávio", "Débora"),
                ("Gonçalves", "Magalhães", "Araújo", "Simões", "da Conceição", "Falcão", "Assunção", "Ribeiro")),
    "jp": Place("JP", "Japan", 392, "Ōsaka", "Midōsuji", "542-0081", "+81 6 5555", "ja-JP",
                (("美咲", "misaki"), ("太郎", "taro"), ("さくら", "sakura"), ("健一", "kenichi"), ("陽子", "yoko"),
                 ("大輔", "daisuke")),
                (("山田", "yamada"), ("佐藤", "sato"), ("渡辺", "watanabe"), ("小林", "kobayashi"), ("伊藤", "ito"),
                 ("松本", "matsumoto")), True),
    "in": Place("IN", "India", 356, "Pune", "Senapati Bapat Road", "411016", "+91 20 5555", "en-IN",
                ("Ananya", "Rohan", "Priya", "Vikram", "Lakshmi", "Arjun", "Deepika", "Siddharth"),
                ("Deshpande", "Iyer", "Chatterjee", "Kulkarni", "Raghunathan", "Mehta", "Banerjee", "Venkataraman")),
    "gr": Place("GR", "Greece", 300, "Thessaloniki", "Tsimiski", "546 24", "+30 231 055", "el-GR",
                (("Ελένη", "eleni"), ("Νίκος", "nikos"), ("Γιώργος", "giorgos"), ("Μαρία", "maria")),
                (("Παπαδόπουλος", "papadopoulos"), ("Οικονόμου", "oikonomou"), ("Αντωνίου", "antoniou"),
                 ("Δημητρίου", "dimitriou"))),
}

# What decomposition into base letter and accent does not give.
_LETTERS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "o", "Ø": "O", "å": "a",
    "Å": "A", "æ": "ae", "ł": "l", "Ł": "L", "đ": "d", "ı": "i",
})


def plain(text):
    """Lower-case ASCII letters and hyphens of a name."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in decomposed.lower() if c.isascii() and (c.isalpha() or c == "-"))


@dataclass
class Person:
    number: int
    given: str
    family: str
    display: str
    ascii_given: str
    ascii_family: str
    place: Place
    unit: tuple  # path of organisational unit names, top first
    department: str
    title: str
    account: str = ""  # sAMAccountName
    local_part: str = ""  # of user principal name and mail address
    manager: "Person" = None
    head: bool = False
    disabled: bool = False
    unroutable: bool = False
    attributes: dict = field(default_factory=dict)


def _names(place):
    """Every pair of names of a place as (given, family, ascii given, ascii family), in a fixed order."""
    def both(name):
        return name if isinstance(name, tuple) else (name, plain(name))

    pairs = [both(g) + both(f) for g in place.given for f in place.family]
    return [(g, f, ag, af) for g, ag, f, af in pairs]


class Registry:
    """Hands out people whose display names, account names and mail local parts are unique in the domain."""

    def __init__(self, seed):
        self._random = random.Random(seed)
        self._pools = {}
        for key, place in PLACES.items():
            pool = _names(place)
            self._random.shuffle(pool)
            self._pools[key] = pool
        self._accounts, self._local_parts = set(), set()
        self._number = 0

    def hire(self, place_key, unit, department, title):
        place = PLACES[place_key]
        while True:
            given, family, ascii_given, ascii_family = self._pools[place_key].pop()
            local_part = f"{ascii_given}.{ascii_family}"
            if local_part not in self._local_parts:
                break
        self._number += 1
        display = f"{family} {given}" if place.family_first else f"{given} {family}"
        person = Person(self._number, given, family, display, ascii_given, ascii_family, place, unit, department, title)
        person.local_part = local_part
        person.account = self._account(ascii_given, ascii_family)
        self._local_parts.add(local_part)
        person.attributes = self._details(person)
        return person

    def _account(self, given, family):
        """First letter and surname; more letters and then a number when taken; at most 20 characters."""
        stem = family.replace("-", "")
        for letters in range(1, len(given) + 1):
            account = (given[:letters] + stem)[:20]
            if account not in self._accounts:
                self._accounts.add(account)
                return account
        for number in range(2, 100):
            account = f"{(given[0] + stem)[:18]}{number}"
            if account not in self._accounts:
                self._accounts.add(account)
                return account
        raise ValueError(f"no account name for {given} {family}")

    def _details(self, person):
        r, place = self._random, person.place
        return {
            "employeeID": str(100000 + person.number),
            "employeeType": r.choices(("Employee", "Contractor", "Apprentice"), (85, 10, 5))[0],
            "telephoneNumber": f"{place.phone} {r.randrange(1000, 9999)}",
            "mobile": f"{place.phone} {r.randrange(100000, 999999)}" if r.random() < 0.6 else None,
            "physicalDeliveryOfficeName": f"{place.city} {r.randrange(1, 6)}.{r.randrange(100, 499)}",
            "streetAddress": f"{place.street} {r.randrange(1, 120)}",
            "l": place.city,
            "postalCode": place.postal_code,
            "c": place.country,
            "co": place.country_name,
            "countryCode": str(place.country_code),
            "preferredLanguage": place.language,
            "title": person.title,
            "department": person.department,
        }
