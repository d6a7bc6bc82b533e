package org.muntwerk

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.muntwerk.RecordedFeeds.DAY

/** One member shows a code, another pays it. */
class WalletPaymentTest {
    private fun refusedWith(code: String, ask: () -> Unit) {
        val error = assertThrows(MuntwerkException.PaymentRequest::class.java) { ask() }
        assertEquals(code, error.code)
    }

    private fun asked(amount: Long?, reference: String? = null, until: LocalDate? = null): String =
        RecordedFeeds.told("m-2").use { it.askToBePaid(amount, reference, until) }

    @Test
    fun `a bill is asked, read and paid`() = RecordedFeeds.with("m-1") { wallet ->
        val until = LocalDate.of(2025, 6, 1)
        val bill = asked(25, "r-7", until)
        val said = PaymentRequest(RecordedFeeds.LEDGER, "m-2", AskedFigure("RABOTEXAMPL", "25"), "r-7", until)
        assertEquals(said, readPaymentRequest(bill))
        assertEquals(25L, wallet.amountToPay(bill))
        val transfer = Transfer("m-1", "m-2", Pay.Amount(25))
        assertEquals(transfer, wallet.transferFor(bill))
        assertEquals(transfer, wallet.transferFor(bill, 25))
        val expected = wallet.preview(RecordedFeeds.order(Ask.Transfer(transfer), "m-1"), DAY).expected
        assertEquals(53L, assertInstanceOf(Expected.Booked::class.java, expected).effect.balance)
        refusedWith("other_amount") { wallet.transferFor(bill, 26) }
    }

    @Test
    fun `a card leaves the amount to who pays`() = RecordedFeeds.with("m-1") { wallet ->
        val card = RecordedFeeds.told("m-2").use { it.askToBePaid() }
        assertEquals(PaymentRequest(RecordedFeeds.LEDGER, "m-2"), readPaymentRequest(card))
        assertEquals(null, wallet.amountToPay(card))
        assertEquals(Transfer("m-1", "m-2", Pay.Amount(3)), wallet.transferFor(card, 3))
        refusedWith("open_amount") { wallet.transferFor(card) }
        refusedWith("not_above_zero") { wallet.transferFor(card, 0) }
    }

    @Test
    fun `a request for another currency is not paid`() = RecordedFeeds.with("m-1") { wallet ->
        val elsewhere = writePaymentRequest(PaymentRequest("rabot-2", "m-2"), 25, RecordedFeeds.design)
        refusedWith("other_ledger") { wallet.amountToPay(elsewhere) }
        refusedWith("other_ledger") { wallet.transferFor(elsewhere, 25) }
        val finer = PaymentRequest(RecordedFeeds.LEDGER, "m-2")
        val otherUnit = writePaymentRequest(finer, 25, Scene.DESIGN)
        refusedWith("other_unit") { wallet.amountToPay(otherUnit) }
        refusedWith("damaged") { wallet.amountToPay(asked(25).replace(":25", ":52")) }
    }

    @Test
    fun `what cannot be asked`() {
        refusedWith("not_above_zero") { asked(0) }
        for (minor in listOf(-1L, LARGEST_AMOUNT + 1)) {
            assertEquals("amount", assertThrows(MuntwerkException.Invalid::class.java) { asked(minor) }.place)
        }
        RecordedFeeds.empty("m-1").use { wallet ->
            val asked = listOf(
                { wallet.askToBePaid(1) }, { wallet.amountToPay(asked(1)) }, { wallet.transferFor(asked(1)) },
            )
            for (ask in asked) assertEquals(WalletProblem.NothingSeen, RecordedFeeds.walletProblem { ask() })
        }
    }

    @Test
    fun `half a character is no text`() = RecordedFeeds.with("m-1") { wallet ->
        fun refusedWith(place: String, ask: () -> Unit) =
            assertEquals(place, assertThrows(MuntwerkException.Invalid::class.java) { ask() }.place)
        val bill = asked(25)
        val half = "\uD800"
        for (text in listOf(half, "\uDC00", bill + half, half + bill, bill.take(20) + half + bill.drop(20))) {
            refusedWith("payment_request") { readPaymentRequest(text) }
            refusedWith("payment_request") { amountAsked(text, RecordedFeeds.LEDGER, RecordedFeeds.design) }
            refusedWith("payment_request") { wallet.amountToPay(text) }
            refusedWith("payment_request") { wallet.transferFor(text) }
            refusedWith("key") { publicKey(text) }
            refusedWith("json") { wallet.turnedAway(newOrderId(), text) }
            for (figure in listOf(AskedFigure(text, "25"), AskedFigure("RABOTEXAMPL", text))) {
                val request = PaymentRequest(RecordedFeeds.LEDGER, "m-2", figure)
                refusedWith("payment_request") { writePaymentRequest(request, 25, RecordedFeeds.design) }
            }
        }
    }
}
