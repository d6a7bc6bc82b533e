// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "Walkthrough",
    platforms: [.iOS(.v15), .macOS(.v12)],
    dependencies: [.package(name: "Muntwerk", path: "../../../bindings-mobile/swift")],
    targets: [
        .executableTarget(
            name: "Walkthrough", dependencies: [.product(name: "Muntwerk", package: "Muntwerk")], path: "Sources")
    ],
    swiftLanguageModes: [.v6]
)
