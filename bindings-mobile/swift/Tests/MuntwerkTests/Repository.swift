import Foundation
import Muntwerk

/// Where the repository is, and what the tests take from it.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../..").standardized

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The text of a design that is shipped.
    static func design(_ name: String) throws -> String {
        try text("core/designs/\(name).toml")
    }

    static func files(in folder: String, ending: String) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        return names.filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
    }
}

/// A secret that is none: tests take the same way every time.
let secret = Data(repeating: 7, count: 16)
