package org.muntwerk

import java.math.BigDecimal
import java.math.BigInteger
import java.time.LocalDate
import java.util.Random
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Whatever is handed over, the answer is a [MuntwerkException] and the process lives. */
class HostileTest {
    private fun refusedWith(place: String, ask: () -> Unit) {
        val invalid = assertThrows(MuntwerkException.Invalid::class.java) { ask() }
        assertEquals(place, invalid.place)
        assertTrue(invalid.given.codePointCount(0, invalid.given.length) <= 60, invalid.given)
    }

    private val texts = listOf(
        "", " ", "\u0000", "m 1", "M-0001\n", "é", "\uD800", "x\uDFFF", "a".repeat(33), "\u202Em-0001", "‮",
        "m-0001".repeat(2_000_000), "\uD83D\uDE00".repeat(10_000),
    )

    @Test
    fun `texts that are no ids`() = Scene.with { ledger ->
        for (text in texts) {
            refusedWith("id") { ledger.account(text) }
            refusedWith("id") { ledger.decide(Scene.pay(1, from = text)) }
            refusedWith("id") { ledger.execute(Scene.pay(1, to = text)) }
            refusedWith("order_id") { ledger.execute(Scene.pay(1).copy(id = text)) }
            refusedWith("code") { ledger.execute(Scene.pay(1).copy(role = text)) }
            refusedWith("id") { ledger.execute(Scene.pay(1).copy(onBehalfOf = text)) }
            refusedWith("id") { ledger.executeAll(List(3) { Scene.pay(1, to = text) }) }
            refusedWith("id") { ledger.text(TextView.Statement(text, null, null), Language.NL) }
            refusedWith("id") { Ledger.open(text, Scene.DESIGN, Scene.DAY, newSecret()).close() }
        }
        assertEquals(75L, ledger.account("m-0001").balance)
    }

    @Test
    fun `amounts that are none`() = Scene.with { ledger ->
        for (minor in listOf(-1L, Long.MIN_VALUE, Long.MAX_VALUE, LARGEST_AMOUNT + 1)) {
            refusedWith("amount") { ledger.decide(Scene.pay(minor)) }
            refusedWith("amount") { ledger.executeEach(listOf(Scene.pay(1), Scene.pay(minor))) }
        }
        // The largest is one, and nobody has that much.
        val refused = assertThrows(MuntwerkException.Refused::class.java) { ledger.decide(Scene.pay(LARGEST_AMOUNT)) }
        assertEquals("insufficient_balance", refused.refusal.code)
        assertEquals(LARGEST_AMOUNT, refused.refusal.figures.asked)
        val rate = SettlementTerms(rate = EuroRate(-1, 0))
        val partner = ApprovePartner("p-02", listOf(PartnerRole.REDEEMING), settlement = rate)
        refusedWith("rate") { ledger.decide(Scene.order(Ask.ApprovePartner(partner), "s-001", "steering_group")) }
        val fee = partner.copy(settlement = SettlementTerms(fee = 10_001u))
        refusedWith("share") { ledger.decide(Scene.order(Ask.ApprovePartner(fee), "s-001", "steering_group")) }
        for (notes in listOf(listOf(Pieces(0, 1u)), listOf(Pieces(5, 1u), Pieces(5, 2u)), listOf(Pieces(LARGEST_AMOUNT, 2u)))) {
            refusedWith("notes") { ledger.decide(Scene.order(Ask.PrintNotes(PrintNotes("s-1", notes)), "s-001", "steering_group")) }
        }
        refusedWith("place") {
            val lost = Lost.Notes("under:the-carpet", "s-1", listOf(Pieces(5, 1u)))
            ledger.decide(Scene.order(Ask.ReportLost(ReportLost(lost)), "s-001", "steering_group"))
        }
        assertEquals(75L, ledger.account("m-0001").balance)
    }

    @Test
    fun `days beyond the calendar`() = Scene.with { ledger ->
        for (day in listOf(LocalDate.MIN, LocalDate.MAX, LocalDate.of(1899, 12, 31), LocalDate.of(9999, 1, 1), LocalDate.of(0, 1, 1))) {
            refusedWith("day") { ledger.ending(day) }
            refusedWith("day") { ledger.statement("m-0001", start = day) }
            refusedWith("day") { ledger.execute(Scene.pay(1).copy(valueDay = day)) }
            refusedWith("day") { dayText(day, Language.FR) }
        }
    }

    @Test
    fun `a closing far ahead is refused`() = Scene.with { ledger ->
        val far = LocalDate.of(9998, 12, 31)
        assertThrows(MuntwerkException.Refused::class.java) { ledger.closeThrough(far, far) }
        assertEquals(Scene.DAY, ledger.standing().day)
    }

    @Test
    fun `secrets of another length`() {
        for (length in listOf(0, 15, 17, 1_000_000)) {
            refusedWith("secret") { Ledger.open("t-1", Scene.DESIGN, Scene.DAY, ByteArray(length)).close() }
            refusedWith("secret") { Ledger.replay(ByteArray(0), ByteArray(length)).close() }
        }
    }

    @Test
    fun `designs that are none`() {
        val random = Random(7)
        val bytes = ByteArray(10_000).also(random::nextBytes)
        val hostile = listOf(
            "", "\u0000", "[", "x".repeat(10_000_000), "[a]\n".repeat(100_000), "a=[".repeat(10_000), "{".repeat(10_000),
            String(bytes, Charsets.ISO_8859_1), Scene.DESIGN.take(500), Scene.DESIGN + Scene.DESIGN,
        )
        for (text in hostile) {
            val problems = assertThrows(MuntwerkException.Design::class.java) { readDesign(text) }.problems
            assertTrue(problems.isNotEmpty() && problems.all { it.reason.isNotEmpty() })
            assertThrows(MuntwerkException.Design::class.java) { Ledger.open("t-1", text, Scene.DAY, newSecret()).close() }
        }
        refusedWith("design") { readDesign("name = \"\uD800\"") }
        // Every cut and many a changed letter: read or refused, never anything else.
        repeat(300) {
            val letters = Scene.DESIGN.toCharArray()
            repeat(1 + random.nextInt(4)) { letters[random.nextInt(letters.size)] = (32 + random.nextInt(95)).toChar() }
            try {
                readDesign(String(letters).take(1 + random.nextInt(letters.size)))
            } catch (expected: MuntwerkException.Design) {
                assertTrue(expected.problems.isNotEmpty())
            }
        }
    }

    @Test
    fun `journals that are none`() {
        val journal = Scene.earned().use { it.journal() }
        val random = Random(11)
        fun broken(bytes: ByteArray): MuntwerkException.Journal {
            assertThrows(MuntwerkException.Journal::class.java) { verifyJournal(bytes) }
            return assertThrows(MuntwerkException.Journal::class.java) { Ledger.replay(bytes, newSecret()).close() }
        }
        broken(ByteArray(0))
        broken(ByteArray(10_000_000) { 'x'.code.toByte() })
        broken(ByteArray(10_000_000) { '\n'.code.toByte() })
        broken("""{"head":"${"0".repeat(64)}","line":{}}""".toByteArray())
        repeat(100) { broken(ByteArray(1 + random.nextInt(500)).also(random::nextBytes)) }
        repeat(200) {
            val changed = journal.copyOf()
            val at = random.nextInt(changed.size - 1)
            changed[at] = (changed[at] + 1 + random.nextInt(254)).toByte()
            if (!changed.contentEquals(journal)) {
                val line = broken(changed).line.toInt()
                val changedLine = 1 + journal.take(at).count { it == '\n'.code.toByte() }
                assertTrue(line in changedLine..changedLine + 1, "line $line named, line $changedLine changed")
            }
        }
    }

    @Test
    fun `an amendment that is no design`() = Scene.with { ledger ->
        val amend = Ask.AmendDesign(AmendDesign(Scene.DAY.plusDays(9), "what = {", Existing.KEEP))
        assertThrows(MuntwerkException.Design::class.java) { ledger.decide(Scene.order(amend, "s-001", "steering_group")) }
    }

    @Test
    fun `what is not there`() = Scene.with { ledger ->
        val unknown = assertThrows(MuntwerkException.Unknown::class.java) { ledger.account("m-9999") }
        assertEquals("account" to "m-9999", unknown.what to unknown.name)
        assertThrows(MuntwerkException.Unknown::class.java) { ledger.record(ULong.MAX_VALUE) }
        assertThrows(MuntwerkException.Unknown::class.java) { ledger.whyDate("m-0001", UInt.MAX_VALUE) }
        assertEquals(emptyList<Record>(), ledger.records(ULong.MAX_VALUE, UInt.MAX_VALUE))
        val stranger = assertThrows(MuntwerkException.Refused::class.java) { ledger.execute(Scene.pay(1, from = "m-9999")) }
        assertEquals(null, stranger.refusal.number)
    }

    @Test
    fun `an error that was made up is refused too`() {
        val figures = Figures(asked = Long.MAX_VALUE)
        val refusal = Refusal("x", "y", figures, Sentences("", "", ""), null, false)
        assertInstanceOf(
            MuntwerkException.Invalid::class.java,
            assertThrows(MuntwerkException::class.java) { MuntwerkException.Refused(refusal).displayText(Language.EN) },
        )
        assertTrue(MuntwerkException.Refused(refusal).sentence(Language.EN).isNotEmpty())
    }

    @Test
    fun `figures that are no amounts`() {
        for (text in listOf("0.001", "1E+1000000000", "1E-1000000000", "90071992547409.92", "-1E+2147483647", "12345678901234567890")) {
            refusedWith("amount") { minor(BigDecimal(text), 2) }
        }
        refusedWith("scale") { amountTexts(readDesign(Scene.DESIGN).unit.copy(scale = 255u), listOf(1), Language.EN) }
    }
}
