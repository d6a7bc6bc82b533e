package org.muntwerk

import com.fasterxml.jackson.databind.JsonNode
import java.io.File
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** Payment requests: the vectors of `tests/vectors/payment`, and damage of every kind. */
class PaymentRequestTest {
    private val vectors = JSON.readTree(File(ROOT, "tests/vectors/payment/requests.json"))

    private fun design(name: String): String = File(ROOT, "core/designs/$name.toml").readText()

    private fun refused(ask: () -> Unit): MuntwerkException.PaymentRequest =
        assertThrows(MuntwerkException.PaymentRequest::class.java) { ask() }

    private fun fields(request: PaymentRequest): JsonNode = JSON.createObjectNode()
        .put("ledger", request.ledger).put("payee", request.payee)
        .put("unit", request.amount?.unit).put("figure", request.amount?.figure)
        .put("reference", request.reference).put("until", request.until?.toString())
        .put("offer", request.offer).put("category", request.category)

    @TestFactory
    fun accepted(): List<DynamicTest> = vectors["accepted"].map { vector ->
        DynamicTest.dynamicTest(vector["name"].textValue()) {
            val (text, canonical) = Pair(vector["text"].textValue(), vector["canonical"].textValue())
            val request = readPaymentRequest(text)
            assertEquals(vector["fields"], fields(request))
            assertEquals(request, readPaymentRequest(canonical))
            vector["resolved"].forEach { resolved(text, canonical, it) }
        }
    }

    private fun resolved(text: String, canonical: String, expected: JsonNode) {
        val (ledger, design) = Pair(expected["ledger"].textValue(), design(expected["design"].textValue()))
        if (expected.has("code")) {
            val error = refused { amountAsked(text, ledger, design) }
            assertEquals(expected["code"].textValue() to expected["part"].textValue(), error.code to error.part)
            return
        }
        val minor = if (expected["minor"].isNull) null else expected["minor"].longValue()
        assertEquals(minor, amountAsked(text, ledger, design))
        assertEquals(canonical, writePaymentRequest(readPaymentRequest(text), minor, design))
    }

    @TestFactory
    fun refused(): List<DynamicTest> = vectors["refused"].map { vector ->
        DynamicTest.dynamicTest(vector["name"].textValue()) {
            val error = refused { readPaymentRequest(vector["text"].textValue()) }
            assertEquals(vector["code"].textValue() to vector["part"].textValue(), error.code to error.part)
            assertEquals(vector["at"].longValue().toULong(), error.at)
            assertTrue(error.reason.isNotEmpty())
            assertEquals(3, Language.entries.map(error::sentence).toSet().size)
        }
    }

    @Test
    fun `there are vectors of both kinds`() {
        assertTrue(vectors["accepted"].size() > 10 && vectors["refused"].size() > 50)
        assertTrue(vectors["accepted"].any { vector -> vector["resolved"].any { it.has("minor") } })
    }

    @Test
    fun `no damage makes another payment`() {
        for (vector in vectors["accepted"]) {
            val text = vector["text"].textValue()
            for (at in text.indices) {
                refused { readPaymentRequest(text.take(at)) }
                refused { readPaymentRequest(text.removeRange(at, at + 1)) }
                refused { readPaymentRequest(text.take(at) + text[at] + text.drop(at)) }
                for (letter in "0 9z&é".filter { it != text[at] }) {
                    refused { readPaymentRequest(text.replaceRange(at, at + 1, letter.toString())) }
                }
            }
        }
    }

    @Test
    fun `texts that are no requests`() {
        val hostile = listOf("\u0000", "payto://", "x".repeat(10_000_000), "payto://muntwerk/" + "a/".repeat(1_000_000), "‮", "🦀".repeat(9999))
        for (text in hostile) assertEquals(null, refused { readPaymentRequest(text) }.part)
    }

    @Test
    fun `what cannot be asked`() {
        val (card, rabot) = PaymentRequest("rabot-1", "m-41") to design("rabot-example")
        assertEquals("not_above_zero", refused { writePaymentRequest(card, 0, rabot) }.code)
        val pot = refused { writePaymentRequest(card.copy(payee = "system:pot"), 5, rabot) }
        assertEquals(Triple("chart_account", "payee", null), Triple(pot.code, pot.part, pot.at))
        fun refusedWith(place: String, ask: () -> Unit) =
            assertEquals(place, assertThrows(MuntwerkException.Invalid::class.java) { ask() }.place)
        for (minor in listOf(-1L, LARGEST_AMOUNT + 1)) refusedWith("amount") { writePaymentRequest(card, minor, rabot) }
        refusedWith("id") { writePaymentRequest(card.copy(payee = "jan"), 5, rabot) }
        refusedWith("code") { writePaymentRequest(card.copy(category = "a:b"), 5, rabot) }
        refusedWith("day") { writePaymentRequest(card.copy(until = LocalDate.MAX), 5, rabot) }
        assertThrows(MuntwerkException.Design::class.java) { writePaymentRequest(card, 5, "[") }
    }
}
