package org.muntwerk

import com.fasterxml.jackson.databind.node.ObjectNode
import com.sun.jna.Library
import com.sun.jna.Native
import java.io.File
import java.time.LocalDate

/** The clocks inside a library that was built for the bench. */
private interface CoreClock : Library {
    fun muntwerk_bench_decide(times: Int): Long
    fun muntwerk_bench_batch(orders: Int, times: Int): Long
    fun muntwerk_bench_statement(times: Int): Long
    fun muntwerk_bench_wallet_files(slices: Int): Long
    fun muntwerk_bench_open(times: Int): Long
    fun muntwerk_bench_apply(times: Int): Long
    fun muntwerk_bench_preview(times: Int): Long
    fun muntwerk_bench_balances(times: Int): Long
    fun muntwerk_bench_statement_page(times: Int): Long
}

/** What is measured: from Kotlin and inside the core, in nanoseconds. */
private class Figure(val name: String, val kotlin: Long, val core: Long)

private fun payment(number: Long): Order {
    val (from, to) = if (number % 2 == 0L) "m-0001" to "m-0002" else "m-0002" to "m-0001"
    return Scene.pay(1, from, to).copy(id = "%032x".format(number))
}

/** The median of some runs of what is done so many times, per time. */
private fun median(times: Int, work: (Int) -> Unit): Long {
    val runs = List(7) {
        val start = System.nanoTime()
        repeat(times, work)
        (System.nanoTime() - start) / times
    }
    return runs.sorted()[3]
}

private fun inTheLedger(core: CoreClock): List<Figure> = Scene.earned().use { ledger ->
    val (orders, first) = Pair(1_000, 1_000_000_000L)
    val decided = payment(1_000_000)
    median(2_000) { ledger.decide(decided) }
    median(500) { ledger.statement("m-0001") }
    val decide = Figure("decide", median(2_000) { ledger.decide(decided) }, core.muntwerk_bench_decide(100_000))
    val statement = Figure("statement", median(1_000) { ledger.statement("m-0001") }, core.muntwerk_bench_statement(10_000))
    // Every batch has ids of its own: the first ones warm up, the least of the rest counts, here as in the core.
    val batches = List(30) { turn -> List(orders) { at -> payment((turn + 1) * first + at) } }
    val taken = batches.map { batch -> once { ledger.executeAll(batch) } }
    val batch = Figure("execute_all_1000", taken.drop(15).min(), core.muntwerk_bench_batch(orders, 15))
    // To and fro, each with an id of its own; in the core it is a batch of one.
    var number = 99_000_000_000
    val execute = Figure("execute", median(1_000) { ledger.execute(payment(number++)) }, core.muntwerk_bench_batch(1, 1_000))
    listOf(decide, execute, statement, batch)
}

/** A wallet of ten thousand slices: opened, shown a thousand more, asked. The library has written the files. */
private fun inTheWallet(core: CoreClock, files: File): List<Figure> {
    check(core.muntwerk_bench_wallet_files(10_000) == 1L) { "no files of the bench in $files" }
    val (saved, before, feed) = listOf("bench.wallet", "bench.before", "bench.feed").map { files.resolve(it).readBytes() }
    val opening = List(5) { once { Wallet.load(saved).close() } }.min()
    val taking = List(30) { Wallet.load(before).use { wallet -> once { wallet.apply(feed) } } }.min()
    return Wallet.load(saved).use { wallet ->
        val order = payment(1_000_000)
        val today = order.bookingDay
        fun screen(name: String, times: Int, core: Long, work: () -> Unit): Figure {
            median(times) { work() }
            return Figure(name, median(times) { work() }, core)
        }
        listOf(
            Figure("wallet_open_10000", opening, core.muntwerk_bench_open(5)),
            Figure("wallet_apply_1000", taking, core.muntwerk_bench_apply(30)),
            screen("wallet_preview", 500, core.muntwerk_bench_preview(1_000)) { wallet.preview(order, today) },
            screen("wallet_balances", 500, core.muntwerk_bench_balances(1_000)) { wallet.balances(today) },
            screen("wallet_statement_page", 20, core.muntwerk_bench_statement_page(20)) { wallet.statementPage(null, 20u) },
        )
    }
}

private fun once(work: () -> Unit): Long {
    val start = System.nanoTime()
    work()
    return System.nanoTime() - start
}

/** Measures calls from Kotlin beside the core's own time, and adds them to `target/bench/mobile.json`. */
fun main() {
    val library = File(System.getProperty("jna.library.path"), System.mapLibraryName("muntwerk_mobile"))
    val core = Native.load("muntwerk_mobile", CoreClock::class.java)
    val files = File(System.getenv("MUNTWERK_BENCH_FILES") ?: error("MUNTWERK_BENCH_FILES says where the bench may write"))
    val figures = inTheLedger(core) + inTheWallet(core, files)
    val out = File(ROOT, "target/bench/mobile.json")
    val all = (if (out.exists()) JSON.readTree(out) as ObjectNode else JSON.createObjectNode())
    all.put("library_bytes", library.length())
    val kotlin = all.putObject("kotlin")
    for (figure in figures) {
        check(figure.core > 0 && figure.kotlin > 0) { "${figure.name} was not measured" }
        val one = kotlin.putObject(figure.name)
        one.put("kotlin_ns", figure.kotlin)
        one.put("core_ns", figure.core)
        one.put("above_core_ns", figure.kotlin - figure.core)
        println("%-18s %9.1f us from Kotlin, %9.1f us in the core".format(figure.name, figure.kotlin / 1e3, figure.core / 1e3))
    }
    out.parentFile.mkdirs()
    JSON.writerWithDefaultPrettyPrinter().writeValue(out, all)
    println("library: %,d bytes".format(library.length()))
}
