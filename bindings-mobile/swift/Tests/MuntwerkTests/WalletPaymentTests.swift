import Foundation
import Muntwerk
import XCTest

/// One member shows a code, another pays it.
final class WalletPaymentTests: XCTestCase {
    private func asked(_ amount: Amount?, _ reference: Id? = nil, until: Day? = nil) throws -> String {
        try RecordedFeeds.told("m-2").askToBePaid(amount: amount, reference: reference, until: until)
    }

    func testABillIsAskedReadAndPaid() throws {
        let (wallet, until) = (try RecordedFeeds.told("m-1"), Day(year: 2025, month: 6, day: 1))
        let bill = try asked(25, "r-7", until: until)
        let figure = AskedFigure(unit: "RABOTEXAMPL", figure: "25")
        let said = PaymentRequest(
            ledger: RecordedFeeds.ledger, payee: "m-2", amount: figure, reference: "r-7", until: until)
        XCTAssertEqual(try readPaymentRequest(text: bill), said)
        XCTAssertEqual(try wallet.amountToPay(text: bill), 25)
        let transfer = Transfer(from: "m-1", to: "m-2", pay: .amount(25))
        XCTAssertEqual(try wallet.transferFor(text: bill), transfer)
        XCTAssertEqual(try wallet.transferFor(text: bill, filledIn: 25), transfer)
        let preview = try wallet.preview(order: RecordedFeeds.order(.transfer(transfer), "m-1"), today: RecordedFeeds.day)
        guard case .booked(let effect) = preview.expected else { return XCTFail("\(preview)") }
        XCTAssertEqual(effect.balance, 53)
        XCTAssertEqual(refusedRequest { _ = try wallet.transferFor(text: bill, filledIn: 26) }?.code, "other_amount")
    }

    func testACardLeavesTheAmountToWhoPays() throws {
        let (wallet, card) = (try RecordedFeeds.told("m-1"), try RecordedFeeds.told("m-2").askToBePaid())
        XCTAssertEqual(try readPaymentRequest(text: card), PaymentRequest(ledger: RecordedFeeds.ledger, payee: "m-2"))
        XCTAssertNil(try wallet.amountToPay(text: card))
        let transfer = Transfer(from: "m-1", to: "m-2", pay: .amount(3))
        XCTAssertEqual(try wallet.transferFor(text: card, filledIn: 3), transfer)
        XCTAssertEqual(refusedRequest { _ = try wallet.transferFor(text: card) }?.code, "open_amount")
        XCTAssertEqual(refusedRequest { _ = try wallet.transferFor(text: card, filledIn: 0) }?.code, "not_above_zero")
    }

    func testARequestForAnotherCurrencyIsNotPaid() throws {
        let (wallet, bill) = (try RecordedFeeds.told("m-1"), try asked(25))
        let elsewhere = try writePaymentRequest(
            request: PaymentRequest(ledger: "rabot-2", payee: "m-2"), amount: 25, design: RecordedFeeds.design())
        XCTAssertEqual(refusedRequest { _ = try wallet.amountToPay(text: elsewhere) }?.code, "other_ledger")
        XCTAssertEqual(refusedRequest { _ = try wallet.transferFor(text: elsewhere, filledIn: 25) }?.code, "other_ledger")
        let otherUnit = try writePaymentRequest(
            request: PaymentRequest(ledger: RecordedFeeds.ledger, payee: "m-2"), amount: 25,
            design: Repository.design("torekes"))
        XCTAssertEqual(refusedRequest { _ = try wallet.amountToPay(text: otherUnit) }?.code, "other_unit")
        let damaged = bill.replacingOccurrences(of: ":25", with: ":52")
        XCTAssertEqual(refusedRequest { _ = try wallet.amountToPay(text: damaged) }?.code, "damaged")
    }

    func testWhatCannotBeAsked() throws {
        XCTAssertEqual(refusedRequest { _ = try asked(0) }?.code, "not_above_zero")
        for minor: Amount in [-1, 9_007_199_254_740_992] { XCTAssertEqual(invalidPlace { _ = try asked(minor) }, "amount") }
        let (empty, bill) = (try RecordedFeeds.empty("m-1"), try asked(1))
        XCTAssertEqual(walletProblem { _ = try empty.askToBePaid(amount: 1) }, .nothingSeen)
        XCTAssertEqual(walletProblem { _ = try empty.amountToPay(text: bill) }, .nothingSeen)
        XCTAssertEqual(walletProblem { _ = try empty.transferFor(text: bill) }, .nothingSeen)
    }
}
