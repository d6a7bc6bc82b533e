// swift-tools-version: 6.0
import PackageDescription

// What calls from Swift cost; over a library that was built with the feature `bench`.
let package = Package(
    name: "Bench",
    platforms: [.macOS(.v12)],
    dependencies: [.package(name: "Muntwerk", path: "..")],
    targets: [
        .systemLibrary(name: "CoreClock"),
        .executableTarget(
            name: "Bench", dependencies: ["CoreClock", .product(name: "Muntwerk", package: "Muntwerk")]),
    ],
    swiftLanguageModes: [.v6]
)
