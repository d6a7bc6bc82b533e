package org.muntwerk

import java.io.File
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test

/** How long books live, and who may use them at once. */
class LifetimeTest {
    private val status = File("/proc/self/status")

    /** What the whole process holds, the library's share of it too, in megabytes. */
    private fun resident(): Long =
        status.readLines().first { it.startsWith("VmRSS:") }.filter(Char::isDigit).toLong() / 1024

    private fun settled(): Long {
        repeat(5) {
            System.gc()
            Thread.sleep(100)
        }
        return resident()
    }

    @Test
    fun `ledgers that are closed leave nothing behind`() {
        assumeTrue(status.exists())
        fun many(times: Int) = repeat(times) { Scene.empty().use { it.books() } }
        many(200)
        val before = settled()
        many(1_500)
        val grown = settled() - before
        assertTrue(grown < 30, "1,500 closed ledgers left $grown MB")
    }

    @Test
    fun `ledgers that nobody closed are cleared away with their object`() {
        assumeTrue(status.exists())
        fun many(times: Int) = repeat(times) {
            Scene.empty().standing()
            // A cleaner's thread is not asked to hurry by memory that the JVM does not see.
            if (it % 200 == 199) System.gc()
        }
        // As many as are measured: what waits to be cleared at any moment is there before, too.
        many(1_500)
        val before = settled()
        many(1_500)
        val grown = settled() - before
        assertTrue(grown < 60, "1,500 forgotten ledgers left $grown MB")
    }

    @Test
    fun `records and errors leave nothing behind`() = Scene.with { ledger ->
        assumeTrue(status.exists())
        fun many(times: Int) = repeat(times) {
            ledger.books()
            assertThrows(MuntwerkException.Refused::class.java) { ledger.decide(Scene.pay(1_000_000)) }
            assertThrows(MuntwerkException.Invalid::class.java) { ledger.account("m".repeat(50_000)) }
        }
        many(300)
        val before = settled()
        many(3_000)
        val grown = settled() - before
        assertTrue(grown < 40, "9,000 answers left $grown MB")
    }

    @Test
    fun `closed twice is closed once`() {
        val ledger = Scene.empty()
        ledger.close()
        ledger.close()
        ledger.destroy()
    }

    @Test
    fun `a closed ledger says so`() {
        val ledger = Scene.empty()
        ledger.close()
        assertThrows(IllegalStateException::class.java) { ledger.standing() }
        assertThrows(IllegalStateException::class.java) { ledger.execute(Scene.pay(1)) }
    }

    @Test
    fun `closing while others look on`() {
        repeat(20) {
            val ledger = Scene.empty()
            val pool = Executors.newFixedThreadPool(4)
            val looking = List(4) {
                pool.submit(Callable {
                    var seen = 0
                    try {
                        while (true) {
                            ledger.standing()
                            seen += 1
                        }
                    } catch (closed: IllegalStateException) {
                        seen
                    }
                })
            }
            Thread.sleep(2)
            ledger.close()
            looking.forEach { it.get(20, TimeUnit.SECONDS) }
            pool.shutdown()
        }
    }

    @Test
    fun `many threads on one ledger`() = Scene.with { ledger ->
        val threads = 8
        val (booked, refused) = Pair(AtomicInteger(), AtomicInteger())
        val start = CountDownLatch(1)
        val pool = Executors.newFixedThreadPool(threads)
        val done = List(threads) { number ->
            pool.submit {
                start.await()
                repeat(50) { at ->
                    try {
                        ledger.execute(Scene.pay(1))
                        booked.incrementAndGet()
                    } catch (no: MuntwerkException.Refused) {
                        assertEquals("insufficient_balance", no.refusal.code)
                        refused.incrementAndGet()
                    }
                    if ((at + number) % 10 == 0) assertEquals(0, ledger.trialBalance().sum.signum())
                }
            }
        }
        start.countDown()
        done.forEach { it.get(60, TimeUnit.SECONDS) }
        pool.shutdown()
        // 75 units, one at a time: no more and no fewer than that, whoever came first.
        assertEquals(75 to threads * 50 - 75, booked.get() to refused.get())
        assertEquals(0L to 75L, ledger.account("m-0001").balance to ledger.account("m-0002").balance)
        Ledger.replay(ledger.journal(), newSecret()).use { assertEquals(ledger.books(), it.books()) }
    }
}
