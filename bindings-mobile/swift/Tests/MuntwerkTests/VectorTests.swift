import Foundation
import XCTest

/// The conformance vectors of `tests/vectors`.
final class VectorTests: XCTestCase {
    func testEveryVector() throws {
        var vectors: [(name: String, file: JSON, vector: JSON)] = []
        for path in try Repository.files(in: "tests/vectors", ending: ".json") {
            let file = try JSON(parsing: Repository.text(path))
            vectors += (file["vectors"]?.list ?? []).map { ("\(path): \($0["name"]?.text ?? "")", file, $0) }
        }
        XCTAssertGreaterThan(vectors.count, 300, "there are vectors")
        let (all, failures) = (vectors, Failures())
        DispatchQueue.concurrentPerform(iterations: all.count) { at in
            do {
                try follow(all[at].file, all[at].vector)
            } catch {
                failures.add("\(all[at].name): \(error)")
            }
        }
        for failure in failures.all { XCTFail(failure) }
        print("\(all.count) conformance vectors")
    }
}

private func follow(_ file: JSON, _ vector: JSON) throws {
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

/// What several threads have found wrong.
private final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var found: [String] = []

    func add(_ failure: String) {
        lock.lock()
        defer { lock.unlock() }
        found.append(failure)
    }

    var all: [String] {
        lock.lock()
        defer { lock.unlock() }
        return found.sorted()
    }
}
