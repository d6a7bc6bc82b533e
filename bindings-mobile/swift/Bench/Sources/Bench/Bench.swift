import CoreClock
import Foundation
import Muntwerk

/// What is measured: from Swift and inside the core, in nanoseconds.
struct Figure {
    let name: String
    let swift: UInt64
    let core: UInt64
}

/// Measures calls from Swift beside the core's own time, and adds them to `target/bench/mobile.json`.
@main
enum Bench {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            print("Bench DESIGN FILE, such as core/designs/torekes.toml target/bench/mobile.json")
            exit(2)
        }
        let design = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
        let scene = try Scene(design: design)
        let figures = try inTheLedger(scene) + inTheWallet(scene)
        for figure in figures {
            precondition(figure.swift > 0 && figure.core > 0, "\(figure.name) was not measured")
            print("\(figure.name): \(micros(figure.swift)) us from Swift, \(micros(figure.core)) us in the core")
        }
        try add(figures, to: URL(fileURLWithPath: CommandLine.arguments[2]))
    }

    private static func inTheLedger(_ scene: Scene) throws -> [Figure] {
        let ledger = scene.ledger
        let decided = scene.payment(1_000_000)
        let decide = try median(2_000) { _ in _ = try ledger.decide(order: decided) }
        let statement = try median(1_000) { _ in _ = try ledger.statement(account: "m-0001") }

        // Every batch has ids of its own: the first ones warm up, the least of the rest counts, here as in the core.
        let batches = (1...30).map { turn in (0..<1_000).map { scene.payment(turn * 1_000_000_000 + $0) } }
        let taken = try batches.map { batch in try timed { _ = try ledger.executeAll(orders: batch) } }

        let singles = (0..<7 * 1_000).map { scene.payment(99_000_000_000 + $0) }
        let execute = try median(1_000) { at in _ = try ledger.execute(order: singles[at]) }
        let core = muntwerk_bench_decide(100_000)
        return [
            Figure(name: "decide", swift: decide, core: core),
            Figure(name: "execute", swift: execute, core: core),
            Figure(name: "statement", swift: statement, core: muntwerk_bench_statement(10_000)),
            Figure(
                name: "execute_all_1000", swift: taken.dropFirst(15).min() ?? 0, core: muntwerk_bench_batch(1_000, 15)),
        ]
    }

    /// A wallet of ten thousand slices: opened, shown a thousand more, asked. The library has written the files.
    private static func inTheWallet(_ scene: Scene) throws -> [Figure] {
        guard let folder = ProcessInfo.processInfo.environment["MUNTWERK_BENCH_FILES"],
            muntwerk_bench_wallet_files(10_000) == 1
        else {
            print("MUNTWERK_BENCH_FILES says where the bench may write")
            exit(2)
        }
        func file(_ name: String) throws -> Data {
            try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
        }
        let (saved, before, feed) = try (file("bench.wallet"), file("bench.before"), file("bench.feed"))
        let opening = try (0..<5).map { _ in try timed { _ = try Wallet.load(bytes: saved) } }
        let taking = try (0..<30).map { _ in
            let wallet = try Wallet.load(bytes: before)
            return try timed { _ = try wallet.apply(feed: feed) }
        }
        let wallet = try Wallet.load(bytes: saved)
        let (order, today) = (scene.payment(1_000_000), Scene.today)
        return [
            Figure(name: "wallet_open_10000", swift: opening.min() ?? 0, core: muntwerk_bench_open(5)),
            Figure(name: "wallet_apply_1000", swift: taking.min() ?? 0, core: muntwerk_bench_apply(30)),
            Figure(
                name: "wallet_preview", swift: try median(500) { _ in _ = try wallet.preview(order: order, today: today) },
                core: muntwerk_bench_preview(1_000)),
            Figure(
                name: "wallet_balances", swift: try median(500) { _ in _ = try wallet.balances(today: today) },
                core: muntwerk_bench_balances(1_000)),
            Figure(
                name: "wallet_statement_page",
                swift: try median(20) { _ in _ = try wallet.statementPage(before: nil, most: 20) },
                core: muntwerk_bench_statement_page(20)),
        ]
    }

    /// The median of some runs of what is done so many times, per time; `work` is told how often it was done before.
    private static func median(_ times: Int, _ work: (Int) throws -> Void) rethrows -> UInt64 {
        let runs = try (0..<7).map { run in
            try timed { for at in 0..<times { try work(run * times + at) } } / UInt64(times)
        }
        return runs.sorted()[3]
    }

    private static func timed(_ work: () throws -> Void) rethrows -> UInt64 {
        let start = DispatchTime.now().uptimeNanoseconds
        try work()
        return DispatchTime.now().uptimeNanoseconds - start
    }

    private static func micros(_ nanos: UInt64) -> String {
        String(format: "%.1f", Double(nanos) / 1_000)
    }

    /// Beside what other languages have written there.
    private static func add(_ figures: [Figure], to file: URL) throws {
        let text = try? Data(contentsOf: file)
        var all = try text.map { try JSONSerialization.jsonObject(with: $0) as? [String: Any] ?? [:] } ?? [:]
        all["swift"] = Dictionary(
            uniqueKeysWithValues: figures.map { figure in
                let above = Int64(figure.swift) - Int64(figure.core)
                return (figure.name, ["swift_ns": Int64(figure.swift), "core_ns": Int64(figure.core), "above_core_ns": above])
            })
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try JSONSerialization.data(withJSONObject: all, options: [.prettyPrinted, .sortedKeys]).write(to: file)
    }
}
