import Foundation
import XCTest

/// The conformance vectors of `tests/vectors`.
final class VectorTests: XCTestCase {
    func testEveryVector() throws {
        var run = 0
        for path in try Repository.files(in: "tests/vectors", ending: ".json") {
            let file = try JSON(parsing: Repository.text(path))
            for vector in file["vectors"]?.list ?? [] {
                let name = "\(path): \(vector["name"]?.text ?? "")"
                do {
                    try runVector(file, vector)
                } catch {
                    XCTFail("\(name): \(error)")
                }
                run += 1
            }
        }
        XCTAssertGreaterThan(run, 300, "there are vectors")
        print("\(run) conformance vectors")
    }

    private func runVector(_ file: JSON, _ vector: JSON) throws {
        let runner = try VectorRunner(file: file, vector: vector)
        for (at, step) in (vector["steps"]?.list ?? []).enumerated() {
            do {
                try runner.step(step)
                try runner.sound()
            } catch {
                throw Mismatch(description: "step \(at + 1) (\(step["note"]?.text ?? "")): \(error)")
            }
        }
        try runner.end(vector)
    }
}
