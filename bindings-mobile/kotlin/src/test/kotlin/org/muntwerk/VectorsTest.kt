package org.muntwerk

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import java.io.File
import java.math.BigInteger
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.fail

/** The conformance vectors: typed objects into the library, typed results out, written as JSON and compared. */
class VectorsTest {
    private fun files() = File(ROOT, "tests/vectors").listFiles { file -> file.extension == "json" }!!.sorted()

    @Test
    fun `there are vectors`() = assertTrue(files().size > 40)

    @TestFactory
    fun vectors(): List<DynamicTest> = files().flatMap { path ->
        val file = JSON.readTree(path)
        file["vectors"].map { vector ->
            DynamicTest.dynamicTest("${path.nameWithoutExtension}: ${vector["name"].textValue()}") {
                Vector(file, vector).use { Running(it).run(vector) }
            }
        }
    }
}

/** A vector at some step. */
private class Running(private val vector: Vector) {
    private val ledger = vector.ledger
    private val firstAnswers = HashMap<OrderId, ULong?>()

    fun run(said: JsonNode) {
        said["steps"].forEachIndexed { at, step ->
            try {
                step(step)
                sound()
            } catch (wrong: Throwable) {
                throw AssertionError("step ${at + 1} (${step["note"]?.textValue() ?: ""}): ${wrong.message}", wrong)
            }
        }
        end(said)
    }

    private fun step(step: JsonNode) {
        val expect = step["expect"] ?: JSON.createObjectNode()
        when {
            step.has("order") && expect.has("unreadable") -> unreadable(step["order"])
            step.has("order") -> ask(vector.order(step["order"]), expect)
            step.has("batch") -> batch(step["batch"].map(vector::order), expect)
            step.has("close") -> close(LocalDate.parse(step["close"].textValue()), expect["closing"])
            else -> check(step["check"])
        }
    }

    /** What no object can be made of is refused here, the rest by the library: by its own exception. */
    private fun unreadable(order: JsonNode) {
        val before = state()
        val made = try {
            vector.order(order)
        } catch (bad: Unreadable) {
            return
        }
        val decided = assertThrows(MuntwerkException::class.java) { ledger.decide(made) }
        assertTrue(decided is MuntwerkException.Invalid || decided is MuntwerkException.Design, "$decided")
        assertEquals(before, state())
    }

    /** What must never change when nothing is booked. */
    private fun state(): Pair<BooksNow, WaitingLines> = Pair(ledger.books(), ledger.waitingLines())

    private fun records(): ULong = ledger.standing().records

    private fun ask(order: Order, expect: JsonNode) {
        val (before, recordsBefore) = Pair(state(), records())
        val preview = answer { ledger.decide(order) }
        val answer = answer { ledger.execute(order) }
        val (number, repeated) = when (answer) {
            is Said.Yes -> Pair(answer.value.number, answer.value.repeated)
            is Said.No -> Pair(answer.refusal.number, answer.refusal.repeated)
        }
        assertEquals(expect["repeated"]?.booleanValue() ?: false, repeated)
        if (repeated) assertEquals(firstAnswers.getValue(order.id), number) else number?.let { firstAnswers[order.id] = it }
        if (expect.has("refusal")) {
            val refusal = (answer as? Said.No)?.refusal ?: fail("booked: $answer")
            assertEquals(before, state())
            val unrecorded = expect["unrecorded"]?.booleanValue() ?: false
            if (!repeated && refusal.code != "id_conflict") {
                val foreseen = (preview as Said.No).refusal
                assertEquals(foreseen.copy(number = number), refusal)
                assertEquals(if (unrecorded) 0UL else 1UL, records() - recordsBefore)
            }
            assertEquals(unrecorded, number == null)
            refusal(refusal, expect["refusal"])
            return
        }
        val receipt = (answer as? Said.Yes)?.value ?: fail("refused: ${(answer as Said.No).refusal}")
        if (repeated) {
            assertEquals(before, state())
        } else if (order.ask is Ask.CloseDay) {
            told(expect["closing"], VectorWords.closing(ledger.records(recordsBefore.toULong(), UInt.MAX_VALUE)))
        } else {
            val booked = ledger.record(receipt.number).entry ?: fail("no entry")
            assertEquals((preview as Said.Yes).value, booked)
            if (expect.has("entry")) {
                told(expect["entry"], VectorWords.entry(booked, ledger.books().lots.associateBy { it.lot }))
            } else {
                assertTrue(expect["booked"].booleanValue())
            }
        }
    }

    private fun refusal(refusal: Refusal, expected: JsonNode) {
        assertEquals(expected["code"].textValue(), refusal.code)
        json(expected["figures"] ?: JSON.createObjectNode(), Wire.write("Figures", refusal.figures))
        expected["sentence"]?.properties()?.forEach { (lang, sentence) ->
            val language = Language.valueOf(lang.uppercase())
            assertEquals(sentence.textValue(), refusal.sentences.text(language))
            assertEquals(sentence.textValue(), MuntwerkException.Refused(refusal).displayText(language))
        }
    }

    private fun batch(orders: List<Order>, expect: JsonNode) {
        val before = Pair(state(), records())
        if (!expect.has("refusal")) {
            assertEquals(orders.size, ledger.executeAll(orders).size)
            return
        }
        val refused = assertThrows(MuntwerkException.BatchRefused::class.java) { ledger.executeAll(orders) }
        assertEquals(expect["refused_index"].longValue().toULong(), refused.index)
        assertEquals(before, Pair(state(), records()))
        refusal(refused.refusal, expect["refusal"])
    }

    private fun close(through: LocalDate, expected: JsonNode?) {
        val before = records()
        val first = vector.day()
        generateSequence(first) { it.plusDays(1) }.takeWhile { it <= through }.forEach { ledger.execute(vector.closing(it)) }
        told(expected, VectorWords.closing(ledger.records(before, UInt.MAX_VALUE)))
    }

    private fun check(check: JsonNode) {
        val books = ledger.books()
        val accounts = books.accounts.associateBy { it.id }
        check.each("balances") { account, balance -> json(balance, accounts.getValue(account).balance) }
        check.each("lots") { account, lots ->
            json(lots, accounts.getValue(account).lots.map { VectorWords.list(it.earnedOn, it.endsOn, it.amount) })
        }
        val notes = books.notes.associate { "${it.place} ${it.series} ${it.face}" to it.pieces }
        check.each("notes") { kind, count -> json(count, notes[kind] ?: 0) }
        val euro = books.euro.associate { it.place to it.cents }
        check.each("euro") { place, cents -> json(cents, euro[place] ?: 0) }
        val offices = books.offices.associate { it.office to VectorWords.standing(it.day) }
        check.each("offices") { office, stands -> json(stands, offices[office] ?: "never opened") }
        check.each("technical") { account, debt -> json(debt, accounts.getValue(account).technicalDebt) }
        check.each("states") { account, state -> json(state, accounts.getValue(account).state) }
        check.each("stock") { reward, partners ->
            partners.properties().forEach { (partner, pieces) ->
                json(pieces, books.stock.find { it.reward == reward && it.partner == partner }?.pieces ?: 0)
            }
        }
        check["sendings"]?.let { json(it, books.sendings.map { one -> VectorWords.short(one.order) }) }
        check["reservations"]?.let { json(it, books.reservations.map { one -> VectorWords.short(one.id) }) }
        val waiting = ledger.waitingLines().places
        check.each("lines") { reward, partners ->
            partners.properties().forEach { (partner, places) ->
                val line = waiting.filter { it.reward == reward && it.partner == partner }
                json(places, line.map { VectorWords.list(VectorWords.short(it.place), it.calledUntil) })
            }
        }
        check["pending"]?.let { json(it, books.pending.map { one -> VectorWords.short(one.order.id) }) }
        check["open"]?.let { open ->
            val seen = JSON.createObjectNode()
            books.acceptances.forEach { seen.set<JsonNode>(VectorWords.short(it.order), number(it.units)) }
            json(open, seen)
        }
        val claims = books.claims.associate { VectorWords.short(it.id) to VectorWords.claimWord(it.state) }
        check.each("claims") { claim, stands -> json(stands, claims[claim] ?: "unknown") }
        check["day"]?.let { json(it, vector.day()) }
    }

    /** What holds after every step. */
    private fun sound() {
        val books = ledger.books()
        val heldOf = HashMap<UInt, Long>()
        for (account in books.accounts) {
            val held = account.lots.sumOf { it.amount }
            if (account.lots.isNotEmpty() || account.drawn != 0L) {
                assertEquals(account.balance, held - account.drawn)
                assertTrue(held == 0L || account.drawn == 0L)
            }
            account.lots.forEach { heldOf.merge(it.lot, it.amount, Long::plus) }
        }
        assertEquals(0L, books.accounts.sumOf { it.balance })
        assertEquals(0L, books.euro.sumOf { it.cents })
        assertEquals(BigInteger.ZERO, ledger.trialBalance().sum)
        for (lot in books.lots) {
            assertTrue((heldOf[lot.lot] ?: 0) == lot.outstanding && lot.outstanding <= lot.issued)
            assertEquals(lot.kind == OriginKind.RENEWED, lot.parent != null)
        }
    }

    private fun end(said: JsonNode) {
        check(said["then"] ?: JSON.createObjectNode())
        val expected = said["balances"]
        val seen = JSON.createObjectNode()
        ledger.books().accounts.filter { it.balance != 0L || expected.has(it.id) }.forEach { seen.set<JsonNode>(it.id, number(it.balance)) }
        json(expected, seen)
        val journal = ledger.journal()
        Ledger.replay(journal, newSecret()).use { replayed ->
            assertEquals(state(), Pair(replayed.books(), replayed.waitingLines()))
            assertTrue(journal.contentEquals(replayed.journal()))
        }
        writtenAsStored(journal)
    }

    /** The JSON that Kotlin writes of every record is what stands in the journal. */
    private fun writtenAsStored(journal: ByteArray) {
        val stored = String(journal).trimEnd('\n').split('\n')
        val records = ledger.records(0UL, UInt.MAX_VALUE)
        assertEquals(stored.size, records.size)
        records.zip(stored).forEach { (record, line) ->
            val body = body(JSON.readTree(line)) ?: fail("no body in $line")
            record.opening?.let { json(body["opening"], Wire.write("Opening", it)) }
            val part = body["booked"] ?: body["refused"] ?: return@forEach
            json(part["order"], Wire.write("Order", record.order!!))
            record.entry?.let { entry ->
                json((part["entry"].deepCopy<ObjectNode>()).set("number", number(record.number)), Wire.write("Entry", entry))
            }
            record.refusal?.let { refusal ->
                assertEquals(part["refusal"]["code"].textValue(), refusal.code)
                json(part["refusal"]["figures"] ?: JSON.createObjectNode(), Wire.write("Figures", refusal.figures))
            }
        }
    }

    private fun body(line: JsonNode): JsonNode? =
        if (listOf("opening", "booked", "refused").any(line::has)) line else line.firstNotNullOfOrNull(::body)

    private fun JsonNode.each(key: String, look: (String, JsonNode) -> Unit) {
        this[key]?.properties()?.forEach { (name, value) -> look(name, value) }
    }

    private fun json(expected: JsonNode, seen: Any?) {
        val written = VectorWords.json(seen)
        assertEquals(expected, written)
    }

    /** Without what says that there is nothing of the kind. */
    private fun told(expected: JsonNode?, seen: JsonNode) {
        val said = JSON.createObjectNode()
        expected?.properties()?.forEach { (key, value) ->
            val nothing = value.isNull || (value.isContainerNode && value.isEmpty) || (value.isNumber && value.intValue() == 0)
            if (!nothing) said.set<JsonNode>(key, value)
        }
        json(said, seen)
    }
}

/** What the library said. */
private sealed interface Said<out T> {
    data class Yes<T>(val value: T) : Said<T>
    data class No(val refusal: Refusal) : Said<Nothing>
}

private fun <T> answer(ask: () -> T): Said<T> = try {
    Said.Yes(ask())
} catch (refused: MuntwerkException.Refused) {
    Said.No(refused.refusal)
}
