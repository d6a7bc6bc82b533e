import Foundation

extension Language {
    /// The language of a locale (`nl-BE`), if it is one that sentences are in.
    public init?(locale identifier: String) {
        switch identifier.prefix(2).lowercased() {
        case "nl": self = .nl
        case "fr": self = .fr
        case "en": self = .en
        default: return nil
        }
    }

    /// The first of the languages that the person has chosen which sentences are in; English if there is none.
    public static var preferred: Language {
        Locale.preferredLanguages.lazy.compactMap(Language.init(locale:)).first ?? .en
    }
}

extension Sentences {
    /// The sentence in a language.
    public subscript(language: Language) -> String {
        switch language {
        case .nl: nl
        case .fr: fr
        case .en: en
        }
    }
}

extension Names {
    /// The name in a language.
    public subscript(language: Language) -> String {
        switch language {
        case .nl: nl
        case .fr: fr
        case .en: en
        }
    }
}

extension MuntwerkError: LocalizedError {
    /// What to show, in the language that the person has chosen; `displayText(language:)` for another.
    public var errorDescription: String? {
        try? displayText(language: .preferred)
    }
}
