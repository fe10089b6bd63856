// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/language/Translation.h"
#include "tests/pages/support/WizardDriver.h"
#include "wizard-pages/widgets/SetupPage.h"
#include "wizard-pages/widgets/StepList.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QComboBox>
#include <QGroupBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSet>

using namespace cloudsync;
using namespace cloudsync::tests;

namespace {

QString describe(const QWidget *widget)
{
    return QStringLiteral("%1 on page %2")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->window()->windowTitle());
}

/// A control that Tab reaches, not a part of one (the field within a combo box, the viewport of a list).
bool isControl(const QWidget *widget)
{
    if (!(widget->focusPolicy() & Qt::TabFocus) || qobject_cast<const QScrollBar *>(widget) ||
        qobject_cast<const QWizard *>(widget))
        return false;
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QComboBox *>(above) || above->inherits("QAbstractSpinBox") ||
            above->inherits("QAbstractItemView"))
            return false;
    }
    return true;
}

} // namespace

class WizardAccessibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlOfEveryPageHasAName_data() { everyPage(); }
    void everyControlOfEveryPageHasAName()
    {
        QFETCH(int, page);
        QFETCH(QString, language);
        const Translation translation(language);
        WizardDriver d(contosoAnswers());
        const QWidget *shown = d.wizard->page(page);
        int controls = 0;
        for (QWidget *widget : shown->findChildren<QWidget *>()) {
            if (!isControl(widget))
                continue;
            ++controls;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(accessible, qPrintable(describe(widget)));
            QVERIFY2(!accessible->text(QAccessible::Name).trimmed().isEmpty(), qPrintable(describe(widget)));
        }
        QVERIFY(controls > 0);
    }

    void noTwoMnemonicsOfAPageMeanDifferentThings_data() { everyPage(); }
    void noTwoMnemonicsOfAPageMeanDifferentThings()
    {
        QFETCH(int, page);
        QFETCH(QString, language);
        const Translation translation(language);
        WizardDriver d(contosoAnswers());
        const QWidget *shown = d.wizard->page(page);
        QMultiMap<QChar, QString> letters;
        const auto take = [&letters](const QString &text) {
            qsizetype at = text.indexOf(QLatin1Char('&'));
            while (at >= 0 && at + 1 < text.size() && text.at(at + 1) == QLatin1Char('&'))
                at = text.indexOf(QLatin1Char('&'), at + 2);
            if (at >= 0 && at + 1 < text.size())
                letters.insert(text.at(at + 1).toLower(), text);
        };
        take(d.wizard->buttonText(QWizard::BackButton));
        take(d.wizard->buttonText(QWizard::NextButton));
        QCOMPARE(letters.size(), 2);
        if (PageId(page) == PageId::Finish)
            take(d.wizard->buttonText(QWizard::FinishButton));
        for (const QWidget *widget : shown->findChildren<QWidget *>()) {
            const QString text = widget->property("text").toString();
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (qobject_cast<const QAbstractButton *>(widget) || (label && label->buddy()))
                take(text);
        }
        for (const QChar letter : letters.uniqueKeys())
            QVERIFY2(letters.count(letter) == 1, qPrintable(letters.values(letter).join(QStringLiteral(" / "))));
    }

    void outsideTextIsNeverReadAsMarkup_data() { everyPage(); }
    void outsideTextIsNeverReadAsMarkup()
    {
        QFETCH(int, page);
        QFETCH(QString, language);
        const Translation translation(language);
        WizardDriver d(contosoAnswers());
        for (const QLabel *label : d.wizard->page(page)->findChildren<QLabel *>()) {
            // Labels with a buddy hold the program's own words; rich text would show entities in the others.
            if (!label->buddy())
                QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty() ||
                             !Qt::mightBeRichText(label->text()),
                         qPrintable(describe(label)));
        }
    }

    void theStepsAreTextForAScreenReader()
    {
        WizardDriver d(contosoAnswers());
        auto *steps = d.wizard->findChild<StepList *>();
        QVERIFY(steps);
        QStringList names;
        for (const QLabel *label : steps->findChildren<QLabel *>())
            names.append(label->accessibleName());
        QCOMPARE(names.size(), steps->steps().size());
        QVERIFY(names.constFirst().startsWith(QStringLiteral("Step 1 of")));
        QVERIFY(names.constFirst().contains(QStringLiteral("Licence")));
    }

    void theWindowFitsASmallScreen_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : Translation::available())
            QTest::newRow(qPrintable(language)) << language;
    }
    void theWindowFitsASmallScreen()
    {
        QFETCH(QString, language);
        const Translation translation(language);
        WizardDriver d(contosoAnswers());
        for (const int id : d.wizard->pageIds())
            QVERIFY2(d.wizard->page(id)->minimumSizeHint().width() <= 800 &&
                         d.wizard->page(id)->minimumSizeHint().height() <= 600,
                     qPrintable(d.wizard->setupPage(PageId(id))->name()));
    }

private:
    static void everyPage()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("language");
        for (const QString &language : Translation::available()) {
            const Translation translation(language);
            WizardDriver d;
            for (const int id : d.wizard->pageIds())
                QTest::addRow("%s, %s", qPrintable(language), qPrintable(d.wizard->setupPage(PageId(id))->name())) << id << language;
        }
    }
};

QTEST_MAIN(WizardAccessibilityTest)
#include "WizardAccessibilityTest.moc"
