// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/VocabularyReading.h"

#include "models/evidence/reading/Record.h"

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {

/// Common to all terms; nullopt where a term has a fault or its code is taken.
std::optional<Term> readTerm(Record &record, CodeSet &known)
{
    const auto code = record.requiredCode("code");
    Term term;
    term.label = record.requiredText("label").value_or(QString());
    term.description = record.text("description");
    if (!code || !record.isSound())
        return std::nullopt;
    term.code = record.reading().string(*record.value("code"));
    if (!known.insert(*code).second) {
        record.fault("code", u"is \""_s + term.code + u"\", which the list has already");
        return std::nullopt;
    }
    return term;
}

std::vector<Term> readTerms(Record &vocabulary, std::string_view name, CodeSet &known)
{
    static constexpr std::string_view names[]{"code", "label", "description"};
    std::vector<Term> terms;
    vocabulary.require(name);
    vocabulary.forEach(name, [&](const Place &place, const Json &json) {
        Record record(vocabulary.reading(), place, json, names);
        if (auto term = readTerm(record, known))
            terms.push_back(std::move(*term));
    });
    return terms;
}

std::vector<OutcomeTerm> readOutcomeTerms(Record &vocabulary, CodeSet &known)
{
    static constexpr std::string_view names[]{"shortLabel", "domain", "direction",
                                              "code",       "label",  "description"};
    std::vector<OutcomeTerm> terms;
    vocabulary.require("outcomes");
    vocabulary.forEach("outcomes", [&](const Place &place, const Json &json) {
        Record record(vocabulary.reading(), place, json, names);
        OutcomeTerm outcome;
        outcome.shortLabel = record.requiredText("shortLabel").value_or(QString());
        outcome.domain = record.requiredClosed<Domain>("domain").value_or(outcome.domain);
        outcome.direction = record.requiredClosed<Direction>("direction").value_or(outcome.direction);
        if (auto term = readTerm(record, known)) {
            outcome.code = term->code;
            outcome.label = term->label;
            outcome.description = term->description;
            terms.push_back(std::move(outcome));
        }
    });
    return terms;
}

} // namespace

Vocabulary readVocabulary(Reading &reading, const Place &place, const Json &json)
{
    static constexpr std::string_view names[]{"products",    "diseases",     "ageGroups", "designs",
                                              "indications", "publications", "flags",     "outcomes"};
    Record record(reading, place, json, names);
    Vocabulary vocabulary;
    vocabulary.products = readTerms(record, "products", reading.products);
    vocabulary.diseases = readTerms(record, "diseases", reading.diseases);
    vocabulary.ageGroups = readTerms(record, "ageGroups", reading.ageGroups);
    vocabulary.designs = readTerms(record, "designs", reading.designs);
    vocabulary.indications = readTerms(record, "indications", reading.indications);
    vocabulary.publications = readTerms(record, "publications", reading.publications);
    vocabulary.flags = readTerms(record, "flags", reading.flags);
    vocabulary.outcomes = readOutcomeTerms(record, reading.outcomes);
    return vocabulary;
}

} // namespace anakinra::reading
