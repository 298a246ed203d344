// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/ShowPage.h"

#include "models/figures/FigureWords.h"
#include "models/figures/SourceText.h"
#include "models/output/TextLayout.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// "6/31 19.4 % (9.2–36.3 %)" or the continuous value; "NR" when nothing is reported.
QString figureText(const Library &library, const Figure &figure, const RateOptions &options)
{
    Observation observation;
    observation.figure = figure;
    const Rate rate = rateOfObservation(library, 0, observation, options);
    QStringList parts;
    if (rate.percent || rate.events || !figure.value)
        parts.append(rate.cellText());
    if (!rate.intervalText().isEmpty())
        parts.append(u'(' + rate.intervalText() + u')');
    if (figure.value)
        parts.append(continuousWords(*figure.value));
    return parts.join(u' ');
}

} // namespace

QString labelsOf(const std::vector<Term> &terms, const QStringList &codes)
{
    QStringList words;
    for (const QString &code : codes)
        words.append(Vocabulary::label(terms, code));
    return words.join(u", "_s);
}

void ShowPage::heading(const QString &text)
{
    m_text += u'\n' + text.toUpper() + u'\n';
}

void ShowPage::line(const QString &text, qsizetype indent)
{
    m_text += wrapped(text, m_width, indent, 2);
}

void ShowPage::named(const QString &name, const QString &content, qsizetype indent)
{
    if (!content.isEmpty())
        line(name + u": "_s + content, indent);
}

void ShowPage::source(const Source &source, qsizetype indent)
{
    line(sourceLines(m_library, source).join(u" | "_s), indent);
}

void ShowPage::figure(const QString &name, const Figure &figure, qsizetype indent)
{
    line(name + u": "_s + figureText(m_library, figure, m_options), indent);
    source(figure.source, indent + 2);
}

void ShowPage::notes(const std::vector<Note> &notes, qsizetype indent)
{
    for (const Note &note : notes) {
        line(labelOf(note.kind) + u": "_s + note.text, indent);
        source(note.source, indent + 2);
    }
}

} // namespace anakinra
