package org.muntwerk

import java.math.BigDecimal
import java.math.BigInteger
import java.time.Instant
import java.time.LocalDate
import java.util.Locale
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What is written by hand in Kotlin: money, days, words. */
class HelpersTest {
    private val design = readDesign(Scene.DESIGN)

    @Test
    fun `a figure is exact or none`() {
        assertEquals(25L, minor(BigDecimal("25.00"), 0))
        assertEquals(2_500L, minor(BigDecimal("25"), 2))
        assertEquals(-5L, minor(BigDecimal("-0.05"), 2))
        assertEquals(0L, minor(BigDecimal("0E+2000000000"), 2))
        assertEquals(100L, minor(BigDecimal("1E+2"), 0))
        assertEquals(LARGEST_AMOUNT, minor(BigDecimal("9007199254740991"), 0))
        assertThrows(MuntwerkException.Invalid::class.java) { minor(BigDecimal("9007199254740992"), 0) }
        assertThrows(MuntwerkException.Invalid::class.java) { minor(BigDecimal("2.5"), 0) }
        assertEquals(1_999L, cents(BigDecimal("19.99")))
    }

    @Test
    fun `a figure there and back`() {
        assertEquals(BigDecimal("2.50"), figure(250L, 2))
        assertEquals(BigDecimal("-0.01"), figure(-1L, 2))
        assertEquals(BigDecimal("123456789012345678901234567890.12"), figure(BigInteger("12345678901234567890123456789012"), 2))
        for (minor in listOf(0L, 1L, -75L, LARGEST_AMOUNT)) {
            assertEquals(minor, design.unit.minor(design.unit.figure(minor)))
        }
    }

    @Test
    fun `a day is that of the currency`() {
        // Half past eleven in the evening in London is tomorrow in Brussels.
        val late = Instant.parse("2025-03-29T23:30:00Z")
        assertEquals(LocalDate.of(2025, 3, 30), design.dayAt(late))
        assertEquals(LocalDate.of(2025, 3, 29), design.copy(zone = "Europe/London").dayAt(late))
        assertThrows(MuntwerkException.Invalid::class.java) { design.copy(zone = "Europe/Nowhere").dayAt(late) }
    }

    @Test
    fun `ids and secrets are new each time`() {
        assertTrue(Regex("[0-9a-f]{32}").matches(newOrderId()))
        assertNotEquals(newOrderId(), newOrderId())
        assertEquals(16, newSecret().size)
        assertTrue(!newSecret().contentEquals(newSecret()))
    }

    @Test
    fun `words are in the language of the phone`() {
        assertEquals(Language.NL, languageOf(Locale.forLanguageTag("nl-BE")))
        assertEquals(Language.FR, languageOf(Locale.FRANCE))
        assertEquals(Language.EN, languageOf(Locale.GERMANY))
        assertEquals("Europe/Brussels", design.zone)
        assertEquals("1 toreke", design.unit.text(1, Language.NL))
        assertEquals(listOf("75 torekes", "-1.250 torekes"), amountTexts(design.unit, listOf(75, -1_250), Language.NL))
        assertEquals("2 januari 2025", dayText(Scene.DAY, Language.NL))
        assertEquals("1er février 2026", dayText(LocalDate.of(2026, 2, 1), Language.FR))
    }

    @Test
    fun `every error has a sentence in three languages`() = Scene.with { ledger ->
        val errors = listOf<() -> Unit>(
            { ledger.execute(Scene.pay(1_000)) },
            { ledger.executeAll(listOf(Scene.pay(1), Scene.pay(1_000))) },
            { ledger.account("no id") },
            { readDesign("nothing") },
            { verifyJournal(ByteArray(3)) },
            { ledger.account("m-9999") },
        ).map { assertThrows(MuntwerkException::class.java) { it() } }
        val kinds = listOf(
            MuntwerkException.Refused::class, MuntwerkException.BatchRefused::class, MuntwerkException.Invalid::class,
            MuntwerkException.Design::class, MuntwerkException.Journal::class, MuntwerkException.Unknown::class,
        )
        assertEquals(kinds, errors.map { it::class })
        for (error in errors) {
            val sentences = Language.entries.map(error::sentence)
            assertEquals(3, sentences.toSet().size, "$sentences")
            assertTrue(sentences.all { it.isNotBlank() })
        }
        val refusal = (errors.first() as MuntwerkException.Refused).refusal
        assertEquals("insufficient_balance", refusal.code)
        assertEquals(1_000L to 75L, refusal.figures.asked to refusal.figures.available)
    }

    @Test
    fun `a summary says what there is to earn and to spend`() {
        assertEquals("torekes", design.id)
        val work = design.earning.single { it.code == "buurtwerk" }
        assertEquals(Measure.Minutes to 25L, work.measure to work.units)
        assertTrue(design.redemption.isNotEmpty() || design.contactPoints.isNotEmpty() || design.text.isNotEmpty())
        assertEquals(design.text, readDesign(design.text).text)
    }
}
