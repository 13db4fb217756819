internal import Foundation

/// Where in one stack of gatherings a word stands: in which of its holdings, and in which part of each.
///
/// It is kept as one value. A place is a number, whose lowest two bits are the part and the rest the holding's number
/// within the stack; of each only the difference to the one before is kept, seven bits in a byte, the lowest first, the
/// eighth bit set in all but a number's last byte (LEB128).
struct Places: Equatable {
    private var numbers: [Int64] = []

    init() {}

    init(_ data: Data) {
        numbers.reserveCapacity(data.count / 2)
        Self.forEach(in: data) { numbers.append($0 << 2 | Int64($1)) }
    }

    var isEmpty: Bool { numbers.isEmpty }

    var data: Data {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count * 3)
        var last: Int64 = 0
        for number in numbers {
            var rest = number - last
            while rest > 0x7F {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
            last = number
        }
        return Data(bytes)
    }

    /// Nil takes the holding out.
    mutating func set(_ holding: Int64, _ part: Holding.Part?) {
        let index = numbers.partitioningIndex { $0 >> 2 >= holding }
        let isKnown = index < numbers.count && numbers[index] >> 2 == holding
        switch (part, isKnown) {
        case (nil, false): break
        case (nil, true): numbers.remove(at: index)
        case (let part?, true): numbers[index] = holding << 2 | part.rawValue
        case (let part?, false): numbers.insert(holding << 2 | part.rawValue, at: index)
        }
    }

    /// Without taking them out of the value first: a search reads thousands of values.
    static func forEach(in data: Data, _ body: (_ holding: Int64, _ part: Int) -> Void) {
        data.withUnsafeBytes { bytes in
            var (number, difference, shift): (Int64, Int64, Int64) = (0, 0, 0)
            for byte in bytes {
                difference |= Int64(byte & 0x7F) << shift
                if byte & 0x80 != 0 {
                    shift += 7
                    continue
                }
                number += difference
                body(number >> 2, Int(number & 3))
                (difference, shift) = (0, 0)
            }
        }
    }
}

extension Array {
    /// The first of them that `belongs` is true of, when it is of all that follow.
    func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
