package org.muntwerk

import java.io.File
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertThrows

/** The recorded feeds of `examples/data/wallet`: three members, told of until [DAY]. */
object RecordedFeeds {
    val DAY: LocalDate = LocalDate.of(2025, 5, 7)
    const val LEDGER = "rabot-example-1"
    private val folder = File(ROOT, "examples/data/wallet")
    private val instants = generateSequence(1_746_613_000_000) { it + 1 }.iterator()

    val design: String by lazy { folder.resolve("design.toml").readText() }

    fun key(): ByteArray = publicKey(folder.resolve("key.txt").readText().trim())

    fun feed(account: String): ByteArray = folder.resolve("$account.feed").readBytes()

    /** The lines of a feed, each with its newline: what comes first, the slices, the signed head. */
    fun lines(account: String): List<String> = feed(account).decodeToString().trimEnd('\n').split('\n').map { "$it\n" }

    /** A wallet that was told nothing yet. */
    fun empty(account: String): Wallet = Wallet(account, key())

    /** A wallet that was told everything. */
    fun told(account: String): Wallet = empty(account).also { it.apply(feed(account)) }

    /** Looks at [told], and closes it. */
    fun with(account: String, look: (Wallet) -> Unit) = told(account).use(look)

    fun gift(units: Long, from: String = "m-1", to: String = "m-2", id: OrderId = newOrderId()): Order =
        order(Ask.Gift(Gift(from, to, units)), from, id)

    fun order(ask: Ask, actor: String, id: OrderId = newOrderId(), role: String = "participant"): Order =
        Order(id, actor, role, synchronized(instants) { instants.next() }, DAY, DAY, ask)

    /** What a wallet says is wrong with a feed. */
    fun feedProblem(ask: () -> Unit): FeedProblem = assertThrows(MuntwerkException.Feed::class.java) { ask() }.problem

    /** What a wallet says that it cannot do. */
    fun walletProblem(ask: () -> Unit): WalletProblem = assertThrows(MuntwerkException.Wallet::class.java) { ask() }.problem
}
