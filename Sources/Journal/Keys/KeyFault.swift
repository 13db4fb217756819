public import Domain

/// What can be wrong with keys, each in one sentence for the operator. Never shown to a visitor.
public enum KeyFault: Error, Hashable, CustomStringConvertible {
    /// There are keys, but the master key that wraps them is gone.
    case masterKeyMissing(path: String)
    /// A file was named for the master key, and is not there.
    case masterKeyNowhere(path: String)
    /// The file does not hold 64 hexadecimal digits.
    case masterKeyMalformed(path: String)
    /// The master key is not the one that wrapped the ring's keys.
    case masterKeyWrong(path: String)
    case notReadable(path: String, reason: String)
    case notWritable(path: String, reason: String)
    case storeDamaged(reason: String)
    /// The key was never made, or is destroyed.
    case keyMissing(KeyName)
    /// The key is in the store, but its bytes are not those that were written.
    case keyDamaged(KeyName)
    /// What was forgotten on purpose gets no new key under the same name: the next start would destroy it.
    case forgotten(KeyName)

    public var description: String {
        switch self {
        case .masterKeyMissing(let path):
            "The master key \(path) is missing although there are keys: restore it from its backup."
        case .masterKeyNowhere(let path):
            "There is no master key \(path), and one that is named is never made: move the one you have there, or "
                + "make one by “openssl rand -hex 32 > \(path); chmod 600 \(path)”."
        case .masterKeyMalformed(let path):
            "The master key \(path) does not hold 64 hexadecimal digits: restore it from its backup."
        case .masterKeyWrong(let path):
            "The master key \(path) is not the one that the keys were wrapped with: restore the right one."
        case .notReadable(let path, let reason): "\(path) cannot be read: \(reason)."
        case .notWritable(let path, let reason): "\(path) cannot be written: \(reason)."
        case .storeDamaged(let reason): "The store of the keys is damaged: \(reason)."
        case .keyMissing(let name): "There is no key \(name)."
        case .keyDamaged(let name): "The key \(name) is damaged: restore the keys from their backup."
        case .forgotten(let name): "\(name) is on the list of the forgotten and gets no key."
        }
    }
}

/// Something an operator should mend although everything works.
public enum KeyWarning: Sendable, Hashable, CustomStringConvertible {
    /// Others on this machine may read the master key.
    case tooOpen(path: String, mode: UInt32)

    public var description: String {
        switch self {
        case .tooOpen(let path, let mode):
            "The master key \(path) may be read by others (mode \(String(mode, radix: 8))): chmod 600 it."
        }
    }
}
