package org.muntwerk

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** The vectors of `tests/vectors/feeds`: what is taken in of a feed, and what is wrong with it. */
class FeedVectorsTest {
    private val file = JSON.readTree(File(ROOT, "tests/vectors/feeds/feeds.json"))

    private fun feed(name: String): ByteArray = file["feeds"][name].joinToString("") { piece ->
        val text = piece.textValue()
        if (text.startsWith("@")) file["pieces"][text.drop(1)].textValue() else text
    }.toByteArray()

    @TestFactory
    fun vectors(): List<DynamicTest> = file["vectors"].map { vector ->
        DynamicTest.dynamicTest(vector["name"].textValue()) { run(vector) }
    }

    @Test
    fun `there are vectors of every kind`() {
        val kinds = file["vectors"].flatMap { it["steps"] }.mapNotNull { it["outcome"]["problem"]?.get("kind")?.textValue() }
        assertEquals(FeedProblem::class.sealedSubclasses.size, kinds.toSet().size)
    }

    private fun run(vector: JsonNode) {
        var wallet = Wallet(vector["account"].textValue(), publicKey(vector["key"].textValue()))
        for (step in vector["steps"]) {
            if (step["anew"]?.booleanValue() == true) wallet = wallet.use { it.startedAnew() }
            val found = outcome(wallet, feed(step["feed"].textValue()))
            assertEquals(step["outcome"], JSON.readTree(found.toString()), step["feed"].textValue())
            assertEquals(step["proofs"].intValue(), wallet.standing().forks.size)
        }
        wallet.close()
    }

    private fun outcome(wallet: Wallet, feed: ByteArray): ObjectNode {
        val (saved, proofs) = wallet.save() to wallet.standing().forks
        val outcome = JSON.createObjectNode()
        try {
            outcome.set<ObjectNode>("applied", told(wallet, wallet.apply(feed)))
        } catch (refused: MuntwerkException.Feed) {
            val problem = refused.problem
            if (problem is FeedProblem.Fork) {
                assertEquals(butForProofs(saved), butForProofs(wallet.save()))
                assertEquals((proofs + problem.proof).distinct(), wallet.standing().forks)
            } else {
                assertTrue(wallet.save().contentEquals(saved), "the wallet is as it was")
            }
            outcome.set<ObjectNode>("problem", told(problem))
        }
        return outcome
    }

    /** The lines of a wallet's file, without the proofs and without the checksum over them. */
    private fun butForProofs(saved: ByteArray): List<String> =
        saved.decodeToString().lines().filterNot { it.startsWith("f") || it.startsWith("sha256:") }

    private fun told(wallet: Wallet, applied: Applied): ObjectNode {
        val balance = try {
            wallet.balances(applied.day).confirmed
        } catch (refused: MuntwerkException.Wallet) {
            assertEquals(WalletProblem.NotOpen(wallet.standing().account), refused.problem)
            null
        }
        return JSON.createObjectNode().put("new", applied.newSlices.toLong()).put("record", applied.record.toLong())
            .put("day", applied.day.toString()).put("balance", balance)
    }

    private fun told(problem: FeedProblem): ObjectNode = when (problem) {
        is FeedProblem.Unreadable -> told("unreadable", "line" to problem.line)
        is FeedProblem.NotMine -> told("not_mine").put("ledger", problem.ledger).put("account", problem.account)
        is FeedProblem.Signature -> told("signature")
        is FeedProblem.ServerBehind -> told(
            "server_behind",
            "server_slices" to problem.serverSlices, "server_record" to problem.serverRecord,
            "slices" to problem.slices, "record" to problem.record,
        )
        is FeedProblem.Gap -> told("gap", "since" to problem.since, "found" to problem.found)
        is FeedProblem.Link -> told("link", "slice" to problem.slice, "since" to problem.since)
        is FeedProblem.Slice -> told("slice", "slice" to problem.slice)
        is FeedProblem.Fork -> told("fork", "after" to problem.after)
    }

    private fun told(kind: String, vararg figures: Pair<String, ULong>): ObjectNode =
        figures.fold(JSON.createObjectNode().put("kind", kind)) { told, (name, figure) -> told.put(name, figure.toLong()) }
}
