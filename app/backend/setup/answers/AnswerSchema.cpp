// SPDX-License-Identifier: GPL-3.0-or-later
// valijson decides whether a document is valid and where it is not; its sentences are for programmers ("Failed to validate
// against child schema #2"), so the sentence for people is made here from the schema's node at that place.
#include "backend/setup/answers/AnswerSchema.h"

#include "backend/setup/answers/AnswerFile.h"
#include "backend/setup/answers/JsonText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>

namespace cloudsync {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Answers)
};

/// The titles of the schema that are words for people and no JSON; listed here for their translations.
[[maybe_unused]] constexpr const char *titlesOfTheSchema[] = {
    QT_TRANSLATE_NOOP("Answers", "the name of a cloud that is built in"),
    QT_TRANSLATE_NOOP("Answers", "an object with the endpoints of another cloud"),
};

QString kindName(const QString &type)
{
    if (type == QStringLiteral("string"))
        return Text::tr("a text");
    if (type == QStringLiteral("integer"))
        return Text::tr("a whole number");
    if (type == QStringLiteral("number"))
        return Text::tr("a number");
    if (type == QStringLiteral("boolean"))
        return Text::tr("true or false");
    if (type == QStringLiteral("array"))
        return Text::tr("a list");
    if (type == QStringLiteral("object"))
        return Text::tr("an object");
    return Text::tr("null");
}

QString typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return QStringLiteral("boolean");
    case QJsonValue::Double:
        return value.toInt(0) == value.toInt(1) ? QStringLiteral("integer") : QStringLiteral("number");
    case QJsonValue::String:
        return QStringLiteral("string");
    case QJsonValue::Array:
        return QStringLiteral("array");
    case QJsonValue::Object:
        return QStringLiteral("object");
    }
    return {};
}

QStringList typesOf(const QJsonObject &schema)
{
    const QJsonValue type = schema.value(QStringLiteral("type"));
    if (type.isString())
        return {type.toString()};
    QStringList types;
    for (const QJsonValue one : type.toArray())
        types.append(one.toString());
    return types;
}

bool typeMatches(const QJsonObject &schema, const QJsonValue &value)
{
    if (const QJsonValue constant = schema.value(QStringLiteral("const")); !constant.isUndefined())
        return constant == value;
    const QStringList types = typesOf(schema);
    const QString actual = typeOf(value);
    return types.isEmpty() || types.contains(actual)
           || (actual == QStringLiteral("integer") && types.contains(QStringLiteral("number")));
}

/// Number of single changes that turn one text into the other: a character more, less, another, or two that changed places.
qsizetype editDistance(const QString &a, const QString &b)
{
    QVector<QVector<qsizetype>> rows(a.size() + 1, QVector<qsizetype>(b.size() + 1));
    for (qsizetype i = 0; i <= a.size(); ++i) {
        for (qsizetype j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            const qsizetype replaced = rows[i - 1][j - 1] + (a.at(i - 1) == b.at(j - 1) ? 0 : 1);
            rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1))
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows.last().last();
}

QString nearest(const QString &word, const QStringList &known)
{
    if (word.size() > 64)
        return {};
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(1, word.size() / 3) + 1;
    for (const QString &candidate : known) {
        const qsizetype distance = editDistance(word.toLower(), candidate.toLower());
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

QString withSuggestion(const QString &sentence, const QString &suggestion)
{
    //: %1 is a sentence, %2 a key or value
    return suggestion.isEmpty() ? sentence : Text::tr("%1 Did you mean \"%2\"?").arg(sentence, suggestion);
}

class Explainer
{
public:
    Explainer(QJsonObject schema, QJsonValue document) : m_root(std::move(schema)), m_document(std::move(document)) {}

    /// Explains what is wrong at the place that valijson names ("<root>", "[directories]", "[0]", …).
    void explain(const std::vector<std::string> &context)
    {
        QJsonObject schema = resolved(m_root);
        QJsonValue value = m_document;
        QString pointer;
        for (std::size_t i = 1; i < context.size(); ++i) {
            const QString token = QString::fromStdString(context.at(i).substr(1, context.at(i).size() - 2));
            schema = alternative(schema, value);
            QJsonObject next;
            QJsonValue nextValue;
            if (value.isArray()) {
                next = schema.value(QStringLiteral("items")).toObject();
                nextValue = value.toArray().at(token.toInt());
            } else {
                next = schema.value(QStringLiteral("properties")).toObject().value(token).toObject();
                nextValue = value.toObject().value(token);
            }
            if (next.isEmpty())
                break; // inside an alternative that was not meant, or below an unknown key
            pointer = jsonPointer(pointer, token);
            schema = resolved(next);
            value = nextValue;
        }
        if (!m_seen.contains(pointer)) {
            m_seen.insert(pointer);
            explainNode(alternative(schema, value), value, pointer);
        }
    }

    /// In the order of their places; an object has no order of its own once it is read.
    [[nodiscard]] QVector<Error> problems() const
    {
        QVector<Error> sorted = m_problems;
        std::stable_sort(sorted.begin(), sorted.end(), [](const Error &a, const Error &b) { return a.subject < b.subject; });
        return sorted;
    }

    void add(const QString &pointer, const QString &sentence)
    {
        m_problems.append({ErrorCode::AnswersInvalid, pointer, sentence, {}});
    }

private:
    /// Follows "$ref"; what stands beside it wins.
    [[nodiscard]] QJsonObject resolved(const QJsonObject &schema) const
    {
        const QString reference = schema.value(QStringLiteral("$ref")).toString();
        if (!reference.startsWith(QStringLiteral("#/$defs/")))
            return schema;
        QJsonObject target =
            m_root.value(QStringLiteral("$defs")).toObject().value(reference.section(u'/', 2)).toObject();
        for (auto it = schema.begin(); it != schema.end(); ++it) {
            if (it.key() != QStringLiteral("$ref"))
                target.insert(it.key(), it.value());
        }
        return target;
    }

    /// The alternative of a oneOf that the value was meant to be, or the schema itself when that cannot be told.
    [[nodiscard]] QJsonObject alternative(const QJsonObject &schema, const QJsonValue &value) const
    {
        QVector<QJsonObject> candidates;
        for (const QJsonValue one : schema.value(QStringLiteral("oneOf")).toArray()) {
            if (typeMatches(one.toObject(), value))
                candidates.append(one.toObject());
        }
        if (candidates.size() > 1) {
            erase_if(candidates, [&](const QJsonObject &candidate) {
                const QJsonArray required = candidate.value(QStringLiteral("required")).toArray();
                return !std::all_of(required.begin(), required.end(), [&](const QJsonValue &key) {
                    return value.toObject().contains(key.toString());
                });
            });
        }
        return candidates.size() == 1 ? candidates.first() : schema;
    }

    void explainNode(const QJsonObject &schema, const QJsonValue &value, const QString &pointer)
    {
        if (schema.contains(QStringLiteral("oneOf"))) {
            QStringList forms;
            for (const QJsonValue one : schema.value(QStringLiteral("oneOf")).toArray())
                forms.append(Text::tr(one.toObject().value(QStringLiteral("title")).toString().toUtf8().constData()));
            const QString last = forms.takeLast();
            //: %1 is a list of forms with commas, %2 the last one
            const QString expected = Text::tr("Write %1 or %2.").arg(forms.join(QStringLiteral(", ")), last);
            if (schema.value(QStringLiteral("writeOnly")).toBool() && value.isString())
                add(pointer, Text::tr("A secret must not stand in the answer file.") + u' ' + expected);
            else
                add(pointer, expected);
            return;
        }
        if (!typeMatches(schema, value)) {
            explainType(schema, value, pointer);
            return;
        }
        if (const QJsonArray allowed = schema.value(QStringLiteral("enum")).toArray(); !allowed.isEmpty()) {
            if (!allowed.contains(value))
                explainEnumeration(allowed, value, pointer);
            return;
        }
        if (value.isString())
            explainText(schema, value.toString(), pointer);
        else if (value.isDouble())
            explainNumber(schema, value.toDouble(), pointer);
        else if (value.isArray())
            explainList(schema, value.toArray(), pointer);
        else if (value.isObject())
            explainObject(schema, value.toObject(), pointer);
    }

    void explainType(const QJsonObject &schema, const QJsonValue &value, const QString &pointer)
    {
        if (const QJsonValue constant = schema.value(QStringLiteral("const")); !constant.isUndefined()) {
            add(pointer, Text::tr("Only the value %1 is known here.").arg(constant.toVariant().toString()));
            return;
        }
        QStringList expected;
        for (const QString &type : typesOf(schema))
            expected.append(kindName(type));
        if (value.isDouble() && expected.contains(kindName(QStringLiteral("integer"))) && explainNumber(schema, value.toDouble(), pointer))
            return;
        add(pointer, Text::tr("Expected %1, found %2.").arg(expected.join(Text::tr(" or ")), kindName(typeOf(value))));
    }

    void explainEnumeration(const QJsonArray &allowed, const QJsonValue &value, const QString &pointer)
    {
        QStringList names;
        for (const QJsonValue one : allowed)
            names.append(one.toString());
        const QString sentence = Text::tr("\"%1\" is not known here; the values are: %2.")
                                     .arg(value.toString().left(64), names.join(QStringLiteral(", ")));
        add(pointer, withSuggestion(sentence, nearest(value.toString(), names)));
    }

    // A text that does not match is not repeated: it may be a password in the wrong place or in an address.
    void explainText(const QJsonObject &schema, const QString &value, const QString &pointer)
    {
        const qsizetype length = value.toUcs4().size();
        const QJsonValue longest = schema.value(QStringLiteral("maxLength"));
        if (length < schema.value(QStringLiteral("minLength")).toInt()) {
            add(pointer, Text::tr("This text must not be empty."));
        } else if (longest.isDouble() && length > longest.toInt()) {
            add(pointer, Text::tr("This text has %1 characters; at most %2 are possible.").arg(length).arg(longest.toInt()));
        } else if (const QString pattern = schema.value(QStringLiteral("pattern")).toString();
                   !pattern.isEmpty() && !QRegularExpression(pattern).match(value).hasMatch()) {
            add(pointer, Text::tr("This text does not have the form that is needed here. An example: %1")
                             .arg(schema.value(QStringLiteral("examples")).toArray().at(0).toString()));
        }
    }

    bool explainNumber(const QJsonObject &schema, double value, const QString &pointer)
    {
        const QJsonValue least = schema.value(QStringLiteral("minimum"));
        const QJsonValue most = schema.value(QStringLiteral("maximum"));
        const QString shown = QString::number(value, 'g', 15);
        if (least.isDouble() && value < least.toDouble()) {
            add(pointer, Text::tr("%1 is too small; the least value is %2.").arg(shown).arg(least.toInt()));
            return true;
        }
        if (most.isDouble() && value > most.toDouble()) {
            add(pointer, Text::tr("%1 is too large; the largest value is %2.").arg(shown).arg(most.toInt()));
            return true;
        }
        return false;
    }

    void explainList(const QJsonObject &schema, const QJsonArray &value, const QString &pointer)
    {
        const QJsonValue most = schema.value(QStringLiteral("maxItems"));
        if (most.isDouble() && value.size() > most.toInt())
            add(pointer, Text::tr("The list has %1 entries; at most %2 are possible.").arg(value.size()).arg(most.toInt()));
        if (!schema.value(QStringLiteral("uniqueItems")).toBool())
            return;
        for (qsizetype i = 1; i < value.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j) {
                if (value.at(i) == value.at(j)) {
                    add(jsonPointer(pointer, i), Text::tr("This entry stands in the list already."));
                    break;
                }
            }
        }
    }

    void explainObject(const QJsonObject &schema, const QJsonObject &value, const QString &pointer)
    {
        const QStringList known = schema.value(QStringLiteral("properties")).toObject().keys();
        for (const QString &key : value.keys()) {
            if (!known.contains(key)) {
                const QString sentence = Text::tr("There is no key \"%1\" here.").arg(key.left(64));
                add(jsonPointer(pointer, key), withSuggestion(sentence, nearest(key, known)));
            }
        }
        for (const QJsonValue key : schema.value(QStringLiteral("required")).toArray()) {
            if (!value.contains(key.toString()))
                add(jsonPointer(pointer, key.toString()), Text::tr("This key is missing."));
        }
    }

    QJsonObject m_root;
    QJsonValue m_document;
    QSet<QString> m_seen;
    QVector<Error> m_problems;
};

} // namespace

QVector<Error> schemaProblems(const QJsonValue &document)
{
    const QJsonObject schemaDocument = QJsonDocument::fromJson(answerFileSchema()).object();
    const QJsonValue schemaValue(schemaDocument);
    valijson::Schema schema;
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::QtJsonAdapter(schemaValue), schema);

    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    if (validator.validate(schema, valijson::adapters::QtJsonAdapter(document), &results))
        return {};

    Explainer explainer(schemaDocument, document);
    for (const auto &error : results)
        explainer.explain(error.context);
    if (explainer.problems().isEmpty()) // cannot be told more precisely; never let an invalid document pass
        explainer.add({}, results.numErrors() == 0 ? QString() : QString::fromStdString(results.begin()->description));
    return explainer.problems();
}

} // namespace cloudsync
