// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/SearchIndex.h"

#include "models/filter/DoseText.h"
#include "models/filter/judging/FoldedText.h"

#include <QByteArrayMatcher>
#include <QHash>

#include <algorithm>

namespace anakinra::filter {

/// Collects the texts of all studies and cohorts.
class SearchIndex::Builder
{
public:
    explicit Builder(const Library &library)
        : m_library(library)
    {
        for (const OutcomeTerm &term : library.vocabulary.outcomes) {
            m_outcomes.insert(term.code,
                              textId(QStringList{term.code, term.label, term.shortLabel}.join(u' ')));
        }
    }

    void run(SearchIndex &index)
    {
        const auto studies = static_cast<int>(m_library.studies.size());
        const auto cohorts = static_cast<int>(m_library.cohorts.size());
        for (m_owner = 0; m_owner < studies; ++m_owner)
            addStudy(m_library.studies[at(m_owner)]);
        std::vector<IndexPair> cohortsOfStudies;
        for (int i = 0; i < cohorts; ++i, ++m_owner) {
            addCohort(m_library.cohorts[at(i)]);
            if (m_library.cohorts[at(i)].study >= 0)
                cohortsOfStudies.push_back({m_library.cohorts[at(i)].study, i});
        }
        index.m_studies = studies;
        index.m_cohorts = cohorts;
        index.m_cohortsOfStudy = IndexLists(studies, cohortsOfStudies);
        index.m_ownersOfText = IndexLists(m_texts.size(), m_owners);
        addWords(index);
    }

private:
    /// Takes the text over for the current owner, once.
    void add(const QString &text)
    {
        if (!text.isEmpty())
            addText(textId(text));
    }
    void addText(int id)
    {
        if (m_lastOwner[at(id)] == m_owner)
            return;
        m_lastOwner[at(id)] = m_owner;
        m_owners.push_back({id, m_owner});
    }
    int textId(const QString &text)
    {
        m_buffer.clear();
        for (const QChar c : text) {
            const char16_t unit = c.unicode();
            if (unit < 0x20 || unit >= 0x7f) { // not plain ASCII
                m_buffer = foldedText(text).toStdString();
                break;
            }
            m_buffer.push_back(static_cast<char>(unit >= u'A' && unit <= u'Z' ? unit + 32 : unit));
        }
        const int id = m_texts.intern(m_buffer);
        if (id == static_cast<int>(m_lastOwner.size()))
            m_lastOwner.push_back(-1);
        return id;
    }
    void add(const QStringList &texts)
    {
        for (const QString &text : texts)
            add(text);
    }
    void add(const Source &source)
    {
        add(source.reported);
        add(source.locator);
        add(source.note);
    }
    void add(const Figure &figure)
    {
        add(figure.source);
        if (figure.value)
            add(figure.value->text);
    }
    void add(const std::vector<Note> &notes)
    {
        for (const Note &note : notes) {
            add(note.text);
            add(note.source);
        }
    }
    void add(const Coded &coded, const std::vector<Term> &terms)
    {
        for (const QString &code : coded.codes)
            addTerm(code, terms);
        add(coded.source);
    }
    void addTerm(const QString &code, const std::vector<Term> &terms)
    {
        add(code);
        for (const Term &term : terms) {
            if (term.code == code) {
                add(term.label);
                add(term.description);
            }
        }
    }

    void addStudy(const Study &study)
    {
        add(study.id);
        add(study.label);
        add(study.title);
        add(study.setting);
        add(study.design, m_library.vocabulary.designs);
        if (study.year)
            add(QString::number(*study.year));
        for (const int report : study.reports)
            addReport(m_library.reports[at(report)]);
        for (const Comparison &comparison : study.comparisons) {
            add(comparison.label);
            add(comparison.meaning);
            add(comparison.test);
            add(comparison.source);
            for (const ComparisonGroup &group : comparison.groups)
                add(group.figure);
        }
        add(study.notes);
    }

    void addReport(const Report &report)
    {
        add(report.id);
        add(report.label);
        addTerm(report.kind, m_library.vocabulary.publications);
        add(report.studyTypeAsPrinted);
        add(report.document);
        add(report.interests);
        for (const CitationField &field : report.citation)
            add(field.value);
    }

    void addCohort(const Cohort &cohort)
    {
        const Vocabulary &words = m_library.vocabulary;
        add(cohort.id);
        add(cohort.label);
        add(labelOf(cohort.role));
        add(cohort.n.source);
        add(cohort.nAnakinra.source);
        if (cohort.timing != Timing::NotReported)
            add(labelOf(cohort.timing));
        add(cohort.timingSource);
        add(cohort.ageGroups, words.ageGroups);
        add(cohort.diseases, words.diseases);
        add(cohort.indications, words.indications);
        for (const ProductShare &share : cohort.products) {
            addTerm(share.code, words.products);
            add(share.source);
        }
        add(cohort.startDay.source);
        for (const Regimen &regimen : cohort.regimens)
            addRegimen(regimen);
        for (const Observation &outcome : cohort.outcomes)
            addOutcome(outcome);
        for (const Characteristic &characteristic : cohort.characteristics) {
            add(characteristic.label);
            add(characteristic.figure);
        }
        add(cohort.notes);
    }

    void addRegimen(const Regimen &regimen)
    {
        for (const Route route : regimen.routes)
            add(labelOf(route));
        if (regimen.dose)
            add(formatDose(*regimen.dose));
        add(regimen.arithmetic);
        add(regimen.frequency);
        add(regimen.start);
        add(regimen.stop);
        add(regimen.trigger);
        add(regimen.source);
        for (const FieldSource &field : regimen.alsoFrom)
            add(field.source);
    }

    void addOutcome(const Observation &outcome)
    {
        if (const auto term = m_outcomes.constFind(outcome.outcome); term != m_outcomes.constEnd())
            addText(*term);
        else
            add(outcome.outcome);
        add(outcome.criterion);
        add(outcome.window);
        add(outcome.concomitant);
        add(outcome.figure);
    }

    /// Cuts the distinct texts into distinct words. A searched word has no blank, so it occurs in
    /// a text exactly if it occurs in one of the text's words.
    void addWords(SearchIndex &index) const
    {
        std::vector<IndexPair> textsOfWords;
        std::vector<int> lastText;
        for (int text = 0; text < m_texts.size(); ++text) {
            std::string_view rest = m_texts[text];
            while (!rest.empty()) {
                const std::string_view word = rest.substr(0, rest.find(' '));
                rest.remove_prefix(std::min(rest.size(), word.size() + 1));
                if (word.empty())
                    continue;
                const int id = index.m_words.intern(word);
                if (id == static_cast<int>(lastText.size()))
                    lastText.push_back(-1);
                if (lastText[at(id)] == text)
                    continue;
                lastText[at(id)] = text;
                textsOfWords.push_back({id, text});
            }
        }
        index.m_textsOfWord = IndexLists(index.m_words.size(), textsOfWords);
        index.m_words.close();
    }

    const Library &m_library;
    QHash<QString, int> m_outcomes; ///< code -> text of code and labels
    BytePool m_texts;
    std::string m_buffer;
    std::vector<int> m_lastOwner;      ///< per text, so that a text is listed once per owner
    std::vector<IndexPair> m_owners;   ///< text, owner
    int m_owner = 0;
};

SearchIndex::SearchIndex(const Library &library)
{
    Builder(library).run(*this);
}

BitSet SearchIndex::findWord(const QByteArray &searched) const
{
    BitSet texts(m_ownersOfText.size());
    const QByteArrayMatcher matcher(searched);
    const std::string &bytes = m_words.bytes();
    const std::vector<std::size_t> &starts = m_words.starts();
    const auto length = static_cast<qsizetype>(bytes.size());
    int word = 0;
    qsizetype hit = matcher.indexIn(bytes.data(), length);
    while (hit >= 0) {
        while (word + 1 < m_words.size() && starts[at(word + 1)] <= static_cast<std::size_t>(hit))
            ++word;
        for (const int text : m_textsOfWord.of(word))
            texts.set(text);
        if (word + 1 == m_words.size())
            break;
        hit = matcher.indexIn(bytes.data(), length, static_cast<qsizetype>(starts[at(word + 1)]));
    }

    BitSet cohorts(m_cohorts);
    bool all = false; // the first letter typed is found everywhere, and soon
    texts.forEach([&](int text) {
        if (all)
            return;
        const auto owners = m_ownersOfText.of(text);
        for (const int owner : owners) {
            if (owner >= m_studies) {
                cohorts.set(owner - m_studies);
                continue;
            }
            for (const int cohort : m_cohortsOfStudy.of(owner))
                cohorts.set(cohort);
        }
        all = owners.size() > at(m_cohorts) / 8 && cohorts.count() == m_cohorts;
    });
    return cohorts;
}

BitSet SearchIndex::find(QStringView search) const
{
    BitSet result(m_cohorts, true);
    const QString folded = foldedText(search).simplified();
    for (const QStringView word : QStringView(folded).tokenize(u' ', Qt::SkipEmptyParts))
        result &= findWord(word.toUtf8());
    return result;
}

} // namespace anakinra::filter
