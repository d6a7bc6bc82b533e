import Foundation
import Muntwerk
import XCTest

/// Payment requests: the vectors of `tests/vectors/payment`, and damage of every kind.
final class PaymentRequestTests: XCTestCase {
    private func vectors(_ kind: String) throws -> [JSON] {
        let file = try JSON(parsing: Repository.text("tests/vectors/payment/requests.json"))
        return try XCTUnwrap(file[kind]?.list)
    }

    func testWhatIsAccepted() throws {
        let accepted = try vectors("accepted")
        XCTAssertGreaterThan(accepted.count, 10)
        for vector in accepted {
            let name = try XCTUnwrap(vector["name"]?.text)
            let (text, canonical) = (try XCTUnwrap(vector["text"]?.text), try XCTUnwrap(vector["canonical"]?.text))
            let request = try readPaymentRequest(text: text)
            XCTAssertEqual(request.vectorFields, vector["fields"], name)
            XCTAssertEqual(try readPaymentRequest(text: canonical), request, name)
            for expected in try XCTUnwrap(vector["resolved"]?.list) {
                try resolved(text, canonical, expected, name)
            }
        }
    }

    private func resolved(_ text: String, _ canonical: String, _ expected: JSON, _ name: String) throws {
        let ledger = try XCTUnwrap(expected["ledger"]?.text)
        let design = try Repository.design(XCTUnwrap(expected["design"]?.text))
        if let code = expected["code"]?.text {
            let error = refusedRequest { _ = try amountAsked(text: text, ledger: ledger, design: design) }
            XCTAssertEqual([error?.code, error?.part], [code, expected["part"]?.text], name)
            return
        }
        let minor = try XCTUnwrap(expected["minor"]).number
        XCTAssertEqual(try amountAsked(text: text, ledger: ledger, design: design), minor, name)
        let written = try writePaymentRequest(request: readPaymentRequest(text: text), amount: minor, design: design)
        XCTAssertEqual(written, canonical, name)
    }

    func testWhatIsRefused() throws {
        let refused = try vectors("refused")
        XCTAssertGreaterThan(refused.count, 50)
        for vector in refused {
            let name = try XCTUnwrap(vector["name"]?.text)
            let text = try XCTUnwrap(vector["text"]?.text)
            let error = refusedRequest { _ = try readPaymentRequest(text: text) }
            XCTAssertEqual([error?.code, error?.part], [vector["code"]?.text, vector["part"]?.text], name)
            XCTAssertEqual(error?.at, vector["at"]?.number.map(UInt64.init), name)
        }
    }

    func testNoDamageMakesAnotherPayment() throws {
        for vector in try vectors("accepted") {
            let text = Array(try XCTUnwrap(vector["text"]?.text))
            func isRefused(_ letters: [Character]) {
                XCTAssertNotNil(refusedRequest { _ = try readPaymentRequest(text: String(letters)) }, String(letters))
            }
            for at in text.indices {
                isRefused(Array(text[..<at]))
                isRefused(Array(text[..<at] + text[(at + 1)...]))
                isRefused(Array(text[...at] + text[at...]))
                for letter in "0 9z&é" where letter != text[at] {
                    isRefused(Array(text[..<at] + [letter] + text[(at + 1)...]))
                }
            }
        }
    }

    func testTextsThatAreNoRequests() {
        let long = "payto://muntwerk/" + String(repeating: "a/", count: 1_000_000)
        for text in ["\0", "payto://", String(repeating: "x", count: 10_000_000), long, "🦀", "\u{202e}"] {
            let error = refusedRequest { _ = try readPaymentRequest(text: text) }
            XCTAssertNotNil(error)
            XCTAssertNil(error?.part)
        }
    }

    func testWhatCannotBeAsked() throws {
        let rabot = try Repository.design("rabot-example")
        func written(
            _ amount: Amount, payee: Id = "m-41", until: Day? = nil, category: Code? = nil
        ) throws {
            let request = PaymentRequest(ledger: "rabot-1", payee: payee, until: until, category: category)
            _ = try writePaymentRequest(request: request, amount: amount, design: rabot)
        }
        try written(5)
        XCTAssertEqual(refusedRequest { try written(0) }?.code, "not_above_zero")
        let pot = refusedRequest { try written(5, payee: "system:pot") }
        XCTAssertEqual([pot?.code, pot?.part], ["chart_account", "payee"])
        XCTAssertNil(pot?.at)
        for minor: Amount in [-1, 9_007_199_254_740_992] { XCTAssertEqual(invalidPlace { try written(minor) }, "amount") }
        XCTAssertEqual(invalidPlace { try written(5, payee: "jan") }, "id")
        XCTAssertEqual(invalidPlace { try written(5, category: "a:b") }, "code")
        XCTAssertEqual(invalidPlace { try written(5, until: Day(year: 99_999, month: 1, day: 1)) }, "day")
    }
}

extension PaymentRequest {
    /// As the vectors write it.
    fileprivate var vectorFields: JSON {
        func text(_ one: String?) -> JSON { one.map(JSON.text) ?? .null }
        return .object([
            "ledger": .text(ledger), "payee": .text(payee), "unit": text(amount?.unit), "figure": text(amount?.figure),
            "reference": text(reference), "until": text(until?.civilDayText), "offer": text(offer), "category": text(category),
        ])
    }
}

/// What the library says is wrong with a payment request.
func refusedRequest(
    _ call: () throws -> Void, file: StaticString = #filePath, line: UInt = #line
) -> (code: String, part: String?, at: UInt64?)? {
    do {
        try call()
        XCTFail("it was not refused", file: file, line: line)
    } catch MuntwerkError.PaymentRequest(let code, let part, let at, let reason) {
        XCTAssertFalse(reason.isEmpty, file: file, line: line)
        return (code, part, at)
    } catch {
        XCTFail("\(error)", file: file, line: line)
    }
    return nil
}
