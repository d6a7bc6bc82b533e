package org.muntwerk

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode

/** Entries and closings in the words of the conformance vectors (`tests/vectors/README.md`), from typed objects. */
object VectorWords {
    private val nodes = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance

    /** An order id without its zeros in front, as a vector writes it. */
    fun short(id: OrderId): String = id.trimStart('0')

    fun standing(day: OfficeDay): String = when (day) {
        is OfficeDay.Open -> "open"
        is OfficeDay.Counted -> "counted"
        is OfficeDay.Settled -> "settled"
        is OfficeDay.Ended -> "ended"
    }

    fun claimWord(state: ClaimState): String = when (state) {
        is ClaimState.Filed -> "filed"
        is ClaimState.Rejected -> "rejected"
        is ClaimState.Approved -> "approved"
        is ClaimState.Paid -> "paid"
    }

    /** The word of a value in JSON. */
    fun word(value: Enum<*>): String = value.name.lowercase()

    fun list(vararg values: Any?): JsonNode = nodes.arrayNode().apply { values.forEach { add(json(it)) } }

    fun json(value: Any?): JsonNode = when (value) {
        null -> nodes.nullNode()
        is JsonNode -> value
        is Enum<*> -> nodes.textNode(word(value))
        is String, is java.time.LocalDate -> nodes.textNode(value.toString())
        is List<*> -> nodes.arrayNode().apply { value.forEach { add(json(it)) } }
        else -> number(value)
    }

    private fun ObjectNode.say(key: String, value: Any?) {
        set<JsonNode>(key, json(value))
    }

    private fun ObjectNode.add(key: String, value: JsonNode) {
        withArray(key).add(value)
    }

    private fun line(one: ClaimLine): JsonNode =
        list(one.units, one.gross, one.net, "${one.remainder.num}/${one.remainder.den}")

    private fun units(lots: List<Piece>): Long = lots.sumOf { it.amount }

    private fun noShow(missed: Missed): JsonNode = list(short(missed.reservation), missed.person, missed.kept)

    /** What an entry brings about, as `expect.entry` has it. */
    fun entry(booked: Entry, lots: Map<UInt, LotNow>): ObjectNode {
        val seen = nodes.objectNode()
        booked.legs.forEach { seen.withObject("/legs").say(it.account, it.amount) }
        booked.lots.forEach { issue ->
            val lot = lots.getValue(issue.lot)
            val kind = if (issue.new != null) word(lot.kind) else "grown"
            seen.add("lots", list(kind, issue.amount, lot.earnedOn, lot.endsOn))
        }
        booked.concerns?.let { seen.say("concerns", list(it.accounts, it.units)) }
        booked.notes.forEach { seen.withObject("/notes").say("${it.place} ${it.series} ${it.face}", it.by) }
        booked.euro.forEach { seen.withObject("/euro").say(it.place, it.cents) }
        booked.flags.forEach { seen.add("flags", json(it)) }
        booked.changes.forEach { change(it, seen) }
        return seen
    }

    private fun change(change: Change, seen: ObjectNode) {
        when (change) {
            is Change.PendingOpened -> seen.say("waits", list(change.v1.waitsFor, change.v1.until))
            is Change.PendingEnded -> seen.say("ended", list(short(change.order), change.end))
            is Change.Office -> when (val office = change.v1) {
                is OfficeChange.Day -> seen.say("office", list(office.office, standing(office.`is`)))
                is OfficeChange.Sent -> seen.say("sending", list("sent", short(office.v1.order)))
                is OfficeChange.Arrived -> seen.say("sending", list("arrived", short(office.v1.order)))
            }
            is Change.Reversed -> seen.say("reversed", change.amount)
            is Change.Reserved -> change.v1.let {
                seen.say("reserved", list(it.account, it.pieces, units(it.lots), it.keptUntil.day))
            }
            is Change.ReservationEnded -> seen.add("reservations", list(short(change.reservation.id), change.end))
            is Change.NoShow -> seen.add("missed", noShow(change.v1))
            is Change.PlaceOpened -> seen.say("waiting", list(change.v1.account, change.v1.pieces))
            is Change.PlaceEnded -> seen.add("places", list(short(change.place.id), change.end))
            is Change.PlaceCalled -> seen.add("called", list(short(change.place), change.account, change.until))
            is Change.PaidInEuro -> seen.withObject("/paid_in_euro").say(change.partner, change.amount)
            is Change.Accepted -> change.v1.let {
                seen.say("accepted", list(it.partner, it.units, it.rate.cents, it.rate.units, it.fee))
            }
            is Change.AcceptanceReduced -> seen.say("left", list(short(change.was.order), change.left))
            is Change.ClaimFiled -> seen.set<JsonNode>("filed", filed(change.v1))
            is Change.ClaimMoved ->
                seen.say("claim", list(short(change.claim), claimWord(change.was), claimWord(change.`is`)))
            is Change.ClaimLineChanged -> seen.set<JsonNode>("claim_line", claimLine(change))
            else -> Unit
        }
    }

    private fun filed(claim: Claim): ObjectNode = nodes.objectNode().apply {
        say("partner", claim.partner)
        say("invoice", claim.invoice)
        say("through", claim.through)
        say("lines", claim.lines.map(::line))
        claim.payBy?.let { say("pay_by", it) }
    }

    private fun claimLine(change: Change.ClaimLineChanged): ObjectNode = nodes.objectNode().apply {
        say("claim", short(change.claim))
        say("acceptance", short(change.acceptance))
        say("has", change.has)
        say("line", line(change.`is`))
        if (change.`is`.rejected != 0L) say("rejected", change.`is`.rejected)
        if (change.`is`.clawedCents != 0L) say("clawed", change.`is`.clawedCents)
    }

    /** What the records of a closing bring about, as `expect.closing` has it. */
    fun closing(records: List<Record>): ObjectNode {
        val seen = nodes.objectNode()
        for (booked in records.mapNotNull { it.entry }) {
            var lapsed: Pair<String, MutableList<Any?>>? = null
            for (change in booked.changes) {
                when (change) {
                    is Change.Lapsed -> {
                        lapsed = lapsed ?: Pair(change.account, mutableListOf())
                        lapsed.second.add(change.end)
                    }
                    is Change.NoticeGiven ->
                        seen.add("notices", list(change.account, change.end, change.notice.amount, change.notice.givenOn))
                    is Change.QuietWarned -> seen.add("warned", list(change.account, change.givenOn))
                    is Change.Account -> (change.v1 as? AccountChange.State)?.let { state ->
                        val legs = nodes.objectNode().apply { booked.legs.forEach { say(it.account, it.amount) } }
                        seen.add("states", list(state.account, state.`is`, legs))
                    }
                    is Change.EndsMoved ->
                        booked.concerns?.let { seen.say("extended", list(it.accounts, it.units)) }
                    is Change.ReservationEnded -> change.reservation.let {
                        seen.add("released", list(it.account, units(it.lots), short(it.id)))
                    }
                    is Change.NoShow -> seen.add("missed", noShow(change.v1))
                    is Change.PlaceEnded -> seen.add("places", list(short(change.place.id), change.end))
                    is Change.PlaceCalled -> seen.add("called", list(short(change.place), change.account, change.until))
                    is Change.PendingEnded ->
                        if (change.end == PendingEnd.EXPIRED) seen.add("expired", json(short(change.order)))
                    else -> Unit
                }
            }
            lapsed?.let { (account, ends) ->
                val units = booked.legs.firstOrNull { it.account == account }?.let { -it.amount } ?: 0
                val to = booked.legs.firstOrNull { it.account != account }?.account ?: ""
                seen.add("lapsed", list(account, units, json(ends), to))
            }
        }
        return seen
    }
}
