package org.muntwerk

/**
 * A text that can cross, or the one exception: a Kotlin string may hold half a character (a surrogate alone), and
 * UTF-8 has no such thing.
 */
internal fun encodable(place: String, text: String): String {
    if (isWhole(text)) return text
    // What is shown must be able to cross, too.
    val given = String(text.take(SHOWN).toByteArray(Charsets.UTF_8), Charsets.UTF_8)
    throw MuntwerkException.Invalid(place, given, "half a character")
}

private const val SHOWN = 60

private fun isWhole(text: String): Boolean {
    var at = 0
    while (at < text.length) {
        val letter = text[at]
        val paired = letter.isHighSurrogate() && at + 1 < text.length && text[at + 1].isLowSurrogate()
        if (letter.isSurrogate() && !paired) return false
        at += if (paired) 2 else 1
    }
    return true
}
