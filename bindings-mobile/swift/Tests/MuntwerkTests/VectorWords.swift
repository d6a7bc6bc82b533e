import Foundation
import Muntwerk

/// Entries and closings in the words of the conformance vectors (`tests/vectors/README.md`), from typed objects.

/// The id of an order without its zeros in front, as a vector writes it.
func short(_ order: OrderId) -> String {
    String(order.drop { $0 == "0" })
}

func short(_ order: OrderId) -> JSON { .text(short(order)) }

/// How an office stands.
func standing(_ day: OfficeDay) -> String {
    switch day {
    case .open: "open"
    case .counted: "counted"
    case .settled: "settled"
    case .ended: "ended"
    }
}

/// How a claim stands.
func standing(_ state: ClaimState) -> String {
    switch state {
    case .filed: "filed"
    case .rejected: "rejected"
    case .approved: "approved"
    case .paid: "paid"
    }
}

private func line(_ one: ClaimLine) -> JSON {
    [one.units.json, one.gross.json, one.net.json, .text("\(one.remainder.num)/\(one.remainder.den)")]
}

private func units(_ pieces: [Piece]) -> JSON {
    .number(pieces.reduce(0) { $0 + $1.amount })
}

private func legs(_ booked: Entry) -> JSON {
    .object(Dictionary(uniqueKeysWithValues: booked.legs.map { ($0.account, $0.amount.json) }))
}

private func noShow(_ missed: Missed) -> JSON {
    [short(missed.reservation), .text(missed.person), missed.kept.json]
}

/// What an entry brings about, as `expect.entry` has it.
func words(of booked: Entry, lots: [UInt32: LotNow]) -> JSON {
    var seen = Seen()
    if !booked.legs.isEmpty { seen.put("legs", legs(booked)) }
    for issue in booked.lots {
        let lot = lots[issue.lot]
        let kind = issue.new == nil ? "grown" : lot?.kind.json ?? nil
        seen.add("lots", [kind, issue.amount.json, lot?.earnedOn.json ?? nil, lot?.endsOn.json ?? nil])
    }
    if let concerns = booked.concerns { seen.put("concerns", [concerns.accounts.json, concerns.units.json]) }
    for leg in booked.notes { seen.put("notes", "\(leg.place) \(leg.series) \(leg.face)", leg.by.json) }
    for leg in booked.euro { seen.put("euro", leg.place, leg.cents.json) }
    for flag in booked.flags { seen.add("flags", flag.json) }
    for change in booked.changes { seen.put(change) }
    return seen.json
}

/// What the records of a closing bring about, as `expect.closing` has it.
func words(ofClosing booked: [Entry]) -> JSON {
    var seen = Seen()
    for entry in booked {
        var lapsed: (account: Id, ends: [JSON])?
        for change in entry.changes {
            if case .lapsed(let account, let end) = change {
                lapsed = (lapsed?.account ?? account, (lapsed?.ends ?? []) + [end.json])
            } else {
                seen.putClosing(change, in: entry)
            }
        }
        if let (account, ends) = lapsed {
            let units = entry.legs.first { $0.account == account }.map { -$0.amount } ?? 0
            let to = entry.legs.first { $0.account != account }?.account ?? ""
            seen.add("lapsed", [.text(account), .number(units), .list(ends), .text(to)])
        }
    }
    return seen.json
}

/// What is seen so far.
private struct Seen {
    var json: JSON = [:]

    mutating func put(_ key: String, _ value: JSON) { json[key] = value }

    /// Under a key within a key.
    mutating func put(_ key: String, _ inner: String, _ value: JSON) {
        var inside = json[key] ?? [:]
        inside[inner] = value
        json[key] = inside
    }

    mutating func add(_ key: String, _ value: JSON) {
        json[key] = .list((json[key]?.list ?? []) + [value])
    }

    mutating func put(_ change: Change) {
        switch change {
        case .pendingOpened(let pending): put("waits", [pending.waitsFor.json, pending.until.json])
        case .pendingEnded(let order, let end, _): put("ended", [short(order), end.json])
        case .office(.day(let office, _, let now)): put("office", [.text(office), .text(standing(now))])
        case .office(.sent(let sending)): put("sending", ["sent", short(sending.order)])
        case .office(.arrived(let sending)): put("sending", ["arrived", short(sending.order)])
        case .reversed(_, let amount, _): put("reversed", amount.json)
        case .reserved(let one):
            put("reserved", [.text(one.account), one.pieces.json, units(one.lots), one.keptUntil.day.json])
        case .reservationEnded(let one, let end): add("reservations", [short(one.id), end.json])
        case .noShow(let missed): add("missed", noShow(missed))
        case .placeOpened(let place): put("waiting", [.text(place.account), place.pieces.json])
        case .placeEnded(let place, let end): add("places", [short(place.id), end.json])
        case .placeCalled(let place, let account, let until): add("called", [short(place), .text(account), until.json])
        case .paidInEuro(let partner, let amount): put("paid_in_euro", partner, amount.json)
        case .accepted(let one):
            put(
                "accepted",
                [.text(one.partner), one.units.json, one.rate.cents.json, one.rate.units.json, one.fee.json])
        case .acceptanceReduced(let was, let left): put("left", [short(was.order), left.json])
        case .claimFiled(let claim): put(filed: claim)
        case .claimMoved(let claim, let was, let now):
            put("claim", [short(claim), .text(standing(was)), .text(standing(now))])
        case .claimLineChanged(let claim, let acceptance, _, let has, _, let now):
            put("claim_line", "claim", short(claim))
            put("claim_line", "acceptance", short(acceptance))
            put("claim_line", "has", has.json)
            put("claim_line", "line", line(now))
            if now.rejected != 0 { put("claim_line", "rejected", now.rejected.json) }
            if now.clawedCents != 0 { put("claim_line", "clawed", now.clawedCents.json) }
        default: break
        }
    }

    private mutating func put(filed claim: Claim) {
        put("filed", "partner", .text(claim.partner))
        put("filed", "invoice", .text(claim.invoice))
        put("filed", "through", claim.through.json)
        put("filed", "lines", .list(claim.lines.map(line)))
        if let payBy = claim.payBy { put("filed", "pay_by", payBy.json) }
    }

    mutating func putClosing(_ change: Change, in entry: Entry) {
        switch change {
        case .noticeGiven(let account, let end, let notice):
            add("notices", [.text(account), end.json, notice.amount.json, notice.givenOn.json])
        case .quietWarned(let account, let givenOn): add("warned", [.text(account), givenOn.json])
        case .account(.state(let account, _, _, let now)): add("states", [.text(account), now.json, legs(entry)])
        case .endsMoved:
            if let concerns = entry.concerns { put("extended", [concerns.accounts.json, concerns.units.json]) }
        case .reservationEnded(let one, _): add("released", [.text(one.account), units(one.lots), short(one.id)])
        case .pendingEnded(let order, .expired, _): add("expired", short(order))
        case .noShow, .placeEnded, .placeCalled: put(change)
        default: break
        }
    }
}
