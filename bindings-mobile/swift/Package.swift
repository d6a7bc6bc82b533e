// swift-tools-version: 6.0
import Foundation
import PackageDescription

// The framework that build-xcframework.sh makes on a Mac; where it is not, the library that cargo has built for this
// machine, and whoever builds says where that lies: swift build -Xlinker -L.../target/debug.
let framework = "MuntwerkFFI.xcframework"
let hasFramework = FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(framework)")

let package = Package(
    name: "Muntwerk",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "Muntwerk", targets: ["Muntwerk"])],
    targets: [
        hasFramework
            ? .binaryTarget(name: "MuntwerkFFI", path: framework)
            : .systemLibrary(name: "MuntwerkFFI"),
        .target(
            name: "Muntwerk",
            dependencies: ["MuntwerkFFI"],
            linkerSettings: hasFramework ? [] : [.linkedLibrary("muntwerk_mobile")]),
        .testTarget(name: "MuntwerkTests", dependencies: ["Muntwerk"]),
    ],
    swiftLanguageModes: [.v6]
)
