package org.muntwerk

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.muntwerk.RecordedFeeds.DAY

/** Orders on a phone: what they will come to, what waits to be sent, and what was answered. */
class WalletOrdersTest {
    @Test
    fun `a gift that will be booked, with its effect`() = RecordedFeeds.with("m-1") { wallet ->
        val saved = wallet.save()
        val preview = wallet.preview(RecordedFeeds.gift(10), DAY)
        assertEquals(DAY to 19UL, preview.day to preview.record)
        assertEquals(listOf(Assumed.OtherAccount("m-2")), preview.assumed)
        val effect = assertInstanceOf(Expected.Booked::class.java, preview.expected).effect
        assertEquals(listOf(-10L, 68L, 0L, 0L, 0L), effect.run { listOf(amount, balance, drawn, setAside, euro) })
        // What ends first goes first.
        val lots = wallet.balances(DAY).lots
        assertEquals(listOf(lots[0].lot to -3L, lots[1].lot to -7L), effect.lots.map { it.lot to it.amount })
        assertTrue(wallet.save().contentEquals(saved), "a preview keeps nothing")
    }

    @Test
    fun `a gift that will be refused, with a sentence in three languages`() = RecordedFeeds.with("m-1") { wallet ->
        val preview = wallet.preview(RecordedFeeds.gift(79), DAY)
        val refusal = assertInstanceOf(Expected.Refused::class.java, preview.expected).refusal
        assertEquals(Triple("insufficient_balance", "limits.floor", null), Triple(refusal.code, refusal.rule, refusal.number))
        assertEquals(79L to 78L, refusal.figures.asked to refusal.figures.available)
        val sentences = Language.entries.map { refusal.sentences.text(it) }
        assertEquals(3, sentences.toSet().size)
        for (sentence in sentences) assertTrue("79 rabotters" in sentence && "78 rabotters" in sentence, sentence)
    }

    @Test
    fun `an award is for the server to decide`() = RecordedFeeds.with("m-1") { wallet ->
        val award = RecordedFeeds.order(Ask.Award(Award("p-01", "m-1", "bloembak", 1u)), "s-050", role = "issuing_partner")
        assertEquals(Expected.OnlyServer, wallet.preview(award, DAY).expected)
    }

    @Test
    fun `what is in the outbox counts at once`() = RecordedFeeds.with("m-1") { wallet ->
        val gift = RecordedFeeds.gift(50)
        wallet.putInOutbox(gift)
        wallet.putInOutbox(gift)
        assertEquals(listOf(gift), wallet.outbox())
        val balances = wallet.balances(DAY)
        assertEquals(listOf(78L, -50L, 28L), balances.run { listOf(confirmed, pending, available) })
        val meal = wallet.catalogue("m-1", DAY).first { it.reward == "buurtfeest" }
        assertInstanceOf(Affordable.No::class.java, meal.affordable)
        assertInstanceOf(Expected.Refused::class.java, wallet.preview(RecordedFeeds.gift(29), DAY).expected)
        val json = JSON.readTree(wallet.outboxJson().single())
        assertEquals(gift, Wire.order(json))
        assertEquals(json, JSON.readTree(Wire.write("Order", gift).toString()))
        val other = RecordedFeeds.gift(49, id = gift.id)
        assertEquals(WalletProblem.IdConflict(gift.id), RecordedFeeds.walletProblem { wallet.putInOutbox(other) })
        assertEquals(null, wallet.answerTo(gift.id))
    }

    @Test
    fun `what is in the outbox is kept`() = RecordedFeeds.with("m-1") { wallet ->
        repeat(3) { wallet.putInOutbox(RecordedFeeds.gift(10L + it)) }
        Wallet.load(wallet.save()).use { loaded ->
            assertEquals(wallet.standing(), loaded.standing())
            assertEquals(wallet.outbox(), loaded.outbox())
            assertEquals(wallet.balances(DAY), loaded.balances(DAY))
            assertEquals(wallet.statementPage(null, 9u), loaded.statementPage(null, 9u))
            assertTrue(wallet.save().contentEquals(loaded.save()))
        }
        wallet.startedAnew().use { anew ->
            assertEquals(0UL to wallet.outbox(), anew.standing().seen to anew.outbox())
            assertEquals(14UL, anew.apply(RecordedFeeds.feed("m-1")).newSlices)
            assertEquals(wallet.balances(DAY), anew.balances(DAY))
        }
    }

    @Test
    fun `an order that the feed refuses leaves the outbox`() = RecordedFeeds.empty("m-3").use { wallet ->
        val day = DAY
        val gift = Order("e".padStart(32, '0'), "m-3", "participant", 1_746_611_880_000, day, day, Ask.Gift(Gift("m-3", "m-1", 5)))
        wallet.putInOutbox(gift)
        val answered = wallet.apply(RecordedFeeds.feed("m-3")).answered.single()
        assertEquals(gift.id, answered.order)
        val refusal = assertInstanceOf(OrderOutcome.Refused::class.java, answered.outcome).refusal
        assertEquals("insufficient_balance" to 17UL, refusal.code to refusal.number)
        assertEquals(answered.outcome, wallet.answerTo(gift.id))
        assertEquals(emptyList<Order>(), wallet.outbox())
        assertEquals(WalletProblem.AlreadyAnswered(gift.id), RecordedFeeds.walletProblem { wallet.putInOutbox(gift) })
    }

    @Test
    fun `an order that the feed books leaves the outbox`() = RecordedFeeds.empty("m-2").use { wallet ->
        val pay = Ask.Transfer(Transfer("m-2", "m-1", Pay.Amount(5)))
        val order = Order("f".padStart(32, '0'), "m-2", "participant", 1_746_611_940_000, DAY, DAY, pay)
        wallet.putInOutbox(order)
        val booked = Answered(order.id, OrderOutcome.Booked(18UL))
        assertEquals(listOf(booked), wallet.apply(RecordedFeeds.feed("m-2")).answered)
        assertEquals(emptyList<Order>() to 27L, wallet.outbox() to wallet.balances(DAY).available)
    }

    @Test
    fun `an order that is turned away without a trace leaves the outbox`() = RecordedFeeds.with("m-1") { wallet ->
        val gifts = List(3) { RecordedFeeds.gift(3L + it) }
        gifts.forEach(wallet::putInOutbox)
        // As the development server tells it.
        val conflict = """{"code":"id_conflict","rule":"ledger.ids","figures":{"count":9},"sentences":{},"number":null}"""
        val answered = wallet.turnedAway(gifts[0].id, conflict)!!
        assertEquals(gifts[0].id, answered.order)
        val refusal = assertInstanceOf(OrderOutcome.Refused::class.java, answered.outcome).refusal
        assertEquals(listOf("id_conflict", "ledger.ids", 9L, null), refusal.run { listOf(code, rule, figures.count, number) })
        assertEquals("This order id belongs to another ask, recorded as number 9.", refusal.sentences.en)
        val stale = wallet.turnedAway(gifts[1].id, """{"code":"stale","figures":{"count":12}}""")!!.outcome
        val sentence = assertInstanceOf(OrderOutcome.Refused::class.java, stale).refusal.sentences.nl
        assertEquals("Deze boeking is beslist op nummer 12, maar het grootboek is verder.", sentence)
        assertEquals(gifts.drop(2) to -5L, wallet.outbox() to wallet.balances(DAY).pending)
        // No feed tells of it, and what is out of the outbox is not turned away twice.
        assertEquals(null, wallet.answerTo(gifts[0].id))
        assertEquals(null, wallet.turnedAway(gifts[0].id, conflict))
    }

    @Test
    fun `an order whose refusal is recorded waits for the feed`() = RecordedFeeds.with("m-1") { wallet ->
        val gift = RecordedFeeds.gift(3)
        wallet.putInOutbox(gift)
        val saved = wallet.save()
        assertEquals(null, wallet.turnedAway(gift.id, """{"code":"insufficient_balance","figures":{"asked":3}}"""))
        assertEquals(listOf(gift), wallet.outbox())
        assertTrue(wallet.save().contentEquals(saved))
    }

    @Test
    fun `what turns no order away`() {
        val id = newOrderId()
        RecordedFeeds.with("m-1") { wallet ->
            val noRefusals = listOf("", "null", "[]", "{}", "\"stale\"") +
                listOf("""{"code":"no_such_code"}""", """{"code":"stale","figures":7}""", """["stale",{}]""")
            for (text in noRefusals) {
                val invalid = assertThrows(MuntwerkException.Invalid::class.java) { wallet.turnedAway(id, text) }
                assertEquals("refusal" to text, invalid.place to invalid.given)
            }
        }
        RecordedFeeds.empty("m-1").use { wallet ->
            val problem = RecordedFeeds.walletProblem { wallet.turnedAway(id, """{"code":"stale"}""") }
            assertEquals(WalletProblem.NothingSeen, problem)
        }
    }
}
