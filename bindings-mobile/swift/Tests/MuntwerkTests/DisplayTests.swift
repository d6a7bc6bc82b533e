import Foundation
import Muntwerk
import XCTest

final class DisplayTests: XCTestCase {
    func testARefusalIsASentence() throws {
        let town = try Town()
        XCTAssertThrowsError(try town.ledger.execute(order: Town.transfer(9, 10_000))) { error in
            guard case MuntwerkError.Refused(let refusal) = error else { return XCTFail("\(error)") }
            XCTAssertEqual(refusal.code, "insufficient_balance")
            XCTAssertEqual(refusal.figures.asked, 10_000)
            let shown = Language.preferred
            XCTAssertEqual(error.localizedDescription, refusal.sentences[shown])
            XCTAssertEqual(Set([refusal.sentences[.nl], refusal.sentences[.fr], refusal.sentences[.en]]).count, 3)
        }
    }

    func testEveryErrorSaysSomethingInEveryLanguage() throws {
        let refusal = Refusal(
            code: "c", rule: "r", figures: Figures(), sentences: Sentences(nl: "n", fr: "f", en: "e"), number: nil, repeated: false)
        let errors: [MuntwerkError] = [
            .Refused(refusal: refusal), .BatchRefused(index: 3, refusal: refusal), .Invalid(place: "id", given: "?", reason: "wrong"),
            .Design(problems: []), .Design(problems: [DesignProblem(line: 1, column: 2, key: "limits", reason: "none")]),
            .Journal(line: 7, reason: "wrong"), .Unknown(what: "account", name: "m-9"), .Fault(reason: "broken"),
        ]
        for error in errors {
            let texts = try [Language.nl, .fr, .en].map { try error.displayText(language: $0) }
            XCTAssertEqual(Set(texts).count, 3, "\(texts)")
            XCTAssert(texts.contains(error.localizedDescription), error.localizedDescription)
        }
    }

    func testNames() throws {
        let names = try readDesign(text: Repository.design("rabot-example")).names
        XCTAssertEqual([names[.nl], names[.fr], names[.en]], [names.nl, names.fr, names.en])
    }

    func testLocales() {
        XCTAssertEqual(Language(locale: "nl-BE"), .nl)
        XCTAssertEqual(Language(locale: "fr_FR"), .fr)
        XCTAssertEqual(Language(locale: "EN"), .en)
        XCTAssertNil(Language(locale: "de-DE"))
        XCTAssertNil(Language(locale: ""))
    }
}
