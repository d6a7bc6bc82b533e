package org.muntwerk

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.muntwerk.RecordedFeeds.DAY

/** What a member sees, from the recorded feeds. The figures are those of `examples/data/wallet/README.md`. */
class WalletTest {
    private val later = LocalDate.of(2025, 6, 6)

    @Test
    fun `a feed fills the wallet, and twice is once`() = RecordedFeeds.empty("m-1").use { wallet ->
        assertEquals(WalletStanding("m-1", 0UL, null, null, null, emptyList()), wallet.standing())
        assertEquals(Applied(14UL, DAY, 19UL, emptyList()), wallet.apply(RecordedFeeds.feed("m-1")))
        val standing = WalletStanding("m-1", 14UL, RecordedFeeds.LEDGER, DAY, 19UL, emptyList())
        assertEquals(standing, wallet.standing())
        val saved = wallet.save()
        assertEquals(Applied(0UL, DAY, 19UL, emptyList()), wallet.apply(RecordedFeeds.feed("m-1")))
        // Only the end of it, as after a request since slice 9.
        val lines = RecordedFeeds.lines("m-1")
        val end = """{"v":1,"after":9}""" + "\n" + lines.drop(10).joinToString("")
        assertEquals(0UL, wallet.apply(end.toByteArray()).newSlices)
        assertEquals(standing, wallet.standing())
        assertTrue(wallet.save().contentEquals(saved))
        assertEquals("rabotter", wallet.design().unit.one.nl)
    }

    @Test
    fun `what each of the three has`() {
        for ((account, available, reserved) in listOf(Triple("m-1", 78L, 30L), Triple("m-2", 27L, 0L), Triple("m-3", 0L, 0L))) {
            RecordedFeeds.with(account) { wallet ->
                val balances = wallet.balances(DAY)
                assertEquals(listOf(available, reserved), listOf(balances.available, balances.reserved), account)
                assertEquals(listOf(available, 0L, 0L), listOf(balances.confirmed, balances.pending, balances.ended))
                assertEquals(DAY to 19UL, balances.day to balances.record)
                assertEquals(available, balances.lots.sumOf { it.amount })
            }
        }
    }

    @Test
    fun `what has lapsed by then is not available, though no feed said so`() = RecordedFeeds.with("m-1") { wallet ->
        val balances = wallet.balances(later)
        // 33 of the older units lapse, of which 30 had come back from the meal.
        assertEquals(listOf(78L, 3L, 75L, 0L), balances.run { listOf(confirmed, ended, available, reserved) })
        assertEquals(listOf(75L to LocalDate.of(2026, 5, 31)), balances.lots.map { it.amount to it.endsOn })
        assertEquals(DAY, wallet.standing().day)
        assertInstanceOf(WalletProblem.TooFarAhead::class.java, RecordedFeeds.walletProblem { wallet.balances(LocalDate.of(9000, 1, 1)) })
    }

    @Test
    fun `lots, notices and limits`() = RecordedFeeds.with("m-1") { wallet ->
        val old = LocalDate.of(2025, 5, 31)
        val lots = wallet.balances(DAY).lots
        assertEquals(listOf(3L to old, 75L to LocalDate.of(2026, 5, 31)), lots.map { it.amount to it.endsOn })
        val notices = wallet.notices(DAY)
        assertEquals(AccountState.ACTIVE, notices.state)
        val ending = notices.ending.first()
        // The 30 that are reserved are not on the account.
        assertEquals(Triple(old, "m-1", 3L), Triple(ending.end, ending.account, ending.amount))
        val told = assertInstanceOf(NoticeStanding.Given::class.java, ending.notice)
        assertTrue(told.toString().contains("2025-05-06"), "$told")
        val meal = notices.reserved.single()
        assertEquals(listOf("p-14", "buurtfeest", 30L, 250L), listOf(meal.partner, meal.reward, meal.units, meal.euro))
        assertEquals(LocalDate.of(2025, 5, 8), meal.until)
        val limits = wallet.limits(DAY)
        assertEquals(listOf("m-1", DAY, 78L, 78L, 78L), listOf(limits.account, limits.day, limits.balance, limits.pay.available, limits.give.available))
    }

    @Test
    fun `the catalogues say what can be had and what can be done`() {
        RecordedFeeds.with("m-1") { wallet ->
            val lines = wallet.catalogue("m-1", DAY)
            val wanted = listOf("buurtfeest" to 30L, "groentemand" to 55L, "kruidenier" to 10L, "soep" to 10L)
            assertEquals(wanted, lines.map { it.reward to it.units })
            assertTrue(lines.all { it.partner == "p-14" && it.affordable == Affordable.Yes })
            assertEquals(250L to "Repas à la fête de quartier", lines[0].euro to lines[0].names.fr)
            val activities = wallet.activities(DAY)
            val codes = listOf("bloembak", "buurtwerk", "compost", "gevelgroen", "groene-stroom")
            assertEquals(codes, activities.map { it.activity })
            assertEquals(listOf<Any>(25L, Measure.Minutes, listOf("p-01")), activities[1].run { listOf(units, measure, partners) })
            // Its partner was not approved.
            assertEquals(listOf<Any>(Measure.Quantity(10u, "kg"), emptyList<String>()), activities[2].run { listOf(measure, partners) })
        }
        RecordedFeeds.with("m-2") { wallet ->
            val meal = wallet.catalogue("m-2", DAY).first { it.reward == "buurtfeest" }
            val no = assertInstanceOf(Affordable.No::class.java, meal.affordable).refusal
            assertEquals(listOf("insufficient_balance", 30L, 27L), listOf(no.code, no.figures.asked, no.figures.available))
            assertEquals(Affordable.Yes, wallet.catalogue("m-2", DAY).first { it.reward == "soep" }.affordable)
        }
    }

    @Test
    fun `two offices without hours, and nobody gave a mandate`() = RecordedFeeds.with("m-1") { wallet ->
        val all = listOf(PointFunction.ADMINISTRATION, PointFunction.EXCHANGE, PointFunction.REDEMPTION)
        val offices = wallet.offices(DAY)
        assertEquals(listOf("cp-1" to all, "cp-2" to listOf(PointFunction.REDEMPTION)), offices.map { it.office to it.functions })
        assertTrue(offices.all { it.week.isEmpty() && it.today.isEmpty() && it.notes.isEmpty() })
        assertEquals(emptyList<Mandate>(), wallet.mandates(DAY))
    }

    @Test
    fun `the statement, page by page`() = RecordedFeeds.with("m-1") { wallet ->
        val whole = wallet.statementPage(null, 100u)
        val booked = listOf(19UL to -30L, 18UL to 5L, 14UL to -12L, 9UL to 75L, 8UL to 40L)
        assertEquals(booked, whole.map { it.record to it.amount })
        assertEquals(listOf(78L, 108L, 103L, 115L, 40L), whole.map { it.balance })
        assertEquals(listOf("m-2"), whole[1].counterparts)
        val pages = generateSequence(wallet.statementPage(null, 2u)) { page -> wallet.statementPage(page.last().record, 2u) }
            .takeWhile { it.isNotEmpty() }.toList()
        assertEquals(listOf(2, 2, 1), pages.map { it.size })
        assertEquals(whole, pages.flatten())
        assertEquals(emptyList<StatementLine>(), wallet.statementPage(0UL, 10u) + wallet.statementPage(null, 0u))
    }

    @Test
    fun `before the first feed there is nothing to say`() = RecordedFeeds.empty("m-1").use { wallet ->
        val asked = listOf(
            { wallet.balances(DAY) }, { wallet.limits(DAY) }, { wallet.catalogue("m-1", DAY) }, { wallet.activities(DAY) },
            { wallet.offices(DAY) }, { wallet.mandates(DAY) }, { wallet.notices(DAY) }, { wallet.statementPage(null, 1u) },
            { wallet.design() }, { wallet.preview(RecordedFeeds.gift(1), DAY) },
        )
        for (ask in asked) assertEquals(WalletProblem.NothingSeen, RecordedFeeds.walletProblem { ask() })
        assertEquals(0, wallet.outbox().size)
    }
}
