// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard-pages/widgets/SetupPage.h"

#include "wizard-pages/widgets/ErrorPanel.h"
#include "wizard-pages/widgets/Labels.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWizard>

#include <utility>

namespace cloudsync {

SetupPage::SetupPage(const QString &name, const QString &sentence, QWidget *parent)
    : QWizardPage(parent), m_name(name), m_sentence(textLabel(sentence, this)), m_error(new ErrorPanel(this)),
      m_busy(new QWidget(this)), m_busyBar(new QProgressBar(m_busy)), m_busyText(textLabel({}, m_busy)),
      m_body(new QWidget), m_content(new QVBoxLayout)
{
    setAccessibleName(name);
    setAccessibleDescription(sentence);
    QLabel *heading = textLabel(name, this);
    scaleFont(heading, 1.6, true);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus); // what has the focus is scrolled into view
    auto *bodyColumn = new QVBoxLayout(m_body);
    bodyColumn->setContentsMargins(0, 0, fontMetrics().averageCharWidth(), 0);
    bodyColumn->addLayout(m_content, 1);
    scroll->setWidget(m_body); // takes it over
    m_body->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    keepOutlinesVisible();

    m_busyBar->setRange(0, 0);
    m_busyBar->setTextVisible(false);
    m_busyBar->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    m_busyBar->setAccessibleName(tr("Working"));
    auto *busyRow = new QHBoxLayout(m_busy);
    busyRow->setContentsMargins(0, 0, 0, 0);
    busyRow->addWidget(m_busyBar);
    busyRow->addWidget(m_busyText, 1);
    // The row keeps its place, so that the page does not jump when work begins.
    QSizePolicy keep = m_busy->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    keep.setVerticalPolicy(QSizePolicy::Fixed);
    m_busy->setSizePolicy(keep);
    m_busy->hide();

    auto *column = new QVBoxLayout(this);
    column->addWidget(heading);
    column->addWidget(m_sentence);
    column->addWidget(m_error);
    column->addWidget(scroll, 1);
    column->addWidget(m_busy);
}

void SetupPage::changeEvent(QEvent *event)
{
    QWizardPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        keepOutlinesVisible();
}

// Fusion draws the outline of fields and boxes as a darker shade of the window's colour, and the modern wizard style
// makes that colour the page's background: on a dark palette both are nearly black. There the controls are told of a
// window half way to the text's colour; nothing here is filled with it.
void SetupPage::keepOutlinesVisible()
{
    const QPalette given = QGuiApplication::palette();
    const QColor base = given.color(QPalette::Base);
    const QColor text = given.color(QPalette::Text);
    QPalette palette;
    if (base.lightness() < text.lightness()) {
        const auto between = [](int a, int b) { return (a + b) / 2; };
        palette.setColor(QPalette::Window, QColor(between(base.red(), text.red()), between(base.green(), text.green()),
                                                  between(base.blue(), text.blue())));
    }
    if (m_body->palette().color(QPalette::Window) != palette.color(QPalette::Window))
        m_body->setPalette(palette);
}

void SetupPage::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleDescription(sentence);
}

void SetupPage::initializePage()
{
    if (m_enter)
        m_enter();
    refreshAll();
}

void SetupPage::showEvent(QShowEvent *event)
{
    QWizardPage::showEvent(event);
    if (!m_refreshing) // the wizard hides and shows its page while it arranges its buttons
        refreshAll();
}

// The wizard arranges its buttons anew at every completeChanged(), which is slow; so only real changes are told.
void SetupPage::tellComplete()
{
    const bool complete = isComplete();
    if (std::exchange(m_wasComplete, complete) != complete)
        Q_EMIT completeChanged();
}

// Setting a widget may lead to another change of the model: then the page is set once more, from the newest state.
void SetupPage::refreshAll()
{
    if (!m_refreshAll)
        return;
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    const QScopedValueRollback guard(m_refreshing, true);
    do {
        m_refreshAgain = false;
        m_refreshAll();
    } while (m_refreshAgain);
}

void SetupPage::goOn()
{
    if (wizard() && wizard()->currentPage() == this)
        wizard()->next();
}

void SetupPage::showProblem(const QString &title, const QString &happened, const QString &next)
{
    m_error->show(title, happened, next);
}

void SetupPage::showBusy(const QString &text)
{
    m_busyText->setText(text);
    m_busy->setVisible(!text.isEmpty());
    m_busyBar->setAccessibleDescription(text);
}

} // namespace cloudsync
