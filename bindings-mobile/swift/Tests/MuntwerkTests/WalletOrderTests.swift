import Foundation
import Muntwerk
import XCTest

/// Orders on a phone: what they will come to, what waits to be sent, and what was answered.
final class WalletOrderTests: XCTestCase {
    private let day = RecordedFeeds.day

    func testAGiftThatWillBeBookedWithItsEffect() throws {
        let wallet = try RecordedFeeds.told("m-1")
        let saved = try wallet.save()
        let preview = try wallet.preview(order: RecordedFeeds.gift(10), today: day)
        XCTAssertEqual(preview.day, day)
        XCTAssertEqual(preview.record, 19)
        XCTAssertEqual(preview.assumed, [.otherAccount(account: "m-2")])
        guard case .booked(let effect) = preview.expected else { return XCTFail("\(preview.expected)") }
        XCTAssertEqual([effect.amount, effect.balance, effect.drawn, effect.setAside, effect.euro], [-10, 68, 0, 0, 0])
        // What ends first goes first.
        XCTAssertEqual(effect.lots.map(\.lot), try wallet.balances(today: day).lots.map(\.lot))
        XCTAssertEqual(effect.lots.map(\.amount), [-3, -7])
        XCTAssertEqual(try wallet.save(), saved, "a preview keeps nothing")
    }

    func testAGiftThatWillBeRefusedWithASentenceInThreeLanguages() throws {
        let wallet = try RecordedFeeds.told("m-1")
        let preview = try wallet.preview(order: RecordedFeeds.gift(79), today: day)
        guard case .refused(let refusal) = preview.expected else { return XCTFail("\(preview.expected)") }
        XCTAssertEqual([refusal.code, refusal.rule], ["insufficient_balance", "limits.floor"])
        XCTAssertNil(refusal.number)
        XCTAssertEqual([refusal.figures.asked, refusal.figures.available], [79, 78])
        let sentences = [Language.nl, .fr, .en].map { refusal.sentences[$0] }
        XCTAssertEqual(Set(sentences).count, 3)
        for sentence in sentences {
            XCTAssertTrue(sentence.contains("79 rabotters") && sentence.contains("78 rabotters"), sentence)
        }
    }

    func testAnAwardIsForTheServerToDecide() throws {
        let award = Award(partner: "p-01", to: "m-1", activity: "bloembak", measured: 1)
        let order = RecordedFeeds.order(.award(award), "s-050", role: "issuing_partner")
        XCTAssertEqual(try RecordedFeeds.told("m-1").preview(order: order, today: day).expected, .onlyServer)
    }

    func testWhatIsInTheOutboxCountsAtOnce() throws {
        let wallet = try RecordedFeeds.told("m-1")
        let gift = RecordedFeeds.gift(50)
        try wallet.putInOutbox(order: gift)
        try wallet.putInOutbox(order: gift)
        XCTAssertEqual(try wallet.outbox(), [gift])
        let balances = try wallet.balances(today: day)
        XCTAssertEqual([balances.confirmed, balances.pending, balances.available], [78, -50, 28])
        let meal = try wallet.catalogue(holder: "m-1", today: day)[0]
        guard case .no = meal.affordable else { return XCTFail("\(meal)") }
        let next = try wallet.preview(order: RecordedFeeds.gift(29), today: day)
        guard case .refused = next.expected else { return XCTFail("\(next)") }
        let texts = try wallet.outboxJson()
        XCTAssertEqual(texts.count, 1)
        let json = try JSON(parsing: texts[0])
        XCTAssertEqual(try Order(json: json), gift)
        XCTAssertEqual(json.written, gift.json.written)
        XCTAssertEqual(
            walletProblem { try wallet.putInOutbox(order: RecordedFeeds.gift(49, id: gift.id)) }, .idConflict(order: gift.id))
        XCTAssertNil(try wallet.answerTo(order: gift.id))
    }

    func testWhatIsInTheOutboxIsKept() throws {
        let wallet = try RecordedFeeds.told("m-1")
        for units: Amount in 10...12 { try wallet.putInOutbox(order: RecordedFeeds.gift(units)) }
        let loaded = try Wallet.load(bytes: wallet.save())
        XCTAssertEqual(try loaded.standing(), try wallet.standing())
        XCTAssertEqual(try loaded.outbox(), try wallet.outbox())
        XCTAssertEqual(try loaded.balances(today: day), try wallet.balances(today: day))
        XCTAssertEqual(try loaded.statementPage(before: nil, most: 9), try wallet.statementPage(before: nil, most: 9))
        XCTAssertEqual(try loaded.save(), try wallet.save())
        let anew = try wallet.startedAnew()
        XCTAssertEqual(try anew.standing().seen, 0)
        XCTAssertEqual(try anew.outbox(), try wallet.outbox())
        XCTAssertEqual(try anew.apply(feed: RecordedFeeds.feed("m-1")).newSlices, 14)
        XCTAssertEqual(try anew.balances(today: day), try wallet.balances(today: day))
    }

    func testAnOrderThatTheFeedRefusesLeavesTheOutbox() throws {
        let wallet = try RecordedFeeds.empty("m-3")
        let ask = Ask.gift(Gift(from: "m-3", to: "m-1", amount: 5))
        let gift = RecordedFeeds.order(ask, "m-3", id: Town.orderId(14), instant: 1_746_611_880_000)
        try wallet.putInOutbox(order: gift)
        let answered = try wallet.apply(feed: RecordedFeeds.feed("m-3")).answered
        XCTAssertEqual(answered.map(\.order), [gift.id])
        guard case .refused(let refusal) = answered.first?.outcome else { return XCTFail("\(answered)") }
        XCTAssertEqual(refusal.code, "insufficient_balance")
        XCTAssertEqual(refusal.number, 17)
        XCTAssertEqual(try wallet.answerTo(order: gift.id), answered.first?.outcome)
        XCTAssertEqual(try wallet.outbox(), [])
        XCTAssertEqual(walletProblem { try wallet.putInOutbox(order: gift) }, .alreadyAnswered(order: gift.id))
    }

    func testAnOrderThatTheFeedBooksLeavesTheOutbox() throws {
        let wallet = try RecordedFeeds.empty("m-2")
        let ask = Ask.transfer(Transfer(from: "m-2", to: "m-1", pay: .amount(5)))
        let order = RecordedFeeds.order(ask, "m-2", id: Town.orderId(15), instant: 1_746_611_940_000)
        try wallet.putInOutbox(order: order)
        let booked = Answered(order: order.id, outcome: .booked(record: 18))
        XCTAssertEqual(try wallet.apply(feed: RecordedFeeds.feed("m-2")).answered, [booked])
        XCTAssertEqual(try wallet.outbox(), [])
        XCTAssertEqual(try wallet.balances(today: day).available, 27)
    }

    func testAnOrderThatIsTurnedAwayWithoutATraceLeavesTheOutbox() throws {
        let wallet = try RecordedFeeds.told("m-1")
        let gifts = (3...5).map { RecordedFeeds.gift($0) }
        for gift in gifts { try wallet.putInOutbox(order: gift) }
        // As the development server tells it.
        let conflict = #"{"code":"id_conflict","rule":"ledger.ids","figures":{"count":9},"sentences":{},"number":null}"#
        let answered = try XCTUnwrap(wallet.turnedAway(order: gifts[0].id, refusal: conflict))
        XCTAssertEqual(answered.order, gifts[0].id)
        guard case .refused(let refusal) = answered.outcome else { return XCTFail("\(answered)") }
        XCTAssertEqual([refusal.code, refusal.rule], ["id_conflict", "ledger.ids"])
        XCTAssertEqual(refusal.figures.count, 9)
        XCTAssertNil(refusal.number)
        XCTAssertEqual(refusal.sentences.en, "This order id belongs to another ask, recorded as number 9.")
        let stale = try wallet.turnedAway(order: gifts[1].id, refusal: #"{"code":"stale","figures":{"count":12}}"#)
        guard case .refused(let late) = stale?.outcome else { return XCTFail("\(stale as Any)") }
        XCTAssertEqual(late.sentences.nl, "Deze boeking is beslist op nummer 12, maar het grootboek is verder.")
        XCTAssertEqual(try wallet.outbox(), [gifts[2]])
        XCTAssertEqual(try wallet.balances(today: RecordedFeeds.day).pending, -5)
        // No feed tells of it, and what is out of the outbox is not turned away twice.
        XCTAssertNil(try wallet.answerTo(order: gifts[0].id))
        XCTAssertNil(try wallet.turnedAway(order: gifts[0].id, refusal: conflict))
    }

    func testAnOrderWhoseRefusalIsRecordedWaitsForTheFeed() throws {
        let (wallet, gift) = (try RecordedFeeds.told("m-1"), RecordedFeeds.gift(3))
        try wallet.putInOutbox(order: gift)
        let saved = try wallet.save()
        let recorded = #"{"code":"insufficient_balance","figures":{"asked":3}}"#
        XCTAssertNil(try wallet.turnedAway(order: gift.id, refusal: recorded))
        XCTAssertEqual(try wallet.outbox(), [gift])
        XCTAssertEqual(try wallet.save(), saved)
    }

    func testWhatTurnsNoOrderAway() throws {
        let (wallet, empty) = (try RecordedFeeds.told("m-1"), try RecordedFeeds.empty("m-1"))
        let texts =
            ["", "null", "[]", "{}", #""stale""#]
            + [#"{"code":"no_such_code"}"#, #"{"code":"stale","figures":7}"#, #"["stale",{}]"#]
        for text in texts {
            let place = invalidPlace { _ = try wallet.turnedAway(order: newOrderId(), refusal: text) }
            XCTAssertEqual(place, "refusal", text)
        }
        let early = walletProblem { _ = try empty.turnedAway(order: newOrderId(), refusal: #"{"code":"stale"}"#) }
        XCTAssertEqual(early, .nothingSeen)
    }
}
