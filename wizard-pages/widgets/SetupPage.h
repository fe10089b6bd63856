// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizardPage>

#include <functional>

class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace cloudsync {

class ErrorPanel;

/// What all pages look like: title, one sentence, what went wrong, the content (which scrolls when the window is
/// small), and what is being waited for. bind() ties the wizard's Next to the page's model: a check that takes time
/// runs while the page stays, and the model's ready() goes on.
class SetupPage : public QWizardPage
{
    Q_OBJECT

public:
    SetupPage(const QString &name, const QString &sentence, QWidget *parent = nullptr);

    /// Title for people; also what the list of steps shows.
    [[nodiscard]] const QString &name() const { return m_name; }

    [[nodiscard]] bool isComplete() const override { return !m_complete || m_complete(); }
    void initializePage() override;
    void cleanupPage() override {} // what was typed stays
    bool validatePage() override { return !m_confirm || m_confirm(); }

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

    /// Where the page puts its widgets.
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    void setSentence(const QString &sentence);

    /// Shows the model's state. Called after every change; sets widgets without making them signal a person's edit.
    virtual void refresh() = 0;

    template<typename Model>
    void bind(Model *model)
    {
        m_complete = [model] { return model->isComplete(); };
        m_enter = [model] { model->enter(); };
        m_confirm = [model] { return model->confirm(); };
        m_refreshAll = [this, model] {
            const auto &problem = model->problem();
            showProblem(problem.title, problem.happened, problem.next);
            showBusy(model->busyText());
            refresh();
            tellComplete();
        };
        connect(model, &Model::changed, this, [this] {
            if (isVisible())
                refreshAll();
            else
                tellComplete();
        });
        connect(model, &Model::ready, this, &SetupPage::goOn);
    }

private:
    void showProblem(const QString &title, const QString &happened, const QString &next);
    void showBusy(const QString &text);
    void refreshAll();
    void keepOutlinesVisible();
    void tellComplete();
    void goOn();
    QString m_name;
    QLabel *m_sentence;
    ErrorPanel *m_error;
    QWidget *m_busy;
    QProgressBar *m_busyBar;
    QLabel *m_busyText;
    QWidget *m_body;
    QVBoxLayout *m_content;
    std::function<bool()> m_complete;
    std::function<bool()> m_confirm;
    std::function<void()> m_enter;
    std::function<void()> m_refreshAll;
    bool m_wasComplete = false;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
};

} // namespace cloudsync
