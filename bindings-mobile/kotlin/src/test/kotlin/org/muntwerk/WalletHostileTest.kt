package org.muntwerk

import java.util.Random
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.muntwerk.RecordedFeeds.DAY

/** Feeds and files that are not right, keys of others, and many threads: a typed error, and the wallet as it was. */
class WalletHostileTest {
    private fun fileProblem(bytes: ByteArray): WalletProblem.File =
        assertInstanceOf(WalletProblem.File::class.java, RecordedFeeds.walletProblem { Wallet.load(bytes).close() })

    private fun feed(lines: List<String>): ByteArray = lines.joinToString("").toByteArray()

    @Test
    fun `a file that was cut or changed is found out`() = RecordedFeeds.with("m-1") { wallet ->
        wallet.putInOutbox(RecordedFeeds.gift(3))
        val file = wallet.save()
        for (length in (0 until file.size step 101).toList() + (file.size - 80 until file.size).toList()) {
            assertTrue(fileProblem(file.copyOf(length)).reason.isNotEmpty())
        }
        val random = Random(5)
        repeat(200) {
            val changed = file.copyOf()
            val at = random.nextInt(file.size)
            changed[at] = (changed[at] + 1 + random.nextInt(255)).toByte()
            fileProblem(changed)
        }
        fileProblem(file + file)
        fileProblem(ByteArray(1_000_000).also(random::nextBytes))
        fileProblem(RecordedFeeds.feed("m-1"))
    }

    @Test
    fun `a feed with a changed byte is not taken in`() = RecordedFeeds.empty("m-2").use { wallet ->
        val (whole, random) = RecordedFeeds.feed("m-2") to Random(6)
        val kinds = HashSet<String>()
        repeat(400) { round ->
            val changed = whole.copyOf()
            // Every other one in the signed head, which is the last 400 bytes.
            val at = if (round % 2 == 0) random.nextInt(whole.size) else whole.size - 1 - random.nextInt(400)
            changed[at] = (changed[at] + 1 + random.nextInt(255)).toByte()
            kinds.add(RecordedFeeds.feedProblem { wallet.apply(changed) }::class.simpleName!!)
        }
        assertTrue(kinds.containsAll(listOf("Link", "Unreadable", "Signature")), "$kinds")
        assertTrue(listOf("Link", "Unreadable", "Signature", "NotMine").containsAll(kinds), "$kinds")
        assertEquals(0UL, wallet.standing().seen)
        assertEquals(10UL, wallet.apply(whole).newSlices)
    }

    @Test
    fun `an amount that was changed on the way breaks the links`() = RecordedFeeds.empty("m-1").use { wallet ->
        val lines = RecordedFeeds.lines("m-1")
        val richer = lines.map { it.replace("\"amount\":75", "\"amount\":76") }
        assertTrue(richer != lines)
        assertEquals(FeedProblem.Link(1UL, 0UL), RecordedFeeds.feedProblem { wallet.apply(feed(richer)) })
        wallet.apply(feed(lines))
        val saved = wallet.save()
        assertInstanceOf(FeedProblem.Link::class.java, RecordedFeeds.feedProblem { wallet.apply(feed(richer)) })
        assertTrue(wallet.save().contentEquals(saved))
    }

    @Test
    fun `slices that are missing are asked for`() = RecordedFeeds.empty("m-1").use { wallet ->
        val end = listOf("{\"v\":1,\"after\":2}\n") + RecordedFeeds.lines("m-1").drop(3)
        assertEquals(FeedProblem.Gap(0UL, 3UL), RecordedFeeds.feedProblem { wallet.apply(feed(end)) })
        // Missing, but nobody says so.
        val lines = RecordedFeeds.lines("m-1")
        assertInstanceOf(FeedProblem.Unreadable::class.java, RecordedFeeds.feedProblem { wallet.apply(feed(lines - lines[5])) })
        val moved = lines.toMutableList().apply { add(5, removeAt(6)) }
        assertInstanceOf(FeedProblem.Link::class.java, RecordedFeeds.feedProblem { wallet.apply(feed(moved)) })
        assertEquals(0UL, wallet.standing().seen)
    }

    @Test
    fun `the feed of another account or under another key is not believed`() {
        RecordedFeeds.empty("m-1").use { wallet ->
            val other = RecordedFeeds.feedProblem { wallet.apply(RecordedFeeds.feed("m-2")) }
            assertEquals(FeedProblem.NotMine(RecordedFeeds.LEDGER, "m-2"), other)
        }
        // The first key of RFC 8032, 7.1.
        val stranger = publicKey("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        Wallet("m-1", stranger).use { wallet ->
            assertEquals(FeedProblem.Signature, RecordedFeeds.feedProblem { wallet.apply(RecordedFeeds.feed("m-1")) })
            assertEquals(0UL, wallet.standing().seen)
        }
    }

    @Test
    fun `bytes that are no feed`() = RecordedFeeds.with("m-1") { wallet ->
        val (whole, random, saved) = Triple(RecordedFeeds.feed("m-1"), Random(8), wallet.save())
        val hostile = List(50) { ByteArray(random.nextInt(2000)).also(random::nextBytes) } +
            (0 until whole.size step 997).map { whole.copyOf(it) } +
            listOf("", "\n", "\n\n\n", "{}\n{}\n", "[".repeat(100_000) + "\n\n").map { it.toByteArray() } +
            listOf(ByteArray(20_000_000), ByteArray(5_000_000) { '\n'.code.toByte() })
        for (bytes in hostile) {
            val problem = RecordedFeeds.feedProblem { wallet.apply(bytes) }
            assertTrue(assertInstanceOf(FeedProblem.Unreadable::class.java, problem).line >= 1UL)
        }
        assertTrue(wallet.save().contentEquals(saved))
    }

    @Test
    fun `what is no key, no account and no order`() = RecordedFeeds.with("m-1") { wallet ->
        fun refusedWith(place: String, ask: () -> Unit) =
            assertEquals(place, assertThrows(MuntwerkException.Invalid::class.java) { ask() }.place)
        for (size in listOf(0, 31, 33, 100_000)) refusedWith("key") { Wallet("m-1", ByteArray(size)).close() }
        for (digits in listOf("", "zz", "0".repeat(63), "é".repeat(32))) refusedWith("key") { publicKey(digits) }
        refusedWith("id") { Wallet("M 1", RecordedFeeds.key()).close() }
        for (units in listOf(-1L, Long.MIN_VALUE, LARGEST_AMOUNT + 1)) {
            refusedWith("amount") { wallet.preview(RecordedFeeds.gift(units), DAY) }
            refusedWith("amount") { wallet.putInOutbox(RecordedFeeds.gift(units)) }
        }
        refusedWith("id") { wallet.catalogue("\u0000", DAY) }
        refusedWith("order_id") { wallet.answerTo("x") }
        assertEquals(emptyList<Order>(), wallet.outbox())
    }

    @Test
    fun `errors of wallets can be shown`() = RecordedFeeds.empty("m-1").use { wallet ->
        val errors = listOf(
            assertThrows(MuntwerkException.Feed::class.java) { wallet.apply(RecordedFeeds.feed("m-2")) },
            assertThrows(MuntwerkException.Wallet::class.java) { wallet.balances(DAY) },
        )
        for (error in errors) assertEquals(3, Language.entries.map(error::sentence).toSet().size)
    }

    @Test
    fun `a closed wallet says so`() {
        val wallet = RecordedFeeds.told("m-1")
        wallet.close()
        wallet.close()
        assertThrows(IllegalStateException::class.java) { wallet.balances(DAY) }
        assertThrows(IllegalStateException::class.java) { wallet.apply(RecordedFeeds.feed("m-1")) }
    }

    @Test
    fun `many threads on one wallet`() = RecordedFeeds.empty("m-1").use { wallet ->
        val (threads, each) = 8 to 10
        val start = CountDownLatch(1)
        val pool = Executors.newFixedThreadPool(threads)
        val done = List(threads) {
            pool.submit {
                start.await()
                wallet.apply(RecordedFeeds.feed("m-1"))
                repeat(each) {
                    wallet.putInOutbox(RecordedFeeds.gift(1))
                    val balances = wallet.balances(DAY)
                    assertEquals(balances.available, balances.confirmed + balances.pending)
                }
                Wallet.load(wallet.save()).close()
            }
        }
        start.countDown()
        done.forEach { it.get(120, TimeUnit.SECONDS) }
        pool.shutdown()
        assertEquals(threads * each, wallet.outbox().map { it.id }.toSet().size)
        // 80 gifts of one, and there are 78: the last two will be refused.
        assertEquals(listOf(78L, -78L, 0L), wallet.balances(DAY).run { listOf(confirmed, pending, available) })
    }
}
