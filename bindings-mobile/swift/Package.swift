// swift-tools-version: 6.0
import PackageDescription
let package = Package(name: "Muntwerk", products: [.library(name: "Muntwerk", targets: ["Muntwerk"])],
  targets: [.target(name: "Muntwerk"), .testTarget(name: "MuntwerkTests", dependencies: ["Muntwerk"])])
