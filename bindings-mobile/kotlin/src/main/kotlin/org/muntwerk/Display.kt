package org.muntwerk

import java.util.Locale

/** The language of these in which there are sentences: Dutch and French as asked, English for everybody else. */
fun languageOf(locale: Locale): Language = when (locale.language) {
    "nl" -> Language.NL
    "fr" -> Language.FR
    else -> Language.EN
}

/** The name in a language. */
fun Names.text(language: Language): String = when (language) {
    Language.NL -> nl
    Language.FR -> fr
    Language.EN -> en
}

/** The sentence in a language. */
fun Sentences.text(language: Language): String = when (language) {
    Language.NL -> nl
    Language.FR -> fr
    Language.EN -> en
}

/** An amount with the name of the unit, as people write it: `2,50 torekes`. For many at a time see [amountTexts]. */
@Throws(MuntwerkException::class)
fun UnitSummary.text(amount: Balance, language: Language): String = amountTexts(this, listOf(amount), language).single()

/** A sentence to show for whatever went wrong; never fails itself. */
fun MuntwerkException.sentence(language: Language): String = try {
    displayText(language)
} catch (broken: MuntwerkException) {
    // Only an error that the library did not make can hold what it cannot read.
    broken.toString()
}
