import Foundation
import Muntwerk
import XCTest

/// What a member sees, from the recorded feeds. The figures are those of `examples/data/wallet/README.md`.
final class WalletTests: XCTestCase {
    private let day = RecordedFeeds.day
    private let later = Day(year: 2025, month: 6, day: 6)
    private let old = Day(year: 2025, month: 5, day: 31)

    func testAFeedFillsTheWalletAndTwiceIsOnce() throws {
        let wallet = try RecordedFeeds.empty("m-1")
        XCTAssertEqual(
            try wallet.standing(), WalletStanding(account: "m-1", seen: 0, ledger: nil, day: nil, record: nil, forks: []))
        let feed = try RecordedFeeds.feed("m-1")
        XCTAssertEqual(try wallet.apply(feed: feed), Applied(newSlices: 14, day: day, record: 19, answered: []))
        let standing = WalletStanding(account: "m-1", seen: 14, ledger: RecordedFeeds.ledger, day: day, record: 19, forks: [])
        XCTAssertEqual(try wallet.standing(), standing)
        let saved = try wallet.save()
        XCTAssertEqual(try wallet.apply(feed: feed), Applied(newSlices: 0, day: day, record: 19, answered: []))
        // Only the end of it, as after a request since slice 9.
        let end = try "{\"v\":1,\"after\":9}\n" + RecordedFeeds.lines("m-1").dropFirst(10).joined()
        XCTAssertEqual(try wallet.apply(feed: Data(end.utf8)).newSlices, 0)
        XCTAssertEqual(try wallet.standing(), standing)
        XCTAssertEqual(try wallet.save(), saved)
        XCTAssertEqual(try wallet.design().unit.one.nl, "rabotter")
    }

    func testWhatEachOfTheThreeHas() throws {
        for (account, available, reserved) in [("m-1", 78, 30), ("m-2", 27, 0), ("m-3", 0, 0)] as [(Id, Amount, Amount)] {
            let balances = try RecordedFeeds.told(account).balances(today: day)
            XCTAssertEqual([balances.available, balances.reserved], [available, reserved], account)
            XCTAssertEqual([balances.confirmed, balances.pending, balances.ended], [available, 0, 0], account)
            XCTAssertEqual(balances.day, day)
            XCTAssertEqual(balances.record, 19)
            XCTAssertEqual(balances.lots.reduce(0) { $0 + $1.amount }, available, account)
        }
    }

    func testWhatHasLapsedByThenIsNotAvailable() throws {
        let wallet = try RecordedFeeds.told("m-1")
        let balances = try wallet.balances(today: later)
        // 33 of the older units lapse, of which 30 had come back from the meal.
        XCTAssertEqual([balances.confirmed, balances.ended, balances.available, balances.reserved], [78, 3, 75, 0])
        XCTAssertEqual(balances.lots.map(\.amount), [75])
        XCTAssertEqual(balances.lots.first?.endsOn, Day(year: 2026, month: 5, day: 31))
        XCTAssertEqual(try wallet.standing().day, day)
        let far = walletProblem { _ = try wallet.balances(today: Day(year: 9000, month: 1, day: 1)) }
        guard case .tooFarAhead(let today, let ledger, _) = far else { return XCTFail("\(far as Any)") }
        XCTAssertEqual([today, ledger], [Day(year: 9000, month: 1, day: 1), day])
    }

    func testLotsNoticesAndLimits() throws {
        let wallet = try RecordedFeeds.told("m-1")
        let lots = try wallet.balances(today: day).lots
        XCTAssertEqual(lots.map(\.amount), [3, 75])
        XCTAssertEqual(lots.map(\.endsOn), [old, Day(year: 2026, month: 5, day: 31)])
        let notices = try wallet.notices(today: day)
        XCTAssertEqual(notices.state, .active)
        let ending = try XCTUnwrap(notices.ending.first)
        XCTAssertEqual(ending.end, old)
        XCTAssertEqual(ending.amount, 3, "the 30 that are reserved are not on the account")
        guard case .given = ending.notice else { return XCTFail("\(ending.notice)") }
        let meal = try XCTUnwrap(notices.reserved.first)
        XCTAssertEqual(notices.reserved.count, 1)
        XCTAssertEqual([meal.partner, meal.reward], ["p-14", "buurtfeest"])
        XCTAssertEqual([meal.units, meal.euro], [30, 250])
        XCTAssertEqual(meal.until, Day(year: 2025, month: 5, day: 8))
        let limits = try wallet.limits(today: day)
        XCTAssertEqual(limits.account, "m-1")
        XCTAssertEqual([limits.balance, limits.pay.available, limits.give.available], [78, 78, 78])
    }

    func testTheCataloguesSayWhatCanBeHadAndDone() throws {
        let wallet = try RecordedFeeds.told("m-1")
        let lines = try wallet.catalogue(holder: "m-1", today: day)
        XCTAssertEqual(lines.map(\.reward), ["buurtfeest", "groentemand", "kruidenier", "soep"])
        XCTAssertEqual(lines.map(\.units), [30, 55, 10, 10])
        XCTAssertTrue(lines.allSatisfy { $0.partner == "p-14" && $0.affordable == .yes })
        XCTAssertEqual(lines[0].euro, 250)
        XCTAssertEqual(lines[0].names[.fr], "Repas à la fête de quartier")
        let activities = try wallet.activities(today: day)
        XCTAssertEqual(activities.map(\.activity), ["bloembak", "buurtwerk", "compost", "gevelgroen", "groene-stroom"])
        XCTAssertEqual(activities[1].units, 25)
        XCTAssertEqual(activities[1].measure, .minutes)
        XCTAssertEqual(activities[1].partners, ["p-01"])
        XCTAssertEqual(activities[2].measure, .quantity(quantity: 10, of: "kg"))
        XCTAssertEqual(activities[2].partners, [], "its partner was not approved")

        let poorer = try RecordedFeeds.told("m-2").catalogue(holder: "m-2", today: day)
        guard case .no(let refusal) = poorer[0].affordable else { return XCTFail("\(poorer[0])") }
        XCTAssertEqual(refusal.code, "insufficient_balance")
        XCTAssertEqual([refusal.figures.asked, refusal.figures.available], [30, 27])
        XCTAssertEqual(poorer[3].affordable, .yes)
    }

    func testTwoOfficesWithoutHoursAndNobodyGaveAMandate() throws {
        let wallet = try RecordedFeeds.told("m-1")
        let offices = try wallet.offices(today: day)
        XCTAssertEqual(offices.map(\.office), ["cp-1", "cp-2"])
        XCTAssertEqual(offices.map(\.functions), [[.administration, .exchange, .redemption], [.redemption]])
        XCTAssertTrue(offices.allSatisfy { $0.week.isEmpty && $0.today.isEmpty && $0.notes.isEmpty })
        XCTAssertEqual(try wallet.mandates(today: day), [])
    }

    func testTheStatementPageByPage() throws {
        let wallet = try RecordedFeeds.told("m-1")
        let whole = try wallet.statementPage(before: nil, most: 100)
        XCTAssertEqual(whole.map(\.record), [19, 18, 14, 9, 8])
        XCTAssertEqual(whole.map(\.amount), [-30, 5, -12, 75, 40])
        XCTAssertEqual(whole.map(\.balance), [78, 108, 103, 115, 40])
        XCTAssertEqual(whole[1].counterparts, ["m-2"])
        var pages = [try wallet.statementPage(before: nil, most: 2)]
        while let last = pages.last?.last { pages.append(try wallet.statementPage(before: last.record, most: 2)) }
        XCTAssertEqual(pages.map(\.count), [2, 2, 1, 0])
        XCTAssertEqual(pages.flatMap { $0 }, whole)
        XCTAssertEqual(try wallet.statementPage(before: 0, most: 10) + wallet.statementPage(before: nil, most: 0), [])
    }

    func testBeforeTheFirstFeedThereIsNothingToSay() throws {
        let (wallet, day) = (try RecordedFeeds.empty("m-1"), day)
        let asked: [() throws -> Void] = [
            { _ = try wallet.balances(today: day) }, { _ = try wallet.limits(today: day) },
            { _ = try wallet.catalogue(holder: "m-1", today: day) }, { _ = try wallet.activities(today: day) },
            { _ = try wallet.offices(today: day) }, { _ = try wallet.mandates(today: day) },
            { _ = try wallet.notices(today: day) }, { _ = try wallet.statementPage(before: nil, most: 1) },
            { _ = try wallet.design() }, { _ = try wallet.preview(order: RecordedFeeds.gift(1), today: day) },
        ]
        for ask in asked { XCTAssertEqual(walletProblem(ask), .nothingSeen) }
        XCTAssertEqual(try wallet.outbox(), [])
    }
}
