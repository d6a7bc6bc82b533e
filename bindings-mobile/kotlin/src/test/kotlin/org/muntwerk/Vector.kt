package org.muntwerk

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import java.io.File
import java.time.LocalDate

/** The scene of a vector: its design, its ledger, and orders with what their envelope leaves out. */
class Vector(file: JsonNode, vector: JsonNode) : AutoCloseable {
    private val scene: ObjectNode = JSON.createObjectNode().apply {
        file["common"]?.let { setAll<JsonNode>(it.deepCopy<ObjectNode>()) }
        setAll<JsonNode>(vector.deepCopy<ObjectNode>())
    }
    private val parts = file["parts"]
    private var asked = 0
    val ledger: Ledger = Ledger.open(
        scene["ledger"].textValue(),
        design(scene["design"]),
        LocalDate.parse(scene["opened"].textValue()),
        newSecret(),
    )

    init {
        scene["partners"]?.forEach { prepare("s-001", "steering_group", """{"approve_partner": $it}""") }
        scene["accounts"]?.forEach {
            val (account, kind, holders) = if (it.isTextual) {
                Triple(it, "person", "[$it]")
            } else {
                Triple(it["household"], "household", it["holders"].toString())
            }
            val ask = """{"open_account": {"account": $account, "kind": "$kind", "holders": $holders}}"""
            prepare("s-010", "project_manager", ask)
        }
    }

    override fun close() = ledger.close()

    fun day(): LocalDate = ledger.standing().day

    private fun prepare(actor: String, role: String, ask: String) {
        ledger.execute(order(JSON.readTree("""{"actor": "$actor", "role": "$role", "ask": $ask}""")))
    }

    private fun design(source: JsonNode): String {
        source["file"]?.let { return File(ROOT, "core/designs/${it.textValue()}.toml").readText() }
        val lines = source["text"].flatMap { line ->
            val text = line.textValue()
            if (text.startsWith("@")) parts[text.drop(1)].map(JsonNode::textValue) else listOf(text)
        }
        return lines.joinToString("") { "$it\n" }
    }

    /** An order as an object, made from what a vector says; and read from what is written of it, it is the same. */
    fun order(said: JsonNode): Order {
        val full = complete(said)
        val order = Wire.order(full)
        val written = Wire.write("Order", order)
        // What a vector leaves out is written out; at the end all of it is compared with the engine's own lines.
        check(Wire.order(written) == order) { "written as $written, not $full" }
        return order
    }

    /** The order that closes a day just after midnight. There are thousands: they are not taken apart and put together. */
    fun closing(day: LocalDate): Order {
        asked += 1
        val ask = Ask.CloseDay(CloseDay(through = day, today = day.plusDays(1)))
        return Order(id(asked), "s-900", "system", FIRST_INSTANT + MINUTE * asked, day, day, ask)
    }

    private fun complete(said: JsonNode): ObjectNode {
        asked += 1
        val full = said.deepCopy<ObjectNode>()
        full.put("id", full["id"]?.textValue()?.padStart(32, '0') ?: id(asked))
        if (!full.has("role")) {
            val role = scene["roles"]?.get(full["actor"]?.textValue() ?: "")?.textValue() ?: "participant"
            full.put("role", role.substringBefore('@'))
            if ('@' in role && !full.has("contact_point")) full.put("contact_point", role.substringAfter('@'))
        }
        if (!full.has("instant")) full.put("instant", FIRST_INSTANT + MINUTE * asked)
        if (!full.has("booking_day")) full.put("booking_day", day().toString())
        if (!full.has("value_day")) full.set<JsonNode>("value_day", full["booking_day"])
        full["ask"]?.forEach { ask ->
            if (ask !is ObjectNode) return@forEach
            for (key in REFERS_TO) {
                ask[key]?.textValue()?.let { ask.put(key, it.padStart(32, '0')) }
            }
            (ask["lost"] as? ObjectNode)?.let { lost ->
                lost["sending"]?.textValue()?.let { lost.put("sending", it.padStart(32, '0')) }
            }
        }
        (full["ask"]?.get("amend_design") as? ObjectNode)?.let { it.put("design", design(it["design"])) }
        return full
    }

    private fun id(number: Int): OrderId = "1%016x".format(number).padStart(32, '0')

    private companion object {
        const val FIRST_INSTANT = 1_735_689_600_000L
        const val MINUTE = 60_000L
        val REFERS_TO = listOf("original", "pending", "sending", "reservation", "place", "claim", "acceptance")
    }
}
