// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/SetupWizard.h"

#include "wizard-pages/configuration/ConfigurationPage.h"
#include "wizard-pages/directories/DirectoriesPage.h"
#include "wizard-pages/extension/ExtensionPage.h"
#include "wizard-pages/finish/FinishPage.h"
#include "wizard-pages/install/InstallPage.h"
#include "wizard-pages/license/LicensePage.h"
#include "wizard-pages/mappings/MappingsPage.h"
#include "wizard-pages/prerequisites/PrerequisitesPage.h"
#include "wizard-pages/progress/ProgressPage.h"
#include "wizard-pages/review/ReviewPage.h"
#include "wizard-pages/scope/ScopePage.h"
#include "wizard-pages/service-account/ServiceAccountPage.h"
#include "wizard-pages/sign-in/SignInPage.h"
#include "wizard-pages/start/StartPage.h"
#include "wizard-pages/widgets/StepList.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>

#include <utility>

namespace cloudsync {

/// Models stand after the state they use, so they go before it: their running work still needs it.
struct SetupWizard::Models
{
    Models(Backend &backend, std::shared_ptr<TypedSecrets> secrets, Answers initial)
        : state(backend, std::move(secrets), std::move(initial))
    {
    }
    SetupState state;
    LicenseModel license{state};
    StartModel start{state};
    PrerequisitesModel prerequisites{state};
    InstallModel install{state};
    ExtensionModel extension{state};
    SignInModel signIn{state};
    ServiceAccountModel serviceAccount{state};
    DirectoriesModel directories{state};
    ConfigurationModel configuration{state};
    ScopeModel scope{state};
    MappingsModel mappings{state};
    ReviewModel review{state};
    ProgressModel progress{state};
    FinishModel finish{state};
};

SetupWizard::SetupWizard(Backend &backend, WizardPrompt &prompt, std::shared_ptr<TypedSecrets> secrets, Answers initial,
                         QWidget *parent)
    : QWizard(parent), m_models(std::make_unique<Models>(backend, std::move(secrets), initial)),
      m_initial(std::move(initial)), m_steps(new StepList(this))
{
    setWindowTitle(tr("Cloud Sync Setup"));
    setWizardStyle(QWizard::ModernStyle);
    setOptions(QWizard::NoBackButtonOnStartPage | QWizard::NoBackButtonOnLastPage | QWizard::NoCancelButtonOnLastPage);
    setSideWidget(m_steps);
    setButtonText(QWizard::NextButton, tr("&Next"));
    setButtonText(QWizard::BackButton, tr("&Back"));
    setButtonText(QWizard::FinishButton, tr("&Close"));
    setButtonText(QWizard::CancelButton, tr("Cancel"));
    addPages();
    connectPrompt(prompt);
    connect(this, &QWizard::currentIdChanged, this, &SetupWizard::pageChanged);
    connect(&state(), &SetupState::pathChanged, this, &SetupWizard::updateSteps);
    connect(&state(), &SetupState::answersChanged, this, &SetupWizard::updateSteps);
    connect(&m_models->start, &PageModel::changed, this, &SetupWizard::updateSteps);
    // A run cannot be gone back behind, unless it left everything as it was.
    connect(&m_models->progress, &PageModel::changed, this,
            [this] { page(int(PageId::Review))->setCommitPage(!m_models->progress.mayTryAgain()); });
    setSize();
    updateSteps();
    m_models->start.enter(); // looks while the licence is read
}

SetupWizard::~SetupWizard()
{
    // Pages show what models say; models go first here, so nothing may be told any more.
    disconnect(&state(), nullptr, this, nullptr);
    disconnect(&m_models->start, nullptr, this, nullptr);
    disconnect(&m_models->progress, nullptr, this, nullptr);
}

void SetupWizard::addPages()
{
    const auto add = [this](PageId id, SetupPage *page) { setPage(int(id), page); }; // the wizard owns its pages
    m_progress = new ProgressPage(&m_models->progress, this);
    add(PageId::License, new LicensePage(&m_models->license, this));
    add(PageId::Start, new StartPage(&m_models->start, this));
    add(PageId::Prerequisites, new PrerequisitesPage(&m_models->prerequisites, this));
    add(PageId::Install, new InstallPage(&m_models->install, this));
    add(PageId::Extension, new ExtensionPage(&m_models->extension, this));
    add(PageId::SignIn, new SignInPage(&m_models->signIn, this));
    add(PageId::ServiceAccount, new ServiceAccountPage(&m_models->serviceAccount, this));
    add(PageId::Directories, new DirectoriesPage(&m_models->directories, this));
    add(PageId::Configuration, new ConfigurationPage(&m_models->configuration, this));
    add(PageId::Scope, new ScopePage(&m_models->scope, this));
    add(PageId::Mappings, new MappingsPage(&m_models->mappings, this));
    add(PageId::Review, new ReviewPage(&m_models->review, this));
    add(PageId::Progress, m_progress);
    add(PageId::Finish, new FinishPage(&m_models->finish, this));
    setStartId(int(PageId::License));
}

void SetupWizard::connectPrompt(WizardPrompt &prompt)
{
    connect(&prompt, &WizardPrompt::browserOpened, &m_models->signIn, &SignInModel::showBrowserUrl);
    connect(&prompt, &WizardPrompt::deviceCodeReceived, &m_models->signIn, &SignInModel::showDeviceCode);
    connect(&prompt, &WizardPrompt::browserOpened, &m_models->progress, &ProgressModel::showBrowserUrl);
    connect(&prompt, &WizardPrompt::deviceCodeReceived, &m_models->progress, &ProgressModel::showDeviceCode);
    // The browser was in front; the person is wanted here again.
    connect(&m_models->signIn, &SignInModel::returned, this, [this] {
        if (!isVisible())
            return;
        setWindowState(windowState() & ~Qt::WindowMinimized);
        raise();
        activateWindow();
        QApplication::alert(this); // where the desktop lets no window come forward by itself
    });
}

void SetupWizard::setSize()
{
    const QSize comfortable(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 44);
    const QSize room = screen() ? screen()->availableSize() : comfortable;
    // Some room is left for the window's frame, whose size is not known yet.
    resize(comfortable.boundedTo(QSize(room.width() * 95 / 100, room.height() * 92 / 100)));
}

SetupState &SetupWizard::state() const
{
    return m_models->state;
}

SetupPage *SetupWizard::setupPage(PageId id) const
{
    return static_cast<SetupPage *>(page(int(id)));
}

FlowFacts SetupWizard::flowFacts() const
{
    return {state().path(), m_models->extension.extension(), state().includesServer(), m_models->start.hasSomething()};
}

int SetupWizard::nextId() const
{
    const QVector<PageId> pages = pagesFor(flowFacts());
    const qsizetype here = pages.indexOf(PageId(currentId()));
    if (here < 0 || here + 1 >= pages.size())
        return -1;
    return int(pages.at(here + 1));
}

void SetupWizard::updateSteps()
{
    QVector<StepList::Step> steps;
    for (const PageId id : pagesFor(flowFacts())) {
        const SetupPage *page = setupPage(id);
        Mark mark = Mark::Todo;
        if (int(id) == currentId())
            mark = Mark::Current;
        else if (m_visited.contains(int(id)) && page->isComplete())
            mark = Mark::Ok;
        steps.append({page->name(), mark});
    }
    m_steps->setSteps(steps);
}

void SetupWizard::pageChanged(int id)
{
    if (id < 0)
        return;
    updateSteps();
    m_visited.insert(id);
    if (id == int(PageId::Review) && m_last == int(PageId::Progress)) {
        page(id)->setCommitPage(true);
        m_models->review.enter(); // the world is not what it was when the plan was made
    }
    m_last = id;
    setWindowTitle(tr("%1 – Cloud Sync Setup").arg(setupPage(PageId(id))->name()));
}

void SetupWizard::reject()
{
    if (currentId() == int(PageId::Progress) && m_progress->askToStop())
        return;
    const bool ended = currentId() == int(PageId::Finish) || currentId() == int(PageId::Progress);
    if (m_closing || ended || state().answers() == m_initial) {
        QWizard::reject();
        return;
    }
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Close the set-up"),
                        tr("Nothing has been changed so far. What you entered is lost when you close the set-up."),
                        QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *close = question->addButton(tr("&Close the set-up"), QMessageBox::AcceptRole);
    QPushButton *stay = question->addButton(tr("&Stay"), QMessageBox::RejectRole);
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    connect(close, &QPushButton::clicked, this, [this] {
        m_closing = true;
        reject();
    });
    question->open();
}

int SetupWizard::exitCode() const
{
    if (const auto &report = state().runReport())
        return processExitCode(exitCodeFor(*report));
    if (const auto &refusal = state().refusal())
        return processExitCode(exitCodeFor(refusal->code));
    return processExitCode(result() == QDialog::Accepted ? ExitCode::Done : ExitCode::Cancelled);
}

std::unique_ptr<SetupWizard> makeSetupWizard(Backend &backend, WizardPrompt &prompt,
                                             std::shared_ptr<TypedSecrets> secrets, Answers initial)
{
    return std::make_unique<SetupWizard>(backend, prompt, std::move(secrets), std::move(initial));
}

} // namespace cloudsync
