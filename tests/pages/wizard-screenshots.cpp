// SPDX-License-Identifier: GPL-3.0-or-later
// wizard-screenshots FOLDER [--lang CODE]: renders every page on fakes, in a light and a dark palette, in English or the
// language named. The scale comes from QT_SCALE_FACTOR. For README and for whoever wants to see a change; runs on the offscreen platform.
#include "backend/setup/language/Translation.h"
#include "tests/pages/support/WizardDriver.h"
#include "wizard-pages/widgets/SetupPage.h"

#include <QComboBox>
#include <QDir>
#include <QScrollArea>
#include <QStyleFactory>

#include <cstdio>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

/// Grey shades derived from one another; only here, to see that pages follow whatever palette they are given.
QPalette darkPalette()
{
    const QColor window = QColor::fromRgb(qRgb(56, 56, 56));
    QPalette palette(window.lighter(120), window);
    palette.setColor(QPalette::Base, window.darker(120));
    palette.setColor(QPalette::AlternateBase, window.darker(105));
    palette.setColor(QPalette::Highlight, QColor::fromRgb(qRgb(76, 160, 230)));
    palette.setColor(QPalette::HighlightedText, window.darker(200));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, window.lighter(330));
    return palette;
}

bool settle(const std::function<bool()> &done)
{
    return QTest::qWaitFor(done, 30000);
}

/// English, so that a page has the same file name in every language.
using PageNames = QHash<PageId, QString>;

PageNames pageNames()
{
    const WizardDriver d;
    PageNames names;
    for (const int id : d.wizard->pageIds())
        names.insert(PageId(id), d.wizard->setupPage(PageId(id))->name().toLower().replace(QLatin1Char(' '), QLatin1Char('-')));
    return names;
}

/// What a control says in the language of the pictures, without what a person would not call it by.
QString said(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text).remove(QLatin1Char('&')).remove(QLatin1Char(':'));
}

bool shoot(WizardDriver &d, const PageNames &names, const QString &folder, const QString &theme, const QString &state = {})
{
    const QString name = state + names.value(d.page());
    const QString path =
        QStringLiteral("%1/%2-%3-%4.png").arg(folder).arg(int(d.page()), 2, 10, QLatin1Char('0')).arg(name, theme);
    QTest::qWait(50); // layouts and icons of the page that was just shown
    const bool saved = d.wizard->grab().save(path);
    std::printf("%s %s\n", saved ? "wrote" : "could not write", qPrintable(path));
    return saved;
}

bool shootAll(const PageNames &names, const QString &folder, const QString &theme)
{
    Answers answers = contosoAnswers();
    answers.configurations.first().scope->distinguishedNames.append(
        QStringLiteral("OU=Engineering,DC=contoso,DC=test"));
    answers.configurations.first().notifications = NotificationAnswers{true, {QStringLiteral("it@contoso.com")}};
    WizardDriver d(answers, [](World &world) {
        world.machine.installed.installed = true; // so that the start page is shown
        world.machine.installed.version = QStringLiteral("1.1.2400.0");
    });
    d.wizard->resize(QSize(1000, 720));
    bool good = settle([&] { return d.nextEnabled(); });
    while (good && d.page() != PageId::Finish) {
        good = settle([&] { return d.nextEnabled(); }) && shoot(d, names, folder, theme);
        const PageId here = d.page();
        d.wizard->next();
        good = good && settle([&] { return d.page() != here; });
    }
    good = good && settle([&] { return d.wizard->button(QWizard::FinishButton)->isEnabled(); });
    return shoot(d, names, folder, theme) && good;
}

/// Scrolls the page so far that a widget is seen.
void reveal(const WizardDriver &d, const char *widget)
{
    for (auto *area : d.wizard->currentPage()->findChildren<QScrollArea *>()) {
        for (auto *found : area->findChildren<QWidget *>()) {
            if (QLatin1String(found->metaObject()->className()) == QLatin1String(widget) && found->isVisible())
                area->ensureWidgetVisible(found, 0, found->height());
        }
    }
}

/// What a page shows on the way: the guide to an application id, a sign-in that waits, a mistake in an expression, a user
/// who was made and provisioned.
bool shootStates(const PageNames &names, const QString &folder, const QString &theme)
{
    Answers answers = contosoAnswers();
    answers.signIn->method = SignInMethod::DeviceCode;
    WizardDriver d(answers, [](World &world) {
        world.machine.installed.installed = true;
        world.machine.installed.version = QStringLiteral("1.1.2400.0");
    });
    auto &tenant = *d.world.tenant;
    tenant.onDemand.key = {{QStringLiteral("result"), QStringLiteral("Success")}};
    tenant.onDemand.value = {
        {QStringLiteral("action"), QStringLiteral("create")},
        {QStringLiteral("provisioningSteps"),
         QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("EntryImport")}, {QStringLiteral("type"), QStringLiteral("Import")},
                                {QStringLiteral("status"), QStringLiteral("success")},
                                {QStringLiteral("description"), QStringLiteral("The user was read from Active Directory.")}},
                    QJsonObject{{QStringLiteral("name"), QStringLiteral("EntryExport")}, {QStringLiteral("type"), QStringLiteral("Export")},
                                {QStringLiteral("status"), QStringLiteral("success")},
                                {QStringLiteral("description"), QStringLiteral("The user was created in Microsoft Entra ID.")}}}},
        {QStringLiteral("targetIdentity"), QJsonObject{{QStringLiteral("id"), QStringLiteral("user-1")}}}};
    tenant.userList = {QJsonObject{{QStringLiteral("id"), QStringLiteral("user-1")},
                                   {QStringLiteral("userPrincipalName"), QStringLiteral("trial@contoso.com")}}};
    tenant.skus = {{QStringLiteral("SPE_E3"), {}, 10, 4, QStringLiteral("sku-1")}};
    d.wizard->resize(QSize(1000, 720));
    bool good = settle([&] { return d.nextEnabled(); });
    while (good && d.page() != PageId::Finish) {
        if (d.page() == PageId::SignIn) {
            good = d.press(said("cloudsync::RegistrationGuide", "S&how how to get an application id")) && shoot(d, names, folder, theme, QStringLiteral("guide-"));
            good = d.press(said("cloudsync::RegistrationGuide", "S&how how to get an application id")) && good;
            d.world.signIn.gate.close();
            good = d.press(said("cloudsync::SignInPage", "&Sign in")) && settle([&] { return d.world.signIn.gate.waiting() > 0; }) && good;
            good = shoot(d, names, folder, theme, QStringLiteral("waiting-")) && good;
            d.world.signIn.gate.open();
        } else if (d.page() == PageId::Mappings) {
            good = d.type(said("cloudsync::MappingForm", "&Attribute in the cloud:"), QStringLiteral("jobTitle")) && good;
            for (auto *kind : d.wizard->currentPage()->findChildren<QComboBox *>()) {
                const int expression = kind->findText(said("cloudsync::MappingForm", "Expression"));
                if (expression >= 0)
                    kind->setCurrentIndex(expression);
            }
            good = d.type(said("cloudsync::MappingForm", "Val&ue:"), QStringLiteral("Join(\" \", [givenName], Uper([sn]))")) && good;
            reveal(d, "cloudsync::TryOutRow");
            good = shoot(d, names, folder, theme, QStringLiteral("mistake-")) && good;
        }
        good = settle([&] { return d.nextEnabled(); }) && good;
        const PageId here = d.page();
        d.wizard->next();
        good = good && settle([&] { return d.page() != here; });
    }
    good = good && settle([&] { return d.wizard->button(QWizard::FinishButton)->isEnabled(); });
    good = d.press(said("cloudsync::NewUserPanel", "Make a user for the &trial")) && good;
    reveal(d, "cloudsync::NewUserPanel");
    good = shoot(d, names, folder, theme, QStringLiteral("new-user-")) && good;
    good = d.press(said("cloudsync::NewUserPanel", "Cr&eate this user")) && good;
    const auto made = [&] {
        const auto *model = d.wizard->currentPage()->findChild<QWidget *>(QStringLiteral("newUserMade"));
        return model && model->isVisible();
    };
    good = settle(made) && d.press(said("cloudsync::TestUserPanel", "&Provision this user now")) && good;
    good = settle([&] { return d.wizard->button(QWizard::FinishButton)->isEnabled(); }) && good;
    reveal(d, "cloudsync::TestUserPanel");
    return shoot(d, names, folder, theme, QStringLiteral("provisioned-")) && good;
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QString folder = QApplication::arguments().value(1);
    if (folder.isEmpty() || !QDir().mkpath(folder)) {
        std::fprintf(stderr, "usage: wizard-screenshots FOLDER [--lang CODE]\n");
        return 2;
    }
    QLocale::setDefault(QLocale(QLocale::English)); // the same pictures on every machine
    const QString asked = Translation::askedFor(QApplication::arguments());
    if (!asked.isEmpty() && Translation::matching(asked).isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(Translation::unknown(asked).detail));
        return 2;
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const PageNames names = pageNames();
    const Translation translation(Translation::choose(asked, {}));
    bool good = shootAll(names, folder, QStringLiteral("light"));
    good = shootStates(names, folder, QStringLiteral("light")) && good;
    QApplication::setPalette(darkPalette());
    good = shootAll(names, folder, QStringLiteral("dark")) && good;
    good = shootStates(names, folder, QStringLiteral("dark")) && good;
    return good ? 0 : 1;
}
