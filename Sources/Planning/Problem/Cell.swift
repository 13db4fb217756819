/// A place on the board: one slot in one room, both counted from 0.
public struct Cell: Hashable, Sendable {
    public let slot: Int
    public let room: Int

    public init(slot: Int, room: Int) {
        self.slot = slot
        self.room = room
    }
}
