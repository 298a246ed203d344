// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/details/CardWriter.h"

#include "models/figures/FindingText.h"

using namespace Qt::StringLiterals;

namespace anakinra {

void CardWriter::section(const QString &title)
{
    m_html += u"<h3 style='background-color:%1;'>&nbsp;%2</h3>"_s.arg(m_colours.shade,
                                                                       title.toHtmlEscaped());
}

void CardWriter::paragraph(const QString &text)
{
    m_html += u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

void CardWriter::beginTable()
{
    m_html += u"<table width='100%' cellspacing='0' cellpadding='2'>"_s;
}

void CardWriter::endTable()
{
    m_html += u"</table>"_s;
}

void CardWriter::row(const QString &label, const QString &valueHtml, const QString &provenanceHtml)
{
    m_html += u"<tr><td width='30%'>"_s + soft(label) + u"</td><td width='70%'>"_s + valueHtml;
    if (!provenanceHtml.isEmpty())
        m_html += u"<br>"_s + provenanceHtml;
    m_html += u"</td></tr>"_s;
}

void CardWriter::sourcedRow(const QString &label, const QString &text, const Source &source,
                            bool inherited, FindingIndex::List findings)
{
    if (text.isEmpty()) {
        row(label, soft(u"not reported"_s));
        return;
    }
    QString value = text.toHtmlEscaped() + mark(findings);
    if (inherited)
        value += u' ' + soft(u"(stated for the parent cohort)"_s);
    row(label, value, findingsHtml(findings) + provenance(source));
}

QString CardWriter::soft(const QString &text) const
{
    return u"<span style='color:%1;'>%2</span>"_s.arg(m_colours.soft, text.toHtmlEscaped());
}

QString CardWriter::alert(const QString &text) const
{
    return u"<span style='color:%1;'>⚑ %2</span>"_s.arg(m_colours.alert, text.toHtmlEscaped());
}

QString CardWriter::link(const QString &address, const QString &text) const
{
    return u"<a href='%1' style='color:%2;'>%3</a>"_s.arg(address.toHtmlEscaped().replace(u'\'',
                                                                                       u"%27"_s),
                                                          m_colours.link, text.toHtmlEscaped());
}

QString CardWriter::cohortLink(int cohort) const
{
    const Cohort &c = m_library.cohorts[static_cast<std::size_t>(cohort)];
    return link(u"cohort:"_s + c.id, c.label);
}

QString CardWriter::small(const QString &html) const
{
    return u"<span style='font-size:small;'>"_s + html + u"</span>"_s;
}

QString CardWriter::mark(FindingIndex::List findings) const
{
    if (findings.empty())
        return {};
    return u" <b><span style='color:%1;'>%2</span></b>"_s.arg(m_colours.alert,
                                                              findingMark(findings));
}

QString CardWriter::findingsHtml(FindingIndex::List findings, bool arithmetic) const
{
    QString html;
    for (const Finding *finding : findings) {
        const QString head = u"%1 %2:"_s.arg(findingMark(FindingIndex::List(&finding, 1)),
                                             labelOf(finding->severity));
        const QString text = arithmetic ? findingSentence(*finding) : finding->text;
        html += small(u"<span style='color:%1;'>%2</span> %3"_s.arg(m_colours.alert, head,
                                                                    text.toHtmlEscaped()))
            + u"<br>"_s;
    }
    return html;
}

QString CardWriter::provenance(const Source &source) const
{
    QStringList parts;
    if (!source.reported.isEmpty())
        parts << u"“"_s + source.reported + u"”"_s;
    parts << labelOf(source.status);
    if (!source.report.isEmpty()) {
        const Report *report = m_library.report(source.report);
        parts << (report ? report->label : source.report);
    }
    if (!source.locator.isEmpty())
        parts << source.locator;
    QString html = soft(parts.join(u" · "_s));
    for (const QString &flag : source.flags)
        html += u"<br>"_s + alert(Vocabulary::label(m_library.vocabulary.flags, flag));
    if (!source.note.isEmpty())
        html += u"<br>"_s + soft(u"Note: "_s + source.note);
    return small(html);
}

} // namespace anakinra
